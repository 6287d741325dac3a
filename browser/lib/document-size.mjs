/** How much a document holds, told before anything is looked for in it. toolkit/answers/document_size.py is its twin. */

import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";
import { MOST_CHARACTERS, MOST_IN_DOCUMENT, MOST_PROMPTS } from "./limits.mjs";
import { isTable } from "./visible.mjs";

/**
 * Throws FileProblem for a document that holds more than any form does.
 *
 * Finding where texts belong takes time for each of them; with this limit it takes seconds for the worst document.
 * `most` is how many there may be, `longest` of how many characters together.
 * @param {ShownDocument} document
 */
export function checkSize(document, most = MOST_IN_DOCUMENT, longest = MOST_CHARACTERS) {
  if (document.prompts.size > MOST_PROMPTS) throw new FileProblem(t("files.too-many-parts"));
  let count = 0;
  let length = 0;
  for (const text of contentsOf(document)) {
    count += 1;
    length += text.length;
    if (count > most) throw new FileProblem(t("files.too-many-parts"));
    if (length > longest) throw new FileProblem(t("files.too-large"));
  }
}

/**
 * Each piece with its name, and all that is hidden; an empty one for each table, row, cell and paragraph.
 * @param {ShownDocument} document
 * @returns {Generator<string>}
 */
function* contentsOf(document) {
  for (const block of document.blocks) {
    if (!isTable(block)) {
      yield* textsOf(block);
      continue;
    }
    yield "";
    for (const row of block.rows) {
      yield "";
      for (const cell of row) {
        yield "";
        for (const paragraph of cell.paragraphs) yield* textsOf(paragraph);
      }
    }
  }
  for (const pair of Object.entries(document.hidden)) yield pair.join("");
  yield* document.texts;
  yield* document.prompts;
  yield* document.notes;
}

/**
 * @param {ShownParagraph} paragraph
 * @returns {Generator<string>}
 */
function* textsOf(paragraph) {
  yield "";
  for (const { key, text } of paragraph.pieces) yield key + text;
}
