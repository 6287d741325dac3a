/** The codes of compressed bytes (RFC 1951, section 3.2): their tables, and the symbols that they stand for. */

/** @import { BitReader } from "./bytes.mjs" */

/** @typedef {{counts: Uint16Array, symbols: Uint16Array}} CodeTable */
/** @typedef {{literals: CodeTable, distances: CodeTable}} Tables */

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST_CODE = 15;

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
 * The next symbol; throws RangeError where the bits are no code.
 * @param {BitReader} reader
 * @param {CodeTable} given
 */
export function readSymbol(reader, { counts, symbols }) {
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

/**
 * The tables of blocks that bring none of their own.
 * @returns {Tables}
 */
export function fixedTables() {
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
 * The tables that a block begins with.
 * @param {BitReader} reader
 * @returns {Tables}
 */
export function readTables(reader) {
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
