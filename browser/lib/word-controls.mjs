/** Content controls of a Word file's body, and what is written into them. `body` is a parsed document. */

import { plainKey } from "./keys.mjs";
import { YES } from "./kinds.mjs";
import { dayInWords } from "./language.mjs";
import { xmlText } from "./xml.mjs";
import { XmlElement } from "./xml-tree.mjs";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_14 = "http://schemas.microsoft.com/office/word/2010/wordml";

const TICKED_BOX = "\u2612";
const BLANK = "\u2002\u2002\u2002"; // in the place of a prompt: wide enough to be found

/**
 * Has every control show its answer, for programs that do not look into the answers part.
 * @param {XmlElement} body
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function writeControls(body, definition, answers) {
  const isFilled = Object.keys(answers).length > 0;
  for (const control of body.getElementsByTagNameNS(WORD, "sdt")) {
    const properties = child(control, "sdtPr");
    const key = attribute(child(properties, "tag"), "val") ?? "";
    const value = answers[key];
    if (properties && value) writeControl(control, properties, definition.fields[plainKey(key)], value);
    else if (properties && key && isBegun(properties)) emptyControl(control, properties);
    else if (properties && key && isFilled) hidePrompt(control, properties);
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
 * Whether a control shows a text that the form itself begins with.
 * @param {XmlElement} properties
 */
function isBegun(properties) {
  return !child(properties, "showingPlcHdr") && !child(properties, "checkbox", WORD_14);
}

/**
 * Takes away what the form begins an answer with, where somebody has emptied it.
 * @param {XmlElement} control
 * @param {XmlElement} properties
 */
function emptyControl(control, properties) {
  const run = child(child(control, "sdtContent"), "r");
  if (!run) return;
  writeRun(run, BLANK);
  // Word wants it before what a control is bound to.
  (child(properties, "id") ?? child(properties, "tag"))?.after(new XmlElement("w:showingPlcHdr", WORD));
}

/**
 * Leaves an empty cell empty, so that no prompt is printed in a form that somebody has filled in.
 * @param {XmlElement} control
 * @param {XmlElement} properties
 */
function hidePrompt(control, properties) {
  if (!child(properties, "showingPlcHdr") || !control.closest("tc")) return;
  const run = child(child(control, "sdtContent"), "r");
  const words = child(run, "t");
  words?.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
  if (words) words.textContent = BLANK;
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
 * {shown, bound}: the names of all controls, and of those that are bound to the part that holds answers.
 * @param {XmlElement} body
 */
export function controlNames(body) {
  const [shown, bound] = [new Set(), new Set()].map((set) => /** @type {Set<string>} */ (set));
  for (const properties of body.getElementsByTagNameNS(WORD, "sdtPr")) {
    const name = attribute(child(properties, "tag"), "val");
    if (!name) continue;
    shown.add(name);
    if (child(properties, "dataBinding")) bound.add(name);
  }
  return { shown, bound };
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
