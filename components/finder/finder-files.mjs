/** Hands the shown resources on: as a CSV file and as text. */
import { toCsv } from "../../browser/lib/csv.mjs";
import { t } from "../../browser/lib/language.mjs";

const headings = () => [
  t("finder.sort-title"),
  t("finder.summary"),
  t("finder.publisher-and-year"),
  t("resource-table.kind"),
  t("resource-table.for"),
  t("resource-table.access"),
  t("finder.address"),
  t("finder.page"),
];

/** Saves the rows as a file; it is made in the browser, and nothing is sent. */
export function saveRows(rows) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([toCsv([headings(), ...rows.map(cells)])], { type: "text/csv" }));
  link.download = "resources.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Copies the rows as text; resolves to what to say about it. */
export async function copyRows(rows) {
  const text = rows.map((row) => {
    const [title, , publisher, , , , address, page] = cells(row);
    return `${title} (${publisher})\n${address || page}`;
  });
  try {
    await navigator.clipboard.writeText(text.join("\n\n"));
    return t("finder.copied", { count: rows.length });
  } catch {
    return t("finder.not-copied");
  }
}

function cells(row) {
  const text = (part) => part?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const [, kind, audience, access] = row.cells;
  const link = row.querySelector("th a");
  const parts = [
    link,
    row.querySelector(".resource-summary"),
    row.querySelector(".resource-publisher"),
    kind,
    audience,
    access,
  ];
  return [...parts.map(text), row.dataset.url, link.href];
}
