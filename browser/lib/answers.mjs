/** Answers: a plain object from names to texts, and the file that keeps them. Never touches the document. */

import { FileProblem } from "./file-problem.mjs";
import { plainKey, renameKey, splitKey } from "./keys.mjs";
import { dayInWords, monthOf, t } from "./language.mjs";

export const FORMAT = "safeguarding-toolkit-answers";
export const FORMAT_VERSION = 1;
export const LARGEST_FILE = 20_000_000;
const MOST_ANSWERS = 50_000;

/** The file that keeps answers, as text. `today` is a day such as 2026-11-23. */
export function writeAnswers(definition, answers, today) {
  const kept = Object.fromEntries(Object.entries(filled(answers)).sort(([a], [b]) => (a < b ? -1 : 1)));
  const file = {
    format: FORMAT,
    format_version: FORMAT_VERSION,
    form: definition.id,
    form_title: definition.title,
    form_version: definition.version,
    saved: today,
    answers: kept,
  };
  return JSON.stringify(file, null, 1) + "\n";
}

/** {version, saved, answers} of a file's text; throws FileProblem. */
export function readAnswers(definition, text) {
  let file;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new FileProblem(t("files.cut-short"));
  }
  if (!isObject(file) || file.format !== FORMAT || !isObject(file.answers)) {
    throw new FileProblem(t("files.no-answers"));
  }
  if (!(file.format_version <= FORMAT_VERSION)) {
    throw new FileProblem(t("files.newer"));
  }
  checkForm(definition, file.form, file.form_title);
  return { version: Number(file.form_version) || 1, saved: String(file.saved || ""), answers: textsOf(file.answers) };
}

/** Throws FileProblem when a file belongs to another form. */
export function checkForm(definition, id, title) {
  if (id === definition.id) return;
  const name = String(title || id || t("files.another-form")).slice(0, 100);
  throw new FileProblem(t("files.other-form", { name }));
}

/** The answers of a file that are texts under names. Anything else in it is refused as a whole. */
export function textsOf(raw) {
  const entries = Object.entries(raw);
  if (entries.length > MOST_ANSWERS || entries.some(([key, value]) => typeof value !== "string" || key.length > 300)) {
    throw new FileProblem(t("files.not-answers"));
  }
  return filled(Object.fromEntries(entries));
}

/** The answers that are not empty, with one kind of line break. */
export function filled(answers) {
  const kept = Object.entries(answers).map(([key, value]) => [key, String(value).replace(/\r\n?/g, "\n")]);
  return Object.fromEntries(kept.filter(([, value]) => value.trim() !== ""));
}

/**
 * Old answers under the names of today.
 * `answers` are those that the form asks for, `gone` what it no longer asks, `changed` the names of answers whose
 * question has changed since they were given. A new name never overwrites an answer that stands under it already.
 */
export function bringUpToDate(definition, answers, version) {
  const current = {};
  const gone = {};
  const changed = [];
  const entries = Object.entries(answers).sort(([a], [b]) => isKnown(definition, b) - isKnown(definition, a));
  for (const [key, value] of entries) {
    const now = currentKey(definition, key);
    if (now === null || now in current) {
      gone[key] = value;
      continue;
    }
    current[now] = value;
    if (version < (definition.changed[plainKey(now)] || 0)) changed.push(now);
  }
  return { answers: current, gone, changed };
}

function isKnown(definition, key) {
  return Number(Object.hasOwn(definition.fields, plainKey(key)));
}

function currentKey(definition, key) {
  const plain = plainKey(key);
  const isName = splitKey(key) !== null;
  if (isName && Object.hasOwn(definition.fields, plain)) return fits(definition, key) ? key : null;
  if (isName && Object.hasOwn(definition.renamed, plain)) {
    const renamed = renameKey(key, definition.renamed[plain]);
    return fits(definition, renamed) ? renamed : null;
  }
  return null;
}

/** Whether the form allows as many repetitions as a name asks for. */
function fits(definition, key) {
  const steps = splitKey(key);
  const section = definition.sections.find((one) => one.id === steps[0][0]);
  const isRepeated = steps.length === 3 && !definition.fields[plainKey(key)].once;
  const most = [section?.repeat?.most ?? 1, isRepeated ? (section?.row_repeat?.most ?? 1) : 1, 1];
  return steps.every(([, number], index) => number <= most[index]);
}

/** What is asked under a name, in words: "How things stand: Our policy is current: Where we are". */
export function askedAt(definition, key) {
  const plain = plainKey(key);
  const field = Object.hasOwn(definition.fields, plain) ? definition.fields[plain] : null;
  if (!field) return definition.retired[plain] || plain.replaceAll("/", ": ").replaceAll("-", " ");
  const numbers = (splitKey(key) || []).map(([, number]) => number).filter((number) => number > 1);
  const which = numbers.length ? ` (${numbers.join(", ")})` : "";
  return [field.place + which, field.label].filter(Boolean).join(": ");
}

/** An answer in words: a rating's words, a tick, a date as people write it. */
export function inWords(definition, key, value) {
  const field = definition.fields[plainKey(key)];
  if (!field || !value) return value || "";
  if (field.kind === "tick") return value === "yes" ? t("answers.ticked") : value;
  if (field.kind === "date") return dayInWords(value);
  return (field.choices || []).find(([kept]) => kept === value)?.[1] ?? value;
}

/** 2026-11-23 of a date that somebody typed into a file; anything else as it is. */
export function readDay(text) {
  const value = text.trim();
  let parts = /^(\d{4})-(\d{1,2})-(\d{1,2})(T.*)?$/.exec(value);
  if (parts) return dayOf(parts[1], parts[2], parts[3]) ?? value;
  parts = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(value);
  if (parts) return dayOf(parts[3], parts[2], parts[1]) ?? value;
  parts = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})$/.exec(value);
  const month = parts ? monthOf(parts[2]) : 0;
  return (month && dayOf(parts[3], month, parts[1])) || value;
}

function dayOf(year, month, day) {
  const found = new Date(Date.UTC(year, month - 1, day));
  const same = found.getUTCMonth() === month - 1 && found.getUTCDate() === Number(day);
  return same ? found.toISOString().slice(0, 10) : null;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
