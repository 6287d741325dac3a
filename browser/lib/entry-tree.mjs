/** Answers as entries with what is in them, and back: a tree in which entries can be joined and given other numbers. */

import { isInRow } from "./entries.mjs";
import { joinKey, splitKey } from "./keys.mjs";
import { combine } from "./variants.mjs";

/**
 * The entries of one person by section. What is no section, such as the record, counts as one that is there once.
 * @param {FormDefinition} definition
 * @param {JoinSource} source
 */
export function sectionsOf(definition, { name, answers, ids = {} }) {
  /** @type {Map<string, AnswerEntry[]>} */
  const found = new Map();
  for (const [key, value] of Object.entries(answers)) {
    const steps = splitKey(key) ?? [];
    const section = definition.sections.find(({ id }) => id === steps[0]?.[0]);
    let entry = entryAt(found, steps.slice(0, 1), ids, name);
    const inRow = section !== undefined && isInRow(definition, section, steps);
    if (inRow) entry = entryAt(entry.lists, steps.slice(0, 2), ids, name);
    const rest = steps.slice(inRow ? 2 : 1);
    entry.cells.set(rest.map(([id]) => id).join("/"), [{ value, names: [name] }]);
  }
  for (const entries of found.values()) sortByNumber(entries);
  return found;
}

/**
 * @param {Map<string, AnswerEntry[]>} lists
 * @param {Steps} steps
 * @param {Record<string, string>} ids
 * @param {string} name
 */
function entryAt(lists, steps, ids, name) {
  const [id, number] = steps[steps.length - 1];
  const entries = lists.get(id) ?? [];
  lists.set(id, entries);
  let entry = entries.find((other) => other.number === number);
  if (!entry) {
    entry = { number, id: ids[joinKey(steps)] ?? "", names: [name], cells: new Map(), lists: new Map() };
    entries.push(entry);
  }
  return entry;
}

/** @param {AnswerEntry[]} entries */
function sortByNumber(entries) {
  entries.sort((a, b) => a.number - b.number);
  for (const { lists } of entries) for (const list of lists.values()) sortByNumber(list);
}

/**
 * Gives the entries of a list their numbers, and writes their answers down.
 * @param {FormDefinition} definition
 * @param {JoinedAnswers} joined
 * @param {Steps} above the steps of the section that a list of rows is in; none for a list of sections
 * @param {string} id
 * @param {AnswerEntry[]} entries
 */
export function layOut(definition, joined, above, id, entries) {
  const free = freeNumbers(entries, mostOf(definition, above, id));
  for (const entry of entries) {
    const number = entry.number || free.shift();
    const steps = /** @type {Steps} */ ([...above, [id, number ?? 1]]);
    if (entry.number === 0) (number ? joined.appended : joined.left).push(writeEntry(definition, entry, steps));
    if (number) writeDown(definition, joined, steps, entry);
  }
}

/**
 * How many entries a list may have.
 * @param {FormDefinition} definition
 * @param {Steps} above
 * @param {string} id
 */
function mostOf(definition, above, id) {
  const isRow = above.length > 0;
  const section = definition.sections.find((one) => one.id === (isRow ? above[0][0] : id));
  return (isRow ? section?.row_repeat : section?.repeat)?.most ?? 1;
}

/**
 * @param {FormDefinition} definition
 * @param {JoinedAnswers} joined
 * @param {Steps} steps
 * @param {AnswerEntry} entry
 */
function writeDown(definition, joined, steps, entry) {
  if (entry.id) joined.ids[joinKey(steps)] = entry.id;
  for (const [cell, variants] of entry.cells) {
    const key = keyOf(steps, cell);
    joined.answers[key] = variants[0].value;
    if (variants.length > 1) joined.differing.push({ key, variants });
  }
  for (const [row, list] of entry.lists) layOut(definition, joined, steps, row, list);
}

/**
 * The numbers that new entries take: those after the last, then those between.
 * @param {AnswerEntry[]} entries
 * @param {number} most
 */
function freeNumbers(entries, most) {
  const taken = entries.map(({ number }) => number);
  const last = Math.max(0, ...taken);
  const all = Array.from({ length: most }, (_, index) => index + 1).filter((number) => !taken.includes(number));
  return [...all.filter((number) => number > last), ...all.filter((number) => number < last)];
}

/**
 * An entry with the names that its answers would have, with all that several people wrote there.
 * @param {FormDefinition} definition
 * @param {AnswerEntry} entry
 * @param {Steps} steps
 * @returns {PlacedEntry}
 */
export function writeEntry(definition, entry, steps) {
  const own = [...entry.cells].map(([cell, variants]) => {
    const key = keyOf(steps, cell);
    return [key, variants.length > 1 ? combine(definition, key, variants) : variants[0].value];
  });
  const rows = [...entry.lists].flatMap(([row, list]) =>
    list.flatMap((one, index) =>
      Object.entries(writeEntry(definition, one, [...steps, [row, one.number || index + 1]]).answers),
    ),
  );
  const answers = Object.fromEntries([...own, ...rows]);
  return { key: Object.keys(answers)[0], names: entry.names, answers };
}

/**
 * @param {Steps} steps
 * @param {string} cell one or two ids
 */
function keyOf(steps, cell) {
  return joinKey([...steps, ...cell.split("/").map((id) => /** @type {[string, number]} */ ([id, 1]))]);
}
