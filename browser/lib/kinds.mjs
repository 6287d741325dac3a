/** Kinds of questions. All else asks a kind what it needs and never compares its name; toolkit/forms/kinds/ is its twin. */

import { isDay, readDay } from "./days.mjs";
import { dayInWords, t } from "./language.mjs";

export const RATINGS = ["red", "amber", "green"];
export const STATUSES = ["not-started", "under-way", "done", "stopped"];
export const YES = "yes"; // what is kept of a ticked box
/** What programs write for a tick. */
export const TRUE = new Set(["true", "1", "yes", "on"]);

/**
 * @typedef {[string, string][]} Choices values kept, with the words shown
 * @typedef {object} Kind
 * @property {(value: string, choices?: Choices) => string} tidy what is kept of what a program or somebody wrote
 * @property {(value: string, choices?: Choices) => string} inWords an answer as people read it
 * @property {(value: string) => string} inputType the type of an input that can show the value
 * @property {(value: string) => string} toWord a value as the answers part of a Word file has it
 * @property {boolean} isFreeText whether any text is an answer
 * @property {boolean} isLong whether there is room for more than a line
 * @property {boolean} isBox whether it is a box to tick
 * @property {boolean} isRated
 * @property {boolean} isDate whether its answers are days; a text that is none is said to be none
 * @property {string[]} closing the answers after which nothing of its row is due
 */

/** @type {Kind} */
const KEPT = {
  tidy: (value, choices = []) => choices.find((choice) => choice.includes(value.trim()))?.[0] ?? value,
  inWords: (value, choices = []) => choices.find(([kept]) => kept === value)?.[1] ?? value,
  inputType: () => "text",
  toWord: (value) => value,
  isFreeText: false,
  isLong: false,
  isBox: false,
  isRated: false,
  isDate: false,
  closing: [],
};

/** @type {Kind} */
const TEXT = { ...KEPT, isFreeText: true };

/** @type {Kind} */
const LONG_TEXT = { ...TEXT, isLong: true };

/** @type {Kind} */
const DATE = {
  ...KEPT,
  tidy: readDay,
  isDate: true,
  inWords: (value) => (isDay(value) ? dayInWords(value) : value),
  // A date field shows nothing of what is no date.
  inputType: (value) => (value && !isDay(value) ? "text" : "date"),
};

/** @type {Kind} */
const RATING = { ...KEPT, isRated: true, closing: ["green"] };

/** @type {Kind} */
const STATUS = { ...KEPT, closing: ["done", "stopped"] };

/** @type {Kind} */
const TICK = {
  ...KEPT,
  isBox: true,
  tidy: (value) => (TRUE.has(value.trim().toLowerCase()) ? YES : ""),
  inWords: (value) => (value === YES ? t("answers.ticked") : value),
  inputType: () => "checkbox",
  toWord: (value) => String(value === YES),
  closing: [YES],
};

/** @type {Record<string, Kind>} */
export const QUESTION_KINDS = {
  text: TEXT,
  "long-text": LONG_TEXT,
  date: DATE,
  choice: KEPT,
  rating: RATING,
  tick: TICK,
  status: STATUS,
};

/**
 * The kind of a name; throws where nobody knows it, so that no kind is ever silently taken for text.
 * @param {string} name
 */
export function kindOf(name) {
  if (!Object.hasOwn(QUESTION_KINDS, name)) throw new Error(`There is no kind of question called "${name}".`);
  return QUESTION_KINDS[name];
}
