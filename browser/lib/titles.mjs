/** Titles that are, or hold, what was typed. */
import { compareRanks } from "./result-order.mjs";
import { wordsOf } from "./words.mjs";

const SAME_TITLE = 3;
const SAME_HEADING = 2; // of a section: many pages have one of that name
const ALL_IN_TITLE = 1.6;
const MOST_COMPARED = 80; // results whose titles are compared

/**
 * The results with those lifted whose title is, or holds, the words.
 * @param {SearchResult[]} results
 * @param {string[]} words
 * @param {Vocabulary} vocabulary
 */
export function liftTitles(results, words, { stem, stop }) {
  const stemsOf = (/** @type {string} */ text) =>
    wordsOf(text)
      .filter((word) => !stop.has(word))
      .map(stem);
  const typed = words.filter((word) => !stop.has(word)).map(stem);
  if (!typed.length) return results;
  const top = results.slice(0, MOST_COMPARED).map((result) => {
    const parts = [result.title, ...result.title.split(/[(),:;]/)].map(stemsOf);
    const isTitle = parts.some((part) => part.length === typed.length && typed.every((word) => part.includes(word)));
    if (isTitle) result.score *= result.within ? SAME_HEADING : SAME_TITLE;
    else if (typed.every((word) => parts[0].includes(word))) result.score *= ALL_IN_TITLE;
    return result;
  });
  return [...top.sort(compareRanks), ...results.slice(MOST_COMPARED)];
}
