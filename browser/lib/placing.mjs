/**
 * Where the texts of a document belong in a form: found by headings and prompts, as people leave them.
 *
 * What the document shows is believed, and its controls are one more sign of what is meant. toolkit/answers/placing.py
 * is its twin; tests/vectors/placing.json is given to both.
 */

import { tickIn } from "./cells.mjs";
import { Findings } from "./findings.mjs";
import { joinKey, splitKey } from "./keys.mjs";
import { Questions } from "./questions.mjs";
import { belowPrompt, findHeading, gridOf, isHeading, rowOf } from "./table-rows.mjs";
import { cellControls, controlsIn, isTable, ownText, plain, textIn } from "./visible.mjs";

/** @import { Heading } from "./table-rows.mjs" */

/**
 * Where the texts of a document belong in a form. `templates` are the site's own files of the form; they serve where
 * the document does not say what the form says.
 * @param {ShownDocument} document
 * @param {FormDefinition} definition
 * @param {ShownTemplate[]} [templates]
 */
export function place(document, definition, templates = []) {
  const placing = new Placing(document, new Questions(definition), templates);
  for (const block of document.blocks) {
    if (isTable(block)) placing.table(block);
    else placing.paragraph(block);
  }
  return placing.findings.finish();
}

/** Goes through a document once; knows which section it is in, and which question was asked last. */
class Placing {
  /**
   * @param {ShownDocument} document
   * @param {Questions} questions
   * @param {ShownTemplate[]} templates
   */
  constructor(document, questions, templates) {
    this.questions = questions;
    this.findings = new Findings(document, questions, templates);
    /** @type {Section | null} */
    this.section = null;
    this.number = 1; // of the section, where it is repeated
    this.pending = ""; // the question whose answer is to follow
    /** @type {Map<string, number>} how often each section has begun */
    this.begun = new Map();
    /** @type {Map<string, number>} how many entries of each row there are, by section and row */
    this.entries = new Map();
    /** @type {Map<string, Heading>} of the last table, by section */
    this.headings = new Map();
    /** @type {Set<string>} sections and their repetitions that have had a table with headings */
    this.headed = new Set();
  }

  /**
   * A paragraph outside tables: a heading, a question, a tick with its words, or a text.
   * @param {ShownParagraph} paragraph
   */
  paragraph(paragraph) {
    const controls = controlsIn(paragraph);
    for (const control of controls) this.findings.sayControl(control, this.here(control.key));
    const text = this.findings.words(ownText(paragraph));
    const words = plain(text);
    if (!words || (!controls.length && this.beginSection(words))) return;
    const question = this.question(words);
    if (!question && !this.findings.isKnown(text))
      return this.findings.leaveParagraph(this.findings.words(textIn(paragraph)));
    this.findings.begin();
    if (question && !controls.length) this.ask(question, text);
  }

  /**
   * The question that plain words ask; begins its section where that has no heading any more.
   * @param {string} words
   */
  question(words) {
    const here = this.questions.question(words, this.section);
    if (here) return here;
    const elsewhere = this.questions.questionElsewhere(words);
    const section = elsewhere ? this.questions.sectionOf(elsewhere) : null;
    if (section) this.enter(section);
    return elsewhere;
  }

  /**
   * A question, whose answer follows, or a tick with its words.
   * @param {string} question
   * @param {string} text
   */
  ask(question, text) {
    this.findings.near = this.questions.label(question);
    const isBox = this.questions.isBox(question);
    this.pending = isBox ? "" : this.here(question);
    if (isBox) this.findings.say(this.here(question), tickIn(text));
  }

  /**
   * Begins the section that words are the heading of, if there is one.
   * @param {string} words
   */
  beginSection(words) {
    const section = this.questions.sectionTitled(words);
    // A question may be called as its section is.
    if (!section || (section === this.section && this.questions.question(words, section))) return false;
    this.findings.begin();
    this.enter(section);
    this.pending = "";
    this.findings.near = section.title;
    return true;
  }

