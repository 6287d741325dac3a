/** The answers of another form as what they would be in this one: single answers, and entries as wholes with their ids. */

import { askedAt } from "./answers.mjs";
import { columnOf, pairsOf } from "./carry-pairs.mjs";
import { CarryReading } from "./carry-reading.mjs";
import { plainKey } from "./keys.mjs";
import { orderedKeys } from "./table.mjs";

/**
 * What another form's answers would be here, in the order of this form.
 * @param {FormDefinition} definition
 * @param {FormDefinition} other
 * @param {Answers} answers of the other form, under its names of today
 * @param {Record<string, string>} [ids] of the other form's entries
 * @returns {CarryItem[]}
 */
export function carriedItems(definition, other, answers, ids = {}) {
  const given = orderedKeys(other, answers).filter((key) => Object.hasOwn(other.fields, plainKey(key)));
  return groups(definition, other).flatMap((group) => {
    const read = new CarryReading(definition, other, answers, given, ids, group);
    return group.place ? read.entries() : read.singles();
  });
}

/**
 * The pairs that make up an entry together: those of one table or section here, and of one section there.
 * @param {FormDefinition} definition
 * @param {FormDefinition} other
 * @returns {CarryGroup[]}
 */
function groups(definition, other) {
  /** @type {CarryGroup[]} */
  const found = [];
  for (const pair of pairsOf(definition, other)) {
    const place = placeOf(definition, pair);
    const from = pair.there.split("/")[0];
    const group = place && found.find((one) => one.place === place && one.from === from && !has(one, pair));
    if (group) group.pairs.push(pair);
    else found.push({ place, from, pairs: [pair] });
  }
  return found;
}

/**
 * @param {CarryGroup} group
 * @param {CarryPair} pair
 */
function has(group, pair) {
  return group.pairs.some(({ here }) => here === pair.here);
}

/**
 * What repeats here and holds the answer: `needs/row`, the id of a section that repeats; empty for what is asked once.
 * @param {FormDefinition} definition
 * @param {CarryPair} pair
 */
function placeOf(definition, { here, row }) {
  const steps = here.split("/");
  const section = definition.sections.find(({ id }) => id === steps[0]);
  if (!section) return "";
  if (section.repeat) return section.id;
  if (steps.length < 3 || !section.row_repeat || columnOf(definition, section, steps[2]).once) return "";
  return `${section.id}/${row || section.rows[0].id}`;
}

/**
 * What another form asked there, in words.
 * @param {FormDefinition} other
 * @param {string} key of an answer, or of a row whose prompt was taken
 */
export function originInWords(other, key) {
  if (Object.hasOwn(other.fields, plainKey(key))) return askedAt(other, key);
  const [id, row] = key.split("/");
  return other.sections.find((section) => section.id === id)?.rows.find((one) => one.id === row)?.prompt ?? key;
}
