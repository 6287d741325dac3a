/** The state of each row that a form gives: what it is rated, and whether anything is answered in it. */

import { inWords } from "./answers.mjs";
import { joinKey, plainKey, splitKey } from "./keys.mjs";
import { kindOf, RATINGS } from "./kinds.mjs";

/**
 * @typedef {object} RowState
 * @property {string} rating the lowest that is given in the row; empty where none is
 * @property {string} words that rating in the form's own words
 * @property {boolean} isAnswered
 */

/** @type {RowState} */
const NOTHING = { rating: "", words: "", isAnswered: false };

/**
 * The states of the rows with an answer, by place: `section~2/row`.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @returns {Map<string, RowState>}
 */
export function rowStates(definition, answers) {
  const states = new Map();
  for (const [key, value] of Object.entries(answers)) {
    const place = placeOfRow(key);
    const field = definition.fields[plainKey(key)];
    if (!place || !field || !value) continue;
    const state = states.get(place) ?? NOTHING;
    const isLowest = kindOf(field.kind).isRated && RATINGS.includes(value) && isLower(value, state.rating);
    const rated = isLowest ? { rating: value, words: inWords(definition, key, value) } : {};
    states.set(place, { ...state, ...rated, isAnswered: true });
  }
  return states;
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
