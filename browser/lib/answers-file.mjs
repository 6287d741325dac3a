/** The file that keeps the answers to a form, and beside them those of others, written and read. */

import { originsOf } from "./answer-origins.mjs";
import { isObject, partsOf, writePart } from "./answer-set.mjs";
import { checkForm, filled, isOfForm } from "./answers.mjs";
import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";
import { parseJson } from "./parse-json.mjs";

const FORMAT = "safeguarding-toolkit-answers";
const FORMAT_VERSION = 1;

/**
 * The file that keeps answers, as text. `today` is a day such as 2026-11-23; `beside` has what else it keeps.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string} today
 * @param {PlanIdentity} [identity]
 * @param {Partial<BesideAnswers>} [beside]
 */
export function writeAnswers(definition, answers, today, identity, { origins = {}, earlier = [], others = [] } = {}) {
  const kept = filled(answers);
  const part = writePart({
    form: definition.id,
    title: definition.title,
    version: definition.version,
    saved: today,
    plan: identity?.plan ?? "",
    entries: identity?.entries ?? {},
    answers: kept,
    origins: originsOf(origins, kept),
    earlier,
  });
  const set = definition.personal ? [] : others; // what is about a person is in no file with others
  const file = {
    format: FORMAT,
    format_version: FORMAT_VERSION,
    ...part,
    ...(set.length > 0 && { others: set.map(writePart) }),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * {version, saved, answers, plan, entries, origins, earlier, others} of a file's text; throws FileProblem.
 * @param {FormDefinition} definition
 * @param {string} text
 * @returns {FileAnswers & BesideAnswers}
 */
export function readAnswers(definition, text) {
  const parts = readSet(text);
  const part = parts.find(({ form }) => form === definition.id) ?? parts[0];
  if (part.form) checkForm(definition, part.form, part.title || undefined);
  else if (!Object.keys(part.answers).some((key) => isOfForm(definition, key))) {
    throw new FileProblem(t("files.no-answers"));
  }
  const { version, saved, answers, plan, entries, origins, earlier } = part;
  return { version, saved, answers, plan, entries, origins, earlier, others: parts.filter((other) => other !== part) };
}

/**
 * The answers of all forms in a file's text; throws FileProblem.
 * @param {string} text
 */
export function readSet(text) {
  const file = parseJson(text);
  if (!isObject(file) || file.format !== FORMAT || !isObject(file.answers)) {
    throw new FileProblem(t("files.no-answers"));
  }
  if (!Number.isInteger(file.format_version) || file.format_version < 1) {
    throw new FileProblem(t("files.no-answers"));
  }
  if (file.format_version > FORMAT_VERSION) throw new FileProblem(t("files.newer"));
  return partsOf(file);
}
