/** Reviews of a plan over time: the next one is started, and how ratings have moved is shown. */

import { inWords } from "../../browser/lib/answers.mjs";
import { isDay } from "../../browser/lib/days.mjs";
import { addReview } from "../../browser/lib/earlier.mjs";
import { dayInWords, t } from "../../browser/lib/language.mjs";
import { MOST_REVIEWS } from "../../browser/lib/limits.mjs";
import { changeCounts, movement } from "../../browser/lib/movement.mjs";
import { changeInWords } from "../../browser/lib/summary-words.mjs";
import { button, el, svg, tableOf } from "./dom.mjs";
import { readFields } from "./fields.mjs";

const STEP = { x: 34, y: 11, room: 9 };
const LEVELS = ["red", "amber", "green"];

/** Shows the reviews that the file keeps, and starts the next. */
export function showReviews(sheet) {
  const { earlier } = sheet.beside;
  const day = el("input", { type: "date", id: "review-day", value: dayOf(sheet), autocomplete: "off" });
  const start = () => startReview(sheet, day.value);
  sheet.ask(
    t("movement.title"),
    el("p", {}, t("movement.about", { most: MOST_REVIEWS })),
    el("p", {}, t("movement.where-kept")),
    el(
      "div",
      { class: "form-panel__row" },
      el("label", { for: "review-day" }, t("movement.day")),
      day,
      button(t("movement.start"), start, { class: "button button--main" }),
    ),
    ...(earlier.length
      ? movementParts(sheet.definition, readFields(sheet.form), earlier)
      : [el("p", {}, t("movement.no-review"))]),
  );
}

/** The day of the answers on the page: when they were saved, or today. */
function dayOf(sheet) {
  const { saved } = sheet.beside;
  return isDay(saved ?? "") ? saved : sheet.today;
}

/** Keeps the answers as they are as a review, and leaves them to be changed. */
function startReview(sheet, date) {
  const { earlier } = sheet.beside;
  if (!isDay(date)) return sheet.say(t("movement.no-day"));
  if (!Object.keys(readFields(sheet.form)).length) return sheet.say(t("movement.nothing"));
  let before = earlier;
  let added = addReview(before, date, sheet.definition.version, sheet.answers);
  if (!added) {
    if (!confirm(t("movement.full", { most: MOST_REVIEWS, day: dayInWords(before[0].date) }))) return undefined;
    before = before.slice(1);
    added = addReview(before, date, sheet.definition.version, sheet.answers);
  }
  const isSame = earlier.some((review) => review.date === date);
  if (isSame && !confirm(t("movement.same-day", { day: dayInWords(date) }))) return undefined;
  sheet.beside = { ...sheet.beside, earlier: added, saved: "" };
  sheet.changed();
  sheet.markSaved({});
  showReviews(sheet);
  return sheet.say(t("movement.started", { day: dayInWords(date) }));
}

/** The picture and the table of how ratings have moved. */
export function movementParts(definition, answers, earlier) {
  const { dates, rows } = movement(definition, answers, earlier);
  if (!rows.length) return [el("p", {}, t("summary.no-ratings"))];
  const counts = changeCounts(rows);
  const sums = t("summary.moved-counts", {
    better: counts.better,
    worse: counts.worse,
    same: counts.same,
    added: counts.new,
  });
  const days = [...dates.map((date) => (isDay(date) ? dayInWords(date) : date)), t("panels.now")];
  const headings = [t("summary.theme"), ...days, t("panels.change"), t("summary.picture")];
  const cells = rows.map((row) => [
    row.prompt,
    ...row.values.map((value) => inWords(definition, row.key, value) || t("ratings.none")),
    changeInWords(row.change),
    line(row.values),
  ]);
  return [el("p", {}, sums), tableOf(t("movement.caption"), headings, cells)];
}

/** One row's ratings as steps from left to right, the higher the better. The table beside it says the same in words. */
function line(values) {
  const width = values.length * STEP.x;
  const height = 3 * STEP.y + STEP.room;
  const made = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "movement-line", "aria-hidden": "true" });
  const points = values.map((value, index) => ({
    value,
    x: index * STEP.x + STEP.x / 2,
    y: height - STEP.room / 2 - (LEVELS.indexOf(value) + 0.5) * STEP.y,
  }));
  points.forEach((point, index) => {
    const next = points[index + 1];
    if (point.value && next?.value)
      made.append(svg("line", { x1: point.x, y1: point.y, x2: next.x, y2: next.y, class: "movement-line__step" }));
  });
  for (const { value, x, y } of points) {
    if (value) made.append(svg("circle", { cx: x, cy: y, r: 6, class: `bar--${value} movement-line__dot` }));
  }
  return made;
}
