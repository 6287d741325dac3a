/** What a document was found to say: under which names, and what found no place. toolkit/answers/findings.py is its twin. */

import { withoutPrompts, writtenIn } from "./cells.mjs";
import { EntryOrigins } from "./entry-origins.mjs";
import { plainKey } from "./keys.mjs";
import { templateOf } from "./templates.mjs";
import { cellControls, controlsOf, fingerprint, ownText, plain } from "./visible.mjs";

/** @import { Questions } from "./questions.mjs" */

/** Collects what a document says; in the end it decides which of several texts is the answer. */
export class Findings {
  /**
   * @param {ShownDocument} document
   * @param {Questions} questions
   * @param {ShownTemplate[]} templates
   */
  constructor(document, questions, templates) {
    const template = templateOf(document, templates);
    this.prompts = template.prompts;
    this.templateTexts = template.texts.size ? new Set([...template.texts, ...questions.formerTexts]) : template.texts;
    this.questions = questions;
    this.unseen = document.unseen;
    this.notes = document.notes;
    this.origins = new EntryOrigins(questions);
    this.isShown = document.isShown;
    /** @type {Answers} */
    this.hidden = Object.fromEntries(
      Object.entries(document.hidden).map(([key, text]) => [questions.current(key), text]),
    );
    this.controls = new Set(controlsOf(document).map(({ key }) => questions.current(key)));
    /** @type {Map<string, string[]>} what each control or cell says, by name */
    this.candidates = new Map();
    /** @type {Unplaced[]} */
    this.unplaced = [];
    this.near = "";
    /** @type {Unplaced | null} the band with the name of a site is right before the form's own words */
    this.head = null;
    this.isBegun = false;
  }

  /** The form's own words begin. What is right before them is the name of the site that handed it out. */
  begin() {
    this.isBegun = true;
    this.head = null;
  }

  /**
   * A text without what the form shows where nothing is answered.
   * @param {string} text
   */
  words(text) {
    return withoutPrompts(text, this.prompts);
  }

  /**
   * Takes a text as an answer; an empty one says that there is none.
   * @param {string} key
   * @param {string} text
   */
  say(key, text) {
    const texts = this.candidates.get(key);
    if (texts) texts.push(text);
    else this.candidates.set(key, [text]);
  }

  /**
   * Takes what a control says as the answer that it stands for.
   * @param {ShownPiece} control
   * @param {string} key
   */
  sayControl({ key: was, text }, key) {
    this.origins.follow(was, key);
    this.say(key, text);
  }

  /**
   * Takes what a cell says as the answer to a question.
   * @param {string} key
   * @param {ShownCell} cell
   */
  fill(key, cell) {
    const { answer, rest } = writtenIn(cell, this.questions.field(key), this.prompts);
    for (const control of cellControls(cell)) this.origins.follow(control.key, key);
    this.say(key, answer);
    for (const text of rest) this.leave(text);
  }

  /**
   * Puts a text aside that has no place.
   * @param {string} text
   */
  leave(text) {
    if (plain(text)) this.unplaced.push({ near: this.near, text: text.trim() });
  }

  /**
   * Puts aside a paragraph that has no place; before the form begins it may be the name of a site.
   * @param {string} text
   */
  leaveParagraph(text) {
    if (this.isBegun) return this.leave(text);
    if (this.head) this.unplaced.push(this.head);
    this.head = { near: this.near, text: text.trim() };
  }

  /**
   * Puts aside what in a cell is neither an answer nor the form's own text.
   * @param {ShownCell} cell
   * @param {string} [label]
   */
  leaveUnknown(cell, label = "") {
    for (const paragraph of cell.paragraphs) {
      const text = this.words(ownText(paragraph));
      if (plain(text) !== plain(label) && !this.isKnown(text)) this.leave(text);
    }
  }

  /**
   * Puts aside what a row that belongs nowhere shows besides its controls, as one text.
   * @param {ShownCell[]} cells
   */
  leaveRow(cells) {
    const texts = cells.map((cell) => this.words(cell.paragraphs.map(ownText).join("\n")).trim());
    const text = texts.filter(Boolean).join("\n");
    if (!this.templateTexts.has(fingerprint(text))) this.leave(text);
  }

  /**
   * Whether the form itself says this. Where nobody knows what it says, all texts are taken for its own.
   * @param {string} text
   */
  isKnown(text) {
    return !this.templateTexts.size || this.templateTexts.has(fingerprint(text));
  }

  /**
   * {texts, unplaced, origins}: what was found, once all is read.
   * @returns {Placed}
   */
  finish() {
    if (this.head) this.unplaced.push(this.head);
    const pairs = [...this.candidates].map(
      ([key, candidates]) => /** @type {const} */ ([key, this.choose(key, candidates)]),
    );
    const answers = pairs.filter(([, text]) => text.trim());
    const isBlank = !this.isShown && ![...this.candidates.values()].some((texts) => texts.some((text) => text.trim()));
    const believed = Object.entries(this.hidden).filter(([key]) => this.isBelieved(key, isBlank));
    const merged = answers
      .filter(([key]) => key.startsWith("record/") && Object.hasOwn(this.questions.fields, key))
      .map(([, text]) => text);
    merged.sort((a, b) => b.length - a.length);
    const unplaced = this.unplaced.filter(({ text }) => !this.isMerged(text, merged));
    const notes = this.notes.filter((note) => plain(note)).map((text) => ({ near: "", text }));
    const texts = Object.fromEntries([...believed, ...answers]);
    return { texts, unplaced: [...unplaced, ...notes], origins: this.origins.ofAnswers(texts) };
  }

  /**
   * Of several texts for one name: one that somebody changed, else the first. What differs has no place.
   * @param {string} key
   * @param {string[]} candidates
   */
  choose(key, candidates) {
    const before = Object.hasOwn(this.hidden, key) ? this.hidden[key] : "";
    const texts = [...new Set(candidates.filter((text) => text.trim()))];
    const keptBefore = this.questions.tidy(key, before);
    const changed = texts.filter((text) => this.questions.tidy(key, text) !== keptBefore);
    const wasEmptied = before && !changed.length && candidates.includes(""); // in one of its places
    const answer = wasEmptied ? "" : (changed[0] ?? texts[0] ?? "");
    const rest = texts.filter((text) => text !== answer && text !== before);
    this.unplaced.push(...rest.map((text) => ({ near: this.questions.label(key), text })));
    return answer;
  }

  /**
   * Whether to believe what is hidden in a document.
   *
   * That is so for what it never showed, for what today's form does not ask, and where it shows no answer at all: then,
   * as a rule, no program has shown it yet.
   * @param {string} key
   * @param {boolean} isBlank
   */
  isBelieved(key, isBlank) {
    const isAsked = Object.hasOwn(this.questions.fields, plainKey(key));
    const isThere = this.candidates.has(key) || this.controls.has(key);
    return this.unseen.has(key) || !isAsked || (isBlank && isThere);
  }

  /**
   * Whether a text is one of the form's own with answers of the record in it.
   * @param {string} text
   * @param {string[]} answers
   */
  isMerged(text, answers) {
    if (answers.includes(text)) return true;
    const rest = answers.reduce((remainder, answer) => remainder.replaceAll(answer, ""), text);
    return this.templateTexts.has(fingerprint(rest));
  }
}
