/** A filled form as CSV, and dates as a calendar file. */

import { askedAt, inWords } from "./answers.mjs";
import { plainKey, splitKey } from "./keys.mjs";
import { t } from "./language.mjs";
import { reminders } from "./review.mjs";

/**
 * A cell that no spreadsheet takes for a formula, quoted for CSV.
 * @param {unknown} value
 */
export function csvCell(value) {
  const text = String(value).replace(/\r\n?/g, "\n");
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * The answers as CSV with a byte order mark, one answer in a line, in the order of the form.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function writeCsv(definition, answers) {
  const lines = orderedKeys(definition, answers).map((key) => {
    const field = definition.fields[plainKey(key)];
    const numbers = (splitKey(key) || []).map(([, number]) => number);
    const which = numbers.some((number) => number > 1) ? numbers.slice(0, -1).join(".") : "";
    return [
      field ? field.place : t("answers.gone"),
      which,
      field ? field.label : askedAt(definition, key),
      inWords(definition, key, answers[key]),
      key,
    ];
  });
  const all = [
    [t("answers.section-and-row"), t("answers.number"), t("answers.question"), t("answers.answer"), t("answers.name")],
    ...lines,
  ];
  return `\uFEFF${all.map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/**
 * The names of the answers in the order of the form: section by section, repetition by repetition.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function orderedKeys(definition, answers) {
  const order = new Map(Object.keys(definition.fields).map((key, index) => [key, index]));
  const sections = new Map(
    ["stop", "record", ...definition.sections.map(({ id }) => id)].map((id, index) => [id, index]),
  );
  const rank = (/** @type {string} */ key) => {
    const steps = splitKey(key) || [["", 1]];
    const plain = plainKey(key);
    const first = [...order.keys()].find((other) => other.startsWith(`${steps[0][0]}/${steps[1]?.[0]}/`));
    const row = order.get(steps.length === 3 ? (first ?? "") : plain);
    return [
      sections.get(steps[0][0]) ?? 9999,
      steps[0][1],
      row ?? 99999,
      steps[1]?.[1] ?? 1,
      order.get(plain) ?? 99999,
    ];
  };
  const ranked = Object.keys(answers).map((key) => ({ ranks: rank(key), key }));
  ranked.sort((one, other) => {
    const place = one.ranks.findIndex((value, index) => value !== other.ranks[index]);
    if (place >= 0) return one.ranks[place] - other.ranks[place];
    return one.key < other.key ? -1 : 1;
  });
  return ranked.map(({ key }) => key);
}

/**
 * A calendar file of the reminders, all-day, without anything that was written in the form.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string} today
 */
export function writeCalendar(definition, answers, today) {
  const stamp = `${today.replaceAll("-", "")}T000000Z`;
  const events = reminders(definition, answers).filter(({ isDone }) => !isDone);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Toolkit//Forms//EN", "CALSCALE:GREGORIAN"];
  for (const { key, day } of events) {
    lines.push(
      "BEGIN:VEVENT",
      `UID:${definition.id}-${key.replace(/[^a-z0-9]+/g, "-")}-${day}@safeguarding-toolkit.invalid`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `DTEND;VALUE=DATE:${nextDay(day)}`,
      `SUMMARY:${calendarText(`${definition.title}: ${askedAt(definition, key)}`)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    );
  }
  return `${[...lines, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}

/** @param {string | number} day */
function nextDay(day) {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10).replaceAll("-", "");
}

/** @param {string} text */
function calendarText(text) {
  return text.replace(/([\\;,])/g, "\\$1").replace(/\n/g, "\\n");
}

/**
 * A line of at most 75 bytes, continued on the next with a space before it.
 * @param {string} line
 */
function folded(line) {
  const parts = [];
  let part = "";
  for (const sign of line) {
    if (new TextEncoder().encode(part + sign).length > (parts.length ? 74 : 75)) {
      parts.push(part);
      part = "";
    }
    part += sign;
  }
  return [...parts, part].join("\r\n ");
}
