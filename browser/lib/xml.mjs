/** XML as the parts of a Word file hold it. */

import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";
import { readXml } from "./xml-reader.mjs";
import { XmlElement } from "./xml-tree.mjs";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const DOCTYPE = /<!DOCTYPE[^<>[\]]*>/g; // one without entities, which could grow without end

/**
 * The outermost element of a text; throws FileProblem for one that is damaged or that could grow without end.
 * @param {string} text
 */
export function parseXml(text) {
  const content = text.replace(DOCTYPE, "");
  if (content.includes("<!DOCTYPE")) throw new FileProblem(t("files.not-a-form"));
  try {
    return readXml(content);
  } catch (error) {
    if (error instanceof SyntaxError) throw new FileProblem(t("files.damaged"));
    throw error;
  }
}

/**
 * A tree as the text of a file.
 * @param {XmlElement} root
 */
export function writeXml(root) {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${elementText(root)}`;
}

/**
 * @param {XmlElement} element
 * @returns {string}
 */
function elementText(element) {
  const attributes = [...element.attributes].map(([name, { value }]) => ` ${name}="${attributeText(value)}"`).join("");
  const content = element.nodes.map(nodeText).join("");
  return content ? `<${element.name}${attributes}>${content}</${element.name}>` : `<${element.name}${attributes}/>`;
}

/** @param {XmlElement | string | {raw: string}} node */
function nodeText(node) {
  if (node instanceof XmlElement) return elementText(node);
  return typeof node === "string" ? escapeXml(node) : node.raw;
}

/** @param {string} value */
function attributeText(value) {
  return escapeXml(value).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/**
 * A text with signs that XML 1.0 cannot hold replaced by the replacement character.
 * @param {string} text
 */
export function xmlText(text) {
  return String(text).replace(NOT_IN_XML, "\uFFFD");
}

/**
 * A text as it is written into XML.
 * @param {string} text
 */
export function escapeXml(text) {
  return xmlText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}
