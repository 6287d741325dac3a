import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { readArchive } from "../../browser/lib/archive.mjs";
import { tickIn, withoutPrompts, writtenIn } from "../../browser/lib/cells.mjs";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { Findings } from "../../browser/lib/findings.mjs";
import { mainPart, partText } from "../../browser/lib/office-parts.mjs";
import { Position } from "../../browser/lib/position.mjs";
import { Questions } from "../../browser/lib/questions.mjs";
import { findPrompt } from "../../browser/lib/row-prompts.mjs";
import { SectionRows } from "../../browser/lib/section-rows.mjs";
import { gridOf, rowOf } from "../../browser/lib/table-rows.mjs";
import { templateFrom } from "../../browser/lib/templates.mjs";
import { fingerprint } from "../../browser/lib/visible.mjs";
import { makeArchive } from "./files.mjs";

const form = JSON.parse(readFileSync(new URL("../vectors/forms/allotment-plan.json", import.meta.url), "utf8"));
const NOTHING = { hidden: {}, unseen: new Set(), prompts: new Set(), texts: new Set(), notes: [], isShown: false };

function cell(text, span = 1) {
  return { span, paragraphs: text.split("\n").map((line) => ({ pieces: [{ text: line, key: "" }] })) };
}

test("sections, questions and old names are found by their words", () => {
  const questions = new Questions(form);
  const [, beds, water] = questions.sections;
  assert.equal(questions.sectionTitled("thebeds"), beds);
  assert.equal(questions.sectionTitled("visit3").id, "visits");
  assert.equal(questions.sectionTitled("thebeds2"), null, "a section that is not repeated has no number");
  assert.equal(questions.question("notesonwater", water), "water/notes");
  assert.equal(questions.question("notesonwater", beds), "");
  assert.equal(questions.questionElsewhere("notesonwater"), "water/notes");
  assert.equal(questions.current("beds/top~2/plan"), "beds/north~2/plan");
});

test("a cell says its answer, and what else is in it", () => {
  const prompts = new Set(["[Write here]"]);
  assert.equal(withoutPrompts("[Write here] Dig", prompts), " Dig");
  assert.equal(tickIn("☑ done"), "yes");
  const state = form.fields["beds/north/state"];
  assert.deepEqual(writtenIn(cell("half  DONE"), state, prompts), { answer: "Half done", rest: [] });
  assert.deepEqual(writtenIn(cell("☐ later"), form.fields["water/meter"], prompts), { answer: "", rest: ["later"] });
});

test("a row is known by its prompt, whatever follows it; a wide cell counts for several columns", () => {
  const questions = new Questions(form);
  const [, beds] = questions.sections;
  const rowIn = (...texts) => rowOf(texts.map((text) => cell(text)), beds, questions, "south", new Set()); // biome-ignore format: one thing
  assert.equal(rowIn("The north bed, 3").id, "north");
  assert.deepEqual(rowIn("The north bed (mine)").rest, ["(mine)"]);
  assert.equal(rowIn("The north bedding").id, "");
  assert.equal(rowIn("").id, "south");
  assert.deepEqual(
    gridOf([cell("a", 2), cell("b")]).map(([column]) => column),
    [0, 2],
  );
});

test("a section that is begun again is its next repetition, and its names follow it", () => {
  const position = new Position(new Questions(form));
  const visits = position.questions.sections.find(({ id }) => id === "visits");
  assert.equal(position.here("visits/seen"), "visits/seen");
  position.enter(visits);
  position.enter(visits);
  assert.equal(position.nameOf(visits), "visits~2");
  assert.equal(position.here("visits/seen"), "visits~2/seen");
  assert.equal(position.here("water/notes"), "water/notes");
});

test("a second line of a row is its second entry", () => {
  const questions = new Questions(form);
  const findings = new Findings({ ...NOTHING, blocks: [] }, questions, []);
  const rows = new SectionRows(questions, findings, new Position(questions));
  const [, section] = questions.sections;
  const lines = ["Dig", "Sow"].map((plan) => [cell("The north bed"), cell(plan)]);
  rows.read({ rows: lines }, { section, columns: new Map([[1, "plan"]]), row: -1, words: "" });
  const { texts } = findings.finish();
  assert.deepEqual(texts, { "beds/north/plan": "Dig", "beds/north~2/plan": "Sow" });
});

test("of two prompts that words begin with, the longer one is meant", () => {
  const rows = [
    { id: "bed", prompt: "The bed" },
    { id: "bed-north", prompt: "The bed to the north" },
  ];
  assert.deepEqual(findPrompt("The bed, to the north: dig", { rows }), {
    id: "bed-north",
    prompt: "The bed to the north",
    rest: ["dig"],
  });
  assert.equal(findPrompt("A bed", { rows }), null);
});

test("an empty file of a form tells which words are the form's own", () => {
  const blocks = [cell("Walk round.\nWrite.").paragraphs, { rows: [[cell("The north bed")]] }].flat();
  const template = templateFrom({ ...NOTHING, blocks });
  assert.deepEqual(template.texts, new Set(["Walk round.", "Write.", "The north bed"].map(fingerprint)));
  const findings = new Findings({ ...NOTHING, blocks }, new Questions(form), [template]);
  assert.ok(findings.isKnown("walk  round") && !findings.isKnown("We did."));
});

test("the main part of a Word file is found, and read in its encoding", () => {
  const rels = `<R><r Type="x/officeDocument" Target="/word/document2.xml"/></R>`;
  const part = Buffer.from("\uFEFF<a>Tŷ http://purl.oclc.org/ooxml/officeDocument/x</a>", "utf16le");
  const main = mainPart(readArchive(makeArchive({ "_rels/.rels": rels, "word/document2.xml": part })));
  assert.equal(partText(main), "<a>Tŷ http://schemas.openxmlformats.org/officeDocument/2006/x</a>");
  const damaged = readArchive(makeArchive({ "_rels/.rels": "<R>" }));
  assert.throws(() => mainPart(damaged), FileProblem);
});
