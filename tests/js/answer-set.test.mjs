/** A file of several forms, and the earlier reviews that a file keeps. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { partsOf, writePart } from "../../browser/lib/answer-set.mjs";
import { readAnswers, readSet, writeAnswers } from "../../browser/lib/answers-file.mjs";
import { addReview, readEarlier } from "../../browser/lib/earlier.mjs";
import { MOST_REVIEWS } from "../../browser/lib/limits.mjs";

const [plan, review] = ["orchard-plan", "orchard-review"].map((name) =>
  JSON.parse(readFileSync(new URL(`../vectors/forms/${name}.json`, import.meta.url), "utf8")),
);
const OTHER = {
  form: "orchard-review",
  title: "Orchard review",
  version: 1,
  saved: "2026-02-01",
  plan: "abcdef",
  entries: { "gaps/row": "aaaaaa" },
  answers: { "gaps/row/gap": "Bees" },
  origins: {},
  earlier: [{ date: "2026-01-01", version: 1, answers: { "soil/state": "Dry" } }],
};

test("what one form's page saves, the page of each form in the file opens", () => {
  const text = writeAnswers(plan, { "soil/state": "Wet" }, "2026-03-01", undefined, { others: [OTHER] });
  const [here, there] = [readAnswers(plan, text), readAnswers(review, text)];
  assert.deepEqual(here.answers, { "soil/state": "Wet" });
  assert.deepEqual(here.others, [OTHER]);
  assert.deepEqual(there.answers, OTHER.answers);
  assert.deepEqual(there.earlier, OTHER.earlier);
  assert.deepEqual(
    there.others.map(({ form }) => form),
    ["orchard-plan"],
  );
  const again = writeAnswers(review, there.answers, "2026-03-02", undefined, there);
  assert.deepEqual(readAnswers(plan, again).answers, here.answers);
  assert.equal(readSet(again).length, 2);
});

test("a program that knows one form a file still finds its answers where they were", () => {
  const file = JSON.parse(writeAnswers(plan, { "soil/state": "Wet" }, "2026-03-01", undefined, { others: [OTHER] }));
  assert.equal(file.form, "orchard-plan");
  assert.equal(file.format_version, 1);
  assert.deepEqual(file.answers, { "soil/state": "Wet" });
});

test("what is about a person is in no file with others", () => {
  const text = writeAnswers({ ...plan, personal: true }, {}, "2026-03-01", undefined, { others: [OTHER] });
  assert.equal(JSON.parse(text).others, undefined);
});

test("a part is written as it was read", () => {
  const [part] = partsOf({ ...writePart(OTHER) });
  assert.deepEqual(part, OTHER);
});

test("a review is added in the order of days, one a day, and no more than a file keeps", () => {
  const first = addReview([], "2026-05-01", 1, { "soil/state": "Wet", "soil/sum": " " });
  const both = addReview(first, "2026-01-01", 1, { "soil/state": "Dry" });
  assert.deepEqual(
    both.map(({ date, answers }) => [date, answers]),
    [
      ["2026-01-01", { "soil/state": "Dry" }],
      ["2026-05-01", { "soil/state": "Wet" }],
    ],
  );
  assert.equal(addReview(both, "2026-05-01", 1, { "soil/state": "Mud" })[1].answers["soil/state"], "Mud");
  const full = Array.from({ length: MOST_REVIEWS }, (_, index) => ({
    date: `20${10 + index}-01-01`,
    version: 1,
    answers: {},
  }));
  assert.equal(addReview(full, "2026-05-01", 1, {}), null);
  assert.equal(addReview(full, "2010-01-01", 1, {}).length, MOST_REVIEWS);
  assert.deepEqual(readEarlier(JSON.parse(JSON.stringify(both))), both);
});
