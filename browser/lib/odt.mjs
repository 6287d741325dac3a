/** OpenDocument texts (.odt), as LibreOffice keeps them and Google and Word hand them out. toolkit/answers/odt.py is its twin. */

import { readArchive } from "./archive.mjs";
import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";
import { partText, readPart } from "./office-parts.mjs";
import { isTable } from "./visible.mjs";
import { answersIn, formInFooter } from "./word-document.mjs";
import { XmlElement } from "./xml-tree.mjs";

const MIME = "application/vnd.oasis.opendocument.text";
const [OFFICE, TEXT, TABLE, DRAW] = ["office", "text", "table", "drawing"].map(
  (name) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`,
);
const EXTENDED = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0";
/** @type {[string, string][]} */
const SKIPPED = [
  [TEXT, "tracked-changes"],
  [OFFICE, "annotation"],
  [TEXT, "note"],
  [TEXT, "sequence-decls"],
  [OFFICE, "forms"],
];
const MOST_REPEATED = 40; // of a row or cell that says how often it is there

/**
 * Whether a file is an OpenDocument text: an archive that begins by saying so.
 * @param {Uint8Array} bytes
 */
export function isOdt(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return head.startsWith("PK") && head.includes(MIME);
}

/**
 * The answers of an OpenDocument text (bytes); throws FileProblem.
 * @param {FormDefinition} definition
 * @param {Uint8Array} bytes
 * @param {FetchTemplates} [fetchTemplates]
 */
export function readOdt(definition, bytes, fetchTemplates) {
  const entries = readArchive(bytes);
  const find = (/** @type {string} */ name) => entries.find((entry) => entry.name === name);
  const [content, styles, manifest] = ["content.xml", "styles.xml", "META-INF/manifest.xml"].map(find);
  if (manifest && partText(manifest).includes("encryption-data")) throw new FileProblem(t("files.password"));
  if (!content) throw new FileProblem(t("files.damaged"));
  const body = readPart(content).children.find((element) => is(element, OFFICE, "body"));
  const footers = styles ? readPart(styles).getElementsByTagNameNS(TEXT, "p") : [];
  /** @type {ShownDocument} */
  const document = {
    blocks: body ? blocksOf(body) : [],
    ...formInFooter(footers.map((paragraph) => textOf(paragraph))),
    hidden: {},
    unseen: new Set(),
    prompts: new Set(),
    texts: new Set(),
    notes: body ? notesOf(body) : [],
    isShown: true,
  };
  return answersIn(definition, document, fetchTemplates);
}

/**
 * What is in comments and footnotes.
 * @param {XmlElement} element
 * @returns {string[]}
 */
function notesOf(element) {
  return element.children.flatMap((child) => {
    const inside = notesOf(child);
    if (!is(child, OFFICE, "annotation") && !is(child, TEXT, "note-body")) return inside;
    const lines = child.getElementsByTagNameNS(TEXT, "p").map((paragraph) => textOf(paragraph));
    return [lines.join("\n").trim(), ...inside];
  });
}

/**
 * @param {XmlElement} parent
 * @returns {ShownBlock[]}
 */
function blocksOf(parent) {
  return parent.children.flatMap((element) => {
    if (is(element, TEXT, "p") || is(element, TEXT, "h")) {
      /** @type {XmlElement[]} */
      const boxes = [];
      const pieces = [{ text: textOf(element, boxes), key: "" }];
      return [{ pieces }, ...boxes.flatMap(blocksOf)];
    }
    if (is(element, TABLE, "table")) return [{ rows: rowsOf(element) }];
    return isSkipped(element) ? [] : blocksOf(element);
  });
}

/**
 * @param {XmlElement} parent
 * @returns {ShownCell[][]}
 */
function rowsOf(parent) {
  return parent.children.flatMap((element) => {
    if (is(element, TABLE, "table-row")) return repeated(cellsOf(element), countOf(element, "number-rows-repeated"));
    return is(element, TABLE, "table") ? [] : rowsOf(element);
  });
}

/**
 * The cells of a row. One that another one covers is empty, so that each is in its column.
 * @param {XmlElement} row
 * @returns {ShownCell[]}
 */
function cellsOf(row) {
  return row.children
    .filter((element) => is(element, TABLE, "table-cell") || is(element, TABLE, "covered-table-cell"))
    .flatMap((element) => repeated(readCell(element), countOf(element, "number-columns-repeated")));
}

/**
 * @param {XmlElement} element
 * @returns {ShownCell}
 */
function readCell(element) {
  const blocks = blocksOf(element);
  const paragraphs = blocks.flatMap((block) => (isTable(block) ? [] : [block]));
  const nested = blocks.flatMap((block) =>
    isTable(block) ? block.rows.flat().flatMap((nestedCell) => nestedCell.paragraphs) : [],
  );
  return { paragraphs: [...paragraphs, ...nested], span: 1 };
}

/**
 * @template Item
 * @param {Item} item
 * @param {number} count
 * @returns {Item[]}
 */
function repeated(item, count) {
  return Array.from({ length: count }, () => item);
}

/**
 * @param {XmlElement} element
 * @param {string} attribute
 */
function countOf(element, attribute) {
  const count = element.getAttributeNS(TABLE, attribute) ?? "1";
  return /^[0-9]+$/.test(count) ? Math.min(Number(count), MOST_REPEATED) : 1;
}

/**
 * The text of a paragraph or of what is in one; text boxes that are anchored in it are put aside.
 * @param {XmlElement} element
 * @param {XmlElement[]} [boxes]
 * @returns {string}
 */
function textOf(element, boxes) {
  const keep = is(element, TEXT, "text-input"); // LibreOffice writes the lines of an old text field as they are
  return element.nodes
    .map((node) => {
      if (node instanceof XmlElement) return pieceOf(node, boxes);
      if (typeof node !== "string") return "";
      return keep ? node : node.replace(/[ \t\r\n]+/g, " ");
    })
    .join("");
}

/**
 * @param {XmlElement} element
 * @param {XmlElement[]} [boxes]
 */
function pieceOf(element, boxes) {
  if (is(element, DRAW, "text-box")) boxes?.push(element);
  if (is(element, DRAW, "text-box") || isSkipped(element) || isPrompt(element)) return "";
  if (is(element, TEXT, "s")) return " ".repeat(spaces(element.getAttributeNS(TEXT, "c") ?? "1"));
  if (is(element, TEXT, "tab")) return "\t";
  return is(element, TEXT, "line-break") ? "\n" : textOf(element, boxes);
}

/** @param {string} count */
function spaces(count) {
  return /^[0-9]+$/.test(count) ? Math.min(Number(count), 1000) : 1;
}

/** @param {XmlElement} control */
function isPrompt(control) {
  return control.getAttributeNS(EXTENDED, "showing-place-holder") === "true";
}

/** @param {XmlElement} element */
function isSkipped(element) {
  return SKIPPED.some(([namespace, name]) => is(element, namespace, name));
}

/**
 * @param {XmlElement} element
 * @param {string} namespace
 * @param {string} name
 */
function is(element, namespace, name) {
  return element.localName === name && element.namespaceURI === namespace;
}
