/**
 * Where the texts of a document belong in a form: found by headings and prompts, as people leave them.
 *
 * What the document shows is believed, and its controls are one more sign of what is meant. toolkit/answers/placing.py
 * is its twin; tests/vectors/placing.json is given to both.
 */

import { tickIn } from "./cells.mjs";
import { Findings } from "./findings.mjs";
import { Position } from "./position.mjs";
import { Questions } from "./questions.mjs";
import { SectionRows } from "./section-rows.mjs";
import { findHeading } from "./table-rows.mjs";
import { cellControls, controlsIn, isTable, ownText, plain, textIn } from "./visible.mjs";

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
    this.position = new Position(questions);
    this.sectionRows = new SectionRows(questions, this.findings, this.position);
    this.pending = ""; // the question whose answer is to follow
  }

  /**
   * A paragraph outside tables: a heading, a question, a tick with its words, or a text.
   * @param {ShownParagraph} paragraph
   */
  paragraph(paragraph) {
    const controls = controlsIn(paragraph);
    for (const control of controls) this.findings.sayControl(control, this.position.here(control.key));
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
    const here = this.questions.question(words, this.position.section);
    if (here) return here;
    const elsewhere = this.questions.questionElsewhere(words);
    const section = elsewhere ? this.questions.sectionOf(elsewhere) : null;
    if (section) this.position.enter(section);
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
    this.pending = isBox ? "" : this.position.here(question);
    if (isBox) this.findings.say(this.position.here(question), tickIn(text));
  }

  /**
   * Begins the section that words are the heading of, if there is one.
   * @param {string} words
   */
  beginSection(words) {
    const section = this.questions.sectionTitled(words);
    // A question may be called as its section is.
    if (!section || (section === this.position.section && this.questions.question(words, section))) return false;
    this.findings.begin();
    this.position.enter(section);
    this.pending = "";
    this.findings.near = section.title;
    return true;
  }

  /**
   * A table: of a section's rows, of labels with their answers, or of one answer below its question.
   * @param {ShownTable} table
   */
  table(table) {
    this.findings.begin();
    const heading = findHeading(table, this.questions, this.position.section, this.sectionRows.headings);
    if (heading) this.sectionRows.read(table, heading);
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
      for (const control of cellControls(cell)) this.findings.sayControl(control, this.position.here(control.key));
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
    const keys = cellControls(answer).map(({ key }) => this.position.here(key));
    if (keys.length && (!label || plain(this.questions.label(keys[0])) === label)) return keys[0];
    const question = label ? this.question(label) : "";
    return question ? this.position.here(question) : (keys[0] ?? "");
  }
}
