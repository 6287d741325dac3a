/** The filled form as a document: what was answered, in the order of the form, for print. */

import { originsOf } from "../../browser/lib/answer-origins.mjs";
import { askedAt, inWords } from "../../browser/lib/answers.mjs";
import { joinKey, plainKey } from "../../browser/lib/keys.mjs";
import { kindOf } from "../../browser/lib/kinds.mjs";
import { dayInWords, t } from "../../browser/lib/language.mjs";
import { rowCount, sectionCount } from "../../browser/lib/repeats.mjs";
import { el, lines } from "./dom.mjs";
import { originInWords } from "./origins.mjs";
import { progress } from "./panels.mjs";
import { besideEachOther, sectionTable, textTable } from "./paper-tables.mjs";
import { beginning, definitionOf } from "./parts.mjs";
import { movementParts } from "./reviews.mjs";

const [EMPTY, TICKED] = ["\u2610", "\u2612"];

/** Elements that show the answers of a sheet, or those of one part; `agenda` is what the page says is due. */
export function printout(sheet, answers, part, agenda) {
  const { gone, form } = sheet;
  const definition = definitionOf(sheet.definition, part);
  const show = (key) => lines(inWords(definition, key, answers[key]));
  const stop = stopPart(definition, answers, form);
  const head = part ? beginning(part, form) : documentHead(sheet, answers);
  if (keysIn(definition, "stop/").some((key) => answers[key])) return part ? stop : [head[0], ...stop];
  const record = besideEachOther(definition, answers, keysIn(definition, "record/"), show);
  const parts = [...head, ...stop, ...record, ...(part ? [] : howFar(sheet, answers, agenda))];
  const begun = new Set(part ? [part.id] : []);
  for (const section of definition.sections) {
    const own = definition.parts.find(({ id }) => id === section.part);
    if (own && !begun.has(own.id)) parts.push(...beginning(own, form));
    begun.add(section.part);
    for (let number = 1; number <= sectionCount(answers, section.id); number += 1) {
      parts.push(...sectionParts(definition, section, number, answers, show, form));
    }
  }
  if (!part?.handed_out) parts.push(...goneParts(definition, gone));
  if (!part) parts.push(...reviewParts(sheet, answers), ...originParts(sheet, answers));
  if (part) parts.push(el("p", { class: "form-print__footer" }, part.title));
  return parts;
}

/** The document's title, whose it is and of which day; what to know before giving it to anybody. */
function documentHead({ definition, today }, answers) {
  const about = [answers["record/setting"], t("pdf-file.made", { day: dayInWords(today) })].filter(Boolean).join(" · ");
  const personal =
    definition.personal && el("p", {}, el("strong", {}, t("form.personal")), ` ${t("form.personal-about")}`);
  return [el("h1", {}, definition.title), el("p", { class: "form-print__about" }, about), personal].filter(Boolean);
}

/** What is due, and how far the form is; of a form about a person, neither. */
function howFar({ definition, today }, answers, agenda) {
  if (definition.personal) return [];
  const parts = [el("h2", {}, t("form-tools.progress")), ...progress(definition, answers, agenda ? "" : today)];
  if (agenda) parts.unshift(agenda);
  return parts;
}

/** Answers to what the form no longer asks. */
function goneParts(definition, gone) {
  const rows = Object.entries(gone).map(([key, value]) => [
    definition.retired[plainKey(key)] || plainKey(key),
    lines(value),
  ]);
  return rows.length
    ? [el("h2", {}, t("answers.gone")), textTable([t("answers.was-asked"), t("panels.your-answer")], rows)]
    : [];
}

/** How ratings have moved over the reviews that the file keeps. */
function reviewParts({ definition, beside }, answers) {
  if (definition.personal || !beside.earlier.length) return [];
  return [el("h2", {}, t("movement.title")), ...movementParts(definition, answers, beside.earlier)];
}

/** Where answers were brought from. */
function originParts({ definition, beside }, answers) {
  const rows = Object.entries(originsOf(beside.origins, answers)).map(([key, origins]) => [
    askedAt(definition, key),
    origins.map(originInWords).join(" "),
  ]);
  return rows.length ? [el("h2", {}, t("carry.brought")), textTable([t("panels.what"), t("join.from")], rows)] : [];
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

function sectionParts(definition, section, number, answers, show, form) {
  /** @type {[string, number]} */
  const place = [section.id, number];
  const title = section.repeat ? `${section.title} ${number}` : section.title;
  const text = form.querySelector(`.form-section[data-section="${section.id}"] .form-section__text`);
  const parts = [el("h2", {}, title)];
  if (text?.childElementCount) parts.push(text.cloneNode(true));
  const questions = section.questions.map((id) => joinKey([place, [id, 1]])).filter((key) => answers[key]);
  const isLong = (key) => kindOf(definition.fields[plainKey(key)].kind).isLong;
  parts.push(
    ...besideEachOther(
      definition,
      answers,
      questions.filter((key) => !isLong(key)),
      show,
    ),
  );
  for (const key of questions.filter(isLong)) {
    parts.push(el("h3", {}, definition.fields[plainKey(key)].label), el("p", { dir: "auto" }, show(key)));
  }
  const rows = section.rows.map((row) => ({ row, ...entriesOf(section, place, row, answers) }));
  const given = rows.filter(({ entries }) => entries.length);
  if (given.length) parts.push(sectionTable(definition, section, place, given, answers, show));
  const unanswered = section.free ? [] : rows.filter(({ entries }) => !entries.length).map(({ row }) => row.prompt);
  if (unanswered.length)
    parts.push(
      el("p", { class: "form-print__empty" }, t("answers.not-filled-in", { questions: unanswered.join("; ") })),
    );
  return parts.length > 1 ? parts : [];
}

/** The names of the answers of each entry of a row, and which entries these are; `place` is [section, which one]. */
function entriesOf(section, place, row, answers) {
  const count = section.columns.length ? rowCount(answers, place[0], place[1], row.id) : 0;
  const all = Array.from({ length: count }, (_, index) => index + 1).map((number) => ({
    number,
    keys: section.columns
      .map((column) => joinKey([place, [row.id, number], [column, 1]]))
      .filter((key) => answers[key]),
  }));
  const filled = all.filter(({ keys }) => keys.length);
  return { entries: filled.map(({ keys }) => keys), numbers: filled.map(({ number }) => number) };
}
