import assert from "node:assert/strict";
import test from "node:test";
import { bringUpToDate } from "../../browser/lib/answers.mjs";
import { readPdf } from "../../browser/lib/pdf.mjs";
import { writePdf } from "../../browser/lib/pdf-answers.mjs";
import { placeField } from "../../browser/lib/pdf-fields.mjs";
import { PdfFile, pdfText } from "../../browser/lib/pdf-file.mjs";
import { PdfFont } from "../../browser/lib/pdf-font.mjs";
import { BODY, PdfPages } from "../../browser/lib/pdf-pages.mjs";
import { PdfTags } from "../../browser/lib/pdf-tags.mjs";
import { sampleFont } from "./sample-font.mjs";

const FONT = sampleFont(" ?abcdefghijklmnopqrstuvwxyz");
const DEFINITION = {
  id: "beds",
  title: "beds",
  version: 2,
  personal: false,
  fields: {
    "stop/cable": { label: "there is a cable", kind: "tick", place: "" },
    "record/setting": { label: "setting", kind: "text", place: "" },
    "beds/north/plan": { label: "plan", kind: "long-text", place: "beds: north" },
    "beds/north/due": { label: "due", kind: "date", place: "beds: north" },
    "beds/north/state": {
      label: "state",
      kind: "rating",
      place: "beds: north",
      once: true,
      choices: [
        ["red", "weeds"],
        ["green", "planted"],
      ],
    },
  },
  sections: [
    {
      id: "beds",
      title: "beds",
      questions: [],
      columns: ["plan", "due", "state"],
      rows: [{ id: "north", prompt: "north" }],
      free: false,
      row_repeat: { noun: "task", most: 5, blank: 1 },
    },
  ],
  renamed: {},
  changed: {},
  retired: {},
};
const AROUND = {
  lang: "en",
  today: "2026-11-28",
  site: "site",
  part: "",
  notice: "",
  stop: { title: "stop", intro: "", advice: "" },
};

test("answers of every kind, long ones and those that are no longer asked are read back, and the bytes are the same twice", async () => {
  const answers = {
    "stop/cable": "yes",
    "record/setting": "hill (road) \\ Łódź ŵ",
    "beds/north/plan": "dig\nand dig",
    "beds/north~2/plan": "word ".repeat(5000).trim(),
    "beds/north/due": "2026-12-05",
    "beds/north~4/due": "soon",
    "beds/north/state": "green",
    "old/thing": "kept",
  };
  const { file, unshown } = writePdf(DEFINITION, answers, FONT, AROUND);
  assert.deepEqual(file, writePdf(DEFINITION, answers, FONT, AROUND).file);
  assert.ok(unshown.includes("Ł"));
  const read = await readPdf(DEFINITION, file);
  const current = bringUpToDate(DEFINITION, read.answers, read.version);
  assert.equal(read.version, 2);
  assert.deepEqual({ ...current.answers, ...current.gone }, answers);
});

test("an answer that is no choice any more is kept as it stands", async () => {
  const { file } = writePdf(DEFINITION, { "beds/north/state": "blue" }, FONT, AROUND);
  assert.equal((await readPdf(DEFINITION, file)).answers["beds/north/state"], "blue");
});

test("words wrap where they must, and what is wider than a line is broken", () => {
  const font = new PdfFont(FONT);
  assert.equal(font.width("abcd", 10), 20);
  assert.deepEqual(font.wrap("ab cd ef", 25, 10), ["ab cd", "ef"]);
  assert.deepEqual(font.wrap("a\n\nb", 25, 10), ["a", "", "b"]);
  assert.deepEqual(font.wrap("abcdefgh ij", 25, 10), ["abcde", "fgh", "ij"]);
  assert.equal(font.encode("a\u6f22"), "<00030002>");
  assert.deepEqual([...font.unshown], ["\u6f22"]);
});

test("a box is as high as its answer, and what is higher than a page has no box", () => {
  const pages = new PdfPages(new PdfFile(), new PdfFont(FONT));
  const shown = { key: "a/b", label: "a", name: "a", kind: "long-text", value: "x", choices: [] };
  const heights = [1, 10, 35].map((lines) => {
    const start = pages.y;
    placeField(pages, { ...shown, words: "ab\n".repeat(lines).trim() });
    return start - pages.y;
  });
  assert.ok(heights[0] < 30 && heights[1] > 120);
  assert.equal(pages.pages.length, 1 + Number(heights[2] < 0));
  assert.equal(pages.pages.flatMap(({ fields }) => fields).length, 3);
  placeField(pages, { ...shown, words: "ab\n".repeat(100) });
  assert.equal(pages.pages.flatMap(({ fields }) => fields).length, 3);
  assert.ok(BODY > 700);
});

test("a tag knows what it holds, and a file where its objects are", () => {
  const file = new PdfFile();
  const tags = new PdfTags(file);
  const tag = tags.add("P");
  tags.parents[tags.number()].push(tag.reference);
  const root = tags.finish();
  const text = Buffer.from(file.bytes(root, file.add("<<>>"))).toString("latin1");
  assert.match(text, /\/Nums\[0 \[3 0 R\]\]/);
  [...text.matchAll(/^(\d{10}) 00000 n /gm)].forEach(([, place], index) => {
    assert.ok(text.startsWith(`${index + 1} 0 obj`, Number(place)));
  });
  assert.equal(pdfText("aŁ"), "<FEFF00610141>");
});
