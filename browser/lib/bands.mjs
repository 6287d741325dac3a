/** Bands of a table in a document: a row's prompt, beside what is asked once for it, over the lines of its entries. toolkit/answers/bands.py is its twin. */

import { tickIn } from "./cells.mjs";
import { cellText, controlsIn, ownText, plain } from "./visible.mjs";

/** @import { Questions } from "./questions.mjs" */

const TICKED_BOX = "\u2612";
const TICK_WORDS = ["yes", "x"];
const MOST_CELLS = 3; // with words, of a band; a line of an entry has a cell for each column

/**
 * Whether a line of a section's table is a band: beside its prompt, it names what is asked once.
 * @param {ShownCell[]} cells
 * @param {Section} section
 * @param {Questions} questions
 */
export function isBand(cells, section, questions) {
  // Of an OpenDocument text the cells that a wide one covers are there, too, and empty.
  if (section.free || cells.length < 2 || cells.filter((cell) => cellText(cell)).length > MOST_CELLS) return false;
  const labels = onceLabels(section, questions);
  return cells.slice(1).some(({ paragraphs }) => paragraphs.some((paragraph) => labelled(paragraph, labels)[0]));
}

/**
 * The columns that are asked once for a row, by the plain words of their labels.
 * @param {Section} section
 * @param {Questions} questions
 * @returns {Map<string, string>}
 */
export function onceLabels({ id, rows }, questions) {
  const columns = [...(questions.columns.get(id) ?? [])];
  return new Map(columns.filter(([, column]) => questions.isOnce(`${id}/${rows[0]?.id}/${column}`)));
}

/**
 * [column, what is said of it] of each label in a band, and ["", rest] of what is before the first of a cell. What is
 * said of a column follows its label, up to the next; a tick is in the label's own line.
 * @param {ShownCell[]} cells
 * @param {Map<string, string>} labels
 * @returns {[string, ShownCell][]}
 */
export function answersIn(cells, labels) {
  /** @type {[string, ShownCell][]} */
  const answers = [];
  for (const cell of cells.slice(1)) {
    answers.push(["", { paragraphs: [], span: 1 }]);
    for (const paragraph of cell.paragraphs) {
      const [column, pieces] = labelled(paragraph, labels);
      if (column) answers.push([column, { paragraphs: pieces.length > 0 ? [{ pieces }] : [], span: 1 }]);
      else answers[answers.length - 1][1].paragraphs.push(paragraph);
    }
  }
  return answers;
}

/**
 * [column, what is said of it in the same line] of a paragraph that begins with a label; ["", ...] of any other.
 * @param {ShownParagraph} paragraph
 * @param {Map<string, string>} labels
 * @returns {[string, ShownPiece[]]}
 */
function labelled(paragraph, labels) {
  const text = ownText(paragraph);
  const controls = controlsIn(paragraph);
  const column = labels.get(plain(text));
  const tick = tickIn(text) ? [{ text: TICKED_BOX, key: "" }] : [];
  if (column) return [column, controls.length > 0 ? controls : tick];
  // LibreOffice shows a tick as a word.
  const word = TICK_WORDS.find((tickWord) => plain(text).startsWith(tickWord)) ?? "";
  const ticked = word && labels.get(plain(text).slice(word.length));
  if (ticked) return [ticked, [{ text: TICKED_BOX, key: "" }]];
  const end = text.indexOf(":");
  const [before, after] = end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end + 1)];
  const rest = plain(after) ? [{ text: after.trim(), key: "" }] : [];
  return [labels.get(plain(before)) ?? "", [...controls, ...rest]];
}
