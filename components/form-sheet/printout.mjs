/** The filled form as a document: what was answered, in the order of the form, for print. */

import { inWords } from "../../browser/lib/answers.mjs";
import { joinKey, plainKey } from "../../browser/lib/keys.mjs";
import { t } from "../../browser/lib/language.mjs";
import { rowCount, sectionCount } from "../../browser/lib/repeats.mjs";
import { capitalised, el, lines, tableOf } from "./dom.mjs";
import { beginning, definitionOf } from "./parts.mjs";

const [EMPTY, TICKED] = ["\u2610", "\u2612"];

/** Elements that show the answers, or those of one part; `form` gives the texts that stand between the questions. */
export function printout(whole, answers, gone, form, part) {
  const definition = definitionOf(whole, part);
  const show = (key) => lines(inWords(definition, key, answers[key]));
  const stop = stopPart(definition, answers, form);
  if (keysIn(definition, "stop/").some((key) => answers[key])) return stop;
  const record = list(definition, answers, keysIn(definition, "record/"), show);
  const parts = part ? [...beginning(part, form), ...stop, record] : [...stop, record];
  const begun = new Set(part ? [part.id] : []);
  for (const section of definition.sections) {
    const own = definition.parts.find(({ id }) => id === section.part);
    if (own && !begun.has(own.id)) parts.push(...beginning(own, form));
    begun.add(section.part);
    for (let number = 1; number <= sectionCount(answers, section.id); number += 1) {
      parts.push(...sheet(definition, section, number, answers, show, form));
    }
  }
  const old = part?.handed_out ? [] : Object.entries(gone);
  if (old.length) {
    parts.push(el("h2", {}, t("answers.gone")));
    parts.push(
      el(
        "dl",
        {},
        old.map(([key, value]) =>
          el("div", {}, el("dt", {}, definition.retired[plainKey(key)] || plainKey(key)), el("dd", {}, lines(value))),
        ),
      ),
    );
  }
  if (part) parts.push(el("p", { class: "form-print__footer" }, part.title));
  return parts;
}

function keysIn(definition, start) {
  return Object.keys(definition.fields).filter((key) => key.startsWith(start));
}

/** The conditions under which the form ends, each with its tick, and the advice. */
function stopPart(definition, answers, form) {
  const part = form.querySelector(".form-stop");
  if (!part || !keysIn(definition, "stop/").length) return [];
  const condition = (key) => el("li", {}, `${answers[key] ? TICKED : EMPTY} ${definition.fields[key].label}`);
  const advice = part.querySelector("[data-stop-advice]").cloneNode(true);
  advice.hidden = false;
  const [title, intro] = [part.querySelector("h2"), part.querySelector("h2 + p")].map((shown) => shown.cloneNode(true));
  title.removeAttribute("id");
  return [title, intro, el("ul", { class: "form-print__stop" }, keysIn(definition, "stop/").map(condition)), advice];
}

function sheet(definition, section, number, answers, show, form) {
  /** @type {[string, number]} */
  const place = [section.id, number];
  const title = section.repeat ? `${section.title} ${number}` : section.title;
  const text = form.querySelector(`.form-section[data-section="${section.id}"] .form-section__text`);
  const parts = [el("h2", {}, title)];
  if (text?.childElementCount) parts.push(text.cloneNode(true));
  const questions = section.questions.map((id) => joinKey([place, [id, 1]])).filter((key) => answers[key]);
  for (const key of questions) {
    parts.push(el("h3", {}, definition.fields[plainKey(key)].label), el("p", {}, show(key)));
  }
  const unanswered = [];
  for (const row of section.rows) {
    const entries = entriesOf(section, place, row, answers);
    if (!entries.length) {
      if (!section.free) unanswered.push(row.prompt);
      continue;
    }
    if (section.free) {
      parts.push(freeRows(definition, section, entries, show));
      continue;
    }
    parts.push(el("h3", {}, row.prompt), ...givenRow(definition, section, entries, answers, show));
  }
  if (unanswered.length)
    parts.push(
      el("p", { class: "form-print__empty" }, t("answers.not-filled-in", { questions: unanswered.join("; ") })),
    );
  return parts.length > 1 ? parts : [];
}

/** The names of the answers of each entry of a row; `place` is [section, which one]. */
function entriesOf(section, place, row, answers) {
  const count = section.columns.length ? rowCount(answers, place[0], place[1], row.id) : 0;
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const keys = numbers.map((k) => section.columns.map((column) => joinKey([place, [row.id, k], [column, 1]])));
  return keys.map((names) => names.filter((key) => answers[key])).filter((names) => names.length);
}

/** The entries of a row that is given: what is asked once, then each entry under its number. */
function givenRow(definition, section, entries, answers, show) {
  const isOnce = (key) => definition.fields[plainKey(key)].once;
  const once = entries.flat().filter(isOnce);
  const parts = once.length ? [list(definition, answers, once, show)] : [];
  entries
    .map((keys) => keys.filter((key) => !isOnce(key)))
    .forEach((keys, index) => {
      if (!keys.length) return;
      if (entries.length > 1) parts.push(el("h4", {}, `${capitalised(section.row_repeat.noun)} ${index + 1}`));
      parts.push(list(definition, answers, keys, show));
    });
  return parts;
}

/** Rows that were added freely: one table, a line each. */
function freeRows(definition, section, entries, show) {
  const fieldOf = (column) => definition.fields[`${section.id}/${section.rows[0].id}/${column}`];
  const rows = entries.map((keys) => {
    const byColumn = Object.fromEntries(keys.map((key) => [key.split("/").at(-1), key]));
    return section.columns.map((column) => (byColumn[column] ? show(byColumn[column]) : ""));
  });
  return tableOf(
    section.title,
    section.columns.map((column) => fieldOf(column).label),
    rows,
  );
}

function list(definition, answers, keys, show) {
  const shown = keys.filter((key) => answers[key]);
  const pair = (key) => el("div", {}, el("dt", {}, definition.fields[plainKey(key)].label), el("dd", {}, show(key)));
  return el("dl", {}, shown.map(pair));
}
