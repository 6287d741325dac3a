import assert from "node:assert/strict";
import test from "node:test";
import { filtersInWords, narrow, prepareRecords, withUsualStatus } from "../../browser/lib/facets.mjs";

const records = prepareRecords([
  { topic: ["trauma"], access: ["free"], status: ["current"] },
  { topic: ["trauma", "language"], access: ["login"], status: ["current"] },
  { topic: ["language"], access: ["free"], status: ["superseded"] },
  { topic: ["images"], access: ["free"], status: ["forthcoming"] },
]);
const counts = (result, facet) => Object.fromEntries(result.counts.get(facet));

test("choices of one facet add up, and facets narrow each other", () => {
  assert.deepEqual([0, 1, 3], narrow(records, new Map([["topic", ["trauma", "images"]]])).matches);
  assert.deepEqual(
    [0],
    narrow(
      records,
      new Map([
        ["topic", ["trauma"]],
        ["access", ["free"]],
      ]),
    ).matches,
  );
});

test("a facet's counts set its own choices aside and heed the others", () => {
  const result = narrow(
    records,
    new Map([
      ["topic", ["trauma"]],
      ["access", ["free"]],
    ]),
  );
  assert.deepEqual({ trauma: 1, language: 1, images: 1 }, counts(result, "topic"));
  assert.deepEqual({ free: 1, login: 1 }, counts(result, "access"));
});

test("what is superseded stays hidden until its status is asked for, and is counted all the while", () => {
  const usual = narrow(records, withUsualStatus(new Map()));
  assert.deepEqual([0, 1, 3], usual.matches);
  assert.equal(1, counts(usual, "status").superseded);
  assert.deepEqual([2], narrow(records, withUsualStatus(new Map([["status", ["superseded"]]]))).matches);
});

test("a choice that no record has finds nothing, and a further condition counts everywhere", () => {
  assert.deepEqual([], narrow(records, new Map([["topic", ["no-such-topic"]]])).matches);
  const result = narrow(records, new Map(), (position) => position === 1);
  assert.deepEqual({ trauma: 1, language: 1, images: 0 }, counts(result, "topic"));
});

test("filters can be said in words", () => {
  assert.equal(
    "Topic: A or B; Access: Free",
    filtersInWords([
      { legend: "Topic", labels: ["A", "B"] },
      { legend: "Access", labels: ["Free"] },
    ]),
  );
});
