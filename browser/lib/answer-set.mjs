/** A file that holds the answers of several forms: those of one as always, and under `others` those of the rest. */

import { readOrigins } from "./answer-origins.mjs";
import { cleanText, textsOf, versionOf } from "./answers.mjs";
import { readEarlier } from "./earlier.mjs";
import { readEntryIds, readPlanId } from "./entries.mjs";
import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";
import { MOST_ANSWERS, MOST_CHARACTERS, MOST_FORMS } from "./limits.mjs";

/**
 * The parts of a file by form, the first as it is outside of `others`; throws FileProblem.
 * @param {Record<string, any>} file
 * @returns {FormPart[]}
 */
export function partsOf(file) {
  const others = file.others ?? [];
  const isList = Array.isArray(others) && others.length < MOST_FORMS;
  if (!isList || !others.every((part) => isObject(part) && isObject(part.answers))) refuse();
  const parts = [file, ...others].map(readPart);
  const names = parts.map(({ form }) => form);
  if (others.length && (new Set(names).size < names.length || names.includes(""))) refuse();
  checkLength(parts);
  return parts;
}

/** @returns {never} */
function refuse() {
  throw new FileProblem(t("files.not-answers"));
}

/**
 * @param {Record<string, any>} raw
 * @returns {FormPart}
 */
function readPart(raw) {
  const text = (/** @type {unknown} */ value) => (typeof value === "string" ? cleanText(value) : "");
  return {
    form: text(raw.form),
    title: text(raw.form_title).slice(0, 300),
    version: versionOf(raw.form_version),
    saved: text(raw.saved),
    plan: readPlanId(raw.plan),
    entries: readEntryIds(raw.entries),
    answers: textsOf(raw.answers),
    origins: readOrigins(raw.origins),
    earlier: readEarlier(raw.earlier),
  };
}

/**
 * Refuses a file with more answers than one may hold, or longer ones, all forms and reviews together.
 * @param {FormPart[]} parts
 */
function checkLength(parts) {
  const all = parts.flatMap(({ answers, earlier }) => [answers, ...earlier.map((review) => review.answers)]);
  const texts = all.flatMap((answers) => Object.values(answers));
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (texts.length > MOST_ANSWERS || length > MOST_CHARACTERS) refuse();
}

/**
 * A part as a file has it; what is empty is left out.
 * @param {FormPart} part
 */
export function writePart({ form, title, version, saved, plan, entries, answers, origins, earlier }) {
  return {
    form,
    form_title: title,
    form_version: version,
    saved,
    ...(plan && { plan, entries }),
    answers: Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(Object.keys(origins).length > 0 && { origins }),
    ...(earlier.length > 0 && { earlier }),
  };
}

/** @param {unknown} value */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
