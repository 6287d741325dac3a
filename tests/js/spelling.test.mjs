import assert from "node:assert/strict";
import test from "node:test";
import { allowedEdits, distance, nearest } from "../../browser/lib/spelling.mjs";

test("two letters exchanged are one error", () => assert.equal(distance("truama", "trauma", 2), 1));

test("words that are too far apart are given up early", () => assert.equal(distance("abuse", "police", 2), 3));

test("short words and numbers are taken as they are", () => {
  assert.deepEqual([0, 0, 1, 2], ["sex", "0800", "abuze", "exploitaton"].map(allowedEdits));
});

test("of the nearest words the commonest with the same first letter is first", () => {
  const known = [
    ["form", 0],
    ["from", 1],
    ["farm", 2],
  ];
  const common = [1, 50, 3];
  assert.deepEqual(
    ["form", "farm"],
    nearest("fomr", known, (n) => common[n], 1)
      .concat(nearest("farmm", known, (n) => common[n], 1))
      .map((w) => w.word),
  );
});
