import assert from "node:assert/strict";
import { createRequire } from "node:module";
import test from "node:test";
import { openIndex } from "../../browser/lib/index.mjs";
import { readQuery } from "../../browser/lib/query.mjs";
import { Search } from "../../browser/lib/search.mjs";
import { readVocabulary } from "../../browser/lib/vocabulary.mjs";

const LUNR = process.env.LUNR; // tests/js/test_modules.py names it
const options = { skip: !LUNR };
// Two pages, one with a section; stems: bed, dig, water. "digging" is a form of dig, "soil" another word for bed.
const DATA = {
  kinds: [["chapters", "Chapters"]],
  topics: [],
  entries: "0\tBeds\tbeds/\n0\tDigging\t#digging\n0\tWater\twater/\tSuperseded",
  fields: [["title", 5]],
  lengths: ["1,1,1"],
  counts: "0*1\n1*1\n2*1",
  bases: "dug dig",
  forms: "bed,s\ndig,ging\nwater,ing",
  stop: "the",
  weak: "children",
  synonyms: "0.9;bed;soil",
};

function open() {
  const lunr = createRequire(import.meta.url)(LUNR);
  return { lunr, vocabulary: readVocabulary(DATA, (word) => word) };
}

test("entries are read with their pages, and stems found where they stand", options, () => {
  const { lunr, vocabulary } = open();
  const { entries, query, commonness } = openIndex(lunr, DATA, vocabulary.stems);
  assert.deepEqual(
    entries.map(({ url, within, status }) => [url, within, status]),
    [
      ["beds/", "", ""],
      ["beds/#digging", "Beds", ""],
      ["water/", "", "Superseded"],
    ],
  );
  assert.deepEqual(
    query([1]).map(({ ref }) => ref),
    ["1"],
  );
  assert.equal(commonness(0), 1);
});

test("an entry leads to the page that readers pass on their way to it, and keeps its own address", options, () => {
  const { lunr, vocabulary } = open();
  const { entries } = openIndex(lunr, { ...DATA, entrances: [["beds/", "gate/"]] }, vocabulary.stems);
  assert.deepEqual(
    entries.map(({ url, leadsTo }) => [url, leadsTo]),
    [
      ["beds/", "gate/"],
      ["beds/#digging", "gate/"],
      ["water/", "water/"],
    ],
  );
});

test("a query is read as groups of what a result should have", options, () => {
  const { vocabulary } = open();
  const ask = (text, isTyping = false) =>
    readQuery(
      text,
      vocabulary,
      () => 1,
      isTyping,
      () => true,
    );
  assert.deepEqual(
    ask("the soil digging").groups.map(({ alternatives }) => alternatives.map(({ stems }) => stems.join())),
    [["soil", "bed"], ["dig"]],
  );
  assert.deepEqual(ask("watter").corrections, [{ typed: "watter", read: "water" }]);
  assert.equal(ask("wa", true).groups[0].alternatives[0].isBeginning, true);
  assert.deepEqual(ask("xylophone").groups[0].alternatives, []);
  assert.deepEqual(ask("").groups, []);
});

test("a search finds by other words, ranks, says what it did not know and takes summaries", options, () => {
  const { lunr } = open();
  const search = new Search(lunr, DATA);
  search.addSummaries("About beds\n\nAbout water");
  const found = search.find("soil");
  assert.deepEqual(
    found.results.map(({ title, summary }) => [title, summary]),
    [["Beds", "About beds"]],
  );
  assert.deepEqual(search.find("beds xylophone").unknown, ["xylophone"]);
  assert.equal(search.find("water", { only: ({ status }) => !status }).results.length, 0);
  assert.deepEqual(search.nearWords("watir"), ["water"]);
  assert.equal(search.find("").isEmptyQuery, true);
});
