/** What the page tells of the answers: progress, what is empty, what has moved, and where two files differ. */

import { askedAt, inWords } from "../../browser/lib/answers.mjs";
import { RATINGS } from "../../browser/lib/kinds.mjs";
import { dayInWords, t } from "../../browser/lib/language.mjs";
import { answeredCounts, compare, overdue, ratingCounts, ratings } from "../../browser/lib/review.mjs";
import { orderedKeys } from "../../browser/lib/table.mjs";
import { button, el, lines, tableOf } from "./dom.mjs";
import { picture } from "./picture.mjs";
import { statusProgress } from "./status-progress.mjs";

/** A panel with a heading that takes the focus, and a way to put it away. */
export function panel(title, ...children) {
  const heading = el("h2", { tabindex: "-1" }, title);
  const made = el("section", { class: "form-panel", "aria-label": title }, heading, ...children);
  made.append(
    el(
      "p",
      {},
      button(t("panels.close"), () => made.remove(), { class: "button button--quiet" }),
    ),
  );
  return made;
}

/** How far the form is: a picture, and the same as a table. */
export function progress(definition, answers, today) {
  const rated = ratingCounts(definition, answers);
  const parts = rated.length ? ratingProgress(definition, rated) : answeredProgress(definition, answers);
  return [...parts, ...statusProgress(definition, answers), ...overdueTable(definition, answers, today)];
}

function overdueTable(definition, answers, today) {
  const rows = overdue(definition, answers, today).map(({ key, day }) => [askedAt(definition, key), dayInWords(day)]);
  return rows.length ? [tableOf(t("panels.overdue"), [t("panels.what"), t("panels.due")], rows)] : [];
}

function ratingProgress(definition, counts) {
  const words = ratingWords(definition);
  const kinds = [...RATINGS, "none"];
  const names = [...RATINGS.map((rating) => words[rating]), t("ratings.none")];
  const bars = counts.map((count) => kinds.map((kind) => [kind, count[kind] / count.total]));
  const rows = counts.map((count) => [count.section, ...kinds.map((kind) => String(count[kind]))]);
  const key = el(
    "ul",
    { class: "form-key" },
    kinds.map((kind, index) => el("li", { class: `key--${kind}` }, names[index])),
  );
  return [
    picture(
      counts.map(({ section }) => section),
      bars,
    ),
    key,
    tableOf(t("panels.ratings"), [t("panels.section"), ...names], rows),
  ];
}

function answeredProgress(definition, answers) {
  const counts = answeredCounts(definition, answers);
  const bars = counts.map(({ answered, total }) => [
    ["done", answered / total],
    ["none", 1 - answered / total],
  ]);
  const rows = counts.map(({ section, answered, total }) => [section, t("panels.answered-of", { answered, total })]);
  return [
    picture(
      counts.map(({ section }) => section),
      bars,
    ),
    tableOf(t("panels.how-much"), [t("panels.section"), t("panels.answered")], rows),
  ];
}

/** The words of red, amber and green; of all questions, where they differ. */
function ratingWords(definition) {
  const choices = ratings(definition, {}).map(({ key }) => Object.fromEntries(definition.fields[key].choices));
  return Object.fromEntries(
    RATINGS.map((rating) => [rating, [...new Set(choices.map((words) => words[rating]))].join(" / ")]),
  );
}

/** What has moved since an earlier file. */
export function comparison(definition, before, after, when, today) {
  const moved = compare(definition, before, after);
  const title = when ? t("panels.compared-with", { day: dayInWords(when) }) : t("panels.compared");
  const late = overdueTable(definition, after, today);
  if (!moved.length) return panel(title, el("p", {}, t("panels.same")), ...late);
  const order = orderedKeys(definition, Object.fromEntries(moved.map((one) => [one.key, ""])));
  const rows = moved
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
    .map(({ key, before: was, after: is, move }) => [
      askedAt(definition, key),
      inWords(definition, key, was) || t("panels.nothing"),
      inWords(definition, key, is) || t("panels.nothing"),
      changeInWords(move, was, is),
    ]);
  const up = moved.filter(({ move }) => move > 0).length;
  const down = moved.filter(({ move }) => move < 0).length;
  const overdueCount = overdue(definition, after, today).length;
  const said = [
    t("panels.differ", { count: moved.length }),
    t("panels.went-up", { count: up, down }),
    t("panels.dates-overdue", { count: overdueCount }),
  ];
  const headings = [t("panels.what"), t("panels.then"), t("panels.now"), t("panels.change")];
  return panel(title, el("p", {}, said.join(" ")), tableOf(t("panels.moved"), headings, rows), ...late);
}

function changeInWords(move, was, is) {
  if (move) return move > 0 ? t("panels.better") : t("panels.worse");
  if (!was) return t("panels.new");
  return is ? t("panels.changed") : t("panels.taken-out");
}

/** Answers to what the form no longer asks. They stay in the file. */
export function goneAnswers(definition, gone) {
  const rows = Object.entries(gone).map(([key, value]) => [askedAt(definition, key), lines(value)]);
  return [
    el("p", {}, t("panels.gone-about")),
    tableOf(t("answers.gone"), [t("answers.was-asked"), t("panels.your-answer")], rows),
  ];
}
