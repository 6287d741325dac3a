/** A part of a form that prints, and goes into Word, apart from the others: no answer of another part is in it. */

import { plainKey } from "../../browser/lib/keys.mjs";
import { t } from "../../browser/lib/language.mjs";
import { el } from "./dom.mjs";

/** The definition of one part: its own sections and fields, with the record's. The whole form where none is given. */
export function definitionOf(definition, part) {
  if (!part) return definition;
  const sections = definition.sections.filter((section) => section.part === part.id);
  const ids = new Set(["record", ...sections.map(({ id }) => id), ...(part.stops ? ["stop"] : [])]);
  const isOf = (/** @type {[string, unknown]} */ [key]) => ids.has(key.split("/")[0]);
  return { ...definition, sections, fields: Object.fromEntries(Object.entries(definition.fields).filter(isOf)) };
}

/** The answers that belong to a part. What the form no longer asks goes with the parts that stay in the agency. */
export function answersOf(definition, part, answers) {
  if (!part) return answers;
  const { fields } = definitionOf(definition, part);
  const isGone = (key) => !part.handed_out && !(plainKey(key) in definition.fields);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => plainKey(key) in fields || isGone(key)));
}

/** The parts that are filled in on the page and of which a file holds nothing: it was made of the other part alone. */
export function partsLeftOut(definition, mine, found) {
  const isIn = (part, answers) =>
    Object.keys(answers).some((key) => idsOf(definition, part).has(plainKey(key).split("/")[0]));
  return definition.parts.filter((part) => isIn(part, mine) && !isIn(part, found));
}

/** A file's answers with those of some parts of the page beside them; what stands in the record stays where the file has none. */
export function withParts(definition, parts, mine, found) {
  const ids = new Set(["record", ...parts.flatMap((part) => [...idsOf(definition, part)])]);
  const kept = Object.entries(mine).filter(([key]) => ids.has(plainKey(key).split("/")[0]));
  return { ...Object.fromEntries(kept), ...found };
}

/** Under which names a part's own answers stand. */
function idsOf(definition, part) {
  const own = definition.sections.filter((section) => section.part === part.id).map(({ id }) => id);
  return new Set([...own, ...(part.stops ? ["stop"] : [])]);
}

/** Why a part cannot be handed out now; empty if it can. Where a condition ends the form, only that part is left. */
export function refusal(part, answers) {
  if (!part) return "";
  const names = Object.keys(answers);
  if (!part.stops && names.some((key) => key.startsWith("stop/")))
    return t("form-tools.part-stopped", { part: part.title });
  return names.length ? "" : t("form-tools.part-empty", { part: part.title });
}

/** What a part's paper begins with: its heading, whose it is, and its texts. */
export function beginning(part, form) {
  const begun = form.querySelector(`[id="part/${CSS.escape(part.id)}"]`);
  const texts = [...(begun?.querySelectorAll("p, .form-section__text") || [])].filter(
    (text) => !text.parentElement.closest(".form-section__text"),
  );
  return [
    el("h2", { class: "form-print__part" }, part.heading),
    el("p", {}, el("strong", {}, part.title)),
    ...texts.map((text) => text.cloneNode(true)),
  ];
}
