/** Next steps of the rating that is chosen: shown beside it, and put into the plan as activities. */

import { columnsByPart } from "../../browser/lib/activity-check.mjs";
import { addDays } from "../../browser/lib/agenda.mjs";
import { dayInWords, t } from "../../browser/lib/language.mjs";
import { addRow, entriesOf, fieldOfColumn, writeTyped } from "./fields.mjs";

const DAYS_A_WEEK = 7;
const ACTIVITY_PARTS = ["action", "lead", "due", "status", "priority", "sign", "note"];

/** Shows the steps of each row's rating; `summaries` are those of the rows by place, `rows` [place, element] of each. */
export function showSteps(rows, summaries) {
  for (const [place, row] of rows) {
    const rating = summaries.get(place)?.rating ?? "";
    const hint = row.querySelector(".next-steps__hint");
    if (hint) hint.hidden = Boolean(rating);
    for (const block of row.querySelectorAll(".next-steps")) {
      block.hidden = block.dataset.level !== rating;
      if (!block.hidden) showTaken(row, block);
    }
  }
}

/** Marks the steps that are in the plan. */
function showTaken(row, block) {
  const texts = textsOf(row);
  for (const step of block.querySelectorAll(".next-step")) {
    const take = step.querySelector(".next-step__take");
    if (!take) continue;
    const isTaken = texts.some((text) => text.includes(plain(read(step).action)));
    take.hidden = false;
    step.classList.toggle("next-step--taken", isTaken);
    const words = isTaken ? t("next-steps.show") : t("form-page.add-to-plan");
    if (take.firstElementChild.textContent !== words) take.firstElementChild.textContent = words;
  }
}

/** What a step says, as the plan keeps it. */
function read(step) {
  const textOf = (part) => step.querySelector(`[data-part="${part}"]`)?.textContent.trim() ?? "";
  const weeks = Number(step.querySelector("[data-weeks]")?.dataset.weeks ?? 0);
  return { action: textOf("action"), sign: textOf("sign"), weeks };
}

/** The entry of a row in which a text stands already. */
function entryWith(row, text) {
  return entriesOf(row).find((entry) => textsOf(entry).some((one) => one.includes(plain(text))));
}

/** What somebody has written into a row or entry. */
function textsOf(place) {
  return [...place.querySelectorAll("textarea, input[type=text]")].map(({ value }) => plain(value));
}

function plain(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** Says how many steps a rating that somebody has chosen leads to. */
export function saySteps(sheet, field) {
  const blocks = [...(field.closest(".form-row")?.querySelectorAll(".next-steps") ?? [])];
  const shown = blocks.find(({ hidden }) => !hidden);
  if (shown && field.type === "radio" && field.value === shown.dataset.level)
    sheet.say(t("next-steps.shown", { count: shown.querySelectorAll(".next-step").length }));
}

/** Puts a step into the first entry of its row that is empty, or into a further one, and says where. */
export function takeStep(sheet, { section, row, line, control }) {
  const step = read(control.closest(".next-step"));
  const columns = columnsByPart(sheet.definition, section);
  const there = entryWith(line, step.action);
  if (there) {
    fieldOfColumn(there, columns.action).focus();
    return sheet.say(t("next-steps.there"));
  }
  const entry = entriesOf(line).find((one) => isEmpty(one, columns)) ?? furtherEntry(sheet, section, row, line);
  if (!entry) return sheet.say(t("next-steps.full", { count: section.row_repeat.most }));
  const due = write(sheet, entry, columns, step);
  sheet.changed();
  const name = entry.querySelector("[data-names]")?.textContent ?? row.prompt;
  return sheet.say(due ? t("next-steps.added-until", { name, day: dayInWords(due) }) : t("next-steps.added", { name }));
}

/** A further entry; where a row has one alone, that one takes all; nothing where there is no more room. */
function furtherEntry(sheet, section, row, line) {
  return section.row_repeat ? addRow(line, sheet.definition, section, row) : entriesOf(line)[0];
}

/** Whether nothing of an activity is in an entry. A rating may be in it. */
function isEmpty(entry, columns) {
  return ACTIVITY_PARTS.every((part) => !columns[part] || !fieldOfColumn(entry, columns[part])?.value.trim());
}

/** Writes a step below what an entry holds; gives the day that it is due, if it sets one. */
function write(sheet, entry, columns, { action, sign, weeks }) {
  const add = (part, text) => {
    const field = columns[part] && text && fieldOfColumn(entry, columns[part]);
    if (field) writeTyped(sheet.definition, field, field.value.trim() ? `${field.value}\n${text}` : text);
  };
  add("action", action);
  add("sign", sign);
  const field = columns.due && fieldOfColumn(entry, columns.due);
  if (!field || field.value || !weeks) return "";
  const due = addDays(sheet.today, weeks * DAYS_A_WEEK);
  writeTyped(sheet.definition, field, due);
  return due;
}