  /** @param {Section} section */
  enter(section) {
    const count = (this.begun.get(section.id) ?? 0) + 1;
    this.begun.set(section.id, count);
    this.section = section;
    this.number = section.repeat ? count : 1;
  }

  /**
   * A table: of a section's rows, of labels with their answers, or of one answer below its question.
   * @param {ShownTable} table
   */
  table(table) {
    this.findings.begin();
    const heading = findHeading(table, this.questions, this.section, this.headings);
    if (heading) this.rows(table, heading);
    else for (const cells of table.rows) this.labelled(cells, table.rows.length === 1);
    this.pending = "";
  }

  /**
   * A row that is no section's: what is asked on the left and answered on the right, or an answer alone.
   * @param {ShownCell[]} cells
   * @param {boolean} isAlone
   */
  labelled(cells, isAlone) {
    const { near } = this.findings;
    const labels = cells.slice(0, -1);
    const answer = cells.at(-1) ?? { paragraphs: [], span: 1 };
    const key = this.keyOf(labels, answer, isAlone);
    if (key) {
      this.findings.near = this.questions.label(key) || near;
      this.findings.fill(key, answer);
    } else this.findings.leaveRow(cells);
    for (const cell of key ? labels : cells) {
      for (const control of cellControls(cell)) this.findings.sayControl(control, this.here(control.key));
      if (key) this.findings.leaveUnknown(cell, this.questions.label(key));
    }
    this.findings.near = near;
  }

  /**
   * The name of the answer that a row ends in; empty if nothing tells it.
   * @param {ShownCell[]} labels
   * @param {ShownCell} answer
   * @param {boolean} isAlone
   */
  keyOf(labels, answer, isAlone) {
    if (!labels.length && isAlone && this.pending) return this.pending;
    const [first] = labels[0]?.paragraphs ?? [];
    const label = first ? plain(this.findings.words(ownText(first))) : "";
    const keys = cellControls(answer).map(({ key }) => this.here(key));
    if (keys.length && (!label || plain(this.questions.label(keys[0])) === label)) return keys[0];
    const question = label ? this.question(label) : "";
    return question ? this.here(question) : (keys[0] ?? "");
  }

  /**
   * The rows of a section's table.
   * @param {ShownTable} table
   * @param {Heading} heading
   */
  rows(table, heading) {
    const { section } = heading;
    const isAgain = heading.row >= 0 && section.repeat && this.headed.has(this.placeOf(section));
    if (section !== this.section || isAgain) this.enter(section);
    this.headings.set(section.id, heading);
    if (heading.row >= 0) this.headed.add(this.placeOf(section));
    let last = "";
    for (const [index, cells] of table.rows.entries()) {
      if (!isHeading(heading, index, cells)) {
        last = this.row(heading, cells, last);
        continue;
      }
      for (const [column, cell] of gridOf(cells)) if (!heading.columns.has(column)) this.findings.leaveUnknown(cell);
    }
  }

  /** @param {Section} section */
  placeOf(section) {
    return joinKey([[section.id, this.number]]);
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
    this.entry(heading, line.id, cells);
    this.findings.near = near;
    return line.id;
  }

  /**
   * The cells of an entry of a row.
   * @param {Heading} heading
   * @param {string} row
   * @param {ShownCell[]} cells
   */
  entry({ section, columns }, row, cells) {
    const spot = `${this.placeOf(section)}/${row}`;
    const number = (this.entries.get(spot) ?? 0) + 1;
    this.entries.set(spot, number);
    for (const [column, cell] of gridOf(cells)) {
      const name = columns.get(column);
      if (name)
        this.answer([[section.id, this.number], [row, number], [name, 1]], cell); // biome-ignore format: one name
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

  /**
   * The name that a control or question has in the repetition of a section that it is in.
   * @param {string} key
   */
  here(key) {
    const current = this.questions.current(key);
    const steps = splitKey(current);
    if (!steps || steps[0][0] !== this.section?.id) return current;
    return joinKey([[steps[0][0], this.number], ...steps.slice(1)]);
  }
}
