import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { csvCell, orderedKeys, writeCalendar, writeCsv } from "../../browser/lib/table.mjs";

const form = JSON.parse(readFileSync(new URL("../vectors/forms/allotment-plan.json", import.meta.url), "utf8"));

test("a cell is quoted, and no spreadsheet takes it for a formula", () => {
  assert.equal(csvCell('say "x"\r\ny'), '"say ""x""\ny"');
  for (const text of ["=1+1", " +1", "-1", "@a", "\tx"]) assert.ok(csvCell(text).startsWith("\"'"), text);
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
  const lines = writeCsv(form, answers).split("\r\n");
  assert.equal(lines.length, 1 + 8 + 1);
  assert.equal(lines[3], '"The beds: The north bed","1.2","What we will do","x","beds/north~2/plan"');
});

test("a calendar holds what is open, in lines that no program refuses, and nothing that is no date", () => {
  const answers = { "beds/north/due": "2026-12-31", "beds/south/due": "2026-02-31", "record/review-date": "soon" };
  const text = writeCalendar(form, answers, "2026-11-28");
  assert.equal(text.split("BEGIN:VEVENT").length, 2);
  assert.match(text, /DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101/);
  assert.ok(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
  assert.equal(
    writeCalendar(form, { ...answers, "beds/north/state": "green" }, "2026-11-28").includes("VEVENT"),
    false,
  );
});
