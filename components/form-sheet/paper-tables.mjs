/** The tables of a printed form: ratings in colour and words, themes as bands over their activities. */

import { joinKey, plainKey } from "../../browser/lib/keys.mjs";
import { kindOf, RATINGS } from "../../browser/lib/kinds.mjs";
import { t } from "../../browser/lib/language.mjs";
import { el } from "./dom.mjs";

const MOST_BESIDE = 6; // short answers in one table
const SHAPES = { red: "○", amber: "◐", green: "●" }; // so that a rating is seen without colour

/** A table of headings, each with the share of the width that it gets, and groups of rows of cells. */
function paperTable(caption, headings, widths, groups) {
  const sum = widths.reduce((all, width) => all + width, 0);
  const columns = widths.map((width) => {
    const column = el("col");
    column.style.width = `${((100 * width) / sum).toFixed(1)}%`; // as a property: the policy of the page allows no attribute
    return column;
  });
  const head = el(
    "tr",
    {},
    headings.map((words) => el("th", { scope: "col" }, words)),
  );
  const bodies = groups.map((rows) => el("tbody", {}, rows));
  return el(
    "table",
    { class: "paper-table", "aria-label": caption },
    el("colgroup", {}, columns),
    el("thead", {}, head),
    bodies,
  );
}

/** The answers to short questions beside each other. */
export function besideEachOther(definition, answers, keys, show) {
  const given = keys.filter((key) => answers[key]);
  const tables = [];
  for (let at = 0; at < given.length; at += MOST_BESIDE) {
    const some = given.slice(at, at + MOST_BESIDE);
    const fields = some.map((key) => definition.fields[plainKey(key)]);
    const cells = some.map((key, index) => answerCell(fields[index], answers[key], show(key)));
    tables.push(
      paperTable(
        "",
        fields.map(({ label }) => label),
        fields.map(() => 1),
        [[el("tr", {}, cells)]],
      ),
    );
  }
  return tables;
}

/** An answer in its cell: a rating with its colour and a shape beside its words. */
function answerCell(field, value, words, attributes = {}) {
  if (!value) return el("td", attributes);
  const isRated = kindOf(field.kind).isRated && RATINGS.includes(value);
  if (!isRated) return el("td", { ...attributes, dir: kindOf(field.kind).isFreeText ? "auto" : false }, words);
  return el("td", attributes, ratingMark(value, words));
}

function ratingMark(value, words) {
  return el("span", { class: `paper-rating paper-rating--${value}` }, `${SHAPES[value]} `, words);
}

/** The columns of a section in which anything is answered. */
function columnsOf(definition, section, keys) {
  const used = new Set(keys.map((key) => key.split("/").at(-1)));
  return section.columns
    .filter((id) => used.has(id))
    .map((id) => ({ id, field: definition.fields[`${section.id}/${section.rows[0].id}/${id}`] }));
}

/** The share of the width that a column gets: most for long texts, and so much for a day that it is not broken. */
function widthOf({ field }) {
  const { isLong, isDate, isBox, isFreeText } = kindOf(field.kind);
  if (isLong) return 3;
  if (isDate) return 1.7;
  if (isBox) return 0.8;
  return isFreeText ? 1.5 : 1.3;
}

/**
 * The table of a section. `rows` are those with an answer: {row, entries}, the entries being the names of their answers.
 * `place` is [section, which one].
 */
export function sectionTable(definition, section, place, rows, answers, show) {
  const columns = columnsOf(
    definition,
    section,
    rows.flatMap(({ entries }) => entries.flat()),
  );
  const named = { definition, section, place, answers, show };
  if (section.free) return freeTable(named, columns, rows);
  return section.row_repeat ? bandTable(named, columns, rows) : rowTable(named, columns, rows);
}

function cellOf({ place, answers, show }, row, number, { id, field }) {
  const key = joinKey([place, [row.id, field.once ? 1 : number], [id, 1]]);
  return answerCell(field, answers[key], answers[key] ? show(key) : "");
}

function freeTable(named, columns, rows) {
  const lines = rows.flatMap(({ row, numbers }) =>
    numbers.map((number) =>
      el(
        "tr",
        {},
        columns.map((column) => cellOf(named, row, number, column)),
      ),
    ),
  );
  return paperTable(
    named.section.title,
    columns.map(({ field }) => field.label),
    columns.map(widthOf),
    [lines],
  );
}

function rowTable(named, columns, rows) {
  const lines = rows.map(({ row }) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, row.prompt),
      columns.map((column) => cellOf(named, row, 1, column)),
    ),
  );
  const headings = [t("report.row"), ...columns.map(({ field }) => field.label)];
  return paperTable(named.section.title, headings, [2, ...columns.map(widthOf)], [lines]);
}

/** Each row as a band with what is asked once, over a line for each of its entries. */
function bandTable(named, columns, rows) {
  const { answers, show, place, section } = named;
  const once = columns.filter(({ field }) => field.once);
  const rest = columns.filter(({ field }) => !field.once);
  const groups = rows.map(({ row, numbers }) => {
    const facts = once.flatMap(({ id, field }) => {
      const key = joinKey([place, [row.id, 1], [id, 1]]);
      if (!answers[key]) return [];
      const isRated = kindOf(field.kind).isRated && RATINGS.includes(answers[key]);
      return [
        el(
          "span",
          { class: "paper-fact" },
          isRated
            ? ratingMark(answers[key], show(key))
            : [el("strong", {}, /[?:.]$/.test(field.label) ? `${field.label} ` : `${field.label}: `), ...show(key)],
        ),
      ];
    });
    const head = el(
      "th",
      { scope: "rowgroup", colspan: Math.max(1, rest.length), class: "paper-band" },
      el("span", { class: "paper-band__prompt" }, row.prompt),
      facts,
    );
    const lines = numbers.filter((number) =>
      rest.some(({ id }) => answers[joinKey([place, [row.id, number], [id, 1]])]),
    );
    return [
      el("tr", {}, head),
      ...lines.map((number) =>
        el(
          "tr",
          {},
          rest.map((column) => cellOf(named, row, number, column)),
        ),
      ),
    ];
  });
  return paperTable(
    section.title,
    rest.map(({ field }) => field.label),
    rest.length ? rest.map(widthOf) : [1],
    groups,
  );
}

/** A table of texts, the first of each row heading it. */
export function textTable(headings, rows) {
  const lines = rows.map(([first, ...cells]) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, first),
      cells.map((cell) => el("td", {}, cell)),
    ),
  );
  return paperTable(
    "",
    headings,
    headings.map((_, index) => (index ? 2 : 1)),
    [lines],
  );
}
