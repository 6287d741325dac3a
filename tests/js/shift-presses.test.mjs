import assert from "node:assert/strict";
import test from "node:test";
import { PRESSES, ShiftPresses } from "../../browser/lib/shift-presses.mjs";

const down = (key, more = {}) => ({ type: "keydown", key, ...more });
const up = (key, more = {}) => ({ type: "keyup", key, ...more });
const PRESS = [down("Shift"), up("Shift")];
const after = (...events) => {
  const presses = new ShiftPresses();
  return events.flat().map((event) => presses.note(event));
};
const last = (...events) => after(...events).at(-1);

test("each press of Shift counts when it comes up, and three leave", () => {
  assert.deepEqual(after(PRESS, PRESS, PRESS), [0, 1, 1, 2, 2, PRESSES]);
});

test("capitals do not count, whichever key comes up first", () => {
  const capital = (key) => [down("Shift"), down(key), up(key), up("Shift")];
  const fast = (key) => [down("Shift"), down(key), up("Shift"), up(key)];
  assert.equal(Math.max(...after(capital("A"), capital("B"), capital("C"), capital("D"))), 0);
  assert.equal(Math.max(...after(fast("A"), fast("B"), fast("C"), fast("D"))), 0);
});

test("any other key, a click, or a window that is left begins the count anew", () => {
  for (const event of [down("a"), down("Tab"), down("Escape"), { type: "pointerdown" }, { type: "blur" }]) {
    assert.equal(last(PRESS, PRESS, event), 0, event.key ?? event.type);
    assert.equal(last(PRESS, PRESS, event, PRESS), 1, event.key ?? event.type);
  }
});

test("Shift together with another key or a click does not count", () => {
  assert.equal(last(down("Control"), down("Shift", { ctrlKey: true }), up("Shift")), 0);
  assert.equal(last(down("Shift"), { type: "pointerdown" }, up("Shift")), 0);
  assert.equal(last(down("Shift"), down("Tab"), up("Tab"), up("Shift")), 0);
});

test("a key that is held down repeats itself and is one press", () => {
  assert.equal(last(down("Shift"), down("Shift", { repeat: true }), down("Shift", { repeat: true }), up("Shift")), 1);
});

test("a Shift that went down elsewhere does not count", () => {
  assert.equal(last(up("Shift"), up("Shift"), up("Shift")), 0);
});
