/** The file that keeps the answers to a form, written and read. */

import { checkForm, cleanText, filled, isOfForm, textsOf, versionOf } from "./answers.mjs";
import { readEntryIds, readPlanId } from "./entries.mjs";
import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";
import { parseJson } from "./parse-json.mjs";

const FORMAT = "safeguarding-toolkit-answers";
const FORMAT_VERSION = 1;

/**
 * The file that keeps answers, as text. `today` is a day such as 2026-11-23.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string} today
 * @param {PlanIdentity} [identity]
 */
export function writeAnswers(definition, answers, today, identity) {
  const kept = Object.fromEntries(Object.entries(filled(answers)).sort(([a], [b]) => (a < b ? -1 : 1)));
  const file = {
    format: FORMAT,
    format_version: FORMAT_VERSION,
    form: definition.id,
    form_title: definition.title,
    form_version: definition.version,
    saved: today,
    ...(identity && { plan: identity.plan, entries: identity.entries }),
    answers: kept,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * {version, saved, answers, plan, entries} of a file's text; throws FileProblem.
 * @param {FormDefinition} definition
 * @param {string} text
 * @returns {FileAnswers}
 */
export function readAnswers(definition, text) {
  const file = parseJson(text);
  if (!isObject(file) || file.format !== FORMAT || !isObject(file.answers)) {
    throw new FileProblem(t("files.no-answers"));
  }
  if (!Number.isInteger(file.format_version) || file.format_version < 1) {
    throw new FileProblem(t("files.no-answers"));
  }
  if (file.format_version > FORMAT_VERSION) throw new FileProblem(t("files.newer"));
  const isNamed = typeof file.form === "string" && file.form !== "";
  if (isNamed) checkForm(definition, file.form, file.form_title);
  const answers = textsOf(file.answers);
  if (!isNamed && !Object.keys(answers).some((key) => isOfForm(definition, key))) {
    throw new FileProblem(t("files.no-answers"));
  }
  const saved = typeof file.saved === "string" ? cleanText(file.saved) : "";
  const ids = { plan: readPlanId(file.plan), entries: readEntryIds(file.entries) };
  return { version: versionOf(file.form_version), saved, answers, ...ids };
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
