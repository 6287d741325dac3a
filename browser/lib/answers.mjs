/** Answers: a plain object from names to texts, and the file that keeps them. Never touches the document. */

import { FileProblem } from "./file-problem.mjs";
import { plainKey, renameKey, splitKey } from "./keys.mjs";
import { kindOf } from "./kinds.mjs";
import { t } from "./language.mjs";

export const FORMAT = "safeguarding-toolkit-answers";
export const FORMAT_VERSION = 1;
export const LARGEST_FILE = 20_000_000;
const MOST_ANSWERS = 50_000;

/**
 * The file that keeps answers, as text. `today` is a day such as 2026-11-23.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string} today
 */
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
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * {version, saved, answers} of a file's text; throws FileProblem.
 * @param {FormDefinition} definition
 * @param {string} text
 * @returns {FileAnswers}
 */
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
  if (!Number.isInteger(file.format_version) || file.format_version > FORMAT_VERSION) {
    throw new FileProblem(t("files.newer"));
  }
  checkForm(definition, file.form, file.form_title);
  const version = Number.isInteger(file.form_version) ? file.form_version : 1;
  return { version, saved: typeof file.saved === "string" ? file.saved : "", answers: textsOf(file.answers) };
}

/**
 * Throws FileProblem when a file belongs to another form.
 * @param {FormDefinition} definition
 * @param {unknown} id
 * @param {unknown} [title]
 */
export function checkForm(definition, id, title) {
  if (id === definition.id) return;
  const name = String(title || id || t("files.another-form")).slice(0, 100);
  throw new FileProblem(t("files.other-form", { name }));
}

/**
 * The answers of a file that are texts under names. Anything else in it is refused as a whole.
 * @param {Record<string, unknown>} raw
 * @returns {Answers}
 */
export function textsOf(raw) {
  const entries = Object.entries(raw);
  if (entries.length > MOST_ANSWERS || entries.some(([key, value]) => typeof value !== "string" || key.length > 300)) {
    throw new FileProblem(t("files.not-answers"));
  }
  return filled(/** @type {Answers} */ (Object.fromEntries(entries)));
}

/**
 * The answers that are not empty, with one kind of line break.
 * @param {Answers} answers
 * @returns {Answers}
 */
export function filled(answers) {
  const kept = Object.entries(answers).map(([key, value]) => [key, String(value).replace(/\r\n?/g, "\n")]);
  return Object.fromEntries(kept.filter(([, value]) => value.trim() !== ""));
}

/**
 * Old answers under the names of today.
 * `answers` are those that the form asks for, `gone` what it no longer asks, `changed` the names of answers whose
 * question has changed since they were given. A new name never overwrites an answer that stands under it already.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {number} version
 */
export function bringUpToDate(definition, answers, version) {
  /** @type {Answers} */
  const current = {};
  /** @type {Answers} */
  const gone = {};
  /** @type {string[]} */
  const changed = [];
  const entries = Object.entries(answers).sort(([a], [b]) => isKnown(definition, b) - isKnown(definition, a));
  for (const [key, value] of entries) {
    const now = currentKey(definition, key);
    if (now === null || now in current) {
      gone[key] = value;
      continue;
    }
    current[now] = tidy(definition.fields[plainKey(now)], value);
    if (version < (definition.changed[plainKey(now)] || 0)) changed.push(now);
  }
  return { answers: filled(current), gone, changed };
}

/**
 * A value as pages keep it, whichever program wrote it: ticks, words of a choice, dates.
 * @param {Field} field
 * @param {string} value
 */
export function tidy(field, value) {
  return kindOf(field.kind).tidy(value, field.choices);
}

/**
 * Whether a name is one of the form's, of today or of before.
 * @param {FormDefinition} definition
 * @param {string} key
 */
export function isOfForm(definition, key) {
  const plain = plainKey(key);
  return Object.hasOwn(definition.fields, plain) || Object.hasOwn(definition.renamed, plain);
}

/**
 * @param {FormDefinition} definition
 * @param {string} key
 */
function isKnown(definition, key) {
  return Number(Object.hasOwn(definition.fields, plainKey(key)));
}

/**
 * @param {FormDefinition} definition
 * @param {string} key
 * @returns {string | null}
 */
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

/**
 * Whether the form allows as many repetitions as a name asks for.
 * @param {FormDefinition} definition
 * @param {string} key
 */
function fits(definition, key) {
  const steps = splitKey(key) ?? [];
  const section = definition.sections.find((one) => one.id === steps[0]?.[0]);
  const isRepeated = steps.length === 3 && !definition.fields[plainKey(key)].once;
  const most = [section?.repeat?.most ?? 1, isRepeated ? (section?.row_repeat?.most ?? 1) : 1, 1];
  return steps.every(([, number], index) => number <= most[index]);
}

/**
 * What is asked under a name, in words: "How things stand: Our policy is current: Where we are".
 * @param {FormDefinition} definition
 * @param {string} key
 */
export function askedAt(definition, key) {
  const plain = plainKey(key);
  const field = Object.hasOwn(definition.fields, plain) ? definition.fields[plain] : null;
  if (!field) return definition.retired[plain] || plain.replaceAll("/", ": ").replaceAll("-", " ");
  const numbers = (splitKey(key) || []).map(([, number]) => number).filter((number) => number > 1);
  const which = numbers.length ? ` (${numbers.join(", ")})` : "";
  return [field.place + which, field.label].filter(Boolean).join(": ");
}

/**
 * An answer in words: a rating's words, a tick, a date as people write it.
 * @param {FormDefinition} definition
 * @param {string} key
 * @param {string | undefined} value
 */
export function inWords(definition, key, value) {
  const field = definition.fields[plainKey(key)];
  if (!field || !value) return value || "";
  return kindOf(field.kind).inWords(value, field.choices);
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
