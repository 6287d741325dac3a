/** Two versions of one form's answers, so that each entry can be compared with what it was, wherever it stands now. */

import { sectionsOf, writeEntry } from "./entry-tree.mjs";
import { saysTheSame, sharesText } from "./join.mjs";

/**
 * The earlier answers with each entry under the number that it has now: known by its id, then by equal texts, then by
 * one text that it still has. Entries that are gone come after those that there are.
 * @param {FormDefinition} definition
 * @param {JoinSource} before
 * @param {JoinSource} after
 * @returns {Answers}
 */
export function align(definition, before, after) {
  const now = sectionsOf(definition, after);
  /** @type {Answers} */
  const aligned = {};
  for (const [id, entries] of sectionsOf(definition, before)) {
    const isRepeated = definition.sections.some((section) => section.id === id && section.repeat);
    const current = now.get(id) ?? [];
    if (isRepeated) renumber(definition, id, current, entries);
    for (const entry of entries) {
      const same = current.find(({ number }) => number === entry.number);
      for (const [row, list] of entry.lists) renumber(definition, `${id}/${row}`, same?.lists.get(row) ?? [], list);
      Object.assign(aligned, writeEntry(definition, entry, [[id, entry.number]]).answers);
    }
  }
  return aligned;
}

/**
 * Gives earlier entries the numbers of those that they are now.
 * @param {FormDefinition} definition
 * @param {string} place
 * @param {AnswerEntry[]} current
 * @param {AnswerEntry[]} earlier
 */
function renumber(definition, place, current, earlier) {
  const free = new Set(current);
  const waiting = new Set(earlier);
  const isSameId = (/** @type {AnswerEntry} */ one, /** @type {AnswerEntry} */ other) =>
    one.id !== "" && one.id === other.id;
  const ways = [
    isSameId,
    (/** @type {AnswerEntry} */ one, /** @type {AnswerEntry} */ other) => saysTheSame(definition, place, one, other),
    (/** @type {AnswerEntry} */ one, /** @type {AnswerEntry} */ other) => sharesText(definition, place, one, other),
  ];
  for (const isSame of ways) {
    for (const entry of waiting) {
      const match = [...free].find((one) => isSame(one, entry));
      if (!match) continue;
      entry.number = match.number;
      free.delete(match);
      waiting.delete(entry);
    }
  }
  let last = Math.max(0, ...current.map(({ number }) => number));
  for (const entry of waiting) entry.number = last += 1;
}
