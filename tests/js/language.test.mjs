import assert from "node:assert/strict";
import test from "node:test";
import { dayInWords, fullDayInWords, number, t } from "../../browser/lib/language.mjs";

test("words are said with their values, counts in the right plural and with separators", () => {
  assert.equal("1 resource", t("finder.count-all", { count: 1 }));
  assert.equal("1,200 resources", t("finder.count-all", { count: 1200 }));
  assert.equal("See all: {results}", t("search-box.see-all", { results: "{results}" }));
});

test("days are written in words", () => {
  assert.equal("23 November 2026", dayInWords("2026-11-23"));
  assert.equal("soon", dayInWords("soon"));
  assert.equal("Saturday 5 December 2026", fullDayInWords("2026-12-05"));
  assert.deepEqual(["soon", ""], ["soon", ""].map(fullDayInWords));
  assert.equal("25,000", number(25000));
});
