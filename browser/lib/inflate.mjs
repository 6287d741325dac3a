/**
 * Unpacks compressed bytes (RFC 1950 and 1951). Browsers have streams for this, but those that we still serve lack the
 * raw form that Word files need (Safari before 16.4, Chrome before 103, Firefox before 113).
 */

import { BitReader, Output } from "./bytes.mjs";
import { FileProblem } from "./file-problem.mjs";
import { t } from "./language.mjs";

/** @typedef {{counts: Uint16Array, symbols: Uint16Array}} CodeTable */
/** @typedef {{literals: CodeTable, distances: CodeTable}} Tables */

const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
];
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
];
DISTANCES.push(4097, 6145, 8193, 12289, 16385, 24577);
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST_CODE = 15;

/**
 * The bytes of `packed`, in "deflate" or "deflate-raw"; throws FileProblem for what is damaged or larger than `most`.
 * @param {Uint8Array} packed
 * @param {"deflate" | "deflate-raw"} format
 * @param {number} most
 */
export function inflate(packed, format, most) {
  const reader = new BitReader(packed);
  const output = new Output(most);
  try {
    if (format === "deflate") readZlibHeader(reader);
    let isLast = false;
    while (!isLast) {
      isLast = reader.bits(1) === 1;
      readBlock(reader, output);
    }
    if (format === "deflate") checkSum(reader.bytes(4), output.bytes.subarray(0, output.length));
  } catch (error) {
    if (error instanceof RangeError) throw new FileProblem(t("files.damaged"));
    throw error;
  }
  return output.bytes.subarray(0, output.length);
}

/** @param {BitReader} reader */
function readZlibHeader(reader) {
  const [method, flags] = [reader.bits(8), reader.bits(8)];
  if ((method & 15) !== 8 || (method * 256 + flags) % 31 || flags & 32) throw new RangeError("no zlib header");
}

/**
 * The sum that stands behind the bytes (Adler 32).
 * @param {Uint8Array} stored
 * @param {Uint8Array} bytes
 */
function checkSum(stored, bytes) {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  const sum = [high >> 8, high & 255, low >> 8, low & 255];
  if (sum.some((byte, place) => byte !== stored[place])) throw new RangeError("another sum");
}

/**
 * @param {BitReader} reader
 * @param {Output} output
 */
function readBlock(reader, output) {
  const kind = reader.bits(2);
  if (kind === 0) copyStored(reader, output);
  else if (kind === 1) readCompressed(reader, output, fixedTables());
  else if (kind === 2) readCompressed(reader, output, readTables(reader));
  else throw new RangeError("unknown block");
}

/**
 * @param {BitReader} reader
 * @param {Output} output
 */
function copyStored(reader, output) {
  const [low, high, lowAgain, highAgain] = reader.bytes(4);
  if (((low ^ lowAgain) & (high ^ highAgain)) !== 255) throw new RangeError("no length");
  output.add(reader.bytes(low + 256 * high));
}

/**
 * @param {BitReader} reader
 * @param {Output} output
 * @param {Tables} given
 */
function readCompressed(reader, output, { literals, distances }) {
  for (;;) {
    const symbol = readSymbol(reader, literals);
    if (symbol < 256) output.push(symbol);
    else if (symbol === 256) return;
    else {
      const length = readLength(reader, symbol - 257);
      output.repeat(readDistance(reader, readSymbol(reader, distances)), length);
    }
  }
}

/**
 * @param {BitReader} reader
 * @param {number} index
 */
function readLength(reader, index) {
  if (index === 28) return 258;
  if (index > 28) throw new RangeError("unknown length");
  return LENGTHS[index] + (index < 8 ? 0 : reader.bits((index >> 2) - 1));
}

/**
 * @param {BitReader} reader
 * @param {number} index
 */
function readDistance(reader, index) {
  if (index > 29) throw new RangeError("unknown distance");
  return DISTANCES[index] + (index < 4 ? 0 : reader.bits((index >> 1) - 1));
}

/**
 * How many codes there are of each length, and the symbols in the order of their codes.
 * @param {number[]} lengths
 * @returns {CodeTable}
 */
function makeTable(lengths) {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  for (const length of lengths) counts[length] += 1;
  counts[0] = 0;
  const starts = new Uint16Array(LONGEST_CODE + 2);
  for (let length = 1; length <= LONGEST_CODE; length += 1) starts[length + 1] = starts[length] + counts[length];
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length) symbols[starts[length]++] = symbol;
  });
  return { counts, symbols };
}

/**
 * @param {BitReader} reader
 * @param {CodeTable} given
 */
function readSymbol(reader, { counts, symbols }) {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    code |= reader.bits(1);
    const count = counts[length];
    if (code - first < count) return symbols[index + code - first];
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  throw new RangeError("unknown code");
}

/** @type {Tables | undefined} */
let fixed;

/** @returns {Tables} */
function fixedTables() {
  fixed ??= {
    literals: makeTable(Array.from({ length: 288 }, (_, symbol) => fixedLength(symbol))),
    distances: makeTable(new Array(30).fill(5)),
  };
  return fixed;
}

/** @param {number} symbol */
function fixedLength(symbol) {
  if (symbol < 144) return 8;
  if (symbol < 256) return 9;
  return symbol < 280 ? 7 : 8;
}

/**
 * @param {BitReader} reader
 * @returns {Tables}
 */
function readTables(reader) {
  const [literals, distances, codes] = [reader.bits(5) + 257, reader.bits(5) + 1, reader.bits(4) + 4];
  const codeLengths = new Array(19).fill(0);
  for (const place of ORDER.slice(0, codes)) codeLengths[place] = reader.bits(3);
  const lengths = readLengths(reader, makeTable(codeLengths), literals + distances);
  return { literals: makeTable(lengths.slice(0, literals)), distances: makeTable(lengths.slice(literals)) };
}

/**
 * @param {BitReader} reader
 * @param {CodeTable} table
 * @param {number} wanted
 */
function readLengths(reader, table, wanted) {
  /** @type {number[]} */
  const lengths = [];
  while (lengths.length < wanted) {
    const symbol = readSymbol(reader, table);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) repeatLast(lengths, 3 + reader.bits(2));
    else lengths.push(...new Array(symbol === 17 ? 3 + reader.bits(3) : 11 + reader.bits(7)).fill(0));
  }
  if (lengths.length > wanted) throw new RangeError("too many lengths");
  return lengths;
}

/**
 * @param {number[]} lengths
 * @param {number} times
 */
function repeatLast(lengths, times) {
  if (!lengths.length) throw new RangeError("nothing to repeat");
  lengths.push(...new Array(times).fill(lengths.at(-1)));
}
