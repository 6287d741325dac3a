/** The answers of another form that one group of pairs brings: single ones, or entries. */

import { inWords } from "./answers.mjs";
import { columnOf, EVERY_ROW, fieldNamed } from "./carry-pairs.mjs";
import { joinKey, plainKey, splitKey } from "./keys.mjs";
import { kindOf } from "./kinds.mjs";

export class CarryReading {
  /**
   * @param {FormDefinition} definition
   * @param {FormDefinition} other
   * @param {Answers} answers
   * @param {string[]} given the names of the other form's answers, in its order
   * @param {Record<string, string>} ids
   * @param {CarryGroup} group
   */
  constructor(definition, other, answers, given, ids, group) {
    this.definition = definition;
    this.other = other;
    this.answers = answers;
    this.ids = ids;
    this.group = group;
    this.rows = other.sections.find(({ id }) => id === group.from)?.rows ?? [];
    this.rowPairs = group.pairs.filter(({ there }) => this.isOfRow(there));
    /** @type {Map<CarryPair, string[]>} */
    this.keys = new Map(group.pairs.map((pair) => [pair, given.filter((key) => isNamed(pair.there, key))]));
  }

  /**
   * Whether a name is of what each entry of a row has.
   * @param {string} there
   */
  isOfRow(there) {
    const [id, row, column] = there.split("/");
    if (!column) return row === EVERY_ROW;
    const section = this.other.sections.find((one) => one.id === id);
    return section !== undefined && !columnOf(this.other, section, column).once;
  }

  /**
   * A single answer for each that was given.
   * @returns {CarryItem[]}
   */
  singles() {
    return this.group.pairs.flatMap((pair) => {
      const steps = pair.here.split("/");
      const row = pair.row || this.definition.sections.find(({ id }) => id === steps[0])?.rows[0]?.id || "";
      const here = steps.map((step) => (step === EVERY_ROW ? row : step)).join("/");
      if (pair.there.endsWith(`/${EVERY_ROW}`)) return this.prompts(here);
      return (this.keys.get(pair) ?? []).map((key) => ({
        place: "",
        cells: { [here]: this.valueOf(pair, key) },
        origins: { [here]: key },
        ids: {},
      }));
    });
  }

  /**
   * The prompts of the rows that have an answer.
   * @param {string} here
   */
  prompts(here) {
    return this.rows
      .filter(({ id }) =>
        Object.keys(this.answers).some((key) => plainKey(key).startsWith(`${this.group.from}/${id}/`)),
      )
      .map(({ id, prompt }) => ({
        place: "",
        cells: { [here]: prompt },
        origins: { [here]: `${this.group.from}/${id}` },
        ids: {},
      }));
  }

  /**
   * An item for each entry. The first pair says what one is: a row there, or a whole section that repeats.
   * @returns {CarryItem[]}
   */
  entries() {
    const [lead] = this.group.pairs;
    const inSection = !this.group.place.includes("/");
    const isRow = this.isOfRow(lead.there) && !(inSection && lead.here.split("/").length === 3);
    return this.instances(isRow).map((instance) => this.entry(instance, inSection));
  }

  /**
   * Where what is brought is in the other form, such as ["gaps", 1] or ["gaps", 1, "row", 2].
   * @param {boolean} isRow
   * @param {number} [section] only those in this one
   */
  instances(isRow, section) {
    const all = new Map();
    for (const pair of isRow ? this.rowPairs : this.group.pairs) {
      for (const key of this.keys.get(pair) ?? []) {
        const [first, second] = splitKey(key) ?? [];
        if (!first || !second || (section !== undefined && first[1] !== section)) continue;
        const steps = isRow ? [first, second] : [first];
        all.set(joinKey(steps), steps);
      }
    }
    return /** @type {Steps[]} */ ([...all.values()]);
  }

  /**
   * @param {Steps} instance
   * @param {boolean} inSection
   * @returns {CarryItem}
   */
  entry(instance, inSection) {
    /** @type {CarryItem} */
    const item = { place: this.group.place, cells: {}, origins: {}, ids: { "": this.ids[joinKey(instance)] ?? "" } };
    const isNested =
      inSection && instance.length === 1 && this.rowPairs.some(({ here }) => here.split("/").length === 3);
    for (const pair of this.group.pairs) {
      const column = pair.here.split("/")[2];
      if (isNested && column) continue;
      this.put(
        item,
        column && inSection ? `${this.rowOf(pair)}/${column}` : pair.here.split("/").slice(-1)[0],
        pair,
        instance,
      );
    }
    const inner = isNested ? this.instances(true, instance[0][1]) : [];
    for (const [index, row] of inner.entries()) this.nest(item, row, index + 1);
    return item;
  }

  /**
   * A row of the other form's section as a row of the section here.
   * @param {CarryItem} item
   * @param {Steps} inner
   * @param {number} number
   */
  nest(item, inner, number) {
    for (const pair of this.group.pairs.filter(({ here }) => here.split("/").length === 3)) {
      const place = number === 1 ? this.rowOf(pair) : `${this.rowOf(pair)}~${number}`;
      this.put(item, `${place}/${pair.here.split("/")[2]}`, pair, inner);
      if (this.ids[joinKey(inner)]) item.ids[place] = this.ids[joinKey(inner)];
    }
  }

  /** @param {CarryPair} pair */
  rowOf({ row, here }) {
    return row || (this.definition.sections.find(({ id }) => id === here.split("/")[0])?.rows[0]?.id ?? "");
  }

  /**
   * Puts what a pair brings of one entry there into a cell here; several answers one below the other.
   * @param {CarryItem} item
   * @param {string} cell
   * @param {CarryPair} pair
   * @param {Steps} instance
   */
  put(item, cell, pair, instance) {
    const [[, section], row] = instance;
    if (pair.there.endsWith(`/${EVERY_ROW}`)) {
      const prompt = this.rows.find(({ id }) => id === row?.[0]);
      if (prompt) Object.assign(item.cells, { [cell]: prompt.prompt });
      return;
    }
    const isOfRow = this.isOfRow(pair.there);
    const keys = (this.keys.get(pair) ?? []).filter((key) => {
      const [first, second, third] = splitKey(key) ?? [];
      if (!first || first[1] !== section) return false;
      if (!row || !third) return true;
      return second[0] === row[0] && (!isOfRow || second[1] === row[1]);
    });
    if (!keys.length) return;
    item.cells[cell] = [...new Set(keys.map((key) => this.valueOf(pair, key)))].join("\n");
    item.origins[cell] = keys[0];
  }

  /**
   * An answer as the question here takes it: in words, where it is a text.
   * @param {CarryPair} pair
   * @param {string} key
   */
  valueOf(pair, key) {
    const field = fieldNamed(this.definition, pair.here);
    const value = this.answers[key];
    return field && kindOf(field.kind).isFreeText ? inWords(this.other, key, value) : value;
  }
}

/**
 * Whether an answer has a name such as `gaps/row/lead`, or `harmed/any/missing` of any row.
 * @param {string} pattern
 * @param {string} key
 */
function isNamed(pattern, key) {
  const [wanted, steps] = [pattern.split("/"), splitKey(key) ?? []];
  return wanted.length === steps.length && wanted.every((id, index) => id === EVERY_ROW || id === steps[index][0]);
}
