import assert from "node:assert/strict";
import test from "node:test";
import { applicableAnswers, fits } from "../../browser/lib/situations.mjs";

test("a part is shown when the answer to every question that it names is among those it gives", () => {
  assert.ok(fits({ safe: "no" }, { safe: "no" }));
  assert.ok(fits({ safe: "no", who: "parents all-professionals" }, { safe: "no", who: "parents" }));
  assert.ok(!fits({ safe: "no", who: "parents" }, { safe: "no", who: "young-people" }));
  assert.ok(!fits({ safe: "no" }, { safe: "unsure" }));
  assert.ok(!fits({ who: "all-professionals" }, { who: "professionals" }));
  assert.ok(fits({}, {}));
});

test("a hyphen stands for a question that is not answered", () => {
  assert.ok(fits({ who: "parents -" }, {}));
  assert.ok(fits({ who: "parents -" }, { who: "" }));
  assert.ok(!fits({ who: "parents" }, {}));
});

test("an answer to a question that is asked no more does not count, and neither does an empty one", () => {
  const conditions = { who: {}, happened: { who: "parents -" }, safe: {} };
  assert.deepEqual(applicableAnswers({ who: "parents", happened: "images", safe: "" }, conditions), {
    who: "parents",
    happened: "images",
  });
  assert.deepEqual(applicableAnswers({ who: "young-people", happened: "images", safe: "no" }, conditions), {
    who: "young-people",
    safe: "no",
  });
  assert.deepEqual(applicableAnswers({ happened: "images" }, conditions), { happened: "images" });
});
