/** A Word file handed out with answers in it. */

import { exchangeEntries, readArchive } from "./archive.mjs";
import { idsToCarry } from "./entries.mjs";
import { FileProblem } from "./file-problem.mjs";
import { plainKey } from "./keys.mjs";
import { kindOf } from "./kinds.mjs";
import { t } from "./language.mjs";
import { mainPart, readPart } from "./office-parts.mjs";
import { controlNames, writeControls } from "./word-controls.mjs";
import { answersPart, NAMESPACE } from "./word-document.mjs";
import { growBody } from "./word-repeats.mjs";
import { escapeXml, writeXml } from "./xml.mjs";

/**
 * {file, hidden}: the Word file of a template (bytes) with answers in it, and the names of those that it cannot show.
 * Those stay in it all the same. Word shows in a bound control what the part holds; other programs show what the
 * controls hold. The part carries the plan's ids, so that a date keeps its entry in a calendar.
 * @param {FormDefinition} definition
 * @param {Uint8Array} template
 * @param {Answers} answers
 * @param {PlanIdentity} [identity]
 */
export async function fillWord(definition, template, answers, identity) {
  const entries = readArchive(template);
  const [part, main] = [answersPart(entries), mainPart(entries)];
  if (!part || !main) throw new FileProblem(t("files.no-answers-in-word"));
  const body = readPart(main);
  const isKnown = (/** @type {string} */ key) => plainKey(key) in definition.fields;
  growBody(body, definition, Object.keys(answers).filter(isKnown));
  writeControls(body, definition, answers);
  const ids = idsToCarry(definition, answers, identity);
  const names = controlNames(body);
  const hidden = Object.keys(answers).filter((key) => !names.shown.has(key));
  const listed = [
    ...[...names.bound].map((key) => `<a key="${escapeXml(key)}"><v>${inPart(definition, key, answers)}</v></a>`),
    ...hidden.map((key) => `<a key="${escapeXml(key)}" unseen="1"><v>${inPart(definition, key, answers)}</v></a>`),
    ...[...part.prompts].map((prompt) => `<prompt>${escapeXml(prompt)}</prompt>`),
    `<texts>${escapeXml([...part.texts].join(" "))}</texts>`,
    ...Object.entries(ids.entries).map(([place, id]) => `<entry at="${escapeXml(place)}" id="${escapeXml(id)}"/>`),
  ];
  const head = `<answers xmlns="${NAMESPACE}" form="${escapeXml(definition.id)}" version="${definition.version}"${planMark(ids)}>`;
  const texts = {
    [main.name]: writeXml(body),
    [part.entry.name]: `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n${head}${listed.join("")}</answers>`,
  };
  return { file: await exchangeEntries(entries, texts), hidden };
}

/** @param {DocumentIds} ids */
function planMark({ plan, setting }) {
  if (!plan) return "";
  return ` plan="${escapeXml(plan)}"${setting === undefined ? "" : ` setting="${escapeXml(setting)}"`}`;
}

/**
 * An answer as the part has it.
 * @param {FormDefinition} definition
 * @param {string} key
 * @param {Answers} answers
 */
function inPart(definition, key, answers) {
  const field = definition.fields[plainKey(key)];
  const value = answers[key] || "";
  return escapeXml(field ? kindOf(field.kind).toWord(value) : value);
}
