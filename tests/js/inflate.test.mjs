import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { constants, deflateRawSync, deflateSync } from "node:zlib";
import { BitReader } from "../../browser/lib/bytes.mjs";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { fixedTables, readSymbol } from "../../browser/lib/huffman.mjs";
import { inflate } from "../../browser/lib/inflate.mjs";

const PLENTY = 1_000_000;
const NOISE = Uint8Array.from({ length: 100_000 }, (_, at) => (at * at * 2_654_435_761) >>> 13);
const TEXTS = {
  nothing: new Uint8Array(),
  "one byte": new Uint8Array([97]),
  "what repeats into itself": new Uint8Array(100_000).fill(97),
  noise: NOISE,
  "our own source": new Uint8Array(readFileSync(new URL(import.meta.url))),
};

for (const [name, bytes] of Object.entries(TEXTS)) {
  test(`${name} is unpacked as it was, however it was packed`, () => {
    for (const level of [0, 1, 6, 9]) {
      for (const strategy of [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY]) {
        const options = { level, strategy };
        assert.deepEqual(inflate(deflateRawSync(bytes, options), "deflate-raw", PLENTY), bytes);
        assert.deepEqual(inflate(deflateSync(bytes, options), "deflate", PLENTY), bytes);
      }
    }
  });
}

test("what is cut short, changed or larger than allowed is refused", () => {
  const packed = new Uint8Array(deflateSync(NOISE));
  const changed = packed.slice();
  changed[5000] ^= 4;
  for (const bad of [packed.subarray(0, 3000), changed, new Uint8Array([1, 2, 3]), new Uint8Array()]) {
    assert.throws(() => inflate(bad, "deflate", PLENTY), FileProblem);
  }
  assert.throws(() => inflate(packed, "deflate", 1000), FileProblem);
  assert.throws(() => inflate(new Uint8Array([7]), "deflate-raw", PLENTY), FileProblem);
});

test("a symbol has the code that the standard gives it, and bits that are no code are refused", () => {
  const first = new BitReader(new Uint8Array([0b00001100])); // 00110000, the first bit lowest: a literal 0
  assert.equal(0, readSymbol(first, fixedTables().literals));
  const end = new BitReader(new Uint8Array([0])); // seven bits: the end of a block
  assert.equal(256, readSymbol(end, fixedTables().literals));
  const none = { counts: new Uint16Array(16), symbols: new Uint16Array(0) };
  assert.throws(() => readSymbol(new BitReader(new Uint8Array(4)), none), RangeError);
});
