/** A plan on one page: what is chosen, how it is said, and that it stays on one page whatever is in the plan. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { readArchive, readEntry } from "../../browser/lib/archive.mjs";
import { changeCounts, changeOf, movement } from "../../browser/lib/movement.mjs";
import { colourShares } from "../../browser/lib/rating-colours.mjs";
import { summarise } from "../../browser/lib/summary.mjs";
import { summaryBlocks } from "../../browser/lib/summary-blocks.mjs";
import { writeSummaryPdf } from "../../browser/lib/summary-pdf.mjs";
import { writeSummaryWord } from "../../browser/lib/summary-word.mjs";
import { changeInWords, clip } from "../../browser/lib/summary-words.mjs";
import { sampleFont } from "./sample-font.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(`../vectors/forms/${name}.json`, import.meta.url), "utf8"));
const [orchard, allotment] = [read("orchard-review"), read("allotment-plan")];
const TODAY = "2026-11-28";

const field = (label, kind, more = {}) => ({ label, kind, place: label, ...more });
const choices = (...words) => words.map((word) => [word, word]);
const COLUMNS = {
  what: field("What", "long-text", { holds: "action" }),
  who: field("Who", "text", { holds: "lead" }),
  due: field("By", "date", { holds: "due" }),
  status: field("Status", "status", {
    holds: "status",
    choices: choices("not-started", "under-way", "done", "stopped"),
  }),
  weight: field("Priority", "choice", { holds: "priority", choices: choices("high", "medium", "low") }),
  rating: field("State", "rating", { once: true, choices: choices("red", "amber", "green") }),
};

/** A plan of one table with every part of an activity. */
function planOf(rows = ["a", "b", "c"]) {
  const fields = rows.flatMap((row) => Object.entries(COLUMNS).map(([id, column]) => [`plan/${row}/${id}`, column]));
  const section = {
    id: "plan",
    title: "The plan",
    questions: [],
    columns: Object.keys(COLUMNS),
    rows: rows.map((id) => ({ id, prompt: `Row ${id}` })),
    free: false,
    row_repeat: { noun: "activity", most: 12, blank: 1 },
  };
  const all = { "record/setting": field("Setting", "text"), ...Object.fromEntries(fields) };
  return { ...orchard, id: "plan", title: "Plan", fields: all, sections: [section] };
}

/** Answers of activities: [row, number, what, who, due, status, weight] each. */
function activitiesOf(list) {
  return Object.fromEntries(
    list.flatMap(([row, number, ...values]) => {
      const base = number === 1 ? `plan/${row}` : `plan/${row}~${number}`;
      return ["what", "who", "due", "status", "weight"]
        .map((id, index) => [`${base}/${id}`, values[index] ?? ""])
        .filter(([, value]) => value);
    }),
  );
}

const ANSWERS = {
  ...activitiesOf([
    ["a", 1, "Late and low", "Ann", "2026-10-01", "under-way", "low"],
    ["a", 2, "High, in spring", "Bob", "2027-03-01", "", "high"],
    ["b", 1, "High, in winter", "", "2026-12-01", "not-started", "high"],
    ["b", 2, "High but done", "Cy", "2026-01-01", "done", "high"],
    ["c", 1, "No date", "Di", "", "", ""],
    ["c", 2, "Stopped", "", "2026-02-01", "stopped", ""],
  ]),
  "plan/a/rating": "green",
  "plan/c/rating": "red",
};

test("high priorities come first, the soonest before, then what is late, then the lowest ratings", () => {
  const summary = summarise(planOf(), ANSWERS, [], TODAY);
  assert.deepEqual(
    summary.priorities.map(({ parts }) => parts.action),
    ["High, in winter", "High, in spring", "Late and low"],
  );
  assert.equal(summary.marked, 2);
  assert.deepEqual(summary.counts, {
    all: 6,
    done: 1,
    stopped: 1,
    underWay: 1,
    late: 1,
    withoutDay: 1,
    withoutLead: 1,
  });
  assert.deepEqual(
    summary.next.map(({ parts }) => parts.action),
    ["High, in winter", "High, in spring"],
  );
  const rest = summarise(
    planOf(),
    {
      ...activitiesOf([
        ["c", 1, "No date", "Di"],
        ["a", 1, "Fine", "Ed"],
      ]),
      "plan/c/rating": "red",
    },
    [],
    TODAY,
  );
  assert.deepEqual(
    rest.priorities.map(({ parts }) => parts.action),
    ["No date"],
  );
});

