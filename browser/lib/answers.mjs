/** Answers: a plain object from names to texts, brought up to what a form asks today. answers-file.mjs keeps them. */

import { FileProblem } from "./file-problem.mjs";
import { plainKey, renameKey, splitKey } from "./keys.mjs";
import { kindOf } from "./kinds.mjs";
import { t } from "./language.mjs";
import { LATEST_VERSION, LONGEST_NAME, MOST_ANSWERS, MOST_CHARACTERS } from "./limits.mjs";
import { joinContinued } from "./more-room.mjs";

const LINE_BREAK = /\r\n?|\v|\f/g; // Office writes the last two for breaks of lines and pages
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
const NOT_A_CHARACTER = /[\u0000-\u0008\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/**
 * The version of a form that a file names; the first where it names none that there can be.
 * @param {unknown} value
 */
export function versionOf(value) {
  const isDigits = typeof value === "string" && /^[0-9]{1,4}$/.test(value);
  const number = isDigits || typeof value === "number" ? Number(value) : 1;
  return Number.isInteger(number) && number >= 1 && number <= LATEST_VERSION ? number : 1;
}

/**
 * Throws FileProblem when a file belongs to another form.
 * @param {FormDefinition} definition
 * @param {unknown} id
 * @param {unknown} [title]
 */
export function checkForm(definition, id, title) {
  if (id === definition.id) return;
  const name = String((title !== definition.title && title) || id || t("files.another-form")).slice(0, 100);
  throw new FileProblem(t("files.other-form", { name }));
}

/**
 * The answers of a file that are texts under names. Anything else in it is refused as a whole.
 * @param {Record<string, unknown>} raw
 * @returns {Answers}
 */
export function textsOf(raw) {
  const entries = Object.entries(raw);
  const isText = (/** @type {[string, unknown]} */ [key, value]) =>
    typeof value === "string" && key.length <= LONGEST_NAME;
  const length = entries.every(isText) ? entries.reduce((sum, [, value]) => sum + String(value).length, 0) : Infinity;
  if (entries.length > MOST_ANSWERS || length > MOST_CHARACTERS) throw new FileProblem(t("files.not-answers"));
  return filled(/** @type {Answers} */ (Object.fromEntries(entries)));
}

/**
 * The answers that are not empty, with one kind of line break, and of characters that every format can hold.
 * @param {Answers} answers
 * @returns {Answers}
 */
export function filled(answers) {
  const kept = Object.entries(answers).map((pair) => pair.map(String).map(cleanText));
  return Object.fromEntries(kept.filter(([, value]) => value.trim() !== ""));
}

/**
 * A text with one kind of line break, and of characters that every format can hold.
 * @param {string} text
 */
export function cleanText(text) {
  return text.replace(LINE_BREAK, "\n").replace(NOT_A_CHARACTER, "\uFFFD");
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
  const { joined, rest } = joinContinued(current, gone, (key) => currentKey(definition, key));
  return { answers: filled(joined), gone: rest, changed };
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
  const section = definition.sections.find(({ id }) => id === steps[0]?.[0]);
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
