import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { EntryOrigins, moveIds } from "../../browser/lib/entry-origins.mjs";
import { Questions } from "../../browser/lib/questions.mjs";

const form = JSON.parse(readFileSync(new URL("../vectors/forms/allotment-plan.json", import.meta.url), "utf8"));

test("an entry is followed by its own controls alone, and by no column that is asked once for all entries", () => {
  const origins = new EntryOrigins(new Questions(form));
  origins.follow("beds/north~2/plan", "beds/north/plan");
  origins.follow("beds/south~3/due", "beds/north~2/due"); // a control of another row
  origins.follow("beds/north/state", "beds/north~2/state");
  origins.follow("no name", "beds/north~3/due");
  const found = origins.ofAnswers({ "beds/north/plan": "Dig", "beds/north~2/plan": "Weed" });
  assert.deepEqual(found, { "beds/north": "beds/north~2" });
  assert.deepEqual(moveIds(found, { "beds/north~2": "second0", "beds/north": "first00" }), { "beds/north": "second0" });
  assert.deepEqual(moveIds(found, {}), {});
});
