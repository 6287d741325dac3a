/** Which entries of a document were in it when it was handed out, told by their controls. toolkit/answers/entry_origins.py is its twin. */

import { entriesOf } from "./entries.mjs";
import { joinKey, plainKey, splitKey } from "./keys.mjs";

/** @import { Questions } from "./questions.mjs" */

/** Follows entries from where they were to where they are. A row that was copied is a new entry: one of the two is the old. */
export class EntryOrigins {
  /** @param {Questions} questions */
  constructor(questions) {
    this.questions = questions;
    /** @type {Map<string, string>} by where an entry is, where it was */
    this.origins = new Map();
    this.taken = new Set();
  }

  /**
   * Takes in that a control with the name `was` is where the answer `key` is.
   * @param {string} was
   * @param {string} key
   */
  follow(was, key) {
    const steps = splitKey(was);
    if (!steps || plainKey(this.questions.current(was)) !== plainKey(key)) return;
    for (const place of entriesOf(this.questions, key)) {
      const origin = joinKey(steps.slice(0, place.split("/").length));
      if (this.origins.has(place) || this.taken.has(origin)) continue;
      this.origins.set(place, origin);
      this.taken.add(origin);
    }
  }

  /**
   * Where the entries that have an answer were, by where they are.
   * @param {Answers} texts
   * @returns {Record<string, string>}
   */
  ofAnswers(texts) {
    const places = new Set(Object.keys(texts).flatMap((key) => entriesOf(this.questions, key)));
    return Object.fromEntries([...this.origins].filter(([place]) => places.has(place)));
  }
}

/**
 * The ids of entries by where they are, of those by where they were.
 * @param {Record<string, string>} origins
 * @param {Record<string, string>} ids
 */
export function moveIds(origins, ids) {
  const moved = Object.entries(origins).filter(([, origin]) => Object.hasOwn(ids, origin));
  return Object.fromEntries(moved.map(([place, origin]) => [place, ids[origin]]));
}
