/** Where in a form a reader of a document is: in which section, and in which of its repetitions. toolkit/answers/position.py is its twin. */

import { joinKey, splitKey } from "./keys.mjs";

/** @import { Questions } from "./questions.mjs" */

/** The section that was begun last, and how often each has begun. */
export class Position {
  /** @param {Questions} questions */
  constructor(questions) {
    this.questions = questions;
    /** @type {Section | null} */
    this.section = null;
    this.number = 1; // of the section, where it is repeated
    /** @type {Map<string, number>} how often each section has begun */
    this.begun = new Map();
  }

  /**
   * Begins a section, or the next repetition of it.
   * @param {Section} section
   */
  enter(section) {
    const count = (this.begun.get(section.id) ?? 0) + 1;
    this.begun.set(section.id, count);
    this.section = section;
    this.number = section.repeat ? count : 1;
  }

  /**
   * The name of a section in the repetition that is read now.
   * @param {Section} section
   */
  nameOf(section) {
    return joinKey([[section.id, this.number]]);
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
