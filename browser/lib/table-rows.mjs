/** Tables of a form in a document: of which section one is, which column is which, and of which row a line is. toolkit/answers/table_rows.py is its twin. */

import { isBand, onceLabels } from "./bands.mjs";
import { withoutPrompts } from "./cells.mjs";
import { splitKey } from "./keys.mjs";
import { findPrompt } from "./row-prompts.mjs";
import { cellControls, cellText, ownText, plain, tableControls } from "./visible.mjs";

/** @import { Questions } from "./questions.mjs" */
/** @import { Line } from "./row-prompts.mjs" */

const FIRST_ROWS = 3; // among which the headings of a table are looked for

/**
 * What a table is: of which section, which column is which, and which row names the columns (-1 if none does).
 * @typedef {{section: Section, columns: Map<number, string>, row: number, words: string}} Heading
 */

/**
 * Whether a row names the columns: some programs repeat it on each page.
 * @param {Heading} heading
 * @param {number} index
 * @param {ShownCell[]} cells
 */
export function isHeading(heading, index, cells) {
  return index === heading.row || (heading.words !== "" && heading.words === wordsOf(cells));
}

/**
 * [column, cell]: a wide cell counts for several columns.
 * @param {ShownCell[]} cells
 * @returns {[number, ShownCell][]}
 */
export function gridOf(cells) {
  let column = 0;
  return cells.map((cell) => {
    column += cell.span;
    return [column - cell.span, cell];
  });
}

/**
 * What a table is; null if it is of no section's rows. `before` is the last table before it, by section.
 * @param {ShownTable} table
 * @param {Questions} questions
 * @param {Section | null} current
 * @param {Map<string, Heading>} before
 * @returns {Heading | null}
 */
export function findHeading(table, questions, current, before) {
  const inRows = tableControls(table)
    .filter(({ key }) => key.split("/").length === 3)
    .map(({ key }) => questions.current(key).split("/")[0].split("~")[0]);
  /** @type {Heading | null} */
  let best = null;
  let most = -1;
  for (const section of questions.sections) {
    const heading = byColumns(table, section, questions);
    if (!heading) continue;
    const keyed = inRows.filter((id) => id === section.id).length;
    const score =
      heading.columns.size * 2 + Number(section === current) + 100 * keyed + 10 * promptsIn(table, section, questions);
    if (score > most) [best, most] = [heading, score];
  }
  if (best) return withKeyedColumns(table, best, questions);
  const isCurrent = current && current.columns.length > 0 && promptsIn(table, current, questions) > 0;
  const section = questions.sections.find(({ id }) => inRows.includes(id)) ?? (isCurrent ? current : null);
  if (!section) return null;
  const columns = before.get(section.id)?.columns ?? usualColumns(table, section, questions);
  return withKeyedColumns(table, { section, columns, row: -1, words: "" }, questions);
}

/**
 * The heading of a table whose first rows name the columns of a section.
 * @param {ShownTable} table
 * @param {Section} section
 * @param {Questions} questions
 * @returns {Heading | null}
 */
function byColumns(table, section, questions) {
  const labels = questions.columns.get(section.id) ?? new Map();
  for (const [index, cells] of table.rows.slice(0, FIRST_ROWS).entries()) {
    /** @type {Map<number, string>} */
    const columns = new Map();
    for (const [column, cell] of gridOf(cells)) {
      const name = labels.get(plain(cellText(cell)));
      if (name) columns.set(column, name);
    }
    if (columns.size && columns.size >= Math.min(2, labels.size))
      return { section, columns, row: index, words: wordsOf(cells) };
  }
  return null;
}

/**
 * The heading with the columns that only their controls tell of.
 * @param {ShownTable} table
 * @param {Heading} heading
 * @param {Questions} questions
 * @returns {Heading}
 */
function withKeyedColumns(table, heading, questions) {
  const columns = new Map(heading.columns);
  const lines = table.rows.filter((cells) => !isBand(cells, heading.section, questions));
  for (const [column, cell] of lines.flatMap(gridOf)) {
    for (const { key } of cellControls(cell)) {
      const steps = splitKey(questions.current(key));
      if (steps?.length !== 3 || steps[0][0] !== heading.section.id) continue;
      if (![...columns.values()].includes(steps[2][0]) && !columns.has(column)) columns.set(column, steps[2][0]);
    }
  }
  return { ...heading, columns };
}

/**
 * The columns of a table that names none, if it has as many as the form's; bands leave out what is asked once.
 * @param {ShownTable} table
 * @param {Section} section
 * @param {Questions} questions
 * @returns {Map<number, string>}
 */
function usualColumns(table, section, questions) {
  const first = section.free ? 0 : 1;
  const width = Math.max(0, ...table.rows.map((cells) => cells.reduce((sum, { span }) => sum + span, 0)));
  const isBanded = table.rows.some((cells) => isBand(cells, section, questions));
  const once = isBanded ? [...onceLabels(section, questions).values()] : [];
  const columns = section.columns.filter((id) => !once.includes(id));
  if (width !== columns.length + first) return new Map();
  return new Map(columns.map((id, index) => [index + first, id]));
}

/**
 * How many rows of a section a table names.
 * @param {ShownTable} table
 * @param {Section} section
 * @param {Questions} questions
 */
function promptsIn(table, section, questions) {
  if (section.free) return 0;
  const prompts = questions.prompts.get(section.id) ?? new Set();
  return table.rows.filter((cells) => cells.length > 0 && prompts.has(plain(firstLine(cells[0])))).length;
}

/** @param {ShownCell} cell */
function firstLine(cell) {
  return cell.paragraphs.map(ownText).find((text) => plain(text)) ?? "";
}

/**
 * The paragraphs below a row's prompt, as a cell each.
 * @param {ShownCell[]} cells
 * @returns {ShownCell[]}
 */
export function belowPrompt(cells) {
  const withWords = (cells[0]?.paragraphs ?? []).filter((paragraph) => plain(ownText(paragraph)));
  return withWords.slice(1).map((paragraph) => ({ paragraphs: [paragraph], span: 1 }));
}

/**
 * Which row of a section a line is of. One without a prompt is of the row above it, `last`.
 * @param {ShownCell[]} cells
 * @param {Section} section
 * @param {Questions} questions
 * @param {string} last
 * @param {ReadonlySet<string>} prompts
 * @returns {Line}
 */
export function rowOf(cells, section, questions, last, prompts) {
  if (section.free) return { id: section.rows[0]?.id ?? "row", prompt: "", rest: [] };
  const words = cells.length ? withoutPrompts(firstLine(cells[0]), prompts) : "";
  const keyed = cells
    .flatMap(cellControls)
    .map(({ key }) => splitKey(questions.current(key)) ?? [])
    .filter(({ length }) => length === 3)
    .map((steps) => steps[1][0]);
  if (!plain(words)) return { id: keyed[0] ?? last, prompt: "", rest: [] };
  return findPrompt(words, section) ?? { id: keyed[0] ?? "", prompt: "", rest: [] };
}

/** @param {ShownCell[]} cells */
function wordsOf(cells) {
  return cells.map((cell) => plain(cellText(cell))).join("\n");
}
