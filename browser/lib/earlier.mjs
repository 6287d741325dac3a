/** Earlier reviews that a file keeps: the answers as they were on some days. toolkit/answers/earlier.py reads the same. */

import { cleanText, filled, textsOf, versionOf } from "./answers.mjs";
import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";
import { MOST_REVIEWS } from "./limits.mjs";

/**
 * The earlier reviews of a file, the oldest first; throws FileProblem where they are anything else.
 * @param {unknown} raw
 * @returns {EarlierReview[]}
 */
export function readEarlier(raw) {
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw) || raw.length > MOST_REVIEWS) throw new FileProblem(t("files.not-answers"));
  return raw.map(readReview).sort((a, b) => compareTexts(a.date, b.date));
}

/** @param {any} raw */
function readReview(raw) {
  const { date, version, answers } = raw ?? {};
  const isReview =
    typeof date === "string" && typeof answers === "object" && answers !== null && !Array.isArray(answers);
  if (!isReview) throw new FileProblem(t("files.not-answers"));
  return { date: [...cleanText(date)].slice(0, 10).join(""), version: versionOf(version), answers: textsOf(answers) };
}

/**
 * @param {string} a
 * @param {string} b
 */
function compareTexts(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The reviews with the answers of today among them, as a new review begins; null where there are as many as a file keeps.
 * One of the same day takes the place of the one before: a day has one review.
 * @param {EarlierReview[]} earlier
 * @param {string} date
 * @param {number} version
 * @param {Answers} answers
 * @returns {EarlierReview[] | null}
 */
export function addReview(earlier, date, version, answers) {
  const before = earlier.filter((review) => review.date !== date);
  if (before.length >= MOST_REVIEWS) return null;
  return [...before, { date, version, answers: filled(answers) }].sort((a, b) => compareTexts(a.date, b.date));
}
