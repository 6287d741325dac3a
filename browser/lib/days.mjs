/** Dates that people type. */

import { monthOf } from "./language.mjs";

/**
 * 2026-11-23 of a date that somebody typed into a file; anything else as it is.
 * @param {string} text
 */
export function readDay(text) {
  const value = text.trim();
  let parts = /^(\d{4})-(\d{1,2})-(\d{1,2})(T.*)?$/.exec(value);
  if (parts) return dayOf(parts[1], parts[2], parts[3]) ?? value;
  parts = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(value);
  if (parts) return dayOf(parts[3], parts[2], parts[1]) ?? value;
  parts = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})$/.exec(value);
  if (!parts) return value;
  const month = monthOf(parts[2]);
  return (month && dayOf(parts[3], month, parts[1])) || value;
}

/**
 * @param {string | number} year
 * @param {string | number} month
 * @param {string | number} day
 */
function dayOf(year, month, day) {
  if (Number(year) < 1) return null;
  const found = new Date(0);
  found.setUTCFullYear(Number(year), Number(month) - 1, Number(day)); // Date.UTC takes 26 for 1926
  const same = found.getUTCMonth() === Number(month) - 1 && found.getUTCDate() === Number(day);
  return same ? found.toISOString().slice(0, 10) : null;
}

/**
 * Whether a text is a date as pages keep it.
 * @param {string} text
 */
export function isDay(text) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && dayOf(parts[1], parts[2], parts[3]) === text;
}
