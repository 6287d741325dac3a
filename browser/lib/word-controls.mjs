/** Content controls of a Word file's body: what they show, written and read. `body` is a parsed document. */

import { plainKey, splitKey } from "./keys.mjs";
import { dayInWords } from "./language.mjs";
import { xmlText } from "./xml.mjs";
import { XmlElement } from "./xml-tree.mjs";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_14 = "http://schemas.microsoft.com/office/word/2010/wordml";
const TICKED_BOX = "\u2612";
const BINDING = /@form='([^']+)'\]\[@version='(\d{1,3})'\]\/t:a\[@key='([^']+)'\]/;
export const TRUE = new Set(["true", "1", "yes", "on"]);

/** Has every control show its answer, for programs that do not look into the answers part. */
export function writeControls(body, definition, answers) {
  for (const control of [...body.getElementsByTagNameNS(WORD, "sdt")]) {
    const properties = child(control, "sdtPr");
    const key = attribute(properties && child(properties, "tag"), "val");
    const value = key && answers[key];
    if (value) writeControl(control, properties, definition.fields[plainKey(key)], value);
  }
}

function writeControl(control, properties, field, value) {
  child(properties, "showingPlcHdr")?.remove();
  const date = child(properties, "date");
  if (date && /^\d{4}-\d{2}-\d{2}$/.test(value)) date.setAttributeNS(WORD, "w:fullDate", `${value}T00:00:00Z`);
  const box = child(properties, "checkbox", WORD_14);
  if (box) child(box, "checked", WORD_14).setAttributeNS(WORD_14, "w14:val", value === "yes" ? "1" : "0");
  const choice = field?.choices?.find(([kept]) => kept === value)?.[1];
  writeRun(child(child(control, "sdtContent"), "r"), box ? TICKED_BOX : date ? dayInWords(value) : (choice ?? value));
}

/** Gives a run one text, with its line breaks and tabs, and without the look of a prompt. */
function writeRun(run, text) {
  const look = child(run, "rPr");
  if (look) child(look, "rStyle")?.remove();
  for (const part of [...run.children]) if (part !== look) part.remove();
  for (const piece of xmlText(text).split(/([\n\t])/)) {
    const made = new XmlElement({ "\n": "w:br", "\t": "w:tab" }[piece] || "w:t", WORD);
    if (made.localName === "t") {
      made.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
      made.textContent = piece;
    }
    if (piece) run.append(made);
  }
}

/**
 * {form, version, texts}: what the controls say; `isPrompt` tells of a text whether it is no answer.
 *
 * LibreOffice 7.4 takes the names away when it saves, leaves the bindings, and changes ticks, dates and choices in the
 * controls alone. So a control that is only bound is believed when it is empty, too.
 */
export function readControls(body, isPrompt) {
  const said = { form: "", version: 1, texts: {} };
  for (const control of body.getElementsByTagNameNS(WORD, "sdt")) {
    const properties = child(control, "sdtPr");
    if (!properties || control.getElementsByTagNameNS(WORD, "sdt").length) continue; // LibreOffice puts a tick's into another one
    const [name, path] = [
      attribute(child(properties, "tag"), "val"),
      attribute(child(properties, "dataBinding"), "xpath"),
    ];
    const bound = BINDING.exec(path || "");
    if (bound) Object.assign(said, { form: bound[1], version: Number(bound[2]) });
    const text = textOf(control, properties);
    const answer = isPrompt(text.trim()) ? "" : text;
    const isNamed = Boolean(name && splitKey(name));
    if (isNamed && answer.trim()) said.texts[name] ||= answer;
    else if (!isNamed && bound) said.texts[bound[3]] ||= answer;
  }
  return said;
}

/** What a control says; nothing while it shows its prompt. */
function textOf(control, properties) {
  if (child(properties, "showingPlcHdr")) return "";
  const box = child(properties, "checkbox", WORD_14);
  if (box) return TRUE.has(child(box, "checked", WORD_14)?.getAttributeNS(WORD_14, "val")) ? "yes" : "";
  const date = attribute(child(properties, "date"), "fullDate");
  return date?.slice(0, 10) || wordsOf(child(control, "sdtContent"));
}

function wordsOf(content) {
  let text = "";
  for (const node of content?.getElementsByTagNameNS(WORD, "*") || []) {
    // LibreOffice begins a line of an answer without a word for it: two texts side by side.
    if (node.localName === "t") text += (node.previousElementSibling?.localName === "t" ? "\n" : "") + node.textContent;
    else if (node.localName === "br" || node.localName === "cr") text += "\n";
    else if (node.localName === "tab" && node.parentNode.localName === "r") text += "\t";
    else if (node.localName === "p" && text) text += "\n";
  }
  return text;
}

function child(element, name, namespace = WORD) {
  return [...(element?.children || [])].find((one) => one.namespaceURI === namespace && one.localName === name);
}

function attribute(element, name) {
  return element?.getAttributeNS(WORD, name) || null;
}
