/** What a document shows, whichever program wrote it: paragraphs and tables, and the controls in them. toolkit/answers/visible.py is its twin. */

import { crc32 } from "./archive.mjs";

/** @param {ShownParagraph} paragraph */
export function textIn(paragraph) {
  return paragraph.pieces.map(({ text }) => text).join("");
}

/**
 * What a paragraph shows besides its controls.
 * @param {ShownParagraph} paragraph
 */
export function ownText(paragraph) {
  return paragraph.pieces.map(({ text, key }) => (key ? "" : text)).join("");
}

/**
 * The controls of a paragraph, those that show nothing too.
 * @param {ShownParagraph} paragraph
 */
export function controlsIn(paragraph) {
  return paragraph.pieces.filter(({ key }) => key);
}

/** @param {ShownCell} cell */
export function cellText(cell) {
  return cell.paragraphs.map(textIn).join("\n").trim();
}

/** @param {ShownCell} cell */
export function cellControls(cell) {
  return cell.paragraphs.flatMap(controlsIn);
}

/** @param {ShownTable} table */
export function tableControls(table) {
  return table.rows.flatMap((cells) => cells.flatMap(cellControls));
}

/**
 * @param {ShownBlock} block
 * @returns {block is ShownTable}
 */
export function isTable(block) {
  return "rows" in block;
}

/**
 * The paragraphs of a document, those in tables too.
 * @param {ShownDocument} document
 */
export function paragraphsOf(document) {
  return document.blocks.flatMap((block) =>
    isTable(block) ? block.rows.flatMap((cells) => cells.flatMap(({ paragraphs }) => paragraphs)) : [block],
  );
}

/** @param {ShownDocument} document */
export function controlsOf(document) {
  return document.blocks.flatMap((block) => (isTable(block) ? tableControls(block) : controlsIn(block)));
}

/**
 * The letters and digits of a text: what is left when programs and people have changed signs and spaces.
 * @param {string} text
 */
export function plain(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * A short mark of a text's letters and digits; empty where it has none.
 * @param {string} text
 */
export function fingerprint(text) {
  const words = plain(text);
  return words && crc32(new TextEncoder().encode(words)).toString(16);
}
