/** A plan's summary as a PDF of one page: tagged, with bars that also tell ratings apart without colour. */

import { PdfFile, pdfMetadata, pdfText } from "./pdf-file.mjs";
import { PdfFont } from "./pdf-font.mjs";
import { INNER, LEADING, PdfPages, SIDE } from "./pdf-pages.mjs";
import { colourShares } from "./rating-colours.mjs";

const SIZES = [9.5, 9, 8.5, 8, 7.5, 7]; // the largest at which all fits one page
const BAR = 0.28; // of the width, beside a table with shares
const STRIPE = 4; // points between the stripes that mark the lowest rating
const PADDING = 3;

/**
 * {file, unshown}: the PDF, and the letters that it cannot show.
 * @param {SummaryBlock[]} blocks
 * @param {PdfFontData} fontData
 * @param {{lang: string, site: string, title: string}} around
 */
export function writeSummaryPdf(blocks, fontData, around) {
  for (const size of SIZES) {
    const [file, font] = [new PdfFile(), new PdfFont(fontData)];
    const pages = new PdfPages(file, font);
    const page = new SummaryPage(pages, size);
    for (const block of blocks) page.put(block);
    if (pages.pages.length > 1 && size !== SIZES[SIZES.length - 1]) continue;
    return { file: finish(file, pages, blocks, around), unshown: [...font.unshown] };
  }
  throw new Error("no size of letters");
}

/**
 * @param {PdfFile} file
 * @param {PdfPages} pages
 * @param {SummaryBlock[]} blocks
 * @param {{lang: string, site: string, title: string}} around
 */
function finish(file, pages, blocks, { lang, site, title }) {
  const tree = pages.finish([title, site].filter(Boolean).join(" · "));
  const [head] = blocks;
  const name = head.kind === "title" ? head.text : title;
  const root = file.add(
    `<</Type/Catalog/Pages ${tree}/Lang(${lang})/MarkInfo<</Marked true>>/StructTreeRoot ${pages.tags.finish()}` +
      `/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${file.addStream("/Type/Metadata/Subtype/XML", pdfMetadata(name))}>>`,
  );
  return file.bytes(root, file.add(`<</Title ${pdfText(name)}/Author ${pdfText(site)}>>`));
}

class SummaryPage {
  /**
   * @param {PdfPages} pages
   * @param {number} size of letters
   */
  constructor(pages, size) {
    this.pages = pages;
    this.size = size;
  }

  /** @param {SummaryBlock} block */
  put(block) {
    const { pages, size } = this;
    if (block.kind === "table") return this.table(block);
    if (block.kind === "title") pages.write("H1", block.text, { size: size * 1.8, isBold: true });
    else if (block.kind === "heading") {
      pages.skip(size * 0.7);
      pages.write("H2", block.text, { size: size * 1.2, isBold: true });
    } else pages.write("P", block.text, { size, isSoft: block.kind === "small" });
    return pages.skip(size * 0.3);
  }

  /** @param {Extract<SummaryBlock, {kind: "table"}>} block */
  table({ headings, rows, widths, shares }) {
    const { pages } = this;
    const inner = INNER;
    const table = pages.tags.add("Table");
    const edges = columns(widths, inner * (shares ? 1 - BAR : 1));
    this.row(table, headings, edges, true);
    rows.forEach((row, index) => {
      const top = this.row(table, row, edges, false);
      if (shares) this.bar(shares[index], SIDE + inner * (1 - BAR) + 6, inner * BAR - 6, top);
    });
    pages.skip(this.size * 0.3);
  }

  /**
   * One row of a table; gives the upper edge of it.
   * @param {PdfTag} table
   * @param {string[]} cells
   * @param {[number, number][]} edges of its cells: left and width
   * @param {boolean} isHead
   */
  row(table, cells, edges, isHead) {
    const { pages, size } = this;
    const lines = cells.map((text, index) =>
      pages.font.wrap(text, edges[index][1] - PADDING, isHead ? size * 1.06 : size),
    );
    const height = Math.max(...lines.map((all) => all.length)) * size * LEADING + PADDING;
    pages.need(height);
    const top = pages.y;
    const tag = pages.tags.add("TR", table.reference);
    table.kids.push(tag.reference);
    cells.forEach((_, index) => {
      const isHeading = isHead || index === 0;
      const cell = pages.tags.add(isHeading ? "TH" : "TD", tag.reference);
      if (isHeading) cell.scope = isHead ? "Column" : "Row";
      tag.kids.push(cell.reference);
      pages.mark(cell, pages.draw(lines[index], edges[index][0], top - size, { size, isBold: isHead }));
    });
    pages.y = top - height;
    const right = (edges[edges.length - 1][0] + edges[edges.length - 1][1]).toFixed(2);
    const y = (pages.y + PADDING * 0.6).toFixed(2);
    pages.decorate(`q 0.6 G 0.4 w ${SIDE} ${y} m ${right} ${y} l S Q`);
    return top;
  }

  /**
   * The shares of ratings beside a row: drawn only, since the row says the same in numbers.
   * @param {SummaryShare[]} shares
   * @param {number} left
   * @param {number} width
   * @param {number} top
   */
  bar(shares, left, width, top) {
    const height = this.size * 0.95;
    let x = left;
    for (const { rating, share } of shares) {
      const wide = share * width;
      if (!wide) continue;
      const box = [x, top - height - 1, wide, height].map((edge) => edge.toFixed(2)).join(" ");
      const stripes = rating === "red" ? this.stripes(x, top - height - 1, wide, height) : "";
      this.pages.decorate(`q ${colourShares(rating)} rg ${box} re f 0.2 G 0.4 w ${box} re S ${stripes} Q`);
      x += wide;
    }
  }

  /**
   * White stripes, so that the lowest rating is seen without colour.
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  stripes(x, y, width, height) {
    const count = Math.max(0, Math.ceil(width / STRIPE) - 1);
    const lines = Array.from({ length: count }, (_, index) => {
      const at = (x + (index + 1) * STRIPE).toFixed(2);
      return `${at} ${(y + 1).toFixed(2)} m ${at} ${(y + height - 1).toFixed(2)} l`;
    });
    return `1 G 1.2 w ${lines.join(" ")} S`;
  }
}

/**
 * [left, width] of each column.
 * @param {number[]} widths in shares
 * @param {number} inner the width of all
 * @returns {[number, number][]}
 */
function columns(widths, inner) {
  const sum = widths.reduce((all, width) => all + width, 0);
  let left = SIDE;
  return widths.map((width) => {
    const place = /** @type {[number, number]} */ ([left, (width / sum) * inner]);
    left += place[1];
    return place;
  });
}