test("ratings are counted by area, and what moved is told since the last review", () => {
  const earlier = [
    { date: "2025-01-01", version: 1, answers: { "plan/a/rating": "green" } },
    { date: "2026-01-01", version: 1, answers: { "plan/a/rating": "amber", "plan/b/rating": "green" } },
  ];
  const now = { "plan/a/rating": "green", "plan/b/rating": "amber", "plan/c/rating": "red" };
  const { areas, moved } = summarise(planOf(), now, earlier, TODAY);
  assert.deepEqual(areas, [{ section: "The plan", red: 1, amber: 1, green: 1, none: 0, notChosen: 0, total: 3 }]);
  assert.equal(moved.since, "2026-01-01");
  assert.deepEqual(moved.counts, { better: 1, same: 0, worse: 1, new: 1, none: 0, not: 0 });
  const { dates, rows } = movement(planOf(), now, earlier);
  assert.deepEqual(dates, ["2025-01-01", "2026-01-01"]);
  assert.deepEqual(rows[1], {
    section: "The plan",
    prompt: "Row b",
    key: "plan/b/rating",
    values: ["", "green", "amber"],
    change: "worse",
  });
  assert.equal(changeCounts(rows).new, 1);
  assert.deepEqual([changeOf("", ""), changeOf("red", ""), changeOf("red", "red")].map(changeInWords), [
    "Not rated",
    "No longer rated",
    "The same",
  ]);
});

test("what a form lacks is said, and so is what nobody has written yet", () => {
  const textsOf = (definition, answers = {}) =>
    summaryBlocks(definition, answers, [], TODAY)
      .flatMap((block) => (block.kind === "table" ? [] : [block.text]))
      .join(" ");
  const bare = { ...orchard, sections: [], fields: { "record/setting": orchard.fields["record/setting"] } };
  assert.match(textsOf(bare), /This form has no ratings/);
  assert.match(textsOf(bare), /does not say which of its answers are activities/);
  assert.match(textsOf(planOf()), /No activity is in the plan yet/);
  assert.match(textsOf(planOf()), /There is no earlier review in the file/);
  assert.match(textsOf(planOf()), /Nothing is late/);
  assert.match(textsOf(allotment), /Summary: Allotment plan/);
});

test("each part of the page is bounded, and says how much more there is", () => {
  const rows = Array.from({ length: 30 }, (_, index) => `r${index}`);
  const long = "word ".repeat(400);
  const list = rows.flatMap((row) =>
    [1, 2, 3].map((number) => [
      row,
      number,
      `${long}${row}`,
      long,
      number === 1 ? "2026-01-01" : "2027-01-01",
      "",
      "high",
    ]),
  );
  const definition = planOf(rows);
  const sections = rows.map((row) => ({
    ...definition.sections[0],
    id: row,
    title: `Area ${row} ${long}`,
    rows: [{ id: row, prompt: long }],
  }));
  const fields = Object.fromEntries(
    rows.flatMap((row) =>
      Object.entries(definition.fields)
        .filter(([key]) => key.startsWith(`plan/${row}/`))
        .map(([key, field]) => [key.replace("plan/", `${row}/`), field]),
    ),
  );
  const answers = Object.fromEntries(
    Object.entries(activitiesOf(list)).map(([key, value]) => [key.replace(/^plan\/(r\d+)/, "$1/$1"), value]),
  );
  const big = { ...definition, sections, fields: { ...definition.fields, ...fields } };
  const blocks = summaryBlocks(big, { ...answers, "record/setting": long }, [], TODAY);
  const tables = blocks.filter(({ kind }) => kind === "table");
  assert.deepEqual(
    tables.map((block) => block.rows.length),
    [8, 3, 4, 4],
  );
  assert.equal(tables[0].rows[7][0], "23 other areas");
  assert.ok(blocks.every((block) => block.kind === "table" || block.text.length < 900));
  assert.ok(tables.every((block) => block.rows.flat().every((text) => text.length <= 96)));
  assert.ok(blocks.some((block) => block.text === "26 more in the plan."));
});

test("a text is cut between words, and only where it is too long", () => {
  assert.equal(clip(" One\n two ", 20), "One two");
  assert.equal(clip("One two, three", 10), "One two…");
  assert.equal(clip("Onetwothreefour", 10), "Onetwothr…");
});

const FONT = sampleFont(Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join(""));

test("the PDF is one tagged page, with headings of columns and rows", () => {
  const { file } = writeSummaryPdf(summaryBlocks(planOf(), ANSWERS, [], TODAY), FONT, {
    lang: "en",
    site: "A site",
    title: "Plan",
  });
  const text = Buffer.from(file).toString("latin1");
  assert.equal(text.match(/\/Type\/Page\//g).length, 1);
  assert.match(text, /\/S\/Table/);
  assert.match(text, /\/Scope\/Column/);
  assert.match(text, /\/Scope\/Row/);
  assert.ok(text.includes(colourShares("red")));
});

test("the Word file holds the same words, with anything awkward escaped", async () => {
  const blocks = summaryBlocks(planOf(), { ...ANSWERS, "record/setting": '<Hill> & "Road"' }, [], TODAY);
  const file = await writeSummaryWord(blocks, { lang: "en", site: "A site", title: "Plan" });
  const entry = readArchive(file).find(({ name }) => name === "word/document.xml");
  const xml = new TextDecoder().decode(readEntry(entry));
  assert.match(xml, /&lt;Hill&gt; &amp; /);
  for (const block of blocks) {
    const texts = block.kind === "table" ? block.rows.flat() : [block.text];
    for (const text of texts.filter((one) => !/[<&"]/.test(one))) assert.ok(xml.includes(text), text);
  }
  const spans = [...xml.matchAll(/<w:gridSpan w:val="(\d+)"/g)].map(([, count]) => Number(count));
  assert.ok(spans.includes(40));
});
