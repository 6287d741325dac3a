/** What the overview shows of each row that a form gives: its rating, whether it is answered, whether it is chosen. */

import { chosenRows } from "./activities.mjs";
import { inWords } from "./answers.mjs";
import { joinKey, plainKey, splitKey } from "./keys.mjs";
import { kindOf, RATINGS } from "./kinds.mjs";

/**
 * @typedef {object} RowSummary
 * @property {string} rating the lowest that is given in the row; empty where none is
 * @property {string} words that rating in the form's own words
 */

/**
 * The rows with an answer, by place: `section~2/row`. Whether a row is chosen is no answer to it.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @returns {Map<string, RowSummary>}
 */
export function summariseRows(definition, answers) {
  const summaries = new Map();
  for (const [key, value] of Object.entries(answers)) {
    const place = placeOfRow(key);
    const field = definition.fields[plainKey(key)];
    if (!place || !field || !value || field.holds === "chosen") continue;
    const summary = summaries.get(place) ?? { rating: "", words: "" };
    const isLowest = kindOf(field.kind).isRated && RATINGS.includes(value) && isLower(value, summary.rating);
    summaries.set(place, isLowest ? { rating: value, words: inWords(definition, key, value) } : summary);
  }
  return summaries;
}

/**
 * The places of the rows that are not chosen: where people have chosen some, those without a tick and any answer.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {Map<string, RowSummary>} summaries those of the answers
 */
export function placesNotChosen(definition, answers, summaries) {
  const chosen = chosenRows(definition, answers);
  if (!chosen.size) return new Set();
  const answered = new Set([...summaries.keys()].map(plainKey));
  const places = definition.sections
    .filter(({ free }) => !free)
    .flatMap(({ id, rows }) => rows.map((row) => `${id}/${row.id}`));
  return new Set(places.filter((place) => !chosen.has(place) && !answered.has(place)));
}

/**
 * Whether any column of a row of the section is rated.
 * @param {FormDefinition} definition
 * @param {Section} section
 */
export function isRatedSection(definition, section) {
  const row = section.rows[0]?.id;
  return section.columns.some((column) => kindOf(definition.fields[`${section.id}/${row}/${column}`].kind).isRated);
}

/**
 * Where the row of an answer is; empty for what is in no row.
 * @param {string} key
 */
export function placeOfRow(key) {
  const steps = splitKey(key);
  return steps?.length === 3 ? joinKey([steps[0], [steps[1][0], 1]]) : "";
}

/**
 * @param {string} rating
 * @param {string} other
 */
function isLower(rating, other) {
  return !other || RATINGS.indexOf(rating) < RATINGS.indexOf(other);
}
