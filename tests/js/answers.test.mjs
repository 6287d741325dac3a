import assert from "node:assert/strict";
import test from "node:test";
import { bringUpToDate } from "../../browser/lib/answers.mjs";
import { joinContinued } from "../../browser/lib/more-room.mjs";
import { withoutRow } from "../../browser/lib/repeats.mjs";
import { overdue } from "../../browser/lib/review.mjs";

const column = (kind, more = {}) => ({ label: kind, kind, place: "The beds", ...more });
const DEFINITION = {
  id: "beds",
  fields: {
    "beds/north/plan": column("long-text"),
    "beds/north/due": column("date", { reminder: true }),
    "beds/north/state": column("rating", {
      once: true,
      choices: [
        ["red", "Weeds"],
        ["amber", "Half"],
        ["green", "Planted"],
      ],
    }),
  },
  sections: [
    {
      id: "beds",
      title: "The beds",
      questions: [],
      columns: ["plan", "due", "state"],
      rows: [{ id: "north", prompt: "The north bed" }],
      row_repeat: { noun: "task", most: 5, blank: 1 },
    },
  ],
  renamed: {},
  changed: {},
  retired: {},
};

test("a rating that is asked once for a row is done for every entry of the row", () => {
  const answers = { "beds/north~2/due": "2026-01-05" };
  assert.equal(1, overdue(DEFINITION, answers, "2026-02-01").length);
  assert.equal(0, overdue(DEFINITION, { ...answers, "beds/north/state": "green" }, "2026-02-01").length);
});

test("an old answer to an entry is kept apart when the question is asked once now", () => {
  const found = bringUpToDate(DEFINITION, { "beds/north~2/state": "red", "beds/north~2/plan": "Dig" }, 1);
  assert.deepEqual({ "beds/north~2/plan": "Dig" }, found.answers);
  assert.deepEqual({ "beds/north~2/state": "red" }, found.gone);
});

test("taking an entry out leaves what is asked once, and those after it move up", () => {
  const answers = { "beds/north/plan": "1", "beds/north~2/plan": "2", "beds/north/state": "red" };
  const left = withoutRow(answers, "beds", 1, "north", 1, ["state"]);
  assert.deepEqual({ "beds/north/plan": "2", "beds/north/state": "red" }, left);
});

test("what a PDF had more room for joins the answer that it continues, in the order of the boxes", () => {
  const gone = {
    "more-room~10/of": "a/b",
    "more-room~10/text": "three",
    "more-room~2/of": "a/b",
    "more-room~2/text": "two",
  };
  const { joined, rest } = joinContinued({ "a/b": "one" }, { ...gone, "x/y": "kept" }, (key) => key || null);
  assert.deepEqual([joined, rest], [{ "a/b": "one\ntwo\nthree" }, { "x/y": "kept" }]);
});
