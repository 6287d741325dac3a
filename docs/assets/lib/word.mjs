/** A Word file handed out with answers in it, and read back: by exchanging the one part that holds them. */

import { checkForm, FileProblem, filled, readDay, textsOf } from "./answers.mjs";
import { exchangeEntries, readArchive, readEntry } from "./archive.mjs";
import { plainKey, splitKey } from "./keys.mjs";
import { bindControls, growBody } from "./word-repeats.mjs";

const NAMESPACE = "urn:safeguarding-toolkit:answers:1";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_14 = "http://schemas.microsoft.com/office/word/2010/wordml";
const PART = /^customXml\/item\d*\.xml$/;
const BODY = "word/document.xml";
const TRUE = new Set(["true", "1", "yes", "on"]);

/**
 * {file, hidden}: the Word file of a template (bytes) with answers in it, and the names of those that it cannot show.
 * Those stay in it all the same.
 */
export async function fillWord(definition, template, answers) {
  const entries = readArchive(template);
  const part = await answersPart(entries);
  const texts = {};
  const isKnown = (key) => plainKey(key) in definition.fields;
  const further = Object.keys(answers).filter((key) => !part.keys.includes(key) && isKnown(key));
  const bound = [...part.keys];
  if (further.length) {
    const body = parseXml(await readEntry(bodyOf(entries)));
    const added = [...new Set(growBody(body, definition, further))];
    bindControls(body, new Map(added.map((key, index) => [key, bound.length + index + 1])));
    bound.push(...added);
    texts[BODY] = new XMLSerializer().serializeToString(body);
  }
  const hidden = Object.keys(answers).filter((key) => !bound.includes(key));
  texts[part.entry.name] = answersXml(definition, answers, [...bound, ...hidden]);
  return { file: await exchangeEntries(entries, texts), hidden };
}

function answersXml(definition, answers, keys) {
  const element = (key) => `<a key="${escapeXml(key)}">${escapeXml(toWord(definition, key, answers[key] || ""))}</a>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
    `<answers xmlns="${NAMESPACE}" form="${escapeXml(definition.id)}" version="${definition.version}">${keys.map(element).join("")}</answers>`
  );
}

function bodyOf(entries) {
  const body = entries.find(({ name }) => name === BODY);
  if (!body) throw new FileProblem("This is not a Word file (.docx).");
  return body;
}

/** {version, answers} of a Word file (bytes); throws FileProblem. */
export async function readWord(definition, bytes) {
  const entries = readArchive(bytes);
  const controls = readControls(parseXml(await readEntry(bodyOf(entries))));
  const part = await answersPart(entries).catch(() => null);
  if (part) checkForm(definition, part.form);
  if (!part && !Object.keys(controls).some((key) => plainKey(key) in definition.fields)) {
    throw new FileProblem("This Word file holds no answers of this form. Use the Word file from this page.");
  }
  const merged = { ...(part?.answers || {}) };
  for (const [key, value] of Object.entries(controls)) if (value.trim()) merged[key] = value;
  const answers = Object.entries(merged).map(([key, value]) => [key, fromWord(definition, key, value)]);
  return { version: part?.version || 1, saved: "", answers: filled(textsOf(Object.fromEntries(answers))) };
}

/** The part of an archive that holds answers, with its content; throws FileProblem when there is none. */
async function answersPart(entries) {
  for (const entry of entries.filter(({ name }) => PART.test(name))) {
    const text = await readEntry(entry);
    if (!text.includes(NAMESPACE)) continue;
    const root = parseXml(text).documentElement;
    const elements = [...root.getElementsByTagNameNS(NAMESPACE, "a")];
    const pairs = elements.map((element) => [element.getAttribute("key") || "", element.textContent]);
    return {
      entry,
      form: root.getAttribute("form"),
      version: Number(root.getAttribute("version")) || 1,
      keys: pairs.map(([key]) => key),
      answers: Object.fromEntries(pairs),
    };
  }
  throw new FileProblem("This Word file holds no answers of this toolkit.");
}

function parseXml(text) {
  if (/<!DOCTYPE/i.test(text)) throw new FileProblem("This file is not a form of this toolkit.");
  const parsed = new DOMParser().parseFromString(text, "application/xml");
  if (parsed.getElementsByTagName("parsererror").length) throw new FileProblem("This file is damaged, so it was not opened.");
  return parsed;
}

/** What stands in the controls themselves, for editors that change those and leave the answers part alone. */
function readControls(body) {
  const found = {};
  for (const control of body.getElementsByTagNameNS(WORD, "sdt")) {
    const properties = child(control, WORD, "sdtPr");
    const key = attribute(properties && child(properties, WORD, "tag"), "val");
    if (!key || !splitKey(key) || child(properties, WORD, "showingPlcHdr")) continue;
    const checkbox = child(properties, WORD_14, "checkbox");
    const date = child(properties, WORD, "date");
    if (checkbox) {
      if (TRUE.has(child(checkbox, WORD_14, "checked")?.getAttributeNS(WORD_14, "val"))) found[key] = "yes";
    } else {
      const text = textOf(child(control, WORD, "sdtContent"));
      found[key] = (date && attribute(date, "fullDate")?.slice(0, 10)) || text;
    }
  }
  return found;
}

function textOf(content) {
  if (!content) return "";
  let text = "";
  for (const node of content.getElementsByTagNameNS(WORD, "*")) {
    if (node.localName === "t") text += node.textContent;
    else if (node.localName === "br" || node.localName === "cr") text += "\n";
    else if (node.localName === "tab" && node.parentNode.localName === "r") text += "\t";
    else if (node.localName === "p" && text) text += "\n";
  }
  return text;
}

function child(element, namespace, name) {
  return [...(element?.children || [])].find((one) => one.namespaceURI === namespace && one.localName === name);
}

function attribute(element, name) {
  return element?.getAttributeNS(WORD, name) || null;
}

function toWord(definition, key, value) {
  return definition.fields[plainKey(key)]?.kind === "tick" ? String(value === "yes") : value;
}

function fromWord(definition, key, value) {
  const field = definition.fields[plainKey(key)];
  if (field?.kind === "tick") return TRUE.has(value.trim().toLowerCase()) ? "yes" : "";
  if (field?.kind === "date") return readDay(value);
  const words = field?.choices?.find(([kept, shown]) => kept === value.trim() || shown === value.trim());
  return words ? words[0] : value;
}

/** A text as it may stand in XML. Signs that XML 1.0 cannot hold become the replacement character. */
function escapeXml(text) {
  const replaced = String(text).replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "\uFFFD");
  return replaced
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}
