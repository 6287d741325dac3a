import assert from "node:assert/strict";
import test from "node:test";
import { readAsker } from "../../browser/lib/asker.mjs";
import { nearWords, wordsNearText } from "../../browser/lib/guesses.mjs";
import { readQuery } from "../../browser/lib/query.mjs";
import { readCompound, readPhrase } from "../../browser/lib/query-groups.mjs";
import { isWeakNumber, joinNumbers, readAge } from "../../browser/lib/query-numbers.mjs";
import { Sentences } from "../../browser/lib/sentences.mjs";
import { liftTitles } from "../../browser/lib/titles.mjs";
import { readVocabulary } from "../../browser/lib/vocabulary.mjs";
import { mutationsOf, radicalsOf } from "../../browser/lib/welsh.mjs";

const VOCABULARY = readVocabulary(
  {
    bases: "heads head",
    forms:
      "heads!,1\nheadings\nabus!,e,ing\nroom\nwater,ing\nteacher,s\npolici!,1y\ncamddefnydd\n08088005000\n999\nhouse\nparty",
    stop: "the a",
    weak: "what is my to i am",
    conversation: "say",
    welsh: "plentyn",
    roles: "head\teducation\nfoster carer\tparents,social-care",
    ages: [
      [0, 4, "early years"],
      [5, 10, "primary"],
    ],
    numberWords: { names: "section", units: "days", ages: "year old aged under years" },
    nations: [["wales", "wales"]],
    synonyms: "0.6;children|plentyn;;\n0.6;gift;;present",
  },
  (word) => word,
);
const ask = (text, isTyping = false) =>
  readQuery(
    text,
    VOCABULARY,
    () => 1,
    isTyping,
    () => true,
  );
const stemsOf = ({ alternatives }) => alternatives.map(({ stems }) => stems.join(" "));

test("a word that nothing has is put right only where one letter is wrong and the first is right", () => {
  assert.deepEqual(ask("watter").corrections, [{ typed: "watter", read: "water" }]);
  for (const [typed, offered] of [
    ["zoom", "room"],
    ["houze", undefined],
    ["roon", "room"],
    ["party1", undefined],
  ]) {
    const { groups, corrections, offers } = ask(typed);
    if (typed === "houze") {
      assert.deepEqual(corrections, [{ typed, read: "house" }]);
      continue;
    }
    assert.deepEqual([corrections, groups[0].alternatives], [[], []], typed);
    assert.deepEqual(offers, [{ typed, words: offered ? [offered] : [] }], typed);
  }
});

test("two words written as one are read as both", () => {
  assert.deepEqual(ask("houseparty").corrections, [{ typed: "houseparty", read: "house party" }]);
});

test("a stem that is no word is never shown as what was meant", () => {
  assert.deepEqual(ask("abuxe").corrections, [{ typed: "abuxe", read: "abuse" }]);
  assert.deepEqual(ask("abux").offers[0].words, []);
});

test("digits are never put right and never offered", () => {
  assert.deepEqual(ask("998").offers, [{ typed: "998", words: [] }]);
  assert.deepEqual(ask("998").corrections, []);
});

test("a role is not the beginning of a longer word", () => {
  assert.deepEqual(stemsOf(ask("head", true).groups[0]), ["heads"]);
  assert.ok(stemsOf(ask("room", true).groups[0]).includes("room"));
});

test("a word with several meanings leads to what it may mean, and nothing leads to it", () => {
  assert.deepEqual(stemsOf(ask("present").groups[0]), ["present", "gift"]);
  assert.deepEqual(stemsOf(ask("gift").groups[0]), []);
});

test("a number to ring is one word in any spacing, with +44 and with 0044", () => {
  const typed = ["0808 800 5000", "08088005000", "+44 808 800 5000", "0044 808 8005000", "448088005000"];
  const spaced = [..."08088005000"].join(" ");
  for (const text of [...typed, spaced, "+44 (0)808 800 5000"])
    assert.deepEqual(ask(text).words, ["08088005000"], text);
  assert.deepEqual(joinNumbers(["808", "999"], VOCABULARY, false), ["808", "999"]);
  assert.deepEqual(joinNumbers(["0808", "800"], VOCABULARY, true), ["0808800"]);
});

test("a number says nothing alone unless it names something or counts time", () => {
  const cases = [
    ["13 safety", 0, true],
    ["section 47", 1, false],
    ["within 15 working days", 1, false],
    ["pupil 12s", 1, true],
    ["999 ring", 0, false],
    ["47", 0, false],
  ];
  for (const [text, at, expected] of cases) assert.equal(isWeakNumber(text.split(" "), at, VOCABULARY), expected, text);
});

