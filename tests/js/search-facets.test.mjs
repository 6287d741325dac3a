import assert from "node:assert/strict";
import test from "node:test";
import { narrowResults, SEARCH_FACETS } from "../../browser/lib/search-facets.mjs";

const DATA = {
  kinds: [
    ["chapters", "Chapters"],
    ["glossary", "Glossary"],
  ],
  facets: {
    topics: [
      ["trauma", "Trauma"],
      ["images", "Images"],
    ],
    audiences: [
      ["all-professionals", "All", "work"],
      ["police", "Police", "work"],
      ["parents", "Parents", "public"],
      ["everyone", "Everyone", "public"],
    ],
    nations: [
      ["england", "England"],
      ["wales", "Wales"],
    ],
  },
};
const RESULTS = [
  { kind: "chapters", topics: ["trauma"], audiences: ["all-professionals"], nations: ["england", "wales"] },
  { kind: "chapters", topics: ["images"], audiences: ["parents"], nations: ["wales"] },
  { kind: "glossary", topics: [], audiences: [], nations: [] },
  { kind: "glossary", topics: ["images", "trauma"], audiences: ["everyone"], nations: ["england"] },
];
const ask = (choices) => {
  const { results, values } = narrowResults(RESULTS, new Map(Object.entries(choices)), DATA);
  const counts = (facet) => values.get(facet).map(({ id, count }) => `${id} ${count}`);
  return { found: results.map((result) => RESULTS.indexOf(result)), counts };
};

test("without choices all results stay, and each value says how many it would leave", () => {
  const { found, counts } = ask({});
  assert.deepEqual(found, [0, 1, 2, 3]);
  assert.deepEqual(SEARCH_FACETS.map(counts), [
    ["chapters 2", "glossary 2"],
    ["trauma 2", "images 2"],
    ["all-professionals 2", "police 2", "parents 2", "everyone 1"],
    ["england 2", "wales 2"],
  ]);
});

test("what is for everyone, or for all who work with children, counts for a group of them", () => {
  assert.deepEqual(ask({ audience: "police" }).found, [0, 3]);
  assert.deepEqual(ask({ audience: "parents" }).found, [1, 3]);
});

test("choices are joined, an own choice is set aside in the counts of its facet, and a choice that leaves nothing is kept", () => {
  const { found, counts } = ask({ kind: "glossary", topic: "trauma", nation: "" });
  assert.deepEqual(found, [3]);
  assert.deepEqual(
    [counts("kind"), counts("topic")],
    [
      ["chapters 1", "glossary 1"],
      ["trauma 1", "images 1"],
    ],
  );
  const none = ask({ kind: "glossary", nation: "wales" });
  assert.deepEqual([none.found, none.counts("nation")], [[], ["england 1", "wales 0"]]);
});
