import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { isRatedSection, placeOfRow, rowStates } from "../../browser/lib/row-states.mjs";

const form = JSON.parse(readFileSync(new URL("../vectors/forms/allotment-plan.json", import.meta.url), "utf8"));
const rated = form.sections.find((section) => !section.free && isRatedSection(form, section));
const rating = rated.columns.find(
  (column) => form.fields[`${rated.id}/${rated.rows[0].id}/${column}`].kind === "rating",
);
const place = `${rated.id}/${rated.rows[0].id}`;

test("a row is as good as its lowest rating, in the form's own words", () => {
  const answers = { [`${place}/${rating}`]: "green", [`${place}~2/${rating}`]: "amber" };
  const words = Object.fromEntries(form.fields[`${place}/${rating}`].choices);
  assert.deepEqual(rowStates(form, answers).get(place), { rating: "amber", words: words.amber, isAnswered: true });
  assert.equal(rowStates(form, {}).size, 0);
});

test("each repetition of a section has states of its own, and only answers to rows count", () => {
  const other = rated.columns.find((column) => column !== rating);
  const answers = { [`${rated.id}~2/${rated.rows[0].id}/${other}`]: "x", "record/setting": "y", "no key": "z" };
  assert.deepEqual(
    [...rowStates(form, answers)],
    [[`${rated.id}~2/${rated.rows[0].id}`, { rating: "", words: "", isAnswered: true }]],
  );
  assert.equal(placeOfRow("beds~2/north~3/due"), "beds~2/north");
  assert.equal(placeOfRow("record/setting"), "");
});
