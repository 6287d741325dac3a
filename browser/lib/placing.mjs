/**
 * Where the texts of a document belong in a form: found by headings and prompts, as people leave them.
 *
 * What the document shows is believed, and its controls are one more sign of what is meant. toolkit/answers/placing.py
 * is its twin; tests/vectors/placing.json is given to both.
 */

import { Asked } from "./asked-words.mjs";
import { tickIn } from "./cells.mjs";
import { Findings } from "./findings.mjs";
import { joinKey, splitKey } from "./keys.mjs";
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
  const placing = new Placing(document, new Asked(definition), templates);
  for (const block of document.blocks) {
    if (isTable(block)) placing.table(block);
    else placing.paragraph(block);
  }
  return placing.found.finish();
}

/** Goes through a document once; knows which section it is in, and which question was asked last. */
class Placing {
  /**
   * @param {ShownDocument} document
   * @param {Asked} asked
   * @param {ShownTemplate[]} templates
   */
  constructor(document, asked, templates) {
    this.asked = asked;
    this.found = new Findings(document, asked, templates);
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
    for (const { key, text } of controls) this.found.say(this.here(key), text);
    const own = this.found.words(ownText(paragraph));
    const words = plain(own);
    if (!words || (!controls.length && this.beginSection(words))) return;
    const question = this.question(words);
    if (!question && !this.found.isKnown(own)) return this.found.leaveParagraph(this.found.words(textIn(paragraph)));
    this.found.begin();
    if (question && !controls.length) this.ask(question, own);
  }

  /**
   * The question that plain words ask; begins its section where that has no heading any more.
   * @param {string} words
   */
  question(words) {
    const here = this.asked.question(words, this.section);
    if (here) return here;
    const elsewhere = this.asked.questionElsewhere(words);
    const section = elsewhere ? this.asked.sectionOf(elsewhere) : null;
    if (section) this.enter(section);
    return elsewhere;
  }

  /**
   * A question, whose answer follows, or a tick with its words.
   * @param {string} question
   * @param {string} text
   */
  ask(question, text) {
    this.found.near = this.asked.label(question);
    const isBox = this.asked.isBox(question);
    this.pending = isBox ? "" : this.here(question);
    if (isBox) this.found.say(this.here(question), tickIn(text));
  }

  /**
   * Begins the section that words are the heading of, if there is one.
   * @param {string} words
   */
  beginSection(words) {
    const section = this.asked.sectionTitled(words);
    // A question may be called as its section is.
    if (!section || (section === this.section && this.asked.question(words, section))) return false;
    this.found.begin();
    this.enter(section);
    this.pending = "";
    this.found.near = section.title;
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
    this.found.begin();
    const heading = findHeading(table, this.asked, this.section, this.headings);
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
    const { near } = this.found;
    const left = cells.slice(0, -1);
    const answer = cells.at(-1) ?? { paragraphs: [], span: 1 };
    const key = this.keyOf(left, answer, isAlone);
    if (key) {
      this.found.near = this.asked.label(key) || near;
      this.found.fill(key, answer);
    } else this.found.leaveRow(cells);
    for (const cell of key ? left : cells) {
      for (const control of cellControls(cell)) this.found.say(this.here(control.key), control.text);
      if (key) this.found.leaveUnknown(cell, this.asked.label(key));
    }
    this.found.near = near;
  }

  /**
   * The name of the answer that a row ends in; empty if nothing tells it.
   * @param {ShownCell[]} left
   * @param {ShownCell} answer
   * @param {boolean} isAlone
   */
  keyOf(left, answer, isAlone) {
    if (!left.length && isAlone && this.pending) return this.pending;
    const [first] = left[0]?.paragraphs ?? [];
    const label = first ? plain(this.found.words(ownText(first))) : "";
    const keys = cellControls(answer).map(({ key }) => this.here(key));
    if (keys.length && (!label || plain(this.asked.label(keys[0])) === label)) return keys[0];
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
      for (const [column, cell] of gridOf(cells)) if (!heading.columns.has(column)) this.found.leaveUnknown(cell);
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
    const { near } = this.found;
    const line = rowOf(cells, section, this.asked, last, this.found.prompts);
    if (!line.id) {
      this.found.leaveRow(cells);
      return last;
    }
    this.found.near = line.prompt || near;
    for (const text of line.rest) this.found.leave(text);
    for (const cell of section.free ? [] : belowPrompt(cells)) this.found.leaveUnknown(cell);
    this.entry(heading, line.id, cells);
    this.found.near = near;
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
      else if (column || section.free) this.found.leaveUnknown(cell);
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
    const said = this.found.said.get(first) ?? [];
    if (key === first || !this.asked.isOnce(key)) return this.found.fill(key, cell);
    if (!said.some(Boolean)) return this.found.fill(first, cell);
    this.found.leaveUnknown(cell);
    for (const { text } of cellControls(cell)) if (!said.includes(text)) this.found.leave(text);
  }

  /**
   * The name that a control or question has in the repetition of a section that it stands in.
   * @param {string} key
   */
  here(key) {
    const current = this.asked.current(key);
    const steps = splitKey(current);
    if (!steps || steps[0][0] !== this.section?.id) return current;
    return joinKey([[steps[0][0], this.number], ...steps.slice(1)]);
  }
}
