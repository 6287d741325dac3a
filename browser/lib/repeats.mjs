/** Sections and rows that repeat: how many there are, and answers with one taken out. */

import { joinKey, splitKey } from "./keys.mjs";

/**
 * How many of a section the answers fill: at least 1.
 * @param {Answers} answers
 * @param {string} section
 */
export function sectionCount(answers, section) {
  return highest(answers, (steps) => (steps[0][0] === section ? steps[0][1] : 0));
}

/**
 * How many entries of a row the answers fill: at least 1.
 * @param {Answers} answers
 * @param {string} section
 * @param {number} number
 * @param {string} row
 */
export function rowCount(answers, section, number, row) {
  return highest(answers, ([one, two, three]) =>
    three && one[0] === section && one[1] === number && two[0] === row ? two[1] : 0,
  );
}

/**
 * @param {Answers} answers
 * @param {(steps: Steps) => number} count
 */
function highest(answers, count) {
  const counts = Object.keys(answers).map((key) => count(splitKey(key) || [["", 0]]));
  return Math.max(1, ...counts);
}

/**
 * The answers without one repetition of a section; those after it move up.
 * @param {Answers} answers
 * @param {string} section
 * @param {number} number
 */
export function withoutSection(answers, section, number) {
  return withoutStep(answers, (steps) => (steps[0][0] === section ? 0 : -1), number);
}

/**
 * The answers without one entry of a row; those after it move up. Columns in `once` belong to no entry.
 * @param {Answers} answers
 * @param {string} section
 * @param {number} sectionNumber
 * @param {string} row
 * @param {number} number
 * @param {string[]} [once]
 */
export function withoutRow(answers, section, sectionNumber, row, number, once = []) {
  const isRow = (/** @type {Steps} */ [one, two, three]) =>
    three && one[0] === section && one[1] === sectionNumber && two[0] === row && !once.includes(three[0]);
  return withoutStep(answers, (steps) => (isRow(steps) ? 1 : -1), number);
}

/**
 * @param {Answers} answers
 * @param {(steps: Steps) => number} place
 * @param {number} number
 * @returns {Answers}
 */
function withoutStep(answers, place, number) {
  /** @type {Answers} */
  const kept = {};
  for (const [key, value] of Object.entries(answers)) {
    const steps = splitKey(key) ?? [];
    const index = steps.length ? place(steps) : -1;
    if (index >= 0 && steps[index][1] === number) continue;
    if (index >= 0 && steps[index][1] > number) steps[index][1] -= 1;
    kept[index >= 0 ? joinKey(steps) : key] = value;
  }
  return kept;
}
