/** What those who answer for a plan need to know of it on one page: chosen here, put into words by summary-blocks.mjs. */

import { activities, isLate, NOT_CHOSEN, rowStates } from "./activities.mjs";
import { isDay } from "./days.mjs";
import { RATINGS } from "./kinds.mjs";
import { changeCounts, movement } from "./movement.mjs";
import { ratings } from "./review.mjs";

export const MOST_PRIORITIES = 3;
const LAST_DAY = "9999-12-31";

/**
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {EarlierReview[]} earlier
 * @param {string} today
 * @returns {PlanSummary}
 */
export function summarise(definition, answers, earlier, today) {
  const all = activities(definition, answers);
  const open = all.filter((activity) => !activity.isClosed).sort(byDay);
  const late = open.filter((activity) => isLate(activity, today));
  const states = rowStates(definition, answers);
  const moved = earlier.length ? movement(definition, answers, earlier.slice(-1)) : null;
  return {
    areas: areasOf(definition, answers, states),
    hasActivities: Object.values(definition.fields).some(({ holds }) => holds === "action" || holds === "due"),
    counts: {
      all: all.length,
      done: all.filter(({ isClosed, status }) => isClosed && status !== "stopped").length,
      stopped: all.filter(({ status }) => status === "stopped").length,
      underWay: open.filter(({ status }) => status === "under-way").length,
      late: late.length,
      withoutDay: open.filter(({ parts }) => !isDay(parts.due ?? "")).length,
      withoutLead: open.filter(({ parts }) => !parts.lead).length,
    },
    ...prioritiesOf(definition, open, states, today),
    moved: moved && { since: moved.dates[0], counts: changeCounts(moved.rows), rows: moved.rows },
    late,
    next: open.filter((activity) => isDay(activity.parts.due ?? "") && !isLate(activity, today)),
  };
}

/**
 * The soonest first, and what has no date last.
 * @param {Activity} a
 * @param {Activity} b
 */
function byDay(a, b) {
  const [one, two] = [a, b].map(({ parts }) => (isDay(parts.due ?? "") ? parts.due : LAST_DAY));
  if (one === two) return 0;
  return one < two ? -1 : 1;
}

/**
 * For each section with ratings: how many there are of each.
 * @param {FormDefinition} definition
 * @param {Answers} answers
 * @param {Record<string, string>} states
 */
function areasOf(definition, answers, states) {
  /** @type {Map<string, SummaryArea>} */
  const areas = new Map();
  for (const { section, key, value } of ratings(definition, answers)) {
    const area = areas.get(section) ?? { section, red: 0, amber: 0, green: 0, none: 0, notChosen: 0, total: 0 };
    const isNotChosen = states[key.split("/").slice(0, 2).join("/")] === NOT_CHOSEN;
    if (value === "red" || value === "amber" || value === "green") area[value] += 1;
    else area[isNotChosen ? "notChosen" : "none"] += 1;
    area.total += 1;
    areas.set(section, area);
  }
  return [...areas.values()];
}

/**
 * The open activities that come first: those marked with the highest priority, then what is late, then what belongs to
 * the lowest ratings; the soonest first among each. `marked` is how many of them are marked.
 * @param {FormDefinition} definition
 * @param {Activity[]} open the soonest first
 * @param {Record<string, string>} states
 * @param {string} today
 */
function prioritiesOf(definition, open, states, today) {
  const field = Object.values(definition.fields).find(({ holds }) => holds === "priority");
  const highest = field?.choices?.[0]?.[0];
  const high = highest ? open.filter(({ parts }) => parts.priority === highest) : [];
  const late = open.filter((activity) => isLate(activity, today));
  const rated = RATINGS.slice(0, 2).flatMap((rating) =>
    open.filter(({ section, row }) => row && states[`${section.id}/${row.id}`] === rating),
  );
  const priorities = [...new Set([...high, ...late, ...rated])].slice(0, MOST_PRIORITIES);
  return {
    priorities,
    marked: priorities.filter((activity) => high.includes(activity)).length,
    asksPriority: Boolean(field),
  };
}
