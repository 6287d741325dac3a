/** Activities in answers, and how far each row is. toolkit/answers/activities.py is its twin. */

import { isDay } from "./days.mjs";
import { joinKey, splitKey } from "./keys.mjs";
import { kindOf, RATINGS, STATUSES, YES } from "./kinds.mjs";

const OPEN_PARTS = ["action", "due", "status"]; // a table that holds one of these is a table of activities
export const NOT_CHOSEN = "not-chosen";
export const NOT_RATED = "not-rated";

/**
 * Every activity of which anything is written, in the order of the form.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @returns {Activity[]}
 */
export function activities(definition, answers) {
  const keys = Object.keys(answers).filter((key) => answers[key]);
  return definition.sections
    .filter((section) => columnsOf(definition, section).some(({ field }) => OPEN_PARTS.includes(field.holds ?? "")))
    .flatMap((section) =>
      entriesOf(definition, section, keys).map((steps) => makeActivity(definition, answers, section, steps)),
    );
}

/**
 * Whether an activity was due before a day and is neither done nor stopped.
 * @param {Activity} activity
 * @param {string} today
 */
export function isLate({ parts, isClosed: closed }, today) {
  return isDay(parts.due ?? "") && parts.due < today && !closed;
}

/**
 * Whether nothing of an entry is due any more; `key` is of the entry, or of an answer of it. Its status says so; where
 * its table asks for none, a tick, or a rating of its row.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string} key
 */
export function isClosed(definition, answers, key) {
  const steps = splitKey(key);
  const section = definition.sections.find(({ id }) => id === steps?.[0][0]);
  if (!section || !steps || (steps.length === 2 && section.questions.includes(steps[1][0]))) return false;
  const columns = columnsOf(definition, section);
  const status = columns.filter(({ field }) => field.holds === "status");
  return (status.length > 0 ? status : columns).some((column) =>
    kindOf(column.field.kind).closing.includes(answers[keyOf(steps, column)] ?? ""),
  );
}

/**
 * The names (`section/row`) of the rows that people have chosen.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function chosenRows(definition, answers) {
  return new Set(
    definition.sections.flatMap((section) =>
      columnsOf(definition, section)
        .filter(({ field }) => field.holds === "chosen")
        .flatMap(({ id }) => section.rows.filter((row) => answers[`${section.id}/${row.id}/${id}`] === YES))
        .map((row) => `${section.id}/${row.id}`),
    ),
  );
}

/**
 * By name (`section/row`) of each given row that is rated: its lowest rating, or NOT_CHOSEN or NOT_RATED. Once any row
 * is chosen, a row without any answer is not chosen; until then, it is not rated.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @returns {Record<string, string>}
 */
export function rowStates(definition, answers) {
  const isChosen = chosenRows(definition, answers).size > 0;
  const names = Object.keys(answers).flatMap((key) => {
    const steps = splitKey(key);
    return steps?.length === 3 ? [{ key, place: `${steps[0][0]}/${steps[1][0]}`, column: steps[2][0] }] : [];
  });
  const placesWithAnswers = new Set(names.map(({ place }) => place));
  /** @type {Record<string, string>} */
  const states = {};
  for (const section of definition.sections) {
    const rated = columnsOf(definition, section).filter(({ field }) => kindOf(field.kind).isRated);
    for (const row of section.free || rated.length === 0 ? [] : section.rows) {
      const place = `${section.id}/${row.id}`;
      const given = names
        .filter((name) => name.place === place && rated.some(({ id }) => id === name.column))
        .map(({ key }) => answers[key]);
      const otherwise = isChosen && !placesWithAnswers.has(place) ? NOT_CHOSEN : NOT_RATED;
      states[place] = RATINGS.find((rating) => given.includes(rating)) ?? otherwise;
    }
  }
  return states;
}

/**
 * The columns of a section's table with their fields.
 * @param {FormDefinition} definition
 * @param {Section} section
 */
function columnsOf(definition, { id, rows, columns }) {
  return columns.map((column) => ({ id: column, field: definition.fields[`${id}/${rows[0]?.id}/${column}`] }));
}

/**
 * The [section, row] steps of each entry that has an answer of its own: by repetition of the section, row and number.
 * @param {FormDefinition} definition
 * @param {Section} section
 * @param {string[]} keys
 * @returns {Steps[]}
 */
function entriesOf(definition, section, keys) {
  const asked = columnsOf(definition, section)
    .filter(({ field }) => !field.once)
    .map(({ id }) => id);
  /** @type {Map<string, Steps>} */
  const entries = new Map();
  for (const steps of keys.map(splitKey)) {
    if (steps?.length !== 3 || steps[0][0] !== section.id || !asked.includes(steps[2][0])) continue;
    if (rowIndex(section, steps) >= 0) entries.set(joinKey(steps.slice(0, 2)), steps.slice(0, 2));
  }
  return [...entries.values()].sort(
    (a, b) => a[0][1] - b[0][1] || rowIndex(section, a) - rowIndex(section, b) || a[1][1] - b[1][1],
  );
}

/**
 * @param {Section} section
 * @param {Steps} steps
 */
function rowIndex({ rows }, steps) {
  return rows.findIndex(({ id }) => id === steps[1][0]);
}

/**
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {Section} section
 * @param {Steps} steps
 * @returns {Activity}
 */
function makeActivity(definition, answers, section, steps) {
  const key = joinKey(steps);
  /** @type {Record<string, string>} */
  const parts = {};
  let status = "";
  for (const column of columnsOf(definition, section)) {
    const { holds } = column.field;
    const text = answers[keyOf(steps, column)] ?? "";
    if (holds && text) parts[holds] = text;
    if (holds === "status") status = STATUSES.includes(text) ? text : STATUSES[0];
  }
  const row = section.rows[rowIndex(section, steps)];
  return { key, section, row, number: steps[1][1], parts, status, isClosed: isClosed(definition, answers, key) };
}

/**
 * The name of an entry's answer to a column; what is asked once belongs to the first entry.
 * @param {Steps} steps
 * @param {{id: string, field: Field}} column
 */
function keyOf(steps, { id, field }) {
  return joinKey([steps[0], field.once ? [steps[1][0], 1] : steps[1], [id, 1]]);
}
