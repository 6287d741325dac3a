/** A plan's summary as a Word file of one page, made whole: what it says can be changed and pasted into a paper. */

import { exchangeEntries } from "./archive.mjs";
import { RATING_COLOURS } from "./rating-colours.mjs";
import { escapeXml } from "./xml.mjs";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
// As Word has worked since 2013: without this, it would open the file as one of 2007.
const COMPATIBILITY = "http://schemas.microsoft.com/office/word";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SETTINGS =
  `${HEAD}<w:settings xmlns:w="${WORD}"><w:compat><w:compatSetting w:name="compatibilityMode"` +
  ` w:uri="${COMPATIBILITY}" w:val="15"/></w:compat></w:settings>`;
const CLOSE = '<w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>';
const INNER = 9860; // twentieths of a point between the margins
const BAR = 0.28; // of the width, beside a table with shares
const STEPS = 40; // of a bar
const SIZES = { title: 32, heading: 22, text: 17, small: 15, cell: 17, space: 6 }; // half points
const STYLES = { title: "Title", heading: "Heading1", text: "Normal", small: "Small", cell: "Cell", space: "Space" };

/**
 * The bytes of the file.
 * @param {SummaryBlock[]} blocks
 * @param {{lang: string, site: string, title: string}} around
 */
export function writeSummaryWord(blocks, around) {
  const [head] = blocks;
  const name = head.kind === "title" ? head.text : around.title;
  const texts = {
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relations([
      ["officeDocument", OFFICE, "word/document.xml"],
      ["metadata/core-properties", `${PACKAGE}/relationships`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": properties(name, around),
    "word/_rels/document.xml.rels": relations([
      ["styles", OFFICE, "styles.xml"],
      ["settings", OFFICE, "settings.xml"],
    ]),
    "word/settings.xml": SETTINGS,
    "word/styles.xml": styles(around.lang),
    "word/document.xml": documentOf(blocks),
  };
  const empty = { flags: 0, method: 0, crc: 0, size: 0, packed: new Uint8Array(0), budget: { left: 0 } };
  return exchangeEntries(
    Object.keys(texts).map((part) => ({ ...empty, name: part })),
    texts,
  );
}

function contentTypes() {
  const part = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/word/document.xml" ContentType="${part}.document.main+xml"/>` +
    `<Override PartName="/word/styles.xml" ContentType="${part}.styles+xml"/>` +
    `<Override PartName="/word/settings.xml" ContentType="${part}.settings+xml"/>` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
  );
}

/** @param {[string, string, string][]} list type, namespace and target of each */
function relations(list) {
  const entries = list.map(
    ([type, namespace, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${namespace}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}

/**
 * @param {string} name
 * @param {{lang: string, site: string}} around
 */
function properties(name, { lang, site }) {
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeXml(name)}</dc:title><dc:creator>${escapeXml(site)}</dc:creator><dc:language>${escapeXml(lang)}</dc:language></cp:coreProperties>`
  );
}

/** @param {string} lang */
function styles(lang) {
  const font = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>';
  const style = (
    /** @type {"title" | "heading" | "text" | "small" | "cell" | "space"} */ use,
    /** @type {string} */ name,
    /** @type {string} */ more,
  ) =>
    `<w:style w:type="paragraph"${use === "text" ? ' w:default="1"' : ""} w:styleId="${STYLES[use]}"><w:name w:val="${name}"/>${more}` +
    `<w:rPr>${use === "title" || use === "heading" ? "<w:b/>" : ""}${use === "small" ? '<w:color w:val="47525A"/>' : ""}<w:sz w:val="${SIZES[use]}"/></w:rPr></w:style>`;
  const based = '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>';
  return (
    `${HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="18"/><w:lang w:val="${escapeXml(lang)}"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="40"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    style("text", "Normal", "") +
    style("title", "Title", `${based}<w:pPr><w:keepNext/></w:pPr>`) +
    style(
      "heading",
      "heading 1",
      `${based}<w:pPr><w:keepNext/><w:spacing w:before="100"/><w:outlineLvl w:val="0"/></w:pPr>`,
    ) +
    style("small", "Small", '<w:basedOn w:val="Normal"/>') +
    style("cell", "Cell", `${based}${CLOSE}`) +
    style("space", "Space", `${based}${CLOSE}`) +
    "</w:styles>"
  );
}

/** @param {SummaryBlock[]} blocks */
function documentOf(blocks) {
  const body = blocks.map((block) =>
    block.kind === "table" ? table(block) : paragraph(block.text, STYLES[block.kind]),
  );
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="900" w:right="1020" w:bottom="900" w:left="1020" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>';
  return `${HEAD}<w:document xmlns:w="${WORD}"><w:body>${body.join("")}${page}</w:body></w:document>`;
}

/**
 * @param {string} text
 * @param {string} style
 * @param {boolean} [isBold]
 */
function paragraph(text, style, isBold = false) {
  const run = `<w:r>${isBold ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${text ? run : ""}</w:p>`;
}

/** @param {Extract<SummaryBlock, {kind: "table"}>} block */
function table({ headings, rows, widths, shares, caption }) {
  const inner = INNER * (shares ? 1 - BAR : 1);
  const sum = widths.reduce((all, width) => all + width, 0);
  const columns = widths.map((width) => Math.floor((width / sum) * inner));
  const step = Math.floor((INNER * BAR) / STEPS);
  const grid = [...columns, ...(shares ? Array.from({ length: STEPS }, () => step) : [])];
  const border = (/** @type {string} */ side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="A0A8AC"/>`;
  const head = row(headings, columns, true, shares ? spanned("", STEPS, step, "") : "");
  const body = rows.map((cells, index) => row(cells, columns, false, shares ? bar(shares[index], step) : ""));
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${grid.reduce((all, width) => all + width, 0)}" w:type="dxa"/><w:tblBorders>${border("top")}${border("bottom")}${border("insideH")}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="${escapeXml(caption)}"/></w:tblPr>` +
    `<w:tblGrid>${grid.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${head}${body.join("")}</w:tbl>${paragraph("", "Space")}`
  );
}

/**
 * @param {string[]} cells
 * @param {number[]} columns
 * @param {boolean} isHead
 * @param {string} more
 */
function row(cells, columns, isHead, more) {
  const all = cells.map(
    (text, index) =>
      `<w:tc><w:tcPr><w:tcW w:w="${columns[index]}" w:type="dxa"/></w:tcPr>${paragraph(text, "Cell", isHead)}</w:tc>`,
  );
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>${all.join("")}${more}</w:tr>`;
}

/**
 * The shares of ratings beside a row, in cells as wide as they are large.
 * @param {SummaryShare[]} shares
 * @param {number} step
 */
function bar(shares, step) {
  let left = STEPS;
  let sum = 0;
  const cells = shares.map(({ rating, share }) => {
    sum += share;
    const count = Math.min(left, Math.round(sum * STEPS) - (STEPS - left));
    left -= count;
    return count > 0 ? spanned("", count, step, rating) : "";
  });
  return cells.join("") + (left > 0 ? spanned("", left, step, "") : "");
}

/**
 * @param {string} text
 * @param {number} count
 * @param {number} step
 * @param {string} rating
 */
function spanned(text, count, step, rating) {
  const hatch = rating === "red" ? "thinVertStripe" : "clear";
  const shade =
    rating &&
    `<w:shd w:val="${hatch}" w:color="${rating === "red" ? "FFFFFF" : "auto"}" w:fill="${RATING_COLOURS[rating]}"/>`;
  const span = count > 1 ? `<w:gridSpan w:val="${count}"/>` : "";
  return `<w:tc><w:tcPr><w:tcW w:w="${count * step}" w:type="dxa"/>${span}${shade}</w:tcPr>${paragraph(text, "Space")}</w:tc>`;
}
