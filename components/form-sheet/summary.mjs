/** One page on a plan for those who answer for it: on the page, on paper, as Word and as PDF. */

import { t } from "../../browser/lib/language.mjs";
import { summaryBlocks } from "../../browser/lib/summary-blocks.mjs";
import { writeSummaryWord } from "../../browser/lib/summary-word.mjs";
import { tried } from "./choosing-files.mjs";
import { button, el, svg, tableOf } from "./dom.mjs";
import { readFields } from "./fields.mjs";
import { fileName, handOut, TYPES } from "./files.mjs";
import { fetchWriter } from "./saving-pdf.mjs";

const BAR = { width: 160, height: 14 };
const STRIPE = 5;

/** The pieces of the summary of what is on the page now. */
export function blocksOf(sheet) {
  return summaryBlocks(sheet.definition, readFields(sheet.form), sheet.beside.earlier, sheet.today);
}

/** Shows the summary, with the ways to take it along. */
export function showSummary(sheet) {
  const [, ...blocks] = blocksOf(sheet);
  sheet.ask(
    t("summary.title"),
    el("p", {}, t("summary.about")),
    el(
      "p",
      { class: "form-panel__row" },
      button(t("summary.print"), () => sheet.printing.startSummary(), { class: "button button--main" }),
      button(t("summary.word"), () => saveSummaryWord(sheet)),
      button(t("summary.pdf"), () => saveSummaryPdf(sheet)),
    ),
    el(
      "div",
      { class: "summary" },
      blocks.map((block) => shownBlock(block, 3)),
    ),
  );
}

/** The summary as a page of paper. */
export function summaryPaper(sheet) {
  return el(
    "div",
    { class: "summary" },
    blocksOf(sheet).map((block) => shownBlock(block, 2)),
  );
}

/** One piece; headings are of this level. */
function shownBlock(block, level) {
  if (block.kind === "title") return el(`h${level - 1}`, {}, block.text);
  if (block.kind === "heading") return el(`h${level}`, {}, block.text);
  if (block.kind === "table") return shownTable(block);
  return el("p", { class: block.kind === "small" ? "summary__small" : false }, block.text);
}

function shownTable({ caption, headings, rows, shares }) {
  if (!shares) return tableOf(caption, headings, rows);
  const cells = rows.map((row, index) => [...row, bar(shares[index])]);
  return tableOf(caption, [...headings, t("summary.picture")], cells);
}

/** The shares of ratings as a bar. It says nothing that its row does not say in numbers. */
export function bar(shares) {
  const made = svg("svg", { viewBox: `0 0 ${BAR.width} ${BAR.height}`, class: "summary-bar", "aria-hidden": "true" });
  let x = 0;
  for (const { rating, share } of shares) {
    const width = share * BAR.width;
    if (!width) continue;
    made.append(svg("rect", { x, y: 0, width, height: BAR.height, class: `bar--${rating}` }));
    // The lowest rating is seen without colour, too.
    for (let at = x + STRIPE; rating === "red" && at < x + width; at += STRIPE)
      made.append(svg("line", { x1: at, y1: 1, x2: at, y2: BAR.height - 1, class: "bar__stripe" }));
    x += width;
  }
  return made;
}

function saveSummaryWord(sheet) {
  return tried(sheet, async () => hand(sheet, "docx", await writeSummaryWord(blocksOf(sheet), around(sheet))));
}

function saveSummaryPdf(sheet) {
  return tried(sheet, async () => {
    const { makeSummaryPdf, font } = await fetchWriter(sheet);
    const { file, unshown } = makeSummaryPdf(blocksOf(sheet), font, around(sheet));
    hand(sheet, "pdf", file);
    if (unshown.length) sheet.say(`${sheet.status.textContent} ${t("saving.unshown", { letters: unshown.join(" ") })}`);
  });
}

function hand(sheet, ending, content) {
  const part = { stem: `${sheet.definition.id}-${t("summary.file-name")}` };
  handOut(fileName(sheet.definition, sheet.answers, sheet.today, ending, part), content, TYPES[ending]);
  sheet.say(t("summary.saved"));
}

function around(sheet) {
  return {
    lang: document.documentElement.lang,
    site: document.querySelector('meta[property="og:site_name"]')?.getAttribute("content") ?? "",
    title: sheet.definition.title,
  };
}
