/** How far the activities of each section are: a picture, and the same as a table. */

import { activities } from "../../browser/lib/activities.mjs";
import { kindOf, STATUSES } from "../../browser/lib/kinds.mjs";
import { t } from "../../browser/lib/language.mjs";
import { el, tableOf } from "./dom.mjs";
import { picture } from "./picture.mjs";

/** Elements that show it; none where no activity has a status. */
export function statusProgress(definition, answers) {
  const withStatus = activities(definition, answers).filter(({ status }) => status);
  if (!withStatus.length) return [];
  const titles = [...new Set(withStatus.map(({ section }) => section.title))];
  const counts = titles.map((title) => countsOf(withStatus.filter(({ section }) => section.title === title)));
  const words = statusWords(definition, withStatus[0].section);
  const bars = counts.map((count) => STATUSES.map((status) => [status, count[status] / count.total]));
  const rows = counts.map((count, index) => [titles[index], ...STATUSES.map((status) => String(count[status]))]);
  const key = STATUSES.map((status, index) => el("li", { class: `key--${status}` }, words[index]));
  return [
    picture(titles, bars),
    el("ul", { class: "form-key" }, key),
    tableOf(t("panels.statuses"), [t("panels.section"), ...words], rows),
  ];
}

function countsOf(list) {
  const counts = STATUSES.map((status) => [status, list.filter((one) => one.status === status).length]);
  return { ...Object.fromEntries(counts), total: list.length };
}

/** The words of each status, as the form has them. */
function statusWords(definition, section) {
  const fields = section.columns.map((column) => definition.fields[`${section.id}/${section.rows[0].id}/${column}`]);
  const field = fields.find(({ holds, kind }) => holds === "status" && kindOf(kind).closing.length);
  const words = Object.fromEntries(field.choices);
  return STATUSES.map((status) => words[status]);
}
