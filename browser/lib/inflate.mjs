/**
 * Unpacks compressed bytes (RFC 1950 and 1951). Browsers have streams for this, but those that we still serve lack the
 * raw form that Word files need (Safari before 16.4, Chrome before 103, Firefox before 113).
 */

import { BitReader, Output } from "./bytes.mjs";
import { FileProblem } from "./file-problem.mjs";
import { fixedTables, readSymbol, readTables } from "./huffman.mjs";
import { t } from "./language.mjs";

/** @import { Tables } from "./huffman.mjs" */

const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
];
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
];
DISTANCES.push(4097, 6145, 8193, 12289, 16385, 24577);

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
