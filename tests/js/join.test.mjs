import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { align } from "../../browser/lib/align.mjs";
import {
  bringIdsUpToDate,
  entriesOf,
  giveIds,
  identify,
  readEntryIds,
  readPlanId,
  renumberIds,
} from "../../browser/lib/entries.mjs";
import { layOut, sectionsOf } from "../../browser/lib/entry-tree.mjs";
import { join } from "../../browser/lib/join.mjs";
import { withoutRow, withoutSection } from "../../browser/lib/repeats.mjs";
import { combine, holdsSeveral, joinVariants, proposeAnswer } from "../../browser/lib/variants.mjs";

const form = JSON.parse(readFileSync(new URL("../vectors/forms/allotment-plan.json", import.meta.url), "utf8"));
const [PLAN, DUE] = ["beds/north/plan", "beds/north/due"];

function joined(...answers) {
  return join(
    form,
    answers.map((given, index) => ({ name: "ABCDEFGHIJ"[index], answers: given })),
  );
}

test("each person's entry stays whole: nobody's date comes into another's task", () => {
  const a = { [PLAN]: "Dig", [DUE]: "2026-12-05", "beds/north~2/plan": "Weed" };
  const b = { [PLAN]: "Plant", "beds/north~2/due": "2027-01-01", "beds/north~2/plan": "Rest" };
  const { answers, appended, differing, added } = joined(a, b);
  assert.deepEqual(answers, {
    ...a,
    "beds/north~3/plan": "Plant",
    "beds/north~4/plan": "Rest",
    "beds/north~4/due": "2027-01-01",
  });
  assert.deepEqual(
    appended.map(({ key, names }) => [key, names]),
    [
      ["beds/north~3/plan", ["B"]],
      ["beds/north~4/due", ["B"]],
    ],
  );
  assert.deepEqual([differing, added], [[], 3]);
});

test("an entry that says the same is one, whatever its number and its spaces", () => {
  const { answers, appended } = joined(
    { [PLAN]: "Dig", [DUE]: "2026-12-05" },
    { "beds/north~2/plan": " Dig\n", "beds/north~2/due": "2026-12-05" },
  );
  assert.deepEqual([Object.keys(answers), appended], [[PLAN, DUE], []]);
  assert.equal(Object.keys(joined({ [PLAN]: "Dig" }, { [PLAN]: "Dig", [DUE]: "2026-12-05" }).answers).length, 3);
  const twice = { [PLAN]: "Dig", "beds/north~2/plan": "Dig" };
  assert.deepEqual(joined(twice, twice).answers, twice, "and two of them stay two");
});

test("an entry is known by its id, as long as something in it still says the same", () => {
  const [a, b] = [
    { [PLAN]: "Dig", [DUE]: "2026-12-05" },
    { "beds/north~2/plan": "Dig", "beds/north~2/due": "2027-01-01" },
  ];
  const sources = (theirs) => [
    { name: "A", answers: a, ids: { "beds/north": "same00" } },
    { name: "B", answers: theirs, ids: { "beds/north~2": "same00" } },
  ];
  const same = join(form, sources(b));
  assert.deepEqual(same.answers, a);
  assert.deepEqual(same.differing, [
    {
      key: DUE,
      variants: [
        { value: "2026-12-05", names: ["A"] },
        { value: "2027-01-01", names: ["B"] },
      ],
    },
  ]);
  assert.deepEqual(same.ids, { "beds/north": "same00" });
  const typedOver = join(form, sources({ "beds/north~2/plan": "Plant" }));
  assert.deepEqual(typedOver.answers, { ...a, "beds/north~2/plan": "Plant" });
  assert.deepEqual(typedOver.ids, { "beds/north": "same00" }, "the second is another entry, so it has another id");
});

test("of ten colleagues each entry comes once, up to as many as the form has room for; the others are given back", () => {
  const people = Array.from({ length: 10 }, (_, index) => ({ [PLAN]: `Task ${index}`, [DUE]: "2026-12-05" }));
  const { answers, left, appended } = joined(...people, ...people.slice(0, 0));
  assert.equal(Object.keys(answers).length, 10);
  assert.deepEqual([appended.length, left.length], [4, 5]);
  assert.deepEqual(left[4], { key: PLAN, names: ["J"], answers: { [PLAN]: "Task 9", [DUE]: "2026-12-05" } });
});

