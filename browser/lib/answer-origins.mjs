/** Where answers were brought from, kept beside them in a file; toolkit/answers/answer_origins.py reads the same. */

import { cleanText } from "./answers.mjs";
import { splitKey } from "./keys.mjs";
import { LONGEST_NAME, MOST_ANSWERS } from "./limits.mjs";
import { fingerprint } from "./visible.mjs";

export const MOST_ORIGINS = 20; // of one answer
const TEXTS = ["form", "title", "asked", "setting", "day", "mark"];

/**
 * What a file or draft says of where its answers are from; what is no such thing is left out: it carries no answer.
 * @param {unknown} raw
 * @returns {Record<string, AnswerOrigin[]>}
 */
export function readOrigins(raw) {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return {};
  const entries = Object.entries(raw).filter(([key]) => splitKey(key) && key.length <= LONGEST_NAME);
  if (entries.length > MOST_ANSWERS) return {};
  const read = entries.map(([key, list]) => {
    const origins = Array.isArray(list) ? list.slice(0, MOST_ORIGINS).flatMap(readOrigin) : [];
    return /** @type {[string, AnswerOrigin[]]} */ ([key, origins]);
  });
  return Object.fromEntries(read.filter(([, origins]) => origins.length));
}

/**
 * @param {unknown} raw
 * @returns {AnswerOrigin[]}
 */
function readOrigin(raw) {
  if (typeof raw !== "object" || raw === null) return [];
  const given = /** @type {Record<string, unknown>} */ (raw);
  const text = (/** @type {string} */ name) =>
    typeof given[name] === "string" ? cleanText(given[name]).slice(0, LONGEST_NAME) : "";
  const origin = Object.fromEntries(TEXTS.map((name) => [name, text(name)]));
  return origin.form && origin.title ? [/** @type {AnswerOrigin} */ (/** @type {unknown} */ (origin))] : [];
}

/**
 * The origins of answers that are still there.
 * @param {Record<string, AnswerOrigin[]>} origins
 * @param {Answers} answers
 */
export function originsOf(origins, answers) {
  const kept = Object.entries(origins).filter(([key]) => answers[key]);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The origins with further ones of the same answers.
 * @param {Record<string, AnswerOrigin[]>} origins
 * @param {Record<string, AnswerOrigin>} added
 */
export function addOrigins(origins, added) {
  const all = { ...origins };
  for (const [key, origin] of Object.entries(added)) {
    const before = (all[key] ?? []).filter((one) => one.form !== origin.form || one.asked !== origin.asked);
    all[key] = [...before, origin].slice(-MOST_ORIGINS).map((one) => ({ ...one, mark: origin.mark }));
  }
  return all;
}

/**
 * The mark by which it is seen later that an answer was changed after it was brought.
 * @param {string} value
 */
export function markOf(value) {
  return fingerprint(value);
}

/**
 * The origins after the names of answers were renumbered by `work`.
 * @param {Record<string, AnswerOrigin[]>} origins
 * @param {(answers: Answers) => Answers} work
 */
export function renumberOrigins(origins, work) {
  const texts = Object.fromEntries(Object.entries(origins).map(([key, list]) => [key, JSON.stringify(list)]));
  return Object.fromEntries(Object.entries(work(texts)).map(([key, list]) => [key, JSON.parse(list)]));
}
