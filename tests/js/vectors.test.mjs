/** What Python and JavaScript both know is the same: here JavaScript is asked; tests/vectors/test_vectors.py asks Python. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";
import { activities, isLate, rowStates } from "../../browser/lib/activities.mjs";
import { askedAt, bringUpToDate, inWords, textsOf, tidy } from "../../browser/lib/answers.mjs";
import { readAnswers } from "../../browser/lib/answers-file.mjs";
import { pairsOf } from "../../browser/lib/carry-pairs.mjs";
import { harmless } from "../../browser/lib/csv.mjs";
import { readDay } from "../../browser/lib/days.mjs";
import { checkSize } from "../../browser/lib/document-size.mjs";
import { planOf } from "../../browser/lib/entries.mjs";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { joinKey, plainKey, splitKey } from "../../browser/lib/keys.mjs";
import { kindOf, QUESTION_KINDS } from "../../browser/lib/kinds.mjs";
import * as limits from "../../browser/lib/limits.mjs";
import { readOdt } from "../../browser/lib/odt.mjs";
import { decodeText, parseJson } from "../../browser/lib/parse-json.mjs";
import { readPdf } from "../../browser/lib/pdf.mjs";
import { place } from "../../browser/lib/placing.mjs";
import { overdue, ratings } from "../../browser/lib/review.mjs";
import { namesTime } from "../../browser/lib/times.mjs";
import { unreadDays } from "../../browser/lib/unread-days.mjs";
import { fingerprint } from "../../browser/lib/visible.mjs";
import { readVocabulary } from "../../browser/lib/vocabulary.mjs";
import { readWord } from "../../browser/lib/word-document.mjs";
import { wordsOf } from "../../browser/lib/words.mjs";
import { makeArchive, makePdf } from "./files.mjs";

const MIME = "application/vnd.oasis.opendocument.text";
const FOLDER = new URL("../vectors/", import.meta.url);
const [allotment, kitchen, river] = ["allotment-plan", "kitchen-audit", "river-plan"].map((name) =>
  readJson(`forms/${name}.json`),
);

const VERDICTS = {
  activities: ({ today, answers }) =>
    activities(river, answers).map((activity) => {
      const { key, parts, status, isClosed } = activity;
      return [key, parts, status, isClosed, isLate(activity, today)];
    }),
  "answer-files": (text) => orRefused(() => withoutEmptyIds(readAnswers(allotment, text))),
  answers: ({ version, answers }) => bringUpToDate(allotment, answers, version),
  asked: (key) => askedAt(kitchen, key),
  "carry-pairs": (names) => {
    const [here, there] = names.map((name) => readJson(`forms/${name}.json`));
    return pairsOf(here, there).map((pair) => [pair.here, pair.there, pair.row]);
  },
  dates: readDay,
  "document-sizes": ({ most, longest, ...given }) =>
    orRefused(() => {
      checkSize(readDocument(given), most, longest);
      return "read";
    }),
  fingerprints: fingerprint,
  harmless,
  "in-words": ([key, value]) => inWords(kitchen, key, value),
  keys: (key) => {
    const steps = splitKey(key);
    assert.equal(steps === null ? key : joinKey(steps), key);
    return steps;
  },
  kinds: ({ kind, typed, choices }) => {
    if (!Object.hasOwn(QUESTION_KINDS, kind)) {
      assert.throws(() => kindOf(kind), { message: `There is no kind of question called "${kind}".` });
      return "refused";
    }
    const kept = kindOf(kind).tidy(typed, choices);
    return { kept, shown: kindOf(kind).inWords(kept, choices) };
  },
  limits: (name) => new Map(Object.entries(limits)).get(name),
  odt: (parts) => orRefused(async () => today(await readOdt(allotment, pack({ mimetype: MIME, ...parts })))),
  overdue: ({ answers, today }) => overdue(allotment, answers, today).map(({ key, day }) => [key, day]),
  pdf: ({ objects }) => orRefused(async () => today(await readPdf(allotment, makePdf(objects)))),
  placing: (given) => {
    const templates = (given.templates ?? []).map((texts) => ({ prompts: new Set(), texts: marks(texts) }));
    const { texts, unplaced } = place(readDocument(given), allotment, templates);
    const { answers, gone } = bringUpToDate(allotment, textsOf(texts), 3);
    return { answers, gone, unplaced: unplaced.map(({ near, text }) => [near, text]) };
  },
  ratings: (answers) => Object.fromEntries(ratings(kitchen, answers).map(({ key, value }) => [key, value])),
  rows: (answers) => rowStates(river, answers),
  stems: (word) => vocabulary().stem(word),
  tidy: ([key, value]) => tidy(kitchen.fields[plainKey(key)], value),
  times: namesTime,
  "unread-days": (answers) => unreadDays(allotment, answers),
  word: ({ body, part, parts }) => {
    const usual = { "word/document.xml": body, "customXml/item1.xml": part };
    return orRefused(async () => today(await readWord(allotment, pack(parts ?? usual))));
  },
  words: wordsOf,
};

function readJson(name) {
  return JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
}

/** What a file says, without the ids that it does not have. */
function withoutEmptyIds({ plan, entries = {}, origins, earlier, others, ...read }) {
  const rest = Object.entries({ entries, origins, earlier, others: others?.map(ofSet) });
  const listed = rest.filter(([, value]) => value && Object.keys(value).length > 0);
  return { ...read, ...(plan && { plan }), ...Object.fromEntries(listed) };
}

