/** The rows of a section's table in a document: which row of the form each is of, and its answers. placing.mjs finds the table. */

import { answersIn, isBand, onceLabels } from "./bands.mjs";
import { joinKey } from "./keys.mjs";
import { belowPrompt, gridOf, isHeading, rowOf } from "./table-rows.mjs";
import { cellControls } from "./visible.mjs";

/** @import { Findings } from "./findings.mjs" */
/** @import { Position } from "./position.mjs" */
/** @import { Questions } from "./questions.mjs" */
/** @import { Heading } from "./table-rows.mjs" */

/** Reads the tables of sections one after the other; knows how many entries each row has had. */
export class SectionRows {
  /**
   * @param {Questions} questions
   * @param {Findings} findings
   * @param {Position} position
   */
  constructor(questions, findings, position) {
    this.questions = questions;
    this.findings = findings;
    this.position = position;
    /** @type {Map<string, number>} how many entries of each row there are, by section and row */
    this.entries = new Map();
    /** @type {Map<string, Heading>} of the last table, by section */
    this.headings = new Map();
    /** @type {Set<string>} sections and their repetitions that have had a table with headings */
    this.headed = new Set();
  }

  /**
   * The rows of a section's table.
   * @param {ShownTable} table
   * @param {Heading} heading
   */
  read(table, heading) {
    const { section } = heading;
    const isAgain = heading.row >= 0 && section.repeat && this.headed.has(this.position.nameOf(section));
    if (section !== this.position.section || isAgain) this.position.enter(section);
    this.headings.set(section.id, heading);
    if (heading.row >= 0) this.headed.add(this.position.nameOf(section));
    let last = "";
    for (const [index, cells] of table.rows.entries()) {
      if (!isHeading(heading, index, cells)) {
        last = this.row(heading, cells, last);
        continue;
      }
      for (const [column, cell] of gridOf(cells)) if (!heading.columns.has(column)) this.findings.leaveUnknown(cell);
    }
  }

  /**
   * One row; gives the id of the row that it belongs to, for the one below it.
   * @param {Heading} heading
   * @param {ShownCell[]} cells
   * @param {string} last
   */
  row(heading, cells, last) {
    const { section } = heading;
    const { near } = this.findings;
    const line = rowOf(cells, section, this.questions, last, this.findings.prompts);
    if (!line.id) {
      this.findings.leaveRow(cells);
      return last;
    }
    this.findings.near = line.prompt || near;
    for (const text of line.rest) this.findings.leave(text);
    for (const cell of section.free ? [] : belowPrompt(cells)) this.findings.leaveUnknown(cell);
    if (isBand(cells, section, this.questions)) this.band(section, line.id, cells);
    else this.entry(heading, line.id, cells);
    this.findings.near = near;
    return line.id;
  }

  /**
   * What is asked once for a row, beside its prompt.
   * @param {Section} section
   * @param {string} row
   * @param {ShownCell[]} cells
   */
  band(section, row, cells) {
    for (const [column, cell] of answersIn(cells, onceLabels(section, this.questions))) {
      const key = joinKey([[section.id, this.position.number], [row, 1], [column, 1]]); // biome-ignore format: one name
      if (column) this.findings.fill(key, cell);
      else this.findings.leaveUnknown(cell);
    }
  }

  /**
   * The cells of an entry of a row.
   * @param {Heading} heading
   * @param {string} row
   * @param {ShownCell[]} cells
   */
  entry({ section, columns }, row, cells) {
    const spot = `${this.position.nameOf(section)}/${row}`;
    const number = (this.entries.get(spot) ?? 0) + 1;
    this.entries.set(spot, number);
    for (const [column, cell] of gridOf(cells)) {
      const name = columns.get(column);
      if (name)
        this.answer([[section.id, this.position.number], [row, number], [name, 1]], cell); // biome-ignore format: one name
      else if (column || section.free) this.findings.leaveUnknown(cell);
    }
  }

  /**
   * A cell of an entry. What is asked once for all entries belongs to the first, unless that has it already.
   * @param {Steps} steps
   * @param {ShownCell} cell
   */
  answer(steps, cell) {
    const [section, [row], column] = steps;
    const [key, first] = [joinKey(steps), joinKey([section, [row, 1], column])];
    const candidates = this.findings.candidates.get(first) ?? [];
    if (key === first || !this.questions.isOnce(key)) return this.findings.fill(key, cell);
    if (!candidates.some(Boolean)) return this.findings.fill(first, cell);
    this.findings.leaveUnknown(cell);
    for (const { text } of cellControls(cell)) if (!candidates.includes(text)) this.findings.leave(text);
  }
}
