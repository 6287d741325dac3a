import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { writeCalendar } from "../../browser/lib/calendar.mjs";
import { csvCell, toCsv } from "../../browser/lib/csv.mjs";
import { orderedKeys, writeCsv } from "../../browser/lib/table.mjs";

const form = JSON.parse(readFileSync(new URL("../vectors/forms/allotment-plan.json", import.meta.url), "utf8"));
const INVISIBLE = "\u200B";
const NOW = new Date("2026-11-28T09:30:05Z");
const IDENTITY = { plan: "plan0000aaaa", setting: "", entries: { "beds/north~2": "entry0000bbb" } };

test("a cell is quoted, and no spreadsheet takes it for a formula or shows a sign before it", () => {
  assert.equal(csvCell('say "x"\r\ny'), '"say ""x""\ny"');
  for (const text of ["=1+1", " +1", "-1 x", "- first point", "@a", "\tx", "＝1"]) {
    assert.equal(csvCell(text), `"${INVISIBLE}${text}"`);
  }
});

test("a spreadsheet leaves each text as it is, and understands days and amounts", () => {
  const kept = [
    "01622000000",
    "+441622000000",
    "10-12",
    "3/4",
    "1:30",
    "1e5",
    "123456789012345",
    "5 Dec",
    "Dec 2026",
    "05/12/26",
    "5 Rhag 26",
  ];
  for (const text of kept) assert.equal(csvCell(text), `"${INVISIBLE}${text}"`, text);
  for (const text of [
    "2026-12-05",
    "12",
    "0",
    "12.5",
    "-4",
    "",
    "half term",
    "01622 000 000",
    "Mary",
    "Year 5",
    "May",
  ]) {
    assert.equal(csvCell(text), `"${text}"`, text);
  }
  assert.equal(toCsv([["a", null], [1]]), '\uFEFF"a",""\r\n"1"\r\n');
});

function cellsOf(answers) {
  const lines = writeCsv(form, answers).slice(1).trimEnd().split("\r\n");
  return lines.map((line) => line.slice(1, -1).split('","'));
}

test("the table has a line for each entry with its columns beside each other, and those that are empty", () => {
  const [headings, ...lines] = cellsOf({
    "record/setting": "Hill Road",
    "beds/north/plan": "Dig",
    "beds/north/state": "amber",
    "beds/north~2/plan": "Weed",
    "beds/north~2/due": "2026-12-05",
    "visits~2/row/done": "yes",
    "water/notes": "",
    "no/such": "Old",
  });
  assert.deepEqual(headings, [
    "Section",
    "Row or question",
    "Number",
    "Answer",
    "What we will do",
    "By when",
    "State",
    "Job",
    "Done",
  ]);
  const line = (/** @type {string} */ first, /** @type {string} */ second) =>
    lines.filter(([section, asked]) => section === first && asked === second);
  assert.deepEqual(line("The beds", "The north bed"), [
    ["The beds", "The north bed", "1", "", "Dig", "", "Half done", "", ""],
    ["The beds", "The north bed", "2", "", "Weed", "2026-12-05", "Half done", "", ""],
  ]);
  assert.deepEqual(line("The beds", "The south bed"), [["The beds", "The south bed", "1", "", "", "", "", "", ""]]);
  assert.equal(lines.filter(([section]) => section === "Water").length, 5);
  assert.deepEqual(line("Visit 2", ""), [["Visit 2", "", "1", "", "", "", "", "", "Yes"]]);
  assert.deepEqual(
    lines.at(-1),
    ["No longer asked", "no such", "", "Old", "", "", "", "", ""].map((cell, i) => (i === 1 ? "no: such" : cell)),
  );
  assert.deepEqual(lines[1].slice(0, 4), ["About this record", form.fields["record/setting"].label, "", "Hill Road"]);
});

test("two columns of one name both have their place in the table", () => {
  const fields = { ...form.fields, "visits/row/done": { ...form.fields["visits/row/done"], label: "Job" } };
  const text = writeCsv({ ...form, fields }, { "visits/row/job": "Rake", "visits/row/done": "yes" });
  assert.match(text, /"Job","Job \(2\)"\r\n/);
  assert.match(text, /"Rake","Yes"\r\n/);
});

test("answers stand in the order of the form, repetition by repetition, what has gone last", () => {
  const keys = ["no/such", "water/notes", "visits~2/seen", "beds/north~2/plan", "beds/south/plan", "beds/north/plan"];
  const answers = Object.fromEntries([...keys, "record/setting", "visits/seen"].map((key) => [key, "x"]));
  assert.deepEqual(orderedKeys(form, answers), [
    "record/setting",
    "beds/north/plan",
    "beds/north~2/plan",
    "beds/south/plan",
    "water/notes",
    "visits/seen",
    "visits~2/seen",
    "no/such",
  ]);
});

