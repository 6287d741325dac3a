/** Bands of a table: what is asked once for a row, beside its prompt. tests/vectors/placing.json has whole documents. */
import assert from "node:assert/strict";
import test from "node:test";
import { answersIn } from "../../browser/lib/bands.mjs";

const paragraph = (/** @type {string} */ text) => ({ pieces: [{ text, key: "" }] });

test("a tick that LibreOffice shows as a word is one", () => {
  const cells = [
    { span: 1, paragraphs: [paragraph("North")] },
    { span: 1, paragraphs: [paragraph("yes  Chosen")] },
  ];
  const [, [column, cell]] = answersIn(cells, new Map([["chosen", "chosen"]]));
  assert.deepEqual([column, cell.paragraphs[0].pieces[0].text], ["chosen", "☒"]);
});

test("what is said of a column follows its label, or is in its line", () => {
  const labels = new Map([
    ["chosen", "chosen"],
    ["state", "state"],
  ]);
  const right = { span: 2, paragraphs: ["Read this", "☒ Chosen", "State: weeds", "and more"].map(paragraph) };
  const said = answersIn([{ span: 1, paragraphs: [paragraph("North")] }, right], labels).map(([column, cell]) => [
    column,
    cell.paragraphs.map(({ pieces }) => pieces.map(({ text }) => text).join("")),
  ]);
  assert.deepEqual(said, [
    ["", ["Read this"]],
    ["chosen", ["☒"]],
    ["state", ["weeds", "and more"]],
  ]);
});
