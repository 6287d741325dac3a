import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { bringUpToDate } from "../../browser/lib/answers.mjs";
import { planOf } from "../../browser/lib/entries.mjs";
import { controlsOf } from "../../browser/lib/visible.mjs";
import { fillWord } from "../../browser/lib/word.mjs";
import { OurControls, readBlocks } from "../../browser/lib/word-body.mjs";
import { controlNames, writeControls } from "../../browser/lib/word-controls.mjs";
import { readWord } from "../../browser/lib/word-document.mjs";
import { growBody } from "../../browser/lib/word-repeats.mjs";
import { textOf, WORD, wordsOf } from "../../browser/lib/word-text.mjs";
import { parseXml, writeXml } from "../../browser/lib/xml.mjs";
import { makeArchive } from "./files.mjs";

const form = JSON.parse(readFileSync(new URL("../vectors/forms/allotment-plan.json", import.meta.url), "utf8"));
const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';

function control(key, inside = "") {
  const words = `<w:sdtContent><w:r><w:rPr><w:rStyle w:val="Prompt"/></w:rPr><w:t>[Write]</w:t></w:r></w:sdtContent>`;
  return `<w:sdt><w:sdtPr><w:id w:val="1"/><w:tag w:val="${key}"/>${inside}<w:showingPlcHdr/></w:sdtPr>${words}</w:sdt>`;
}