test("a calendar holds what is open, in lines that no program refuses, and nothing that is no date", () => {
  const answers = { "beds/north/due": "2026-12-31", "beds/south/due": "2026-02-31", "record/review-date": "soon" };
  const text = writeCalendar(form, answers, IDENTITY, NOW);
  assert.equal(text.split("BEGIN:VEVENT").length, 2);
  assert.match(text, /DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101/);
  assert.match(text, /DTSTAMP:20261128T093005Z\r\nLAST-MODIFIED:20261128T093005Z/);
  assert.match(text, /BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:[^\r]+\r\nTRIGGER:-P6DT15H\r\nEND:VALARM/);
  const long = writeCalendar(form, { ...answers, "beds/north/plan": "Ŵŷ, 🪴; \\ \n".repeat(40) }, IDENTITY, NOW);
  assert.ok(long.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
  assert.equal(long.replaceAll("\r\n", "").includes("\n"), false);
  assert.match(long.replaceAll("\r\n ", ""), /Ŵŷ\\, 🪴\\; \\\\ \\n/);
  const done = writeCalendar(form, { ...answers, "beds/north/state": "green" }, IDENTITY, NOW);
  assert.equal(done.includes("VEVENT"), false);
});

/** The entries of a calendar file: {UID: ..., SUMMARY: ...}. */
function entriesIn(text) {
  const blocks = text
    .replaceAll("\r\n ", "")
    .split("BEGIN:VEVENT\r\n")
    .slice(1)
    .map((block) => block.split("BEGIN:VALARM")[0]);
  return blocks.map((block) => Object.fromEntries(block.split("\r\n").map((line) => line.split(/:(.*)/s).slice(0, 2))));
}

test("a calendar's entry is known by plan and field: it moves with its date, and no other plan shares it", () => {
  const one = (/** @type {string} */ day, identity = IDENTITY, now = NOW, key = "beds/north~2/due") =>
    entriesIn(writeCalendar(form, { [key]: day }, identity, now))[0];
  const [first, moved] = [one("2026-12-05"), one("2027-01-09", IDENTITY, new Date(NOW.getTime() + 1000))];
  assert.equal(first.UID, "plan0000aaaa-beds-north-due-entry0000bbb@safeguarding-toolkit.invalid");
  assert.equal(moved.UID, first.UID);
  assert.equal(Number(moved.SEQUENCE), Number(first.SEQUENCE) + 1);
  assert.notEqual(one("2026-12-05", { ...IDENTITY, plan: "another00000" }).UID, first.UID);
  const upwards = { ...IDENTITY, entries: { "beds/north": "entry0000bbb" } };
  assert.equal(one("2026-12-05", upwards, NOW, "beds/north/due").UID, first.UID, "its row moved up");
});

test("a calendar's entry names setting, activity and lead, and of a form about people nothing", () => {
  const answers = {
    "record/setting": "Hill Road",
    "record/review-date": "2027-02-01",
    "beds/north/plan": "Dig\nall of it",
    "beds/north/due": "2026-12-05",
  };
  const [dig, review] = entriesIn(writeCalendar(form, answers, IDENTITY, NOW));
  assert.equal(dig.SUMMARY, "Hill Road: Dig all of it (By when)");
  assert.equal(dig.DESCRIPTION, "Allotment plan\\nThe beds: The north bed: By when\\nWhat we will do: Dig\\nall of it");
  assert.equal(review.SUMMARY, `Hill Road (${form.fields["record/review-date"].label})`);
  const fields = {
    ...form.fields,
    "beds/north/lead": { label: "Lead", kind: "text", place: "The beds: The north bed" },
  };
  const sections = form.sections.map((one) =>
    one.id === "beds" ? { ...one, columns: [...one.columns, "lead"] } : one,
  );
  const led = writeCalendar({ ...form, fields, sections }, { ...answers, "beds/north/lead": "Ann" }, IDENTITY, NOW);
  assert.equal(entriesIn(led)[0].SUMMARY, "Hill Road: Dig all of it: Ann (By when)");
  const personal = writeCalendar({ ...form, personal: true }, answers, IDENTITY, NOW);
  for (const word of ["Hill", "Dig", "bed", "llotment", "plan:"])
    assert.equal(personal.replace(/UID:.*/g, "").includes(word), false, word);
  assert.match(personal, /SUMMARY:A date to keep: see your own records\r\nCLASS:PRIVATE/);
});
