import assert from "node:assert/strict";
import test from "node:test";
import { toCsv } from "../../browser/lib/csv.mjs";
import { MOST, moveId, readIds, toggleId } from "../../browser/lib/my-list.mjs";
import { QUIET, qrPath } from "../../browser/lib/qr.mjs";
import { compareRanks, limitEachPage } from "../../browser/lib/result-order.mjs";
import { groupByKind } from "../../browser/lib/results.mjs";

test("a cell that a spreadsheet would run is made harmless, and quotes are doubled", () => {
  assert.equal('\uFEFF"\u200B=1+1","say ""hi"""\r\n', toCsv([["=1+1", 'say "hi"']]));
});

test("a list holds each id once, only ids, and not more than a handout can bear", () => {
  assert.deepEqual(["pants", "a-b"], readIds(["pants", "<b>", "pants", "a-b", "-", "A"]));
  assert.equal(MOST, readIds(Array.from({ length: 200 }, (_, n) => `id-${n}`)).length);
});

test("ids are added at the end, taken out, and moved only where there is room", () => {
  assert.deepEqual(["a", "b", "c"], toggleId(["a", "b"], "c", true));
  assert.deepEqual(["b"], toggleId(["a", "b"], "a", false));
  assert.deepEqual(["b", "a"], moveId(["a", "b"], "b", -1));
  assert.deepEqual(["a", "b"], moveId(["a", "b"], "b", 1));
});

test("a code is drawn with its margin", () => {
  const { size, path } = qrPath(`2:${btoa("\u0090")}`); // 1001: two modules on the diagonal
  assert.equal(2 + 2 * QUIET, size);
  assert.equal(`M${QUIET} ${QUIET}h1v1h-1zM${QUIET + 1} ${QUIET + 1}h1v1h-1z`, path);
});

test("kinds stand in the order of their best results", () => {
  const results = [
    { kind: "b", n: 1 },
    { kind: "a", n: 2 },
    { kind: "b", n: 3 },
  ];
  assert.deepEqual(
    [
      ["b", 2],
      ["a", 1],
    ],
    groupByKind(results, [
      ["a", "A"],
      ["b", "B"],
    ]).map((g) => [g.kind, g.results.length]),
  );
});

test("results with all the words come first, then by score, then in the order of the index", () => {
  const results = [
    { number: 4, hasAll: false, score: 9 },
    { number: 3, hasAll: true, score: 1 },
    { number: 2, hasAll: true, score: 2 },
    { number: 1, hasAll: true, score: 1 },
  ];
  assert.deepEqual(
    [2, 1, 3, 4],
    results.sort(compareRanks).map(({ number }) => number),
  );
});

test("a page shows its best sections only, and each word of the glossary counts as a page", () => {
  const sections = ["a/", "a/#one", "a/#two", "b/#one"].map((url) => ({ url, kind: "chapters" }));
  const words = ["glossary/#c", "glossary/#d"].map((url) => ({ url, kind: "glossary" }));
  const shown = limitEachPage([...sections, ...words], 2).map(({ url }) => url);
  assert.deepEqual(["a/", "a/#one", "b/#one", "glossary/#c", "glossary/#d"], shown);
});
