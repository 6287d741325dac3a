/** A form as the table that people use: a line for each entry, also for those that nobody has filled in. */

import { askedAt, inWords } from "./answers.mjs";
import { toCsv } from "./csv.mjs";
import { isDay } from "./days.mjs";
import { joinKey, plainKey, splitKey } from "./keys.mjs";
import { t } from "./language.mjs";
import { rowCount, sectionCount } from "./repeats.mjs";

/**
 * @typedef {{section: string, asked: string, number: string, cells: Map<string, string>}} Line
 *   `cells` are answers by the heading of their column
 */

/**
 * The whole form as CSV: what is asked once, each question, and each entry with its columns beside each other.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function writeCsv(definition, answers) {
  const lines = [
    ...singleLines(definition, answers, "stop/", t("answers.conditions")),
    ...singleLines(definition, answers, "record/", t("form-page.record")),
    ...definition.sections.flatMap((section) => sectionLines(definition, answers, section)),
    ...goneLines(definition, answers),
  ];
  const columns = [...new Set(lines.flatMap(({ cells }) => [...cells.keys()]))];
  const headings = [t("panels.section"), t("report.row"), t("answers.number"), ...columns];
  const rows = lines.map(({ section, asked, number, cells }) => [
    section,
    asked,
    number,
    ...columns.map((column) => cells.get(column) ?? ""),
  ]);
  return toCsv([headings, ...rows]);
}

/**
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string} start
 * @param {string} section
 * @returns {Line[]}
 */
function singleLines(definition, answers, start, section) {
  const keys = Object.keys(definition.fields).filter((key) => key.startsWith(start));
  return keys.map((key) => singleLine(definition, answers, key, section));
}

/**
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string} key
 * @param {string} section
 * @returns {Line}
 */
function singleLine(definition, answers, key, section) {
  const cells = new Map([[t("answers.answer"), cellOf(definition, answers, key)]]);
  return { section, asked: definition.fields[plainKey(key)].label, number: "", cells };
}

/**
 * A day as spreadsheets read it; any other answer in words.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {string} key
 */
function cellOf(definition, answers, key) {
  const value = answers[key] ?? "";
  return isDay(value) ? value : inWords(definition, key, value);
}

/**
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {Section} section
 * @returns {Line[]}
 */
function sectionLines(definition, answers, section) {
  const count = section.repeat ? sectionCount(answers, section.id) : 1;
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((number) => {
    const title = section.repeat ? `${section.title} ${number}` : section.title;
    const questions = section.questions.map((id) =>
      joinKey([
        [section.id, number],
        [id, 1],
      ]),
    );
    return [
      ...questions.map((key) => singleLine(definition, answers, key, title)),
      ...(section.columns.length
        ? section.rows.flatMap((row) => rowLines(definition, answers, section, number, row, title))
        : []),
    ];
  });
}

/**
 * A line for each entry of a row. What is asked once for the row is in each, so that the lines can be sorted.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {Section} section
 * @param {number} number
 * @param {{id: string, prompt: string}} row
 * @param {string} title
 * @returns {Line[]}
 */
function rowLines(definition, answers, section, number, row, title) {
  const count = rowCount(answers, section.id, number, row.id);
  const headings = headingsOf(definition, section);
  return Array.from({ length: count }, (_, index) => {
    const cells = section.columns.map((column) => {
      const field = definition.fields[`${section.id}/${row.id}/${column}`];
      const key = joinKey([
        [section.id, number],
        [row.id, field.once ? 1 : index + 1],
        [column, 1],
      ]);
      return /** @type {[string, string]} */ ([headings.get(column), cellOf(definition, answers, key)]);
    });
    const asked = section.free ? "" : row.prompt;
    return { section: title, asked, number: section.row_repeat ? String(index + 1) : "", cells: new Map(cells) };
  });
}

/**
 * The heading of each column. Two of a name are told apart, so that neither takes the other's place.
 * @param {FormDefinition} definition
 * @param {Section} section
 */
function headingsOf(definition, section) {
  /** @type {Map<string, string>} */
  const headings = new Map();
  for (const column of section.columns) {
    const { label } = definition.fields[`${section.id}/${section.rows[0].id}/${column}`];
    const before = [...headings.values()].filter((other) => other === label || other.startsWith(`${label} (`)).length;
    headings.set(column, before ? `${label} (${before + 1})` : label);
  }
  return headings;
}

/**
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @returns {Line[]}
 */
function goneLines(definition, answers) {
  const gone = orderedKeys(definition, answers).filter((key) => !Object.hasOwn(definition.fields, plainKey(key)));
  return gone.map((key) => ({
    section: t("answers.gone"),
    asked: askedAt(definition, key),
    number: "",
    cells: new Map([[t("answers.answer"), answers[key]]]),
  }));
}

/**
 * The names of the answers in the order of the form: section by section, repetition by repetition.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 */
export function orderedKeys(definition, answers) {
  const order = new Map(Object.keys(definition.fields).map((key, index) => [key, index]));
  const sections = new Map(
    ["stop", "record", ...definition.sections.map(({ id }) => id)].map((id, index) => [id, index]),
  );
  const rank = (/** @type {string} */ key) => {
    const steps = splitKey(key) || [["", 1]];
    const plain = plainKey(key);
    const first = [...order.keys()].find((other) => other.startsWith(`${steps[0][0]}/${steps[1]?.[0]}/`));
    const row = order.get(steps.length === 3 ? (first ?? "") : plain);
    return [
      sections.get(steps[0][0]) ?? 9999,
      steps[0][1],
      row ?? 99999,
      steps[1]?.[1] ?? 1,
      order.get(plain) ?? 99999,
    ];
  };
  const ranked = Object.keys(answers).map((key) => ({ ranks: rank(key), key }));
  ranked.sort((one, other) => {
    const place = one.ranks.findIndex((value, index) => value !== other.ranks[index]);
    if (place >= 0) return one.ranks[place] - other.ranks[place];
    return one.key < other.key ? -1 : 1;
  });
  return ranked.map(({ key }) => key);
}
