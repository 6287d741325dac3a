/** How ratings have moved over the reviews of a plan. */

import { bringUpToDate } from "./answers.mjs";
import { RATINGS } from "./kinds.mjs";
import { ratings } from "./review.mjs";

/**
 * What became of a rating since the review before: "better", "same", "worse", "new" where it was not rated, "none" where
 * it is not rated now, and "not" where it never was.
 * @typedef {"better" | "same" | "worse" | "new" | "none" | "not"} Change
 * @typedef {{section: string, prompt: string, key: string, values: string[], change: Change}} MovedRow
 */

/**
 * Each row and question that is rated, with its rating at each review, the last being that of now.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {EarlierReview[]} earlier
 * @returns {{dates: string[], rows: MovedRow[]}}
 */
export function movement(definition, answers, earlier) {
  const before = earlier.map((review) => bringUpToDate(definition, review.answers, review.version).answers);
  const all = [...before, answers].map((given) => ratings(definition, given));
  const rows = all[all.length - 1].map(({ section, prompt, key }, index) => {
    const values = all.map((list) => list[index].value);
    const change = changeOf(values[values.length - 2] ?? "", values[values.length - 1]);
    return { section, prompt, key, values, change };
  });
  return { dates: earlier.map(({ date }) => date), rows };
}

/**
 * @param {string} before
 * @param {string} now
 * @returns {Change}
 */
export function changeOf(before, now) {
  if (!before && !now) return "not";
  if (!before) return "new";
  if (!now) return "none";
  const steps = RATINGS.indexOf(now) - RATINGS.indexOf(before);
  if (steps === 0) return "same";
  return steps > 0 ? "better" : "worse";
}

/**
 * How many rows have moved in which way.
 * @param {MovedRow[]} rows
 * @returns {Record<Change, number>}
 */
export function changeCounts(rows) {
  const counts = { better: 0, same: 0, worse: 0, new: 0, none: 0, not: 0 };
  for (const { change } of rows) counts[change] += 1;
  return counts;
}
