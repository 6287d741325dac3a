/** Objects of a PDF file, found by reading it from its beginning: of two with one number the later counts. */

import { FileProblem } from "./file-problem.mjs";
import { inflate } from "./inflate.mjs";
import { t } from "./language.mjs";
import { PdfDictionary, PdfParser } from "./pdf-parser.mjs";

const LARGEST = 50_000_000; // unpacked, all streams together
const MOST_OBJECTS = 500_000;
const PLACE = /(\d{1,10})[\0\t\n\f\r ]{1,9}\d{1,5}[\0\t\n\f\r ]{1,9}obj|trailer/g;

/**
 * The catalogue of a PDF (bytes) and what finds the object behind a value; throws FileProblem.
 * @param {Uint8Array} bytes
 */
export function readObjects(bytes) {
  const text = binaryText(bytes);
  if (isCutShort(text)) throw new FileProblem(t("files.damaged-or-short"));
  const found = findObjects(text);
  if (found.trailers.some((trailer) => trailer.has("Encrypt"))) {
    throw new FileProblem(t("files.pdf-protected"));
  }
  const pdf = new Objects(text, found.objects);
  pdf.unpackAll();
  const trailer = found.trailers.filter((one) => one.has("Root")).at(-1);
  const root = pdf.resolve(trailer?.get("Root"));
  if (!(root instanceof PdfDictionary)) throw new FileProblem(t("files.damaged-or-short"));
  return { root, pdf };
}

/**
 * Whether the file does not end as PDF files do; a program may have put a few signs after the end.
 * @param {string} text
 */
function isCutShort(text) {
  const end = text.lastIndexOf("%%EOF");
  return end < 0 || end < text.length - 1024 || / obj/.test(text.slice(end));
}

export class Objects {
  /**
   * @param {string} text
   * @param {Map<number, {value: PdfValue, at: number}>} objects
   */
  constructor(text, objects) {
    this.text = text;
    this.objects = objects; // by number: {value, at}
    this.left = LARGEST;
  }

  /**
   * The object that a value refers to, or the value itself.
   * @param {PdfValue | undefined} value
   * @returns {PdfValue}
   */
  resolve(value) {
    let found = value;
    for (let steps = 0; found?.ref !== undefined; steps += 1) {
      found = steps < 20 ? this.objects.get(found.ref)?.value : null;
    }
    return found ?? null;
  }

  /** Adds the objects that stand packed in streams. */
  unpackAll() {
    const packed = [...this.objects.values()].filter(
      ({ value }) => value instanceof PdfDictionary && value.get("Type")?.name === "ObjStm",
    );
    for (const { value, at } of packed) {
      const parser = new PdfParser(this.contentOf(value));
      const [count, first] = ["N", "First"].map((name) => this.resolve(value.get(name)));
      if (!(count >= 0 && count <= MOST_OBJECTS)) throw new FileProblem(t("files.damaged-or-short"));
      const places = Array.from({ length: count }, () => [parser.read(), parser.read()]);
      for (const [number, offset] of places) {
        if ((this.objects.get(number)?.at ?? -1) > at) continue; // a later part of the file says otherwise
        parser.at = first + offset;
        this.objects.set(number, { value: parser.read(), at });
      }
    }
  }

  /**
   * What a stream holds, unpacked, as text with one sign a byte.
   * @param {PdfDictionary} dictionary
   * @returns {string}
   */
  contentOf(dictionary) {
    const filters = [this.resolve(dictionary.get("Filter"))]
      .flat()
      .filter(Boolean)
      .map((filter) => this.resolve(filter).name);
    const raw = this.text.slice(dictionary.start, this.endOf(dictionary));
    if (!filters.length) return raw;
    const predictor = this.resolve(this.resolve(dictionary.get("DecodeParms"))?.get?.("Predictor")) ?? 1;
    if (filters.join() !== "FlateDecode" || predictor !== 1) {
      throw new FileProblem(t("files.pdf-packed"));
    }
    const content = inflate(
      Uint8Array.from(raw, (sign) => sign.charCodeAt(0)),
      "deflate",
      this.left,
    );
    this.left -= content.length;
    return binaryText(content);
  }

  /** @param {PdfDictionary} dictionary */
  endOf(dictionary) {
    const end = dictionary.start + this.resolve(dictionary.get("Length"));
    if (/^[\0\t\n\f\r ]*endstream/.test(this.text.slice(end, end + 20))) return end;
    const found = this.text.indexOf("endstream", dictionary.start);
    if (found < 0) throw new FileProblem(t("files.damaged-or-short"));
    return found - (this.text.slice(found - 2, found) === "\r\n" ? 2 : 1);
  }
}

/**
 * {objects, trailers} that stand openly in the file. The contents of streams are passed over.
 * @param {string} text
 */
function findObjects(text) {
  const objects = new Map();
  const trailers = [];
  PLACE.lastIndex = 0;
  for (let place = PLACE.exec(text); place; place = PLACE.exec(text)) {
    const parser = new PdfParser(text, PLACE.lastIndex);
    const value = parser.tryRead();
    if (value === undefined) continue;
    PLACE.lastIndex = parser.at;
    if (value instanceof PdfDictionary && (!place[1] || value.get("Type")?.name === "XRef")) trailers.push(value);
    if (!place[1]) continue;
    if (value instanceof PdfDictionary && parser.findStream()) {
      value.start = parser.at;
      PLACE.lastIndex = endOfStream(text, value);
    }
    objects.set(Number(place[1]), { value, at: place.index });
    if (objects.size > MOST_OBJECTS) throw new FileProblem(t("files.too-many-parts"));
  }
  return { objects, trailers };
}

/**
 * Where to look on after a stream; its length may stand in an object that has not been read yet.
 * @param {string} text
 * @param {PdfDictionary} dictionary
 */
function endOfStream(text, dictionary) {
  const length = dictionary.get("Length");
  const end = typeof length === "number" ? dictionary.start + length : dictionary.start;
  const found = text.indexOf("endstream", end);
  return found < 0 ? text.length : found;
}

/**
 * Bytes as text with one sign a byte.
 * @param {Uint8Array} bytes
 */
function binaryText(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join("");
}
