/** What a form asks, by the words that a document shows of it. toolkit/answers/questions.py is its twin. */

import { plainKey, renameKey, splitKey } from "./keys.mjs";
import { kindOf } from "./kinds.mjs";
import { plain } from "./visible.mjs";

const FIRST = ["stop", "record"]; // what is asked before any section

export class Questions {
  /** @param {FormDefinition} definition */
  constructor(definition) {
    this.fields = definition.fields;
    this.renamed = definition.renamed;
    this.formerTexts = new Set(definition.texts_was); // fingerprints
    this.sections = definition.sections;
    /** @type {Map<string, Section>} */
    this.titles = new Map([...this.sections].reverse().map((section) => [plain(section.title), section]));
    /** @type {Map<string, string>} by group and plain words */
    this.byLabel = new Map();
    /** @type {Map<string, string[]>} by plain words */
    this.everywhere = new Map();
    for (const [key, field] of Object.entries(this.fields).reverse()) {
      const [group, , more] = key.split("/");
      if (more !== undefined) continue;
      for (const label of field.label_was ?? []) {
        if (!this.byLabel.has(`${group} ${plain(label)}`)) this.byLabel.set(`${group} ${plain(label)}`, key);
      }
      this.byLabel.set(`${group} ${plain(field.label)}`, key);
    }
    for (const [place, key] of this.byLabel) {
      const words = place.slice(place.indexOf(" ") + 1);
      this.everywhere.set(words, [...(this.everywhere.get(words) ?? []), key]);
    }
    /** @type {Map<string, Map<string, string>>} by section: the columns of its table by their labels' plain words */
    this.columns = new Map(this.sections.map((section) => [section.id, this.columnsOf(section)]));
    /** @type {Map<string, Set<string>>} by section, in plain words */
    this.prompts = new Map(this.sections.map(({ id, rows }) => [id, new Set(rows.map(({ prompt }) => plain(prompt)))]));
  }

  /**
   * @param {Section} section
   * @returns {Map<string, string>}
   */
  columnsOf({ id, rows, columns }) {
    const fields = columns.map((column) => ({ column, field: this.field(`${id}/${rows[0]?.id ?? ""}/${column}`) }));
    const former = fields.flatMap(({ column, field }) =>
      (field?.label_was ?? []).map((label) => /** @type {[string, string]} */ ([plain(label), column])),
    );
    const today = fields.map(
      ({ column, field }) => /** @type {[string, string]} */ ([plain(field?.label ?? ""), column]),
    );
    return new Map([...former, ...today]);
  }

  /**
   * The section that plain words are the heading of, with or without the number of a repetition.
   * @param {string} words
   */
  sectionTitled(words) {
    const section = this.titles.get(words);
    if (section) return section;
    const repeated = this.titles.get(words.replace(/[0-9]+$/, ""));
    return repeated?.repeat ? repeated : null;
  }

  /**
   * The question outside tables that plain words ask, in a section or before all sections; empty if none does.
   * @param {string} words
   * @param {Section | null} section
   */
  question(words, section) {
    const groups = [...(section ? [section.id] : []), ...FIRST];
    return groups.map((group) => this.byLabel.get(`${group} ${words}`)).find(Boolean) ?? "";
  }

  /**
   * The question of a section that is alone in asking plain words, where the section's heading is gone.
   * @param {string} words
   */
  questionElsewhere(words) {
    const found = this.everywhere.get(words) ?? [];
    return found.length === 1 ? found[0] : "";
  }

  /**
   * The section that asks a question.
   * @param {string} key
   */
  sectionOf(key) {
    return this.sections.find(({ id }) => id === key.split("/")[0]) ?? null;
  }

  /**
   * Today's name of an answer.
   * @param {string} key
   */
  current(key) {
    const name = plainKey(key);
    const isOld = splitKey(key) && !Object.hasOwn(this.fields, name) && Object.hasOwn(this.renamed, name);
    return isOld ? renameKey(key, this.renamed[name]) : key;
  }

  /**
   * The question of a name, whichever repetition it is of.
   * @param {string} key
   * @returns {Field | null}
   */
  field(key) {
    const name = plainKey(key);
    return splitKey(key) && Object.hasOwn(this.fields, name) ? this.fields[name] : null;
  }

  /**
   * What is asked under a name.
   * @param {string} key
   */
  label(key) {
    return this.field(key)?.label ?? "";
  }

  /**
   * Whether a column is asked once for all entries of a row.
   * @param {string} key
   */
  isOnce(key) {
    return Boolean(this.field(key)?.once);
  }

  /**
   * Whether a question is answered by a tick.
   * @param {string} key
   */
  isBox(key) {
    const field = this.field(key);
    return Boolean(field && kindOf(field.kind).isBox);
  }

  /**
   * A text as answers keep it.
   * @param {string} key
   * @param {string} text
   */
  tidy(key, text) {
    const field = this.field(key);
    return field ? kindOf(field.kind).tidy(text, field.choices) : text;
  }
}
