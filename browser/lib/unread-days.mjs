/** Dates that were not understood. They stay as they were typed, and whoever opens, saves or exports them is told. */

import { askedAt } from "./answers.mjs";
import { isDay } from "./days.mjs";
import { plainKey } from "./keys.mjs";
import { kindOf } from "./kinds.mjs";
import { t } from "./language.mjs";
import { orderedKeys } from "./table.mjs";

const MOST_NAMED = 5;

/**
 * The names of the answers to questions for a date that are none, in the order of the form.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function unreadDays(definition, answers) {
  const isOfDate = (/** @type {string} */ key) => {
    const field = definition.fields[plainKey(key)];
    return field !== undefined && kindOf(field.kind).isDate;
  };
  const entries = Object.entries(answers).filter(([key, value]) => value.trim() && !isDay(value) && isOfDate(key));
  return orderedKeys(definition, Object.fromEntries(entries));
}

/**
 * What is said of them, with their texts and places; empty where there are none.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function unreadDaysInWords(definition, answers) {
  const keys = unreadDays(definition, answers);
  if (!keys.length) return "";
  const firstKeys = keys.slice(0, MOST_NAMED);
  const dates = firstKeys.map((key) => t("days.unread-one", { text: answers[key], asked: askedAt(definition, key) }));
  if (keys.length > firstKeys.length) dates.push(t("days.more", { count: keys.length - firstKeys.length }));
  return t("days.unread", { count: keys.length, dates: dates.join("; ") });
}
