/** Hands the shown resources on: as a CSV file and as text. */
import { toCsv } from "../../browser/lib/csv.mjs";
import { t } from "../../browser/lib/language.mjs";

// Where a row shows what a column of a file holds. Any other column is a column of the table, or `data-file-` of the row.
const PARTS = {
  title: (row) => text(row.querySelector("th a")),
  summary: (row) => text(row.querySelector(".resource-summary")),
  publisher: (row) => text(row.querySelector(".resource-publisher")),
  url: (row) => row.dataset.url || PARTS.page(row), // where no address is known, the page that says how to look for it
  page: (row) => row.querySelector("th a").href,
};

/** Saves the rows as a file with `columns` ({name, heading}); it is made in the browser, and nothing is sent. */
export function saveRows(rows, columns) {
  const shown = [...columns, { name: "page", heading: t("finder.page") }];
  const lines = [shown.map(({ heading }) => heading), ...rows.map((row) => shown.map(({ name }) => cell(row, name)))];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([toCsv(lines)], { type: "text/csv" }));
  link.download = "resources.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Copies the rows as text; resolves to what to say about it. */
export async function copyRows(rows) {
  const entries = rows.map((row) => {
    const [title, publisher, url] = ["title", "publisher", "url"].map((name) => cell(row, name));
    return `${title} (${publisher})\n${url}`;
  });
  try {
    await navigator.clipboard.writeText(entries.join("\n\n"));
    return t("finder.copied", { count: rows.length });
  } catch {
    return t("finder.not-copied");
  }
}

/** What a row says in the column of a name. */
function cell(row, name) {
  if (Object.hasOwn(PARTS, name)) return PARTS[name](row);
  const headings = [...row.closest("table").tHead.rows[0].cells];
  const place = headings.findIndex(({ dataset }) => dataset.column === name);
  return place < 0 ? (row.getAttribute(`data-file-${name}`) ?? "") : text(row.cells[place]);
}

function text(part) {
  return part?.textContent.replace(/\s+/g, " ").trim() ?? "";
}
