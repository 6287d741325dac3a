import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { columnsByPart, missingParts } from "../../browser/lib/activity-check.mjs";
import { addDays, agenda, countByRow } from "../../browser/lib/agenda.mjs";
import { isRatedSection, placeOfRow, placesNotChosen, summariseRows } from "../../browser/lib/row-states.mjs";

const river = JSON.parse(readFileSync(new URL("../vectors/forms/river-plan.json", import.meta.url), "utf8"));
const [water, money] = river.sections;

test("a row is as good as its lowest rating, in the form's own words", () => {
  const summaries = summariseRows(river, { "water/litter/state": "green", "water/litter~2/state": "amber" });
  assert.deepEqual([...summaries], [["water/litter", { rating: "amber", words: "Partly in place" }]]);
  assert.deepEqual([isRatedSection(river, water), isRatedSection(river, money)], [true, false]);
});

test("each repetition of a section has states of its own, and only answers to rows count", () => {
  const answers = { "water~2/litter/who": "x", "record/setting": "y", "no key": "z", "water/fish/chosen": "yes" };
  assert.deepEqual([...summariseRows(river, answers)], [["water~2/litter", { rating: "", words: "" }]]);
  assert.equal(placeOfRow("beds~2/north~3/due"), "beds~2/north");
  assert.equal(placeOfRow("record/setting"), "");
});

test("a row is not chosen once another is, unless it has an answer", () => {
  const places = (/** @type {Answers} */ given) => [...placesNotChosen(river, given, summariseRows(river, given))];
  assert.deepEqual(places({ "water/litter/state": "red" }), []);
  const answers = { "water/litter/chosen": "yes", "water/fish~2/what": "Count them" };
  assert.deepEqual(places(answers), ["water/banks"]);
});

test("the agenda has what is late and what is due in 30 days, with who leads and where it stands", () => {
  const answers = {
    "water/litter/what": "Two bins",
    "water/litter/who": "Ana",
    "water/litter/when": "2026-05-31",
    "water/litter~2/when": "2026-06-01",
    "water/fish/what": "Count",
    "water/fish/when": "2026-07-01",
    "water/banks/when": "2026-07-02",
    "water/banks~2/when": "2026-05-01",
    "water/banks~2/progress": "done",
    "money/row/by": "2026-06-02",
  };
  const { late, soon } = agenda(river, answers, "2026-06-01");
  assert.deepEqual(late, [
    {
      key: "water/litter/when",
      target: "water/litter/what",
      day: "2026-05-31",
      action: "Two bins",
      lead: "Ana",
      place: "Litter",
    },
  ]);
  assert.deepEqual(
    soon.map(({ key, place, action }) => [key, place, action]),
    [
      ["water/litter~2/when", "Litter", ""],
      ["money/row/by", "Money", ""],
      ["water/fish/when", "Fish", "Count"],
    ],
  );
  assert.deepEqual([...countByRow(late)], [["water/litter", 1]]);
  assert.equal(addDays("2026-11-28", 42), "2027-01-09");
});

test("an activity is asked for no more than it misses, of what its table asks", () => {
  const parts = Object.keys(columnsByPart(river, water));
  const check = (/** @type {Record<string, string>} */ given, isClosed = false) =>
    missingParts(/** @type {Activity} */ ({ parts: given, isClosed }), parts);
  assert.deepEqual(check({ action: "Two bins" }), ["lead", "due", "sign"]);
  assert.deepEqual(check({ action: "Two bins", lead: "Ana", due: "soon", sign: "Fewer cans" }), ["due"]);
  assert.deepEqual(check({ action: "Two bins", lead: " ", due: "2026-05-31", sign: "x" }), ["lead"]);
  assert.deepEqual(check({ action: "Two bins" }, true), []);
  assert.deepEqual(check({ lead: "Ana" }), []);
  assert.deepEqual(missingParts(undefined, parts), []);
  assert.deepEqual(missingParts(/** @type {Activity} */ ({ parts: { action: "x" }, isClosed: false }), ["action"]), []);
});
