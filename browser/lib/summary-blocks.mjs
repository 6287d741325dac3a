/** A plan's summary in words, as pieces of a page that print, Word and PDF show alike. It fits one page of A4. */

import { isDay } from "./days.mjs";
import { dayInWords, t } from "./language.mjs";
import { summarise } from "./summary.mjs";
import { changeInWords, clip, ratingWords } from "./summary-words.mjs";

const MOST_AREAS = 8;
const MOST_LISTED = 4; // late activities, and activities that come next
const MOST_MOVED = 5;

/**
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {EarlierReview[]} earlier
 * @param {string} today
 * @returns {SummaryBlock[]}
 */
export function summaryBlocks(definition, answers, earlier, today) {
  const summary = summarise(definition, answers, earlier, today);
  const setting = clip(answers["record/setting"] ?? "", 80);
  return [
    { kind: "title", text: t("summary.of", { title: definition.title }) },
    { kind: "text", text: [setting, t("summary.as-of", { day: dayInWords(today) })].filter(Boolean).join(" · ") },
    ...areaBlocks(definition, summary),
    ...priorityBlocks(summary),
    ...movedBlocks(summary),
    ...lateBlocks(summary),
    ...nextBlocks(summary),
  ];
}

/** @param {string} text @returns {SummaryBlock} */
const heading = (text) => ({ kind: "heading", text });
/** @param {string} text @returns {SummaryBlock} */
const paragraph = (text) => ({ kind: "text", text });

/**
 * @param {FormDefinition} definition
 * @param {PlanSummary} summary
 * @returns {SummaryBlock[]}
 */
function areaBlocks(definition, { areas: all }) {
  if (!all.length) return [heading(t("summary.areas")), paragraph(t("summary.no-ratings"))];
  const areas = all.length > MOST_AREAS ? [...all.slice(0, MOST_AREAS - 1), rest(all.slice(MOST_AREAS - 1))] : all;
  const words = ratingWords(definition);
  const asksChoice = all.some(({ notChosen }) => notChosen > 0);
  const counts = (/** @type {SummaryArea} */ area) => [area.green, area.amber, area.red, area.none];
  const names = [
    words.green,
    words.amber,
    words.red,
    t("ratings.none"),
    ...(asksChoice ? [t("summary.not-chosen")] : []),
  ];
  return [
    heading(t("summary.areas")),
    {
      kind: "table",
      caption: t("summary.areas"),
      headings: [t("panels.section"), ...names.map((name) => clip(name, 26))],
      widths: [28, ...names.map(() => 44 / names.length)],
      rows: areas.map((area) => [
        clip(area.section, 60),
        ...[...counts(area), ...(asksChoice ? [area.notChosen] : [])].map(String),
      ]),
      shares: areas.map((area) => [
        { rating: "green", share: area.green / area.total },
        { rating: "amber", share: area.amber / area.total },
        { rating: "red", share: area.red / area.total },
        { rating: "none", share: (area.none + area.notChosen) / area.total },
      ]),
    },
  ];
}

/**
 * Several areas as one.
 * @param {SummaryArea[]} areas
 * @returns {SummaryArea}
 */
function rest(areas) {
  const sum = {
    section: t("summary.other-areas", { count: areas.length }),
    red: 0,
    amber: 0,
    green: 0,
    none: 0,
    notChosen: 0,
    total: 0,
  };
  for (const area of areas) {
    for (const key of /** @type {const} */ (["red", "amber", "green", "none", "notChosen", "total"]))
      sum[key] += area[key];
  }
  return sum;
}

