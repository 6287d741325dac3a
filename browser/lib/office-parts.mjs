/** Archives of XML, as Word and OpenDocument files are: their parts as trees, whatever wrote them. toolkit/answers/parts.py is its twin. */

import { readEntry } from "./archive.mjs";
import { parseXml } from "./xml.mjs";

const ENCODINGS = new Set(["utf-8", "us-ascii", "iso-8859-1", "windows-1252"]); // besides UTF-16, known by its bytes
/** Strict Open XML has names of its own for the same things. @type {[string, string][]} */
const STRICT = [
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ["http://purl.oclc.org/ooxml/officeDocument/", "http://schemas.openxmlformats.org/officeDocument/2006/"],
];

/**
 * The outermost element of a part; throws FileProblem.
 * @param {ArchiveEntry} entry
 */
export function readPart(entry) {
  return parseXml(partText(entry));
}

/**
 * The text of a part, in the usual names.
 * @param {ArchiveEntry} entry
 */
export function partText(entry) {
  const text = decode(readEntry(entry));
  return STRICT.reduce((rest, [strict, usual]) => rest.replaceAll(strict, usual), text);
}

/**
 * @param {Uint8Array} bytes
 */
function decode(bytes) {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (first === 0x3c && second === 0 && fourth === 0) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0 && second === 0x3c && third === 0) return new TextDecoder("utf-16be").decode(bytes);
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*?encoding=["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1].toLowerCase() ?? "";
  return new TextDecoder(ENCODINGS.has(declared) ? declared : "utf-8").decode(bytes);
}

/**
 * The part that holds a Word file's text, as its relationships say it.
 * @param {ArchiveEntry[]} entries
 */
export function mainPart(entries) {
  const find = (/** @type {string} */ name) => entries.find((entry) => entry.name === name);
  const relations = find("_rels/.rels");
  const main = (relations ? readPart(relations).children : []).find((relation) =>
    (relation.getAttribute("Type") ?? "").endsWith("/officeDocument"),
  );
  return find((main?.getAttribute("Target") ?? "word/document.xml").replace(/^\/+/, ""));
}