test("an age is found where words say that it is one", () => {
  const ageOf = (text) => readAge(text.split(" "), VOCABULARY).age;
  assert.deepEqual(["my 7 year old", "aged 3", "she is 12", "a 5yr old", "under 4s", "40 years"].map(ageOf), [
    7,
    3,
    undefined,
    5,
    4,
    undefined,
  ]);
  assert.deepEqual(stemsOf(ask("my 7 year old").groups.at(-1)), ["primary"]);
});

test("whoever says who they are weighs the audience, and the words of it are not looked for", () => {
  const asker = (text) => {
    const { audiences, places } = readAsker(text.split(" "), VOCABULARY);
    return [[...audiences], [...places]];
  };
  assert.deepEqual(asker("i am a head and water"), [["education"], [0, 1, 2, 3]]);
  assert.deepEqual(asker("as a newly approved foster carer water"), [
    ["parents", "social-care"],
    [0, 1, 2, 3, 4, 5],
  ]);
  assert.deepEqual(asker("the head is here"), [[], []]);
  assert.deepEqual(asker("i am a head"), [["education"], []], "who says nothing else looks for the role");
});

test("Welsh words are looked for as a dictionary has them", () => {
  for (const mutated of ["blentyn", "mhlentyn", "phlentyn"])
    assert.ok(radicalsOf(mutated).includes("plentyn"), mutated);
  for (const [mutated, radical] of [
    ["nghymru", "cymru"],
    ["ddiogelu", "diogelu"],
    ["wasanaethau", "gwasanaethau"],
    ["fachgen", "bachgen"],
    ["ferch", "merch"],
    ["lais", "llais"],
    ["hysgol", "ysgol"],
  ])
    assert.ok(radicalsOf(mutated).includes(radical), mutated);
  assert.ok(mutationsOf("plentyn").includes("mhlentyn"));
  assert.deepEqual(ask("fy mhlentyn").words, ["fy", "plentyn"]);
  assert.deepEqual(stemsOf(ask("mhlentyn").groups[0]), ["plentyn", "children"]);
  assert.deepEqual([ask("mhlentyn").nation, ask("wales water").nation, ask("water").nation], ["wales", "wales", ""]);
  assert.deepEqual(ask("room").words, ["room"], "an English word stays");
});

test("a sentence is known by sentences that say the same in other words", () => {
  const alike = "child|girl|boy|daughter\ntouch|touched|put his hand";
  const answers = "0\ta boy was touched by a coach\n1\tthe boat is on the water|a wet room";
  const sentences = new Sentences(answers, alike, VOCABULARY);
  const likeness = (text) => sentences.likenesses(text.split(" "));
  assert.ok((likeness("his coach put his hand on my daughter").get(0) ?? 0) > 0.5);
  assert.ok((likeness("his coach put his hand on my daughter").get(1) ?? 0) < 0.3);
  assert.ok((likeness("a wet room").get(1) ?? 0) >= 1);
  assert.equal(likeness("xylophone").size, 0);
  assert.deepEqual([sentences.has("daughter"), sentences.has("boat"), sentences.has("zoom")], [true, true, false]);
});

test("words near those typed are words of texts", () => {
  const commonness = () => 1;
  assert.deepEqual(
    nearWords("hause", VOCABULARY, commonness, 1).map(({ word }) => word),
    ["house"],
  );
  assert.deepEqual(nearWords("h0use", VOCABULARY, commonness, 2), []);
  assert.deepEqual(wordsNearText("hause 123", VOCABULARY, commonness), ["house"]);
});

test("a phrase is read as one thing where anything has it, and two words that are one as one", () => {
  const vocabulary = { ...VOCABULARY, synonyms: new Map([["wet room", new Map([["bath", 1]])]]) };
  assert.deepEqual(readPhrase(["wet", "room", "x"], vocabulary, () => true)?.words, ["wet", "room"]);
  assert.equal(
    readPhrase(["wet", "room"], vocabulary, () => false),
    undefined,
  );
  assert.deepEqual(readCompound(["hou", "ses"], { ...VOCABULARY, formNumbers: new Map([["houses", 1]]) })?.words, [
    "hou",
    "ses",
  ]);
});

test("a title that is what was typed comes first, and one that holds it before one that does not", () => {
  const results = ["A room", "Water", "Water in a room"].map((title, number) => ({
    title,
    number,
    score: 10 - number,
    within: "",
  }));
  const order = (words) => liftTitles(structuredClone(results), words, VOCABULARY).map(({ number }) => number);
  assert.deepEqual(order(["water"]), [1, 2, 0]);
  assert.deepEqual(order(["water", "room"]), [2, 0, 1]);
  assert.deepEqual(order([]), [0, 1, 2]);
});