const ROW = ["plan", "due", "state"].map(
  (id) => `<w:tc><w:p>${control(`beds/north/${id}`, id === "due" ? "<w:date/>" : "")}</w:p></w:tc>`,
);
const VISIT = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Visit</w:t></w:r></w:p><w:p>${control("visits/seen")}</w:p>`;
const METER = control("water/meter", '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>');
const BODY = `<w:document ${NAMES}><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>The north bed</w:t></w:r></w:p></w:tc>${ROW.join("")}</w:tr></w:tbl><w:p>${METER}</w:p>${VISIT}</w:body></w:document>`;
const PART = `<answers xmlns="urn:safeguarding-toolkit:answers:1" form="allotment-plan" version="3"><a key="beds/north/plan"><v/></a><prompt>[Write]</prompt></answers>`;

test("controls show what is written into them, each in its way", () => {
  const body = parseXml(BODY);
  const answers = {
    "water/meter": "yes",
    "beds/north/due": "2026-01-05",
    "beds/north/plan": "one\ntwo",
    "beds/north/state": "red",
  };
  writeControls(body, form, answers);
  const controls = new OurControls((text) => text === "[Write]");
  const said = controlsOf({ blocks: readBlocks(body, controls) }).filter(({ text }) => text.trim());
  const texts = Object.fromEntries(said.map(({ key, text }) => [key, text]));
  assert.deepEqual(texts, { ...answers, "beds/north/state": "Weeds" });
  assert.match(writeXml(body), /5 January 2026.*☒/s);
  assert.ok(!writeXml(body).includes('w:val="Prompt"/></w:rPr><w:t xml:space'));
});

test("a body grows by rows and sections that the answers need, each with a number of its own", () => {
  const body = parseXml(BODY);
  const before = controlNames(body).shown;
  growBody(body, form, ["beds/north~3/plan", "visits~2/seen", "no/such", "nonsense"]);
  const added = [...controlNames(body).shown].filter((key) => !before.has(key));
  const rows = ["beds/north~2/plan", "beds/north~2/due", "beds/north~3/plan", "beds/north~3/due"];
  assert.deepEqual(added.sort(), [...rows, "visits~2/seen"].sort(), "what is asked once is not repeated");
  const text = writeXml(body);
  assert.ok(text.includes("The north bed, 3") && text.includes("Visit 2"));
  const ids = [...text.matchAll(/<w:id w:val="(15\d+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.length >= 5);
});

test("a template that is filled says the same when it is read", async () => {
  const answers = {
    "beds/north/plan": "Dig & <hoe>",
    "beds/north~2/plan": "again",
    "water/meter": "yes",
    "visits/seen": "x",
  };
  const template = makeArchive({ "word/document.xml": BODY, "customXml/item1.xml": PART });
  const { file, hidden } = await fillWord(form, template, { ...answers, "gone/question": "kept" });
  assert.deepEqual(hidden, ["gone/question"]);
  const read = await readWord(form, file);
  assert.deepEqual(bringUpToDate(form, read.answers, read.version), {
    answers,
    gone: { "gone/question": "kept" },
    changed: [],
  });
});

test("a control says its date as days are kept, its tick, and nothing while it shows its prompt", () => {
  const say = (inside, text = "") => {
    const content = `<w:sdtContent><w:r><w:t>${text}</w:t></w:r></w:sdtContent>`;
    const element = parseXml(`<w:sdt ${NAMES}><w:sdtPr>${inside}</w:sdtPr>${content}</w:sdt>`);
    return textOf(element, element.getElementsByTagNameNS(WORD, "sdtPr")[0]);
  };
  assert.equal(say('<w:date w:fullDate="2026-12-05T00:00:00Z"/>', "5 December"), "2026-12-05");
  assert.equal(say('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', "x"), "yes");
  assert.equal(say("<w:showingPlcHdr/>", "[Write]"), "");
  assert.equal(say("", "Beans"), "Beans");
});

test("each paragraph of an element is a line, and so is a break", () => {
  const element = parseXml(`<w:p ${NAMES}><w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r></w:p>`);
  assert.equal(wordsOf(element), "One\ntwo");
});

const IDS = {
  plan: "plan0000",
  setting: "",
  entries: { "beds/north": "first00", "beds/north~2": "second0", "beds/south": "gone000" },
};

test("a Word file carries the ids of the plan and of the entries that are in it, and a mark of the setting", async () => {
  const template = makeArchive({ "word/document.xml": BODY, "customXml/item1.xml": PART });
  const answers = { "beds/north/plan": "Dig", "beds/north~2/plan": "Weed", "visits/seen": "x" };
  const read = async (definition, identity) =>
    readWord(definition, (await fillWord(definition, template, answers, identity)).file);
  const { plan, entries, setting } = await read(form, IDS);
  assert.deepEqual([plan, entries], ["plan0000", { "beds/north": "first00", "beds/north~2": "second0" }]);
  assert.equal(planOf({ plan, setting }, answers), "plan0000");
  assert.equal(planOf({ plan, setting }, { "record/setting": "Hill Road" }), "", "a copy is another plan");
  const personal = await read({ ...form, personal: true }, IDS);
  assert.deepEqual([personal.plan, personal.setting], ["plan0000", undefined], "its file says nothing of a place");
  const without = await read(form, undefined);
  assert.deepEqual([without.plan, without.entries, without.setting], ["", {}, undefined]);
});

test("an answer that the form begins with and that somebody emptied is empty in Word, and stays so", async () => {
  const begun = (key) =>
    `<w:p><w:sdt><w:sdtPr><w:tag w:val="${key}"/><w:id w:val="9"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr/><w:t>The chair</w:t></w:r></w:sdtContent></w:sdt></w:p>`;
  const body = `<w:document ${NAMES}><w:body>${begun("record/owner")}${begun("water/notes")}</w:body></w:document>`;
  const part = PART.replace("</answers>", '<a key="record/owner"><v>The chair</v></a></answers>');
  const template = makeArchive({ "word/document.xml": body, "customXml/item1.xml": part });
  for (const answers of [{}, { "water/notes": "The chair" }, { "record/owner": "The chair", "water/notes": "Ann" }]) {
    const { file } = await fillWord(form, template, answers);
    assert.deepEqual((await readWord(form, file)).answers, answers);
    const shown = Buffer.from(file).toString("latin1");
    if (!Object.values(answers).includes("The chair")) assert.ok(!shown.includes("The chair"));
  }
  const emptied = parseXml(body);
  writeControls(emptied, form, {});
  assert.match(writeXml(emptied), /<w:id w:val="9"\/><w:showingPlcHdr\/><w:text\/>/, "where the standard wants it");
});
