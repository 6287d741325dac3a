/** Fields of a PDF with answers: each as high as its answer, and open to be typed into. */

import { kindOf, YES } from "./kinds.mjs";
import { pdfText } from "./pdf-file.mjs";
import { ALIAS, BODY, INNER, LEADING, PdfPages, SIDE, WIDTH } from "./pdf-pages.mjs";

const SIZE = 10;
const [PADDING, LEAST, GAP] = [3, 18, 7]; // points
const LABELLED = 150; // how wide the labels beside fields are
const LARGEST = BODY * 0.7; // what is higher is written as text over several pages
const MULTI_LINE = 1 << 12;
const COMBO = 1 << 17;
const APPEARANCE = `/DA(/${ALIAS} 0 Tf 0 g)`; // no size: viewers type as large as the box has room for

/**
 * One answer to be shown. `name` says in full what is asked; `words` is the answer as people read it, `value` as it is kept.
 * @typedef {{key: string, label: string, name: string, kind: string, value: string, words: string,
 *   choices: [string, string][]}} Shown
 */

/**
 * Puts a question with its answer onto the pages; the reference to its field.
 * @param {PdfPages} pages
 * @param {Shown} shown
 */
export function placeField(pages, shown) {
  if (kindOf(shown.kind).inputType("") === "checkbox") return placeTick(pages, shown);
  const isBeside = pages.font.width(shown.label, SIZE) * 1.05 <= LABELLED - GAP;
  const left = isBeside ? SIDE + LABELLED : SIDE;
  const width = WIDTH - SIDE - left;
  const lines = pages.font.wrap(shown.words, width - 2 * PADDING, SIZE);
  const height = Math.max(LEAST, lines.length * SIZE * LEADING + 2 * PADDING);
  if (height > LARGEST) return writeText(pages, shown);
  pages.need(height + (isBeside ? GAP : 3 * SIZE));
  const start = pages.y;
  pages.skip(PADDING); // so that both begin on one line
  pages.write("P", shown.label, { isBold: true, width: isBeside ? LABELLED - GAP : INNER });
  const top = isBeside ? start : pages.y - 2;
  const field = placeBox(pages, shown, [left, top - height, left + width, top], lines);
  pages.y = Math.min(pages.y, top - height) - GAP;
  return field;
}

/**
 * A label with an answer that is longer than a page has room for; the field that keeps it has no place on the page.
 * @param {PdfPages} pages
 * @param {Shown} shown
 */
export function writeText(pages, shown) {
  pages.need(4 * SIZE);
  pages.write("P", shown.label, { isBold: true });
  pages.write("P", shown.words);
  pages.skip(GAP);
  return pages.file.add(`<</FT/Tx/Ff ${MULTI_LINE}${named(shown)}/V ${pdfText(shown.words)}${APPEARANCE}>>`);
}

/**
 * @param {PdfPages} pages
 * @param {Shown} shown
 * @param {[number, number, number, number]} box
 * @param {string[]} lines
 */
function placeBox(pages, shown, [left, bottom, right, top], lines) {
  const [width, height] = [right - left, top - bottom];
  pages.decorate(
    `q 0.47 G 0.6 w ${left.toFixed(2)} ${bottom.toFixed(2)} ${width.toFixed(2)} ${height.toFixed(2)} re S Q`,
  );
  const text = shown.words ? pages.draw(lines, PADDING, height - PADDING - SIZE, {}) : "";
  const drawing = drawingOf(pages, width, height, `/Tx BMC ${text} EMC`);
  const isListed = shown.choices.some(([value]) => value === shown.value) || !shown.value;
  const kind =
    shown.choices.length && isListed
      ? `/FT/Ch/Ff ${COMBO}/Opt[${optionsOf(shown)}]/V ${pdfText(shown.value)}`
      : `/FT/Tx/Ff ${MULTI_LINE}/V ${pdfText(shown.words)}`;
  return pages.place(`${named(shown)}${kind}${APPEARANCE}/MK<<>>/AP<</N ${drawing}>>`, [left, bottom, right, top]);
}

/**
 * A box with its statement beside it.
 * @param {PdfPages} pages
 * @param {Shown} shown
 */
function placeTick(pages, shown) {
  const [size, indent] = [11, 18];
  const lines = pages.font.wrap(shown.label, INNER - indent, SIZE).length;
  pages.need(lines * SIZE * LEADING + GAP);
  const [left, top] = [SIDE, pages.y - 1];
  pages.decorate(`q 0.3 G 0.8 w ${left} ${(top - size).toFixed(2)} ${size} ${size} re S Q`);
  const check = `q 1.4 w 0 G ${size * 0.2} ${size * 0.5} m ${size * 0.42} ${size * 0.22} l ${size * 0.82} ${size * 0.8} l S Q`;
  const [yes, off] = [check, ""].map((drawing) => drawingOf(pages, size, size, drawing));
  const state = shown.value === YES ? YES : "Off";
  const field = pages.place(
    `${named(shown)}/FT/Btn/V/${state}/AS/${state}/MK<</CA(4)>>/AP<</N<</${YES} ${yes}/Off ${off}>>>>`,
    [left, top - size, left + size, top],
  );
  pages.write("P", shown.label, { left: SIDE + indent, width: INNER - indent });
  pages.skip(GAP);
  return field;
}

/** @param {Shown} shown */
function named({ key, name }) {
  return `/T ${/^[a-z0-9/~-]*$/.test(key) ? `(${key})` : pdfText(key)}/TU ${pdfText(name)}`;
}

/** @param {Shown} shown */
function optionsOf({ choices }) {
  /** @type {[string, string][]} */
  const all = [["", " "], ...choices];
  return all.map(([value, words]) => `[${pdfText(value)}${pdfText(words)}]`).join("");
}

/**
 * @param {PdfPages} pages
 * @param {number} width
 * @param {number} height
 * @param {string} content
 */
function drawingOf(pages, width, height, content) {
  const box = `/BBox[0 0 ${width.toFixed(2)} ${height.toFixed(2)}]`;
  return pages.file.addStream(`/Type/XObject/Subtype/Form${box}${pages.resources}`, new TextEncoder().encode(content));
}