/** @param {PlanSummary} summary @returns {SummaryBlock[]} */
function priorityBlocks({ priorities, marked, asksPriority, hasActivities, counts }) {
  if (!hasActivities) return [heading(t("summary.priorities")), paragraph(t("summary.no-activities"))];
  const sums = t("summary.activities", { count: counts.all, done: counts.done, late: counts.late });
  const marks = marked ? t("summary.how-chosen", { count: marked }) : t("summary.how-chosen-none");
  const how = asksPriority ? marks : t("summary.how-chosen-unmarked");
  if (!counts.all) return [heading(t("summary.priorities")), paragraph(t("summary.none-written"))];
  if (!priorities.length) return [heading(t("summary.priorities")), paragraph(`${sums} ${t("summary.no-priorities")}`)];
  return [
    heading(t("summary.priorities")),
    activityTable(t("summary.priorities"), priorities),
    { kind: "small", text: `${sums} ${how}` },
  ];
}

/**
 * What is to be done, for what, by whom and by when.
 * @param {string} caption
 * @param {Activity[]} list
 * @returns {SummaryBlock}
 */
function activityTable(caption, list) {
  return {
    kind: "table",
    caption,
    headings: [t("summary.what"), t("summary.theme"), t("summary.who"), t("summary.by")],
    widths: [42, 24, 17, 17],
    rows: list.map(({ parts, section, row }) => [
      clip(parts.action || t("summary.unnamed"), 96),
      clip(section.free || !row ? section.title : row.prompt, 46),
      clip(parts.lead || t("summary.nobody"), 30),
      isDay(parts.due ?? "") ? dayInWords(parts.due) : clip(parts.due || t("summary.no-day"), 30),
    ]),
  };
}

/** @param {PlanSummary} summary @returns {SummaryBlock[]} */
function movedBlocks({ moved, areas }) {
  if (!areas.length) return [];
  const title = moved
    ? t("summary.moved-since", { day: isDay(moved.since) ? dayInWords(moved.since) : moved.since })
    : t("summary.moved");
  if (!moved) return [heading(title), paragraph(t("summary.no-review"))];
  const { better, worse, same, new: added } = moved.counts;
  const rows = ["worse", "better", "new"].flatMap((change) => moved.rows.filter((row) => row.change === change));
  const names = rows.slice(0, MOST_MOVED).map((row) => `${clip(row.prompt, 60)}: ${changeInWords(row.change)}`);
  const more = rows.length > MOST_MOVED ? [t("summary.more", { count: rows.length - MOST_MOVED })] : [];
  const sums = t("summary.moved-counts", { better, worse, same, added });
  return [
    heading(title),
    paragraph([sums, [...names, ...more].join("; ")].filter(Boolean).join(" ") + (rows.length ? "." : "")),
  ];
}

/** @param {PlanSummary} summary @returns {SummaryBlock[]} */
function lateBlocks({ late, hasActivities }) {
  if (!hasActivities) return [];
  return [
    heading(t("summary.late")),
    ...(late.length ? bounded(t("summary.late"), late) : [paragraph(t("summary.none-late"))]),
  ];
}

/** @param {PlanSummary} summary @returns {SummaryBlock[]} */
function nextBlocks({ next, hasActivities, counts }) {
  if (!hasActivities) return [];
  const gaps = [
    counts.withoutLead && t("summary.without-lead", { count: counts.withoutLead }),
    counts.withoutDay && t("summary.without-day", { count: counts.withoutDay }),
  ].filter(Boolean);
  const list = next.length ? bounded(t("summary.next"), next) : [paragraph(t("summary.none-next"))];
  return [
    heading(t("summary.next")),
    ...list,
    ...(gaps.length ? [/** @type {SummaryBlock} */ ({ kind: "small", text: gaps.join(" ") })] : []),
  ];
}

/**
 * As many activities as there is room for, and how many more there are.
 * @param {string} caption
 * @param {Activity[]} list
 * @returns {SummaryBlock[]}
 */
function bounded(caption, list) {
  const more = list.length - MOST_LISTED;
  const table = activityTable(caption, list.slice(0, MOST_LISTED));
  return more > 0 ? [table, { kind: "small", text: t("summary.more-in-plan", { count: more }) }] : [table];
}
