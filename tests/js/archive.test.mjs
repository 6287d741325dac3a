import assert from "node:assert/strict";
import test from "node:test";
import { deflateRawSync } from "node:zlib";
import { exchangeEntries, readArchive, readEntry } from "../../browser/lib/archive.mjs";
import { BitReader, joined, Output } from "../../browser/lib/bytes.mjs";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { makeArchive } from "./files.mjs";

const TEXTS = { "a.xml": "<a>é</a>", "folder/b.xml": "x".repeat(70_000) };

function textsOf(archive) {
  return Object.fromEntries(
    readArchive(archive).map((entry) => [entry.name, new TextDecoder().decode(readEntry(entry))]),
  );
}

test("what was put into an archive comes out, and single entries are exchanged", async () => {
  const archive = makeArchive(TEXTS);
  assert.deepEqual(textsOf(archive), TEXTS);
  const changed = await exchangeEntries(readArchive(archive), { "a.xml": "<b/>".repeat(1000) });
  assert.deepEqual(textsOf(changed), { ...TEXTS, "a.xml": "<b/>".repeat(1000) });
  assert.ok(changed.length < archive.length + 1000, "what was exchanged is packed");
});

test("a browser that cannot pack hands out a sound archive all the same", async (context) => {
  context.mock.property(globalThis, "CompressionStream", undefined);
  const changed = await exchangeEntries(readArchive(makeArchive(TEXTS)), { "a.xml": "<b/>".repeat(1000) });
  assert.deepEqual(textsOf(changed), { ...TEXTS, "a.xml": "<b/>".repeat(1000) });
});

test("a damaged, protected or oversized entry is refused", () => {
  const archive = makeArchive(TEXTS);
  assert.throws(() => readArchive(archive.subarray(0, 200)), FileProblem);
  assert.throws(() => readArchive(new Uint8Array(100)), FileProblem);
  const [entry] = readArchive(archive);
  for (const change of [{ crc: 1 }, { flags: 1 }, { size: 60_000_000 }, { method: 8 }]) {
    assert.throws(() => readEntry({ ...entry, ...change }), FileProblem, JSON.stringify(change));
  }
  const packed = new Uint8Array(deflateRawSync(TEXTS["a.xml"]));
  assert.equal(new TextDecoder().decode(readEntry({ ...entry, method: 8, packed })), TEXTS["a.xml"]);
});

test("bits come lowest first, bytes from the next one on", () => {
  const reader = new BitReader(new Uint8Array([0b10110101, 0xff, 7, 8]));
  assert.deepEqual([reader.bits(1), reader.bits(3), reader.bits(6)], [1, 2, 0b111011]);
  assert.deepEqual([...reader.bytes(2)], [7, 8]);
  assert.throws(() => reader.bits(1), RangeError);
});

test("output grows up to its limit", () => {
  const output = new Output(10);
  output.add(new Uint8Array([1, 2]));
  output.push(3);
  output.repeat(2, 5);
  assert.deepEqual([...output.bytes.subarray(0, output.length)], [1, 2, 3, 2, 3, 2, 3, 2]);
  assert.throws(() => output.repeat(9, 1), RangeError);
  assert.throws(() => output.add(new Uint8Array(3)), FileProblem);
  assert.deepEqual([...joined([new Uint8Array([1]), new Uint8Array([2, 3])], 3)], [1, 2, 3]);
});
