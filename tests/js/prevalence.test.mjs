import assert from "node:assert/strict";
import test from "node:test";
import { compare, MOST_CHILDREN, readCount, sentence } from "../../browser/lib/prevalence.mjs";

test("a count is read with spaces and commas, and anything else is told", () => {
  assert.deepEqual(readCount(" 25,000 "), { count: 25_000 });
  assert.deepEqual(readCount(""), {});
  for (const text of ["12.5", "-3", "many", String(MOST_CHILDREN + 1)]) {
    assert.deepEqual(Object.keys(readCount(text)), ["problem"], text);
  }
});

test("one in ten is rounded down, and the share known is never more than all", () => {
  assert.deepEqual(compare(25_019, 500), { estimate: 2501, known: 500, share: 500 / 2501 });
  assert.equal(compare(100, 50).share, 1);
  assert.equal(compare(5, 1).share, undefined);
  assert.equal(compare(100, undefined).share, undefined);
});

test("the sentence names the estimate, and the gap where a number is known", () => {
  assert.match(sentence(25_000, compare(25_000, undefined)), /2,500/);
  assert.match(sentence(25_000, compare(25_000, 300)), /2,200/);
  assert.notEqual(sentence(100, compare(100, 50)), sentence(100, compare(100, undefined)));
});
