/** Dates of a form as a calendar file. An entry is known by plan and field, so a date that moves moves it there too. */

import { askedAt } from "./answers.mjs";
import { entriesOf } from "./entries.mjs";
import { joinKey, plainKey, splitKey } from "./keys.mjs";
import { kindOf } from "./kinds.mjs";
import { t } from "./language.mjs";
import { reminders } from "./review.mjs";

const EPOCH = Date.UTC(2020, 0, 1); // a sequence is counted from here, so that it stays a small number
const LONGEST_SUMMARY = 120;
const LEADS = ["lead", "who", "owner", "presenter"]; // ids of columns that say who does it, where a form does not say
// At nine in the morning, a week before and on the day: an all-day entry begins at midnight.
const ALARMS = ["-P6DT15H", "PT9H"];

/**
 * The dates that ask for attention and are not done, as all-day entries with reminders.
 * A form that holds personal data gives neutral words alone.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {PlanIdentity} identity
 * @param {Date} now
 */
export function writeCalendar(definition, answers, identity, now) {
  const open = reminders(definition, answers).filter(({ isDone }) => !isDone);
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const sequence = Math.max(0, Math.floor((now.getTime() - EPOCH) / 1000));
  const events = open.flatMap(({ key, day }) => {
    const words = wordsOf(definition, answers, key);
    return [
      "BEGIN:VEVENT",
      `UID:${identity.plan}-${fieldName(definition, key, identity.entries)}@safeguarding-toolkit.invalid`,
      `SEQUENCE:${sequence}`,
      `DTSTAMP:${stamp}`,
      `LAST-MODIFIED:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `DTEND;VALUE=DATE:${nextDay(day)}`,
      `SUMMARY:${escaped(words.summary)}`,
      ...(words.description ? [`DESCRIPTION:${escaped(words.description)}`] : ["CLASS:PRIVATE"]),
      "TRANSP:TRANSPARENT",
      ...ALARMS.flatMap((trigger) => alarm(trigger, words.summary)),
      "END:VEVENT",
    ];
  });
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Toolkit//Forms//EN", "CALSCALE:GREGORIAN"];
  return `${[...head, ...events, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}

/**
 * What an entry is known by within its plan: the id of the row that it is in, which stays when rows before it go.
 * @param {FormDefinition} definition
 * @param {string} key
 * @param {Record<string, string>} ids
 */
function fieldName(definition, key, ids) {
  const id = entriesOf(definition, key)
    .map((place) => ids[place])
    .filter(Boolean)
    .pop();
  return (id ? `${plainKey(key)}-${id}` : key).replace(/[^a-z0-9]+/g, "-");
}

/**
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string} key
 */
function wordsOf(definition, answers, key) {
  if (definition.personal) return { summary: t("calendar.neutral"), description: "" };
  const setting = answers["record/setting"] ?? "";
  const cells = textsBeside(definition, answers, key);
  const lead = cells.find(({ isLead }) => isLead)?.value;
  const what = (cells.find(({ holds }) => holds === "action") ?? cells.find(({ isLead }) => !isLead))?.value;
  const { place, label } = definition.fields[plainKey(key)];
  const about = [setting, what ?? place, lead].map(shortened).filter(Boolean).join(": ");
  const described = [
    definition.title,
    askedAt(definition, key),
    ...cells.map((cell) => `${cell.label}: ${cell.value}`),
  ];
  return {
    summary: about ? `${about} (${label})` : `${definition.title}: ${label}`,
    description: described.join("\n"),
  };
}

/**
 * What was written in the same entry, in the order of its columns.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string} key
 */
function textsBeside(definition, answers, key) {
  const steps = splitKey(key) ?? [];
  const section = definition.sections.find(({ id }) => id === steps[0]?.[0]);
  const columns = steps.length === 3 && section ? section.columns : [];
  return columns.flatMap((column) => {
    const beside = joinKey([...steps.slice(0, 2), [column, 1]]);
    const field = definition.fields[plainKey(beside)];
    const value = answers[beside];
    const { holds, label, once } = field ?? {};
    const isLead = holds === "lead" || (!holds && LEADS.includes(column));
    return value && !once && kindOf(field.kind).isFreeText ? [{ holds, isLead, label, value }] : [];
  });
}

/** @param {string | undefined} text */
function shortened(text = "") {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_SUMMARY ? `${line.slice(0, LONGEST_SUMMARY - 1)}…` : line;
}

/**
 * @param {string} trigger
 * @param {string} summary
 */
function alarm(trigger, summary) {
  return ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(summary)}`, `TRIGGER:${trigger}`, "END:VALARM"];
}

/** @param {string} day */
function nextDay(day) {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10).replaceAll("-", "");
}

/** @param {string} text */
function escaped(text) {
  return text
    .replace(/([\\;,])/g, "\\$1")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

/**
 * A line of at most 75 bytes, continued on the next with a space before it.
 * @param {string} line
 */
function folded(line) {
  const parts = [];
  let part = "";
  let size = 0;
  for (const character of line) {
    const more = new TextEncoder().encode(character).length;
    if (size + more > (parts.length ? 74 : 75)) {
      parts.push(part);
      [part, size] = ["", 0];
    }
    part += character;
    size += more;
  }
  return [...parts, part].join("\r\n ");
}
