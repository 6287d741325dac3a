/** The answers of several people in one. What repeats is joined entry by entry, each as a whole; what differs is kept. */

import { layOut, sectionsOf } from "./entry-tree.mjs";
import { kindOf } from "./kinds.mjs";
import { orderedKeys } from "./table.mjs";
import { joinVariants, tidied } from "./variants.mjs";

/**
 * The answers of all sources in one; the first is that on the page. `differing` are answers that were given differently
 * (the first stands in `answers`), `appended` entries that were added to the first, `left` those that found no room.
 * @param {FormDefinition} definition
 * @param {JoinSource[]} sources
 * @returns {JoinedAnswers}
 */
export function join(definition, sources) {
  const [first, ...others] = sources.map((source) => sectionsOf(definition, source));
  for (const other of others) {
    for (const [id, theirs] of other) {
      const isRepeated = definition.sections.some((section) => section.id === id && section.repeat);
      const mine =
        first.get(id) ?? (isRepeated ? [] : [{ number: 1, id: "", names: [], cells: new Map(), lists: new Map() }]);
      first.set(id, mine);
      if (isRepeated) joinEntries(definition, id, mine, theirs);
      else joinEntry(definition, id, mine[0], theirs[0]);
    }
  }
  /** @type {JoinedAnswers} */
  const joined = { answers: {}, ids: {}, differing: [], appended: [], left: [], added: 0 };
  for (const [id, entries] of first) layOut(definition, joined, [], id, entries);
  const order = new Map(orderedKeys(definition, joined.answers).map((key, index) => [key, index]));
  const rank = (/** @type {{key: string}} */ { key }) => order.get(key) ?? order.size;
  for (const list of [joined.differing, joined.appended]) list.sort((a, b) => rank(a) - rank(b));
  joined.added = order.size - Object.keys(sources[0].answers).length;
  return joined;
}

/**
 * Two people's entries of one list: each of theirs is one of mine, by its id or because it says the same, or is added.
 * @param {FormDefinition} definition
 * @param {string} place the section, or `section/row`
 * @param {AnswerEntry[]} mine
 * @param {AnswerEntry[]} theirs
 */
function joinEntries(definition, place, mine, theirs) {
  const free = new Set(mine);
  for (const their of theirs) {
    const same =
      [...free].find((one) => one.id && one.id === their.id && sharesText(definition, place, one, their)) ??
      [...free].find((one) => saysTheSame(definition, place, one, their));
    if (same) {
      free.delete(same);
      joinEntry(definition, place, same, their);
    } else {
      const id = mine.some((one) => one.id === their.id) ? "" : their.id;
      mine.push({ ...their, id, number: 0 });
    }
  }
  return mine;
}

/**
 * @param {FormDefinition} definition
 * @param {string} place
 * @param {AnswerEntry} mine
 * @param {AnswerEntry} theirs
 */
function joinEntry(definition, place, mine, theirs) {
  mine.id ||= theirs.id;
  mine.names = [...new Set([...mine.names, ...theirs.names])];
  for (const [cell, variants] of theirs.cells) mine.cells.set(cell, joinVariants(mine.cells.get(cell) ?? [], variants));
  for (const [row, entries] of theirs.lists) {
    mine.lists.set(row, joinEntries(definition, `${place}/${row}`, mine.lists.get(row) ?? [], entries));
  }
}

/**
 * Whether two entries have the same texts. Of a section, the rows in it count only where nothing else is written in it.
 * @param {FormDefinition} definition
 * @param {string} place
 * @param {AnswerEntry} mine
 * @param {AnswerEntry} theirs
 */
export function saysTheSame(definition, place, mine, theirs) {
  if (mine.cells.size !== theirs.cells.size) return false;
  for (const cell of theirs.cells.keys()) if (!hasSame(mine, theirs, cell)) return false;
  return textsOf(definition, place, theirs).length > 0 || rowsInWords(mine) === rowsInWords(theirs);
}

/** @param {AnswerEntry} entry */
function rowsInWords(entry) {
  const cells = (/** @type {AnswerEntry} */ row) =>
    [...row.cells].map(([cell, [{ value }]]) => [cell, tidied(value)]).sort();
  return JSON.stringify([...entry.lists].map(([row, entries]) => [row, entries.map(cells)]).sort());
}

/**
 * @param {AnswerEntry} mine
 * @param {AnswerEntry} theirs
 * @param {string} cell
 */
function hasSame(mine, theirs, cell) {
  const given = (mine.cells.get(cell) ?? []).map(({ value }) => tidied(value));
  return (theirs.cells.get(cell) ?? []).every(({ value }) => given.includes(tidied(value)));
}

/**
 * Whether a text of one is still in the other. An id alone is not enough: somebody may have typed over an entry.
 * @param {FormDefinition} definition
 * @param {string} place
 * @param {AnswerEntry} mine
 * @param {AnswerEntry} theirs
 */
export function sharesText(definition, place, mine, theirs) {
  const texts = textsOf(definition, place, theirs);
  return !texts.length || texts.some((cell) => mine.cells.has(cell) && hasSame(mine, theirs, cell));
}

/**
 * The cells that are in the writer's own words.
 * @param {FormDefinition} definition
 * @param {string} place
 * @param {AnswerEntry} entry
 */
function textsOf(definition, place, entry) {
  return [...entry.cells.keys()].filter((cell) => kindOf(definition.fields[`${place}/${cell}`].kind).isFreeText);
}
