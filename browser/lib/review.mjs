/** Answers over time and together: progress, what is overdue, what has moved, and two files joined into one. */

import { isClosed } from "./activities.mjs";
import { isDay } from "./days.mjs";
import { plainKey, splitKey } from "./keys.mjs";
import { kindOf, RATINGS } from "./kinds.mjs";

/**
 * Each row or question that is rated: [{section, prompt, key, value}]; of several entries the lowest counts.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function ratings(definition, answers) {
  const values = ratingsByName(definition, answers);
  /** @type {{section: string, prompt: string, key: string, value: string}[]} */
  const entries = [];
  for (const section of definition.sections) {
    const rated = section.columns.filter((id) => isRated(fieldOf(definition, section, id)));
    const add = (/** @type {string} */ key, /** @type {string} */ prompt) =>
      entries.push({ section: section.title, prompt, key, value: values.get(key) || "" });
    for (const row of section.free ? [] : section.rows) {
      for (const column of rated) add(`${section.id}/${row.id}/${column}`, row.prompt);
    }
    for (const key of section.questions.map((id) => `${section.id}/${id}`)) {
      if (isRated(definition.fields[key])) add(key, definition.fields[key].label);
    }
  }
  return entries;
}

/**
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @returns {Map<string, string>}
 */
function ratingsByName(definition, answers) {
  const lowestRatings = new Map();
  for (const [key, value] of Object.entries(answers)) {
    const plain = plainKey(key);
    if (!isRated(definition.fields[plain]) || !RATINGS.includes(value)) continue;
    const lowest = Math.min(RATINGS.indexOf(value), RATINGS.indexOf(lowestRatings.get(plain) ?? "green"));
    lowestRatings.set(plain, RATINGS[lowest]);
  }
  return lowestRatings;
}

/**
 * @param {FormDefinition} definition
 * @param {Section} section
 * @param {string} column
 * @returns {Field | undefined}
 */
function fieldOf(definition, section, column) {
  return definition.fields[`${section.id}/${section.rows[0]?.id}/${column}`];
}

/** @param {Field | undefined} field */
function isRated(field) {
  return field !== undefined && kindOf(field.kind).isRated;
}

/**
 * For each section: how many of its ratings are red, amber, green and not given.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function ratingCounts(definition, answers) {
  const counts = new Map();
  for (const { section, value } of ratings(definition, answers)) {
    const count = counts.get(section) || { section, red: 0, amber: 0, green: 0, none: 0, total: 0 };
    count[RATINGS.includes(value) ? value : "none"] += 1;
    count.total += 1;
    counts.set(section, count);
  }
  return [...counts.values()];
}

/**
 * For each section: how many of its questions and rows have any answer, and how many there are.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function answeredCounts(definition, answers) {
  const filledKeys = new Set(Object.keys(answers).map(plainKey));
  return definition.sections
    .map((section) => {
      const rows = section.columns.length
        ? section.rows.map((row) => section.columns.map((c) => `${section.id}/${row.id}/${c}`))
        : [];
      const units = [...section.questions.map((id) => [`${section.id}/${id}`]), ...rows];
      return {
        section: section.title,
        answered: units.filter((u) => u.some((k) => filledKeys.has(k))).length,
        total: units.length,
      };
    })
    .filter(({ total }) => total > 0);
}

/**
 * Dates that ask for attention: [{key, day, isDone}], the soonest first.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function reminders(definition, answers) {
  return Object.entries(answers)
    .filter(([key, value]) => canBeLate(definition.fields[plainKey(key)]) && isDay(value))
    .map(([key, day]) => ({ key, day, isDone: isClosed(definition, answers, key) }))
    .sort((a, b) => compareTexts(a.day, b.day) || compareTexts(a.key, b.key));
}

/**
 * Whether a date of a row asks for attention once it has passed.
 * @param {Field | undefined} field
 */
function canBeLate(field) {
  return Boolean(field?.reminder) || field?.holds === "due";
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
 * The reminders of before `today` whose row is not done.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string} today
 */
export function overdue(definition, answers, today) {
  return reminders(definition, answers).filter(
    ({ key, day, isDone: done }) => day < today && !done && splitKey(key)?.length === 3,
  );
}

/**
 * What differs between two sets of answers: [{key, before, after, move}]; move is 1 up, -1 down, 0 neither.
 * @param {FormDefinition} definition
 * @param {Answers} before
 * @param {Answers} after
 */
export function compare(definition, before, after) {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys
    .filter((key) => (before[key] || "") !== (after[key] || ""))
    .map((key) => {
      const [was, is] = [before[key] || "", after[key] || ""];
      const steps = RATINGS.includes(was) && RATINGS.includes(is) && isRated(definition.fields[plainKey(key)]);
      return { key, before: was, after: is, move: steps ? Math.sign(RATINGS.indexOf(is) - RATINGS.indexOf(was)) : 0 };
    });
}
