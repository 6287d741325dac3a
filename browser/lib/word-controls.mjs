/** Content controls of a Word file's body: what they show, written and read. `body` is a parsed document. */

import { plainKey, splitKey } from "./keys.mjs";
import { TRUE, YES } from "./kinds.mjs";
import { dayInWords } from "./language.mjs";
import { xmlText } from "./xml.mjs";
import { XmlElement } from "./xml-tree.mjs";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_14 = "http://schemas.microsoft.com/office/word/2010/wordml";
/** @typedef {{form: string, version: number, texts: Answers}} ControlTexts */

const TICKED_BOX = "\u2612";
const BINDING = /@form='([^']+)'\]\[@version='(\d{1,3})'\]\/t:a\[@key='([^']+)'\]/;

/**
 * Has every control show its answer, for programs that do not look into the answers part.
 * @param {XmlElement} body
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function writeControls(body, definition, answers) {
  for (const control of body.getElementsByTagNameNS(WORD, "sdt")) {
    const properties = child(control, "sdtPr");
    const key = attribute(child(properties, "tag"), "val") ?? "";
    const value = answers[key];
    if (properties && value) writeControl(control, properties, definition.fields[plainKey(key)], value);
  }
}

/**
 * @param {XmlElement} control
 * @param {XmlElement} properties
 * @param {Field | undefined} field
 * @param {string} value
 */
function writeControl(control, properties, field, value) {
  child(properties, "showingPlcHdr")?.remove();
  const date = child(properties, "date");
  if (date && /^\d{4}-\d{2}-\d{2}$/.test(value)) date.setAttributeNS(WORD, "w:fullDate", `${value}T00:00:00Z`);
  const box = child(properties, "checkbox", WORD_14);
  child(box, "checked", WORD_14)?.setAttributeNS(WORD_14, "w14:val", value === YES ? "1" : "0");
  const run = child(child(control, "sdtContent"), "r");
  if (run) writeRun(run, box ? TICKED_BOX : shownText(field, date, value));
}

/**
 * @param {Field | undefined} field
 * @param {XmlElement | undefined} date
 * @param {string} value
 */
function shownText(field, date, value) {
  if (date) return dayInWords(value);
  return field?.choices?.find(([kept]) => kept === value)?.[1] ?? value;
}

/**
 * Gives a run one text, with its line breaks and tabs, and without the look of a prompt.
 * @param {XmlElement} run
 * @param {string} text
 */
function writeRun(run, text) {
  const look = child(run, "rPr");
  if (look) child(look, "rStyle")?.remove();
  for (const part of run.children) if (part !== look) part.remove();
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
 * @param {XmlElement} body
 * @param {(text: string) => boolean} isPrompt
 * @returns {ControlTexts}
 */
export function readControls(body, isPrompt) {
  /** @type {ControlTexts} */
  const said = { form: "", version: 1, texts: {} };
  for (const control of body.getElementsByTagNameNS(WORD, "sdt")) {
    const properties = child(control, "sdtPr");
    if (!properties || control.getElementsByTagNameNS(WORD, "sdt").length) continue; // LibreOffice puts a tick's into another one
    const bound = BINDING.exec(attribute(child(properties, "dataBinding"), "xpath") || "");
    if (bound) Object.assign(said, { form: bound[1], version: Number(bound[2]) });
    const text = textOf(control, properties);
    addText(said.texts, attribute(child(properties, "tag"), "val"), bound, isPrompt(text.trim()) ? "" : text);
  }
  return said;
}

/**
 * @param {Answers} texts
 * @param {string | null} name
 * @param {RegExpExecArray | null} bound
 * @param {string} answer
 */
function addText(texts, name, bound, answer) {
  if (name && splitKey(name)) {
    if (answer.trim()) texts[name] ||= answer;
  } else if (bound) texts[bound[3]] ||= answer;
}

/**
 * What a control says; nothing while it shows its prompt.
 * @param {XmlElement} control
 * @param {XmlElement} properties
 */
function textOf(control, properties) {
  if (child(properties, "showingPlcHdr")) return "";
  const box = child(properties, "checkbox", WORD_14);
  if (box) return TRUE.has(child(box, "checked", WORD_14)?.getAttributeNS(WORD_14, "val") ?? "") ? YES : "";
  const date = attribute(child(properties, "date"), "fullDate");
  return date?.slice(0, 10) || wordsOf(child(control, "sdtContent"));
}

/** @param {XmlElement | undefined} content */
function wordsOf(content) {
  let text = "";
  for (const node of content?.getElementsByTagNameNS(WORD, "*") || []) {
    if (node.localName !== "p") text += pieceOf(node);
    else if (text) text += "\n";
  }
  return text;
}

/** @param {XmlElement} node */
function pieceOf(node) {
  // LibreOffice begins a line of an answer without a word for it: two texts side by side.
  if (node.localName === "t") return (node.previousElementSibling?.localName === "t" ? "\n" : "") + node.textContent;
  if (node.localName === "br" || node.localName === "cr") return "\n";
  return node.localName === "tab" && node.parentNode?.localName === "r" ? "\t" : "";
}

/**
 * @param {XmlElement | undefined} element
 * @param {string} name
 * @param {string} [namespace]
 */
function child(element, name, namespace = WORD) {
  return (element?.children ?? []).find((one) => one.namespaceURI === namespace && one.localName === name);
}

/**
 * @param {XmlElement | undefined} element
 * @param {string} name
 */
function attribute(element, name) {
  return element?.getAttributeNS(WORD, name) || null;
}
