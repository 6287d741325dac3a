/** What a file keeps beside answers: where they are from, earlier reviews, and the answers of other forms. */

import { readOrigins } from "../../browser/lib/answer-origins.mjs";
import { partsOf } from "../../browser/lib/answer-set.mjs";
import { t } from "../../browser/lib/language.mjs";

export function noBeside() {
  return { origins: {}, earlier: [], others: [], saved: "" };
}

/** Whether there is anything that Word and PDF files do not hold. */
export function hasBeside({ origins, earlier, others }) {
  return Object.keys(origins).length + earlier.length + others.length > 0;
}

/**
 * Takes what a file or draft keeps beside its answers. A form about a person is in no file with others: what is said
 * of that is given.
 */
export function takeBesideAnswers(sheet, { origins = {}, earlier = [], others = [], saved = "" }) {
  const personal = new Set(JSON.parse(sheet.element.dataset.personal || "[]"));
  const isBarred = ({ form }) => sheet.definition.personal || personal.has(form);
  const barred = others.filter(isBarred);
  sheet.beside = { origins, earlier, others: others.filter((part) => !isBarred(part)), saved };
  return barred.length ? t("set.barred", { titles: titlesOf(barred) }) : "";
}

/** What a draft keeps beside its answers; nothing of what is no such thing. */
export function readBeside(raw) {
  try {
    const [first, ...others] = partsOf({
      form: "-",
      answers: {},
      earlier: raw.earlier,
      others: raw.others.map(asInFile),
    });
    return { origins: readOrigins(raw.origins), earlier: first.earlier, others };
  } catch {
    return noBeside();
  }
}

/** A part under the names that files have. */
function asInFile(part) {
  return { ...part, form_title: part.title, form_version: part.version };
}

export function titlesOf(parts) {
  return parts.map(({ title, form }) => title || form).join("; ");
}
