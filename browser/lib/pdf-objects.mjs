/** Objects of a PDF file, found by reading it from its beginning: of two with one number the later counts. */

import { FileProblem } from "./file-problem.mjs";
import { inflate } from "./inflate.mjs";
import { t } from "./language.mjs";
import { MOST_UNPACKED } from "./limits.mjs";
import { PdfDictionary, PdfParser } from "./pdf-parser.mjs";
import { bytesOf, decryptTexts, openSecurity, textOf } from "./pdf-security.mjs";

const MOST_OBJECTS = 500_000;
const PLACE = /(\d{1,10})[\0\t\n\f\r ]{1,9}(\d{1,5})[\0\t\n\f\r ]{1,9}obj|trailer/g;

/** @typedef {{value: PdfValue, at: number, generation: number}} PdfObject */

/**
 * The catalogue of a PDF (bytes) and what finds the object behind a value; throws FileProblem.
 * @param {Uint8Array} bytes
 */
export async function readObjects(bytes) {
  const text = textOf(bytes);
  if (isCutShort(text)) throw new FileProblem(t("files.damaged-or-short"));
  const found = findObjects(text);
  const pdf = new Objects(text, found.objects);
  const secured = found.trailers.filter((trailer) => trailer.has("Encrypt")).at(-1);
  if (secured) await pdf.decryptAll(secured);
  pdf.unpackAll();
  const trailer = found.trailers.filter((one) => one.has("Root")).at(-1);
  const root = pdf.resolve(trailer?.get("Root"));
  if (!(root instanceof PdfDictionary)) throw new FileProblem(t("files.damaged-or-short"));
  return { root, pdf };
}

/**
 * Whether the file does not end as PDF files do. Scanners, gateways and disks put zeros or other bytes after the end.
 * @param {string} text
 */
function isCutShort(text) {
  const end = text.lastIndexOf("%%EOF");
  return end < 0 || / obj/.test(text.slice(end));
}

export class Objects {
  /**
   * @param {string} text
   * @param {Map<number, PdfObject>} objects by number
   */
  constructor(text, objects) {
    this.text = text;
    this.objects = objects;
    /** @type {Map<PdfDictionary, string>} */
    this.decrypted = new Map();
    this.left = MOST_UNPACKED; // of all streams together
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

  /**
   * Decrypts what answers may stand in: the texts of the objects, and streams that hold objects or a value.
   * @param {PdfDictionary} trailer
   */
  async decryptAll(trailer) {
    const security = this.resolve(trailer.get("Encrypt"));
    if (!(security instanceof PdfDictionary)) throw new FileProblem(t("files.damaged-or-short"));
    const [id] = [this.resolve(trailer.get("ID"))].flat();
    const decrypt = await openSecurity(security, bytesOf(this.resolve(id)?.bytes ?? ""));
    try {
      for (const [number, object] of this.objects)
        if (object.value !== security) await this.decrypt(number, object, decrypt);
    } catch (error) {
      if (error instanceof FileProblem) throw error;
      throw new FileProblem(t("files.damaged-or-short")); // what no cipher made
    }
  }

  /**
   * @param {number} number
   * @param {PdfObject} object
   * @param {Decryption} decrypt
   */
  async decrypt(number, { value, generation }, decrypt) {
    const place = { number, generation };
    await decryptTexts(value, (/** @type {string} */ bytes) => decrypt.text(place, bytes));
    if (value instanceof PdfDictionary && value.start && mayHoldAnswers(value))
      this.decrypted.set(value, await decrypt.stream(place, this.rawContentOf(value)));
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
      const places = Array.from({ length: count }, () => [parser.tryRead(), parser.tryRead()]);
      for (const [number, offset] of places) {
        if ((this.objects.get(number)?.at ?? -1) > at) continue; // a later part of the file says otherwise
        parser.at = first + offset;
        this.objects.set(number, { value: parser.tryRead() ?? null, at, generation: 0 });
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
    const raw = this.decrypted.get(dictionary) ?? this.rawContentOf(dictionary);
    if (!filters.length) return raw;
    const predictor = this.resolve(this.resolve(dictionary.get("DecodeParms"))?.get?.("Predictor")) ?? 1;
    if (filters.join() !== "FlateDecode" || predictor !== 1) {
      throw new FileProblem(t("files.pdf-packed"));
    }
    const content = inflate(bytesOf(raw), "deflate", this.left);
    this.left -= content.length;
    return textOf(content);
  }

  /** @param {PdfDictionary} dictionary */
  rawContentOf(dictionary) {
    return this.text.slice(dictionary.start, this.endOf(dictionary));
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
    objects.set(Number(place[1]), { value, at: place.index, generation: Number(place[2]) });
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

/** @param {PdfDictionary} stream */
function mayHoldAnswers(stream) {
  const type = stream.get("Type")?.name;
  return type === "ObjStm" || (!type && !stream.has("Subtype"));
}
