/** Answers of another form put into this one. Nothing that is written is changed unless the reader chose it. */

import { plainKey } from "./keys.mjs";
import { kindOf } from "./kinds.mjs";
import { tidied } from "./variants.mjs";

/**
 * What would become of an item: "same" where all of it is here already, "new" where nothing is in its way, "adds" where
 * a text would go below another, "replaces" where another answer would go, "no-room" where the form allows no more.
 * @typedef {"same" | "new" | "adds" | "replaces" | "no-room"} CarryEffect
 * @typedef {{item: CarryItem, effect: CarryEffect, keys: Record<string, string>, before: Answers}} CarryStep
 *   `keys` are names here by cell, `before` what is written there and would change
 */

/**
 * What would become of each item, if all were brought.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {Record<string, string>} ids
 * @param {CarryItem[]} items
 */
export function previewCarry(definition, answers, ids, items) {
  return applyCarry(definition, answers, ids, items, () => "").steps;
}

/**
 * The answers with items brought into them, and the ids with those of the entries.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {Record<string, string>} ids
 * @param {CarryItem[]} items
 * @param {() => string} makeId
 */
export function applyCarry(definition, answers, ids, items, makeId) {
  const state = { definition, answers: { ...answers }, ids: { ...ids }, makeId };
  const steps = items.map((item) => applyItem(state, item));
  return { answers: state.answers, ids: state.ids, steps };
}

/**
 * @param {{definition: FormDefinition, answers: Answers, ids: Record<string, string>, makeId: () => string}} state
 * @param {CarryItem} item
 * @returns {CarryStep}
 */
function applyItem(state, item) {
  const number = item.place ? numberFor(state, item) : 1;
  if (!number) return { item, effect: "no-room", keys: {}, before: {} };
  const base = item.place ? numbered(item.place, number) : "";
  /** @type {Record<string, string>} */
  const keys = {};
  /** @type {Answers} */
  const before = {};
  /** @type {Set<CarryEffect>} */
  const effects = new Set();
  for (const [cell, value] of Object.entries(item.cells)) {
    const key = base ? `${base}/${cell}` : cell;
    const written = state.answers[key] ?? "";
    const effect = effectOf(state.definition, key, written, value);
    effects.add(effect);
    if (effect === "same") continue;
    keys[cell] = key;
    if (written) before[key] = written;
    state.answers[key] = effect === "adds" ? `${written}\n\n${value}` : value;
  }
  if (base) takeIds(state, item, base);
  const order = /** @type {CarryEffect[]} */ (["replaces", "adds", "new", "same"]);
  return { item, effect: order.find((effect) => effects.has(effect)) ?? "same", keys, before };
}

/**
 * @param {FormDefinition} definition
 * @param {string} key
 * @param {string} written
 * @param {string} value
 * @returns {CarryEffect}
 */
function effectOf(definition, key, written, value) {
  if (!written) return "new";
  const [here, brought] = [tidied(written), tidied(value)];
  if (here === brought) return "same";
  if (!kindOf(definition.fields[plainKey(key)].kind).isLong) return "replaces";
  return here.includes(brought) ? "same" : "adds";
}

/**
 * The number that an entry has here, or gets; 0 where there is no room.
 * @param {{definition: FormDefinition, answers: Answers, ids: Record<string, string>}} state
 * @param {CarryItem} item
 */
function numberFor({ definition, answers, ids }, item) {
  const depth = item.place.split("/").length;
  const plain = (/** @type {string} */ place) =>
    place
      .split("/")
      .map((step) => step.split("~")[0])
      .join("/");
  const numberOf = (/** @type {string} */ place) => Number(place.split("~")[1] ?? 1);
  const places = new Set(
    Object.keys(answers)
      .map((key) => key.split("/").slice(0, depth).join("/"))
      .filter((place) => plain(place) === item.place),
  );
  const same = [...places].find(
    (place) =>
      (item.ids[""] && ids[place] === item.ids[""]) ||
      Object.entries(item.cells).every(([cell, value]) => tidied(answers[`${place}/${cell}`] ?? "") === tidied(value)),
  );
  if (same) return numberOf(same);
  const section = definition.sections.find(({ id }) => id === item.place.split("/")[0]);
  const most = (depth === 1 ? section?.repeat : section?.row_repeat)?.most ?? 1;
  const next = Math.max(0, ...[...places].map(numberOf)) + 1;
  return next <= most ? next : 0;
}

/**
 * @param {string} place
 * @param {number} number
 */
function numbered(place, number) {
  return number === 1 ? place : `${place}~${number}`;
}

/**
 * Gives an entry, and the rows in it, the ids that they had, so that they are known when they are brought again.
 * @param {{ids: Record<string, string>, answers: Answers, makeId: () => string}} state
 * @param {CarryItem} item
 * @param {string} base
 */
function takeIds(state, item, base) {
  for (const [inner, id] of Object.entries(item.ids)) {
    const place = inner ? `${base}/${inner}` : base;
    const given = id || state.makeId();
    if (!state.ids[place] && given && !Object.values(state.ids).includes(given)) state.ids[place] = given;
  }
}
