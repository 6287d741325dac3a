/** What the elements of a Word file say: texts, breaks, boxes and controls. toolkit/answers/word_body.py does the same. */

import { TRUE, YES } from "./kinds.mjs";

/** @import { XmlElement } from "./xml-tree.mjs" */

export const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_14 = "http://schemas.microsoft.com/office/word/2010/wordml";
// What was deleted or moved away while changes were tracked, and what is no text.
const SKIPPED = new Set(["del", "moveFrom", "sdtPr", "pPr", "rPr", "tblPr", "tcPr", "instrText", "delText"]);
/** @type {Record<string, string>} */
const BREAKS = { br: "\n", cr: "\n", noBreakHyphen: "-" };

/**
 * What a control says; nothing while it shows its prompt.
 * @param {XmlElement} control
 * @param {XmlElement} properties
 */
export function textOf(control, properties) {
  if (child(properties, "showingPlcHdr")) return "";
  const box = child(properties, "checkbox", WORD_14);
  if (box) return TRUE.has(child(box, "checked", WORD_14)?.getAttributeNS(WORD_14, "val") ?? "") ? YES : "";
  const date = attribute(child(properties, "date"), "fullDate");
  const content = child(control, "sdtContent");
  return date.slice(0, 10) || (content ? wordsOf(content) : "");
}

/**
 * The text of an element, with a line for each paragraph.
 * @param {XmlElement} element
 */
export function wordsOf(element) {
  let text = "";
  const visit = (/** @type {XmlElement} */ parent) => {
    let before = "";
    for (const node of parent.children) {
      text += is(node, "p") && text ? "\n" : pieceOf(node, before, parent);
      before = node.localName;
      visit(node);
    }
  };
  visit(element);
  return text;
}

/**
 * The text that one element of a paragraph stands for, without those in it.
 * @param {XmlElement} node
 * @param {string} before the name of the element before it
 * @param {XmlElement} parent
 */
export function pieceOf(node, before, parent) {
  if (node.namespaceURI !== WORD) return "";
  // LibreOffice begins a line of an answer without a word for it: two texts side by side.
  if (node.localName === "t") return (before === "t" ? "\n" : "") + node.textContent;
  if (node.localName === "tab") return parent.localName === "r" ? "\t" : "";
  if (node.localName === "checkBox") return oldBox(node);
  return BREAKS[node.localName] ?? "";
}

/**
 * A box to tick as Word 2003 has it, and as a file that was .doc still has it.
 * @param {XmlElement} box
 */
function oldBox(box) {
  const state = child(box, "checked") ?? child(box, "default");
  return state && TRUE.has(state.getAttributeNS(WORD, "val") ?? "1") ? "☒" : "☐";
}

/**
 * Whether nothing in an element is shown as text.
 * @param {XmlElement} element
 */
export function isSkipped(element) {
  return element.namespaceURI === WORD ? SKIPPED.has(element.localName) : element.localName === "Fallback";
}

/**
 * Whether an element is the one of that name in Word.
 * @param {XmlElement} element
 * @param {string} name
 */
export function is(element, name) {
  return element.localName === name && element.namespaceURI === WORD;
}

/**
 * The first child of that name.
 * @param {XmlElement | undefined} element
 * @param {string} name
 * @param {string} [namespace]
 */
export function child(element, name, namespace = WORD) {
  return (element?.children ?? []).find((node) => node.namespaceURI === namespace && node.localName === name);
}

/**
 * An attribute of Word; empty where there is none.
 * @param {XmlElement | undefined} element
 * @param {string} name
 */
export function attribute(element, name) {
  return element?.getAttributeNS(WORD, name) ?? "";
}
