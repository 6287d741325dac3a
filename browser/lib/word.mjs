/** A Word file handed out with answers in it, and read back: in the part that holds them and in the controls. */

import { checkForm, isOfForm, textsOf, versionOf } from "./answers.mjs";
import { exchangeEntries, readArchive, readEntry } from "./archive.mjs";
import { FileProblem } from "./file-problem.mjs";
import { plainKey } from "./keys.mjs";
import { kindOf } from "./kinds.mjs";
import { t } from "./language.mjs";
import { readControls, writeControls } from "./word-controls.mjs";
import { growBody } from "./word-repeats.mjs";
import { escapeXml, parseXml, writeXml } from "./xml.mjs";

const NAMESPACE = "urn:safeguarding-toolkit:answers:1";
const PART = /^customXml\/item\d*\.xml$/;
const BODY = "word/document.xml";

/**
 * {file, hidden}: the Word file of a template (bytes) with answers in it, and the names of those that it cannot show.
 * Those stay in it all the same. Word shows what the part holds; other programs show what the controls hold.
 * @param {FormDefinition} definition
 * @param {Uint8Array} template
 * @param {Answers} answers
 */
export async function fillWord(definition, template, answers) {
  const entries = readArchive(template);
  const part = answersPart(entries);
  if (!part) throw new FileProblem(t("files.no-answers-in-word"));
  const body = parseXml(readEntry(bodyOf(entries)));
  const isKnown = (/** @type {string} */ key) => plainKey(key) in definition.fields;
  const further = Object.keys(answers).filter((key) => !part.keys.includes(key) && isKnown(key));
  const bound = [...new Set([...part.keys, ...growBody(body, definition, further)])];
  writeControls(body, definition, answers);
  const hidden = Object.keys(answers).filter((key) => !bound.includes(key));
  const texts = {
    [BODY]: writeXml(body),
    [part.entry.name]: answersXml(definition, answers, [...bound, ...hidden], part.prompts),
  };
  return { file: await exchangeEntries(entries, texts), hidden };
}

/**
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string[]} keys
 * @param {string[]} prompts
 */
function answersXml(definition, answers, keys, prompts) {
  const text = (/** @type {string} */ key) => escapeXml(toWord(definition, key, answers[key] || ""));
  const listed = keys.map((key) => `<a key="${escapeXml(key)}"><v>${text(key)}</v></a>`);
  const all = [...listed, ...prompts.map((prompt) => `<prompt>${escapeXml(prompt)}</prompt>`)].join("");
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
    `<answers xmlns="${NAMESPACE}" form="${escapeXml(definition.id)}" version="${definition.version}">${all}</answers>`
  );
}

/** @param {ArchiveEntry[]} entries */
function bodyOf(entries) {
  const body = entries.find(({ name }) => name === BODY);
  if (!body) throw new FileProblem(t("files.not-word"));
  return body;
}

/**
 * {version, answers} of a Word file (bytes). What stands in a control wins over the part; throws FileProblem.
 * @param {FormDefinition} definition
 * @param {Uint8Array} bytes
 * @returns {FileAnswers}
 */
export function readWord(definition, bytes) {
  const entries = readArchive(bytes);
  const body = parseXml(readEntry(bodyOf(entries)));
  const part = answersPart(entries);
  const controls = readControls(body, part?.isPrompt || looksLikePrompt);
  if (!part && !Object.keys(controls.texts).some((key) => isOfForm(definition, key)))
    throw new FileProblem(t("files.no-answers-in-word"));
  const { form, version } = part || controls;
  if (form) checkForm(definition, form);
  return { version, saved: "", answers: textsOf({ ...part?.texts, ...controls.texts }) };
}

/**
 * The part of an archive that holds answers, with its content; null if a program has emptied it or taken it out.
 * @param {ArchiveEntry[]} entries
 */
function answersPart(entries) {
  for (const entry of entries.filter(({ name }) => PART.test(name))) {
    const text = readEntry(entry);
    if (!text.includes(NAMESPACE)) continue;
    const root = parseXml(text);
    const all = (/** @type {string} */ name) => root.children.filter((child) => child.localName === name);
    const prompts = all("prompt").map((element) => element.textContent);
    const isPrompt = prompts.length ? (/** @type {string} */ text) => prompts.includes(text) : looksLikePrompt;
    const pairs = all("a").map((element) => [element.getAttribute("key") || "", element.textContent]);
    return {
      entry,
      prompts,
      isPrompt,
      form: root.getAttribute("form"),
      version: versionOf(root.getAttribute("version")),
      keys: pairs.map(([key]) => key),
      // LibreOffice takes a control's prompt for its text.
      texts: Object.fromEntries(pairs.filter(([, value]) => !isPrompt(value.trim()))),
    };
  }
  return null;
}

/**
 * Whether a text is a prompt of a file that does not say itself which those are.
 * @param {string} text
 */
function looksLikePrompt(text) {
  return /^\[[^\]]+\]$/.test(text);
}

/**
 * @param {FormDefinition} definition
 * @param {string} key
 * @param {string} value
 */
function toWord(definition, key, value) {
  const field = definition.fields[plainKey(key)];
  return field ? kindOf(field.kind).toWord(value) : value;
}
