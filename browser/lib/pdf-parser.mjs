/**
 * Reads values of a PDF out of a text with one sign a byte: numbers, true, false and null as they are, arrays,
 * PdfDictionary, {name}, {bytes} for strings, and {ref} for what stands under a number elsewhere.
 */

import { DEEPEST_PDF } from "./limits.mjs";

const SKIPPED = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![A-Za-z0-9])/y;
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const HEX = /<([0-9A-Fa-f\0\t\n\f\r ]*)>/y;
const WORD = /true|false|null/y;
const STREAM = /stream(?:\r\n|\n|\r)/y;
/** @type {Record<string, string>} */
const ESCAPED = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
/** @type {Record<string, boolean | null>} */
const CONSTANTS = { true: true, false: false, null: null };
/** @type {Record<string, number>} */
const BRACKETS = { "(": 1, ")": -1 };

/**
 * A dictionary by the names of its entries; where a stream follows, `start` is the place of its first byte.
 * @extends {Map<string, PdfValue>}
 */
export class PdfDictionary extends Map {
  start = 0;
}

export class PdfParser {
  /**
   * @param {string} text
   * @param {number} [at]
   */
  constructor(text, at = 0) {
    this.text = text;
    this.at = at;
    this.depth = 0;
  }

  /**
   * The value at this place, or undefined where there is none.
   * @returns {PdfValue | undefined}
   */
  tryRead() {
    try {
      return this.read();
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  /**
   * The value at this place; throws SyntaxError.
   * @returns {PdfValue}
   */
  read() {
    this.match(SKIPPED);
    const two = this.text.slice(this.at, this.at + 2);
    if (two === "<<") return this.nested(() => this.readDictionary());
    if (two[0] === "[") return this.nested(() => this.readArray());
    if (two[0] === "(") return { bytes: this.readString() };
    const found = this.match(REFERENCE);
    if (found) return { ref: Number(found[1]) };
    const number = this.match(NUMBER);
    if (number && /^[+-]?\d{20,}$/.test(number[0])) throw new SyntaxError(`too large a number at ${this.at}`);
    if (number) return Number(number[0]);
    const name = this.match(NAME);
    if (name)
      return { name: name[1].replace(/#([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16))) };
    const hex = this.match(HEX);
    if (hex) return { bytes: fromHex(hex[1].replace(/[^0-9A-Fa-f]/g, "")) };
    const word = this.match(WORD);
    if (word) return CONSTANTS[word[0]];
    throw new SyntaxError(`no value at ${this.at}`);
  }

  /** Whether a stream begins here; if so, this place is then its first byte. */
  findStream() {
    this.match(SKIPPED);
    return Boolean(this.match(STREAM));
  }

  /** @param {RegExp} pattern */
  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** @param {() => PdfValue} read */
  nested(read) {
    if (this.depth === DEEPEST_PDF) throw new SyntaxError("nested too deeply");
    this.depth += 1;
    const value = read();
    this.depth -= 1;
    return value;
  }

  readArray() {
    const values = [];
    for (this.at += 1; !this.ends("]"); ) values.push(this.read());
    return values;
  }

  readDictionary() {
    const entries = new PdfDictionary();
    for (this.at += 2; !this.ends(">>"); ) {
      const key = this.read();
      if (key?.name === undefined) throw new SyntaxError(`no name at ${this.at}`);
      entries.set(key.name, this.read());
    }
    return entries;
  }

  /** @param {string} signs */
  ends(signs) {
    this.match(SKIPPED);
    if (!this.text.startsWith(signs, this.at)) return false;
    this.at += signs.length;
    return true;
  }

  readString() {
    let read = "";
    let open = 1;
    for (this.at += 1; ; this.at += 1) {
      const sign = this.text[this.at];
      if (sign === undefined) throw new SyntaxError("a string does not end");
      if (sign === "\\") {
        read += this.readEscape();
        continue;
      }
      open += BRACKETS[sign] ?? 0;
      if (open === 0) break;
      read += sign === "\r" ? this.readLineBreak() : sign;
    }
    this.at += 1;
    return read;
  }

  /** One sign for the end of a line; this place is then the last of what was read. */
  readLineBreak() {
    if (this.text[this.at + 1] === "\n") this.at += 1;
    return "\n";
  }

  /** What a backslash and the signs after it stand for; this place is then the last of them. */
  readEscape() {
    const [octal] = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4)) || [];
    this.at += octal ? octal.length : 1;
    if (octal) return String.fromCharCode(parseInt(octal, 8) & 255);
    const sign = this.text[this.at] ?? "";
    if (sign === "\r") this.readLineBreak();
    return sign === "\r" || sign === "\n" ? "" : (ESCAPED[sign] ?? sign);
  }
}

/** @param {string} digits */
function fromHex(digits) {
  return (digits.match(/..?/g) || []).map((pair) => String.fromCharCode(parseInt(pair.padEnd(2, "0"), 16))).join("");
}
