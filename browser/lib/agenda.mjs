/** What is late and what is due soon, with what a reader needs to do it. */

import { activities } from "./activities.mjs";
import { columnsByPart } from "./activity-check.mjs";
import { askedAt } from "./answers.mjs";
import { joinKey, splitKey } from "./keys.mjs";
import { overdue, reminders } from "./review.mjs";
import { placeOfRow } from "./row-states.mjs";

const DAYS_AHEAD = 30;

/**
 * @typedef {object} AgendaEntry
 * @property {string} key the answer that is the day
 * @property {string} target where to go: the answer that is the action, or the day
 * @property {string} day
 * @property {string} action what is to be done; empty where nothing says so
 * @property {string} lead
 * @property {string} place what is asked there, such as a theme
 */

/**
 * What is late, the longest first, and what is due from today until 30 days later, the soonest first.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string} today
 */
export function agenda(definition, answers, today) {
  const entries = new Map(activities(definition, answers).map((activity) => [activity.key, activity]));
  const describe = (/** @type {{key: string, day: string}} */ { key, day }) => makeEntry(definition, entries, key, day);
  const last = addDays(today, DAYS_AHEAD);
  const soon = reminders(definition, answers).filter(({ day, isDone }) => !isDone && day >= today && day <= last);
  return { late: overdue(definition, answers, today).map(describe), soon: soon.map(describe) };
}

/**
 * The day so many days after another: 2026-12-05 of 2026-11-28 and 7.
 * @param {string} day
 * @param {number} count
 */
export function addDays(day, count) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/**
 * @param {FormDefinition} definition
 * @param {Map<string, Activity>} entries
 * @param {string} key
 * @param {string} day
 * @returns {AgendaEntry}
 */
function makeEntry(definition, entries, key, day) {
  const steps = splitKey(key) ?? [];
  const activity = steps.length === 3 ? entries.get(joinKey(steps.slice(0, 2))) : undefined;
  if (!activity) return { key, target: key, day, action: "", lead: "", place: askedAt(definition, key) };
  const { section, row, parts } = activity;
  const column = columnsByPart(definition, section).action;
  const target = column ? joinKey([...steps.slice(0, 2), [column, 1]]) : key;
  const place = section.free ? section.title : row.prompt;
  return { key, target, day, action: parts.action ?? "", lead: parts.lead ?? "", place };
}

/**
 * How many entries of an agenda each row has, by the row's place: `section~2/row`.
 * @param {AgendaEntry[]} entries
 */
export function countByRow(entries) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { key } of entries) counts.set(placeOfRow(key), (counts.get(placeOfRow(key)) ?? 0) + 1);
  return counts;
}
