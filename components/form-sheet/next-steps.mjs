/** Next steps of the rating that is chosen: shown beside it, and put into the plan as activities. */

import { columnsByPart } from "../../browser/lib/activity-check.mjs";
import { addDays } from "../../browser/lib/agenda.mjs";
import { dayInWords, t } from "../../browser/lib/language.mjs";
import { addRow, entriesOf, fieldOfColumn, writeTyped } from "./fields.mjs";

const DAYS_A_WEEK = 7;

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
  for (const step of block.querySelectorAll(".next-step")) {
    const take = step.querySelector(".next-step__take");
    if (!take) continue;
    const isTaken = Boolean(entryWith(row, read(step).action));
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
  return entriesOf(row).find((entry) =>
    [...entry.querySelectorAll("textarea, input[type=text]")].some((field) => plain(field.value).includes(plain(text))),
  );
}

function plain(text) {
  return text.replace(/\s+/g, " ").trim();
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
  const entry = entriesOf(line).find(isEmpty) ?? furtherEntry(sheet, section, row, line);
  if (!entry) return sheet.say(t("next-steps.full", { count: section.row_repeat?.most ?? 1 }));
  const due = write(sheet, entry, columns, step);
  sheet.changed();
  const name = entry.querySelector("[data-names]")?.textContent ?? row.prompt;
  return sheet.say(due ? t("next-steps.added-until", { name, day: dayInWords(due) }) : t("next-steps.added", { name }));
}

function furtherEntry(sheet, section, row, line) {
  return section.row_repeat && addRow(line, sheet.definition, section, row);
}

function isEmpty(entry) {
  return ![...entry.querySelectorAll("input, textarea, select")].some((field) =>
    ["radio", "checkbox"].includes(field.type) ? field.checked && field.value : field.value.trim(),
  );
}

/** Writes a step into an entry; gives the day that it is due, or nothing. */
function write(sheet, entry, columns, { action, sign, weeks }) {
  const due = columns.due && weeks ? addDays(sheet.today, weeks * DAYS_A_WEEK) : "";
  const texts = { [columns.action]: action, [columns.sign]: sign, [columns.due]: due };
  for (const [column, text] of Object.entries(texts)) {
    const field = text && fieldOfColumn(entry, column);
    if (field) writeTyped(sheet.definition, field, text);
  }
  return due;
}
