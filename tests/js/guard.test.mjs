import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { ALSO_WORD_NAMES, COMMON_SURNAMES, GIVEN_NAMES } from "../../browser/lib/given-names.mjs";
import { findDetails, guardedFor, wordsByDesign } from "../../browser/lib/guard.mjs";
import { findNames } from "../../browser/lib/guard-names.mjs";
import {
  findAddresses,
  findBirthDates,
  findNhsNumbers,
  findPhones,
  isNhsNumber,
} from "../../browser/lib/guard-numbers.mjs";

const CASES = JSON.parse(readFileSync(new URL("guard.json", import.meta.url), "utf8"));
const { today } = CASES;

for (const [text, kind, words] of CASES.noticed) {
  test(`noticed as ${kind}: ${text}`, () => {
    assert.deepEqual(findDetails(text, { today })[0], { kind, text: words });
  });
}

for (const text of CASES.passed_over) {
  test(`passed over: ${text}`, () => assert.deepEqual(findDetails(text, { today }), []));
}

test("a field is looked at for what it does not ask for", () => {
  for (const [field, key, level] of CASES.levels) {
    const definition = { personal: false, fields: { [key]: field } };
    assert.equal(guardedFor(definition, key.replace("row", "row~2")), level, field.label);
    assert.equal(guardedFor({ ...definition, personal: true }, key), "", "a form that can hold personal information");
    assert.equal(guardedFor({ ...definition, personal: true, names_nobody: true }, key), level, "a survey of staff");
  }
});

test("where a lead is asked for, only what is never a lead's is noticed", () => {
  const text = "Tom Evans, 07700 900123, 14 Hill Road, 943 476 5919, born 3 May 2014";
  const kinds = (level) => findDetails(text, { today, level }).map(({ kind }) => kind);
  assert.deepEqual(kinds("all"), ["name", "phone", "address", "nhs", "birth"]);
  assert.deepEqual(kinds("person"), ["nhs", "birth"]);
  assert.deepEqual(kinds(""), []);
});

test("the same words are told once, and all there is in their order", () => {
  const found = findDetails("Kayden and Ellie. Kayden again, 07700 900123.", { today });
  assert.deepEqual(
    found.map(({ text }) => text),
    ["Kayden", "Ellie", "07700 900123"],
  );
});

test("names that the form asks for by design are no sign of a child elsewhere", () => {
  const fields = { "record/setting": { kind: "text", label: "Setting" }, "a/b/lead": { kind: "text", label: "Lead" } };
  const definition = { personal: false, fields };
  const passedOver = wordsByDesign(definition, { "record/setting": "Jack Hunt", "a/b/lead": "Sarah Jones" });
  assert.deepEqual(findNames("Sarah Jones trains all at Jack Hunt", passedOver), []);
  assert.deepEqual(findNames("Sarah Smith", passedOver).length, 1);
});

test("the check digit of an NHS number is that of modulus 11", () => {
  for (const number of ["9434765919", "4010232137", "9876543210"]) assert.ok(isNhsNumber(number), number);
  for (const number of ["9434765918", "0123456789", "943476591", "94347659190", "2222222222"])
    assert.ok(!isNhsNumber(number), number);
});

test("any text is looked at in no time, and nothing that is typed breaks it", () => {
  const odd = ["\u0000\ud800", "A".repeat(20_000), "Mr ".repeat(5000), "0 ".repeat(10_000), "Éà’’--..".repeat(2000)];
  for (const text of odd) for (const find of [findNames, findAddresses, findNhsNumbers, findPhones]) find(text);
  for (const text of odd) findBirthDates(text, today);
});

test("lists of names are in small letters, and none is both surely a name and also a word", () => {
  for (const set of [GIVEN_NAMES, ALSO_WORD_NAMES, COMMON_SURNAMES])
    for (const name of set) assert.match(name, /^\p{Ll}+$/u);
  for (const name of ALSO_WORD_NAMES) assert.ok(!GIVEN_NAMES.has(name), name);
});
