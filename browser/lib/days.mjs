/** Dates that people type, the day first, and dates as answers keep them; toolkit/forms/days.py is its twin. */

// In English and in Welsh, with the forms that a Welsh word before them gives them: a form travels between languages.
const MONTHS = [
  ["january", "ionawr"],
  ["february", "chwefror"],
  ["march", "mawrth", "fawrth"],
  ["april", "ebrill"],
  ["may", "mai", "fai"],
  ["june", "mehefin", "fehefin"],
  ["july", "gorffennaf", "orffennaf", "ngorffennaf"],
  ["august", "awst"],
  ["september", "medi", "fedi"],
  ["october", "hydref"],
  ["november", "tachwedd", "dachwedd", "nhachwedd", "thachwedd"],
  ["december", "rhagfyr", "ragfyr"],
];
// From Sunday, as Date counts them.
const WEEKDAYS = [
  ["sunday", "sul"],
  ["monday", "llun", "lun"],
  ["tuesday", "mawrth", "fawrth"],
  ["wednesday", "weds", "mercher", "fercher"],
  ["thursday", "iau"],
  ["friday", "gwener", "wener"],
  ["saturday", "sadwrn"],
];
const SHORTEST_NAME = 3;
const LAST_SHORT_YEAR = 69; // 26 is 2026; what 98 means, nobody can say

const INVISIBLE = /\u00ad|[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const DASH = /[\u2010-\u2015\u2212]/g;
const AROUND = /^(?:by|on|erbyn|ar) |,? 00:00(?::00)?$|[ .,;]+$/g;
const WEEKDAY_BEFORE = /^(?:d?dydd )?([a-z]{3,9})\.?,? (.+)$/;
const WEEKDAY_AFTER = /^(.+?),? \(?(?:d?dydd )?([a-z]{3,9})\.?\)?$/;

const [DAY, MONTH, NAME] = ["(?<day>\\d{1,2})", "(?<month>\\d{1,2})", "(?<name>[a-z]{3,11})\\.?"];
const [YEAR, SHORT_YEAR] = ["(?<year>\\d{4})", "(?<year>\\d{4}|'?\\d{2})"];
const COUNTED = `${DAY}(?: ?(?:st|nd|rd|th)|af|il|ail|ydd|ed|fed|eg|ain)?`;
const SIGN = " ?[./ -] ?";
const GAP = "[ ,./-]";
const PATTERNS = [
  `${YEAR} ?[./-] ?${MONTH} ?[./-] ?${DAY}(?:t.*)?`,
  "(?<year>(?:19|20)\\d{2}) ?(?<month>\\d{2}) ?(?<day>\\d{2})",
  `${DAY}${SIGN}${MONTH}${SIGN}${SHORT_YEAR}`,
  `${COUNTED}${GAP}*(?:of |o )?${NAME}${GAP}*${SHORT_YEAR}`,
  `${NAME}${GAP}*${COUNTED}${GAP}+${SHORT_YEAR}`,
  `${YEAR}${GAP}+${NAME}${GAP}*${COUNTED}`,
].map((pattern) => new RegExp(`^${pattern}$`));

/**
 * 2026-11-23 of a date that somebody typed; anything else as it is, without the spaces around it.
 * @param {string} text
 */
export function readDay(text) {
  const plain = text.replace(INVISIBLE, "").replace(DASH, "-").replace(/[‘’]/g, "'").toLowerCase();
  const clean = plain.replace(/\s+/g, " ").trim().replace(AROUND, "").replace(AROUND, "");
  for (const [rest, weekday] of weekdays(clean)) {
    const found = PATTERNS.map((pattern) => dayOfParts(pattern.exec(rest)?.groups)).find(Boolean);
    // A weekday that is not that of the day says that one of them is wrong, and not which.
    if (found && (weekday === null || weekday === new Date(`${found}T00:00:00Z`).getUTCDay())) return found;
  }
  return text.trim();
}

/**
 * The text as it is, then without the weekday before or behind it, with the number of that weekday.
 * @param {string} text
 * @returns {[string, number | null][]}
 */
function weekdays(text) {
  const [before, after] = [WEEKDAY_BEFORE.exec(text), WEEKDAY_AFTER.exec(text)];
  /** @type {[string, number | null][]} */
  const found = [[text, null]];
  if (before) found.push([before[2], numberOf(before[1], WEEKDAYS)]);
  if (after) found.push([after[1], numberOf(after[2], WEEKDAYS)]);
  return found;
}

/**
 * The day that a pattern found; null for none, and for one that is in no calendar.
 * @param {Record<string, string> | undefined} parts
 */
function dayOfParts(parts) {
  if (!parts) return null;
  const month = parts.name ? numberOf(parts.name, MONTHS) + 1 : parts.month;
  const year = parts.year.replace("'", "");
  if (year.length === 2 && Number(year) > LAST_SHORT_YEAR) return null;
  return dayOf(Number(year) + (year.length === 2 ? 2000 : 0), month, parts.day);
}

/**
 * Which list has a name that begins so, from 0; -1 for none.
 * @param {string} name
 * @param {string[][]} lists
 */
function numberOf(name, lists) {
  if (name.length < SHORTEST_NAME) return -1;
  return lists.findIndex((names) => names.some((one) => one.startsWith(name)));
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