/** What a file says of another form. */
function ofSet({ form, version, answers }) {
  return [form, version, answers];
}

async function orRefused(read) {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FileProblem) return "refused";
    throw error;
  }
}

/** What a file says, under the names of today. */
function today({ version, answers: given, unplaced, ...ids }) {
  const { answers } = bringUpToDate(allotment, given, version);
  const verdict = withoutEmptyIds({ version, answers, plan: planOf(ids, answers), entries: ids.entries });
  return unplaced ? { ...verdict, unplaced: unplaced.map(({ near, text }) => [near, text]) } : verdict;
}

/** An archive of texts by name: each in UTF-8, or in the encoding that {encoding: text} says. */
function pack(parts) {
  const encoded = Object.entries(parts).map(([name, text]) => {
    if (text === null || typeof text === "string") return [name, text];
    const [[encoding, content]] = Object.entries(text);
    const bytes = Buffer.from(content, encoding.startsWith("utf-16") ? "utf16le" : "latin1");
    return [name, encoding === "utf-16-be" ? bytes.swap16() : bytes];
  });
  return makeArchive(Object.fromEntries(encoded));
}

/** A document as placing.json and document-sizes.json write it. */
function readDocument({ blocks, hidden = {}, unseen = [], prompts = [], texts = [] }) {
  return {
    blocks: blocks.map((block) => (block.rows ? { rows: block.rows.map((row) => row.map(readCell)) } : read(block))),
    form: "",
    version: 1,
    hidden,
    unseen: new Set(unseen),
    prompts: new Set(prompts),
    texts: marks(texts),
    notes: [],
    isShown: false,
  };
}

function read(pieces) {
  const listed = typeof pieces === "string" ? [pieces] : pieces;
  return { pieces: listed.map((one) => (typeof one === "string" ? { text: one, key: "" } : control(one))) };
}

function control(one) {
  const [[key, text]] = Object.entries(one);
  return { key, text };
}

function readCell(cell) {
  const { span = 1, text = cell } = cell.span ? cell : {};
  return { span, paragraphs: (typeof text === "string" ? text.split("\n") : [text]).map(read) };
}

function marks(texts) {
  return new Set(texts.map(fingerprint));
}

/** A vocabulary that knows no word, with the stemmer of the published site. */
function vocabulary() {
  const lunr = createRequire(import.meta.url)(process.env.LUNR);
  const nothing = { bases: "", forms: "", stop: "", weak: "", synonyms: "1;;" };
  return readVocabulary(nothing, (word) => lunr.stemmer(new lunr.Token(word, {})).toString());
}

test("every file of cases has a verdict, and the other way round", () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  assert.deepEqual(Object.keys(VERDICTS).sort(), files.map((name) => name.slice(0, -5)).sort());
});

for (const [subject, verdict] of Object.entries(VERDICTS)) {
  test(`JavaScript finds what is expected of ${subject}`, {
    skip: subject === "stems" && !process.env.LUNR,
  }, async () => {
    const { cases } = readJson(`${subject}.json`);
    const found = [];
    for (const one of cases) found.push({ ...one, expected: await verdict(one.given) });
    assert.deepEqual(found, cases);
  });
}

test("the kinds of the cases are the kinds that there are", () => {
  const { cases } = readJson("kinds.json");
  const known = cases.filter(({ expected }) => expected !== "refused").map(({ given }) => given.kind);
  assert.deepEqual(Object.keys(QUESTION_KINDS).sort(), [...new Set(known)].sort());
});

test("an input of a date shows what is no date as text, and loses nothing", () => {
  const types = ["", "2026-11-28", "2026-02-31", "soon"].map((value) => kindOf("date").inputType(value));
  assert.deepEqual(types, ["date", "date", "text", "text"]);
});

test("JSON is read in UTF-8, and in UTF-16 where its mark says so", () => {
  const text = '{"a": "Siân"}';
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
  for (const bytes of [new TextEncoder().encode(text), utf16])
    assert.deepEqual(parseJson(decodeText(bytes)), { a: "Siân" });
  assert.throws(() => decodeText(Uint8Array.of(0xe2, 0x20)), FileProblem);
});