test("an entry that found no room keeps all that several people wrote in it", () => {
  const full = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [n === 1 ? PLAN : `beds/north~${n}/plan`, `Task ${n}`]));
  const ids = { "beds/north": "shared" };
  const sources = [
    { name: "A", answers: full },
    { name: "B", answers: { [PLAN]: "New", [DUE]: "2026-12-05" }, ids },
    { name: "C", answers: { [PLAN]: "New", [DUE]: "2027-12-05" }, ids },
  ];
  const { left } = join(form, sources);
  assert.deepEqual(left[0].answers, { [PLAN]: "New", [DUE]: "B: 2026-12-05; C: 2027-12-05" });
  assert.deepEqual(left[0].names, ["B", "C"]);
});

test("a number between is taken when those after the last are", () => {
  const { answers } = joined({ "beds/north~5/plan": "Last" }, { [PLAN]: "New" });
  assert.deepEqual(answers, { "beds/north~5/plan": "Last", [PLAN]: "New" });
});

test("single answers that differ are all there, with who gave them, in the order of the form", () => {
  const { answers, differing } = joined(
    { "water/notes": "Mine", "beds/north/state": "green", "record/owner": "Ann" },
    { "water/notes": "Theirs", "beds/north/state": "red", "record/owner": "Ben" },
    { "water/notes": "Mine", "beds/north/state": "red", "water/meter": "yes" },
  );
  assert.deepEqual(
    differing.map(({ key }) => key),
    ["record/owner", "beds/north/state", "water/notes"],
  );
  assert.deepEqual(differing[1].variants, [
    { value: "green", names: ["A"] },
    { value: "red", names: ["B", "C"] },
  ]);
  assert.equal(answers["water/meter"], "yes");
  assert.equal(combine(form, "water/notes", differing[2].variants), "A, C: Mine\nB: Theirs");
  const proposed = differing.map(({ key, variants }) => proposeAnswer(form, key, variants));
  assert.deepEqual(proposed, ["A: Ann; B: Ben", "red", "A, C: Mine\nB: Theirs"], "of ratings the lowest");
  assert.equal(proposeAnswer(form, DUE, [{ value: "2026-12-05" }, { value: "2026-12-04" }]), "2026-12-05");
  assert.equal(combine(form, "record/owner", differing[0].variants), "A: Ann; B: Ben");
  const holds = [
    "water/notes",
    "record/owner",
    "record/setting",
    "beds/north/state",
    DUE,
    "water/meter",
    "water/source",
  ];
  assert.deepEqual(
    holds.filter((key) => holdsSeveral(form, key)),
    ["water/notes", "record/owner"],
  );
});

test("a text that was joined before does not grow when it is joined again", () => {
  const both = "A: Mine\nB: Theirs";
  assert.deepEqual(joinVariants([{ value: both, names: ["All"] }], [{ value: "Theirs", names: ["B"] }]), [
    { value: both, names: ["All", "B"] },
  ]);
  assert.deepEqual(joinVariants([{ value: "Mine", names: ["A"] }], [{ value: both, names: ["All"] }]), [
    { value: both, names: ["All"] },
  ]);
});

test("a section that says the same is one and its rows are joined; any other is added with its rows", () => {
  const a = { "visits/seen": "Frogs", "visits/row/job": "Rake" };
  const b = { "visits/seen": "Newts", "visits/row/job": "Net", "visits~2/seen": "Frogs", "visits~2/row/job": "Mow" };
  assert.deepEqual(joined(a, b).answers, {
    ...a,
    "visits/row~2/job": "Mow",
    "visits~2/seen": "Newts",
    "visits~2/row/job": "Net",
  });
  const rowsAlone = joined({ "visits/row/job": "Rake" }, { "visits/row/job": "Net" }, { "visits/row/job": "Rake" });
  assert.deepEqual(rowsAlone.answers, { "visits/row/job": "Rake", "visits~2/row/job": "Net" });
  const left = joined(a, ...["B", "C", "D", "E"].map((seen) => ({ "visits/seen": seen, "visits/row/job": seen }))).left;
  assert.deepEqual(left, [
    { key: "visits/seen", names: ["E"], answers: { "visits/seen": "E", "visits/row/job": "E" } },
  ]);
});

test("joining a file with itself changes nothing", () => {
  const all = {
    "record/setting": "x",
    [PLAN]: "Dig",
    "beds/north~2/due": "2026-12-05",
    "visits~2/seen": "Frogs",
    "stop/cable": "yes",
  };
  const { answers, differing, appended, added } = joined(all, all);
  assert.deepEqual([answers, differing, appended, added], [all, [], [], 0]);
});

test("entries written down again are the answers they were", () => {
  const all = { [PLAN]: "Dig", "beds/north~10/plan": "Ten", "beds/north~2/plan": "Two", "visits~3/row~2/job": "Rake" };
  const written = { answers: {}, ids: {}, differing: [], appended: [], left: [], added: 0 };
  for (const [id, entries] of sectionsOf(form, { name: "A", answers: all })) layOut(form, written, [], id, entries);
  assert.deepEqual(written.answers, all);
});

