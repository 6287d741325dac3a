/** Tables as text for spreadsheets, which keep each text as it is and take each day for one. */

import { isDay, readDay } from "./days.mjs";

const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/; // a spreadsheet would run it
const AMOUNT = /^-?(?:0|[1-9]\d{0,10})(?:\.\d+)?$/;
const NUMBER_LIKE = /^[\d.,:/+\-()%£$€e]*\d[\d.,:/+\-()%£$€e]*$/i; // 01622000000 would lose its 0, 10-12 become a day
const MONTH_LIKE = /^(?:\d{1,2}[ /-])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[ /-]\d{1,4})?$/i;
const INVISIBLE = "\u200B"; // before a text, it makes a text of it and is not seen; an apostrophe would be

/**
 * Rows (lists of texts) as CSV with a byte order mark, so that Excel reads it as UTF-8.
 * @param {unknown[][]} rows
 */
export function toCsv(rows) {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/**
 * A cell, quoted. A day such as 2026-12-05 and an amount are left for the spreadsheet to understand.
 * @param {unknown} value
 */
export function csvCell(value) {
  const text = String(value ?? "").replace(/\r\n?/g, "\n");
  const safe =
    isDay(text) || AMOUNT.test(text) ? text : harmless(changesInSpreadsheets(text) ? INVISIBLE + text : text);
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * A text that no spreadsheet runs, here or after it was saved as CSV and opened again.
 * @param {string} text
 */
export function harmless(text) {
  return FORMULA.test(text) ? INVISIBLE + text : text;
}

/**
 * Whether a spreadsheet would show something other than the text.
 * @param {string} text
 */
function changesInSpreadsheets(text) {
  return NUMBER_LIKE.test(text) || (/\d/.test(text) && MONTH_LIKE.test(text)) || readDay(text) !== text.trim();
}
