/** Answers of one form brought into another: what they are there, and what becomes of what is written already. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { addOrigins, originsOf, readOrigins, renumberOrigins } from "../../browser/lib/answer-origins.mjs";
import { carriedItems, originInWords } from "../../browser/lib/carry.mjs";
import { applyCarry, previewCarry } from "../../browser/lib/carry-apply.mjs";
import { pairsOf } from "../../browser/lib/carry-pairs.mjs";
import { CarryReading } from "../../browser/lib/carry-reading.mjs";
import { withoutRow } from "../../browser/lib/repeats.mjs";

const [plan, review] = ["orchard-plan", "orchard-review"].map((name) =>
  JSON.parse(readFileSync(new URL(`../vectors/forms/${name}.json`, import.meta.url), "utf8")),
);
const GAPS = {
  "gaps/row/gap": "Few bees",
  "gaps/row/step": "Sow clover",
  "gaps/row/lead": "Ann",
  "gaps/row~2/gap": "Late frost",
  "gaps/row~2/step": "Move the pots",
  "gaps/row~2/done": "yes",
};
const IDS = { "gaps/row": "aaaaaa", "gaps/row~2": "bbbbbb" };

function cellsOf(answers, ids, place) {
  return carriedItems(plan, review, answers, ids)
    .filter((item) => item.place === place)
    .map(({ cells }) => cells);
}

test("an answer is brought as it is, and in words where a text takes it", () => {
  const items = carriedItems(plan, review, {
    "record/setting": "Larkmead",
    "soil/rating": "amber",
    "soil/drained": "yes",
  });
  assert.deepEqual(
    items.map(({ cells }) => cells),
    [{ "record/setting": "Larkmead" }, { "soil/drained": "yes" }, { "soil/rating": "amber" }, { "soil/words": "Fair" }],
  );
});

test("a row is brought as a whole entry with its id", () => {
  const items = carriedItems(plan, review, GAPS, IDS).filter(({ place }) => place === "tasks/row");
  assert.deepEqual(items, [
    {
      place: "tasks/row",
      cells: { task: "Sow clover", lead: "Ann" },
      origins: { task: "gaps/row/step", lead: "gaps/row/lead" },
      ids: { "": "aaaaaa" },
    },
    {
      place: "tasks/row",
      cells: { task: "Move the pots", done: "yes" },
      origins: { task: "gaps/row~2/step", done: "gaps/row~2/done" },
      ids: { "": "bbbbbb" },
    },
  ]);
});

test("given rows become entries with their prompts, and a question becomes an entry of its own", () => {
  const answers = { "trees/pears/missing": "Grafts", "trees/pears/due": "2027-03-01", "soil/state": "Heavy" };
  assert.deepEqual(cellsOf(answers, {}, "tasks/row"), [
    { about: "Pear trees", task: "Grafts", due: "2027-03-01" },
    { task: "Heavy" },
  ]);
});

test("a row of a table with given rows takes only what is meant for it", () => {
  const items = carriedItems(plan, review, { "soil/state": "Heavy" });
  const proof = items.filter(({ cells }) => Object.keys(cells).some((key) => key.startsWith("checks/")));
  assert.deepEqual(
    proof.map(({ cells }) => cells),
    [{ "checks/ground/proof": "Heavy" }],
  );
});

test("the first column says what an entry is: a section there with its rows is one entry here", () => {
  const answers = { "aim/description": "More fruit", "aim/row/outcome": "Pears", "aim/row~2/outcome": "Plums" };
  assert.deepEqual(cellsOf(answers, {}, "aims/row"), [{ aim: "More fruit", outcomes: "Pears\nPlums" }]);
});

test("a section that repeats is brought with the rows in it, and each keeps its id", () => {
  const answers = {
    "aim~2/description": "More fruit",
    "aim~2/row/outcome": "Pears",
    "aim~2/row~3/tasks": "Prune",
    "aim/description": "More shade",
  };
  const ids = { "aim~2": "cccccc", "aim~2/row~3": "dddddd" };
  const items = carriedItems(plan, review, answers, ids).filter(({ place }) => place === "aim");
  assert.deepEqual(
    items.map(({ cells, ids: own }) => [cells, own]),
    [
      [{ description: "More shade" }, { "": "" }],
      [
        { description: "More fruit", "row/outcome": "Pears", "row~2/task": "Prune" },
        { "": "cccccc", "row~2": "dddddd" },
      ],
    ],
  );
});

test("what is brought goes where there is room and changes nothing that is written", () => {
  const items = carriedItems(plan, review, { ...GAPS, "record/setting": "Larkmead", "soil/state": "Heavy" }, IDS);
  const written = { "record/setting": "Hill Road", "soil/state": "Light", "tasks/row/task": "Ours" };
  const { answers, ids, steps } = applyCarry(plan, written, {}, items, () => "zzzzzz");
  const effects = Object.fromEntries(steps.map(({ item, effect }) => [JSON.stringify(item.cells), effect]));
  assert.equal(effects['{"record/setting":"Larkmead"}'], "replaces");
  assert.equal(effects['{"soil/state":"Heavy"}'], "adds");
  assert.equal(answers["soil/state"], "Light\n\nHeavy");
  assert.equal(answers["soil/sum"], "Few bees\n\nLate frost");
  assert.equal(answers["tasks/row/task"], "Ours");
  assert.equal(answers["tasks/row~2/task"], "Sow clover");
  assert.equal(answers["tasks/row~3/task"], "Move the pots");
  assert.equal(ids["tasks/row~2"], "aaaaaa");
  assert.deepEqual(steps.find(({ effect }) => effect === "replaces").before, { "record/setting": "Hill Road" });
});

test("what was brought once is known when it is brought again, also after it was changed here", () => {
  const items = carriedItems(plan, review, GAPS, IDS);
  const first = applyCarry(plan, {}, {}, items, () => "zzzzzz");
  assert.ok(previewCarry(plan, first.answers, first.ids, items).every(({ effect }) => effect === "same"));
  const changed = { ...first.answers, "tasks/row/lead": "Bob" };
  const steps = previewCarry(plan, changed, first.ids, items).filter(({ item }) => item.place === "tasks/row");
  assert.deepEqual(
    steps.map(({ effect, before }) => [effect, before]),
    [
      ["replaces", { "tasks/row/lead": "Bob" }],
      ["same", {}],
    ],
  );
});

test("an entry that finds no room is said to", () => {
  const full = Object.fromEntries(
    [1, 2, 3, 4].map((number) => [`tasks/row${number > 1 ? `~${number}` : ""}/task`, `T${number}`]),
  );
  const steps = previewCarry(plan, full, {}, carriedItems(plan, review, GAPS, IDS)).filter(
    ({ item }) => item.place === "tasks/row",
  );
  assert.deepEqual(
    steps.map(({ effect }) => effect),
    ["no-room", "no-room"],
  );
});

test("a preview changes nothing", () => {
  const answers = { "soil/state": "Light" };
  previewCarry(plan, answers, {}, carriedItems(plan, review, { "soil/state": "Heavy" }));
  assert.deepEqual(answers, { "soil/state": "Light" });
});

test("an origin is in the words of the other form", () => {
  assert.equal(originInWords(review, "gaps/row~2/step"), "Gaps (2): Next step");
  assert.equal(originInWords(review, "trees/pears"), "Pear trees");
});

test("origins move with their answers, end with them, and are read only where they are origins", () => {
  const origin = { form: "orchard-review", title: "Orchard review", asked: "Gap", setting: "", day: "", mark: "1" };
  const origins = addOrigins({}, { "tasks/row~2/task": origin });
  const moved = renumberOrigins(origins, (answers) => withoutRow(answers, "tasks", 1, "row", 1));
  assert.deepEqual(Object.keys(moved), ["tasks/row/task"]);
  assert.deepEqual(originsOf(moved, { "tasks/row/task": "x" }), moved);
  assert.deepEqual(originsOf(moved, {}), {});
  assert.deepEqual(readOrigins(JSON.parse(JSON.stringify(moved))), moved);
  for (const raw of [null, [], "x", { "a/b": "x" }, { "a/b": [{ form: 1 }] }, { "<b>": [origin] }]) {
    assert.deepEqual(readOrigins(raw), {});
  }
});

test("what is about a person never leaves its form, and what a copy no longer asks is not brought", () => {
  assert.deepEqual(pairsOf(plan, { ...review, personal: true }), []);
  assert.equal(pairsOf(plan, { ...review, personal: true, names_nobody: true }).length, 23);
  const shorter = {
    ...review,
    sections: review.sections.filter(({ id }) => id !== "gaps"),
    fields: { ...review.fields },
  };
  for (const key of Object.keys(shorter.fields)) if (key.startsWith("gaps/")) delete shorter.fields[key];
  assert.ok(pairsOf(plan, shorter).every(({ there }) => !there.startsWith("gaps")));
  assert.deepEqual(carriedItems(plan, shorter, GAPS), []);
});

test("a group that brings nothing gives no entries", () => {
  const group = {
    place: "tasks/row",
    from: "gaps",
    pairs: pairsOf(plan, review).filter(({ there }) => there === "gaps/row/step"),
  };
  assert.deepEqual(new CarryReading(plan, review, {}, [], {}, group).entries(), []);
});