test("each entry that is filled in has an id, which stays with it when others are taken out", () => {
  assert.deepEqual(entriesOf(form, "visits~2/row~3/job"), ["visits~2", "visits~2/row~3"]);
  assert.deepEqual(
    ["record/setting", "water/notes", "beds/north/state", "no/such"].flatMap((key) => entriesOf(form, key)),
    [],
  );
  const answers = { [PLAN]: "Dig", "beds/north~2/plan": "Weed", "visits~2/row/job": "Rake" };
  let count = 0;
  const ids = giveIds(form, answers, { "beds/north~2": "known0", "beds/south": "gone00" }, () => `made0${++count}`);
  assert.deepEqual(ids, {
    "beds/north": "made01",
    "beds/north~2": "known0",
    "visits~2": "made02",
    "visits~2/row": "made03",
  });
  assert.deepEqual(
    renumberIds(ids, (names) => withoutRow(names, "beds", 1, "north", 1)),
    {
      "beds/north": "known0",
      "visits~2": "made02",
      "visits~2/row": "made03",
    },
  );
  assert.deepEqual(
    renumberIds(ids, (names) => withoutSection(names, "visits", 1)),
    {
      "beds/north": "made01",
      "beds/north~2": "known0",
      visits: "made02",
      "visits/row": "made03",
    },
  );
});

test("ids of a file are taken only where they are ids, and follow a row that was renamed", () => {
  const raw = { "beds/north": "abc123", "beds/south": "<b>", "a b": "abc123", "visits~2": "abc124", x: 5 };
  assert.deepEqual(readEntryIds(raw), { "beds/north": "abc123", "visits~2": "abc124" });
  assert.deepEqual([null, [], "x", 5].map(readEntryIds), [{}, {}, {}, {}]);
  assert.deepEqual(["abc123", "", null, "A B", "x".repeat(99)].map(readPlanId), ["abc123", "", "", "", ""]);
  assert.deepEqual(bringIdsUpToDate(form, { "beds/top~2": "abc123", "no/such": "abc124", visits: "abc125" }), {
    "beds/north~2": "abc123",
    "no/such": "abc124",
    visits: "abc125",
  });
});

test("a plan keeps its id, and a copy of it for another setting has another", () => {
  let count = 0;
  const makeId = () => `made0${++count}`;
  const first = identify(form, { "record/setting": "Hill Road" }, { plan: "", setting: "", entries: {} }, makeId);
  assert.deepEqual(first, { plan: "made01", setting: "hill road", entries: {} });
  const plan = (setting) => identify(form, { "record/setting": setting }, first, makeId).plan;
  assert.deepEqual(["Hill Road", " hill  road.", "Larkmead", ""].map(plan), ["made01", "made01", "made02", "made03"]);
});

function aligned(before, after, beforeIds = {}, afterIds = {}) {
  return align(form, { name: "", answers: before, ids: beforeIds }, { name: "", answers: after, ids: afterIds });
}

test("an entry is compared with what it was, though one before it is gone", () => {
  const before = { [PLAN]: "Dig", [DUE]: "2026-12-05", "beds/north~2/plan": "Weed", "beds/north~2/due": "2026-12-06" };
  const after = { [PLAN]: "Weed", [DUE]: "2027-01-01" };
  assert.deepEqual(aligned(before, after), {
    [PLAN]: "Weed",
    [DUE]: "2026-12-06",
    "beds/north~2/plan": "Dig",
    "beds/north~2/due": "2026-12-05",
  });
});

test("an entry that was written anew is known by its id", () => {
  const ids = [{ "beds/north~2": "same00" }, { "beds/north": "same00" }];
  assert.deepEqual(aligned({ [PLAN]: "Dig", "beds/north~2/plan": "Weed" }, { [PLAN]: "Weed twice" }, ...ids), {
    [PLAN]: "Weed",
    "beds/north~2/plan": "Dig",
  });
});

test("sections that moved are compared with their rows, and what stands once as it stands", () => {
  const before = { "visits/seen": "Frogs", "visits/row/job": "Rake", "visits/row~2/job": "Mow", "water/notes": "x" };
  const after = { "visits/seen": "Newts", "visits~2/seen": "Frogs", "visits~2/row/job": "Mow", "water/notes": "y" };
  assert.deepEqual(aligned(before, after), {
    "visits~2/seen": "Frogs",
    "visits~2/row/job": "Mow",
    "visits~2/row~2/job": "Rake",
    "water/notes": "x",
  });
  assert.deepEqual(aligned(before, {}), before);
});
