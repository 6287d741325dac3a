/** Dates on the page: each is shown in words below its field, and what is none is said to be none. */

import { isDay, readDay } from "../../browser/lib/days.mjs";
import { plainKey } from "../../browser/lib/keys.mjs";
import { kindOf } from "../../browser/lib/kinds.mjs";
import { fullDayInWords, t } from "../../browser/lib/language.mjs";
import { unreadDaysInWords } from "../../browser/lib/unread-days.mjs";
import { el } from "./dom.mjs";
import { controlsOf, writeTyped } from "./fields.mjs";

/** Today in the reader's own time, such as 2026-11-23. */
export function findToday() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Shows below each field of a date what was understood of it. */
export function showDays(form, definition) {
  for (const field of dateFields(form, definition)) {
    const place = field.closest(".form-field");
    const words = field.value && (isDay(field.value) ? fullDayInWords(field.value) : t("days.not-a-date"));
    const shown = place.querySelector(".form-field__day");
    if ((shown?.textContent ?? "") === words) continue;
    shown?.remove();
    if (words) place.append(noteOf(field, words));
    describe(field, place);
  }
}

/** What was typed as text is kept as a date once it can be read as one. */
export function readTypedDay(sheet, field) {
  if (!dateFields(sheet.form, sheet.definition).includes(field) || field.type === "date") return;
  const value = readDay(field.value);
  writeTyped(sheet.definition, field, value);
  sheet.changed();
  if (value && !isDay(value)) sheet.say(t("days.not-a-date"));
}

/** What is said now, and with it which dates of the form are none. */
export function sayWithDays(sheet, words) {
  sheet.say([words, unreadDaysInWords(sheet.definition, sheet.answers)].filter(Boolean).join(" "));
}

function dateFields(form, definition) {
  const isOfDate = ({ localName, name }) => localName === "input" && definition.fields[plainKey(name)];
  return [...controlsOf(form)].filter(
    (field) => isOfDate(field) && kindOf(definition.fields[plainKey(field.name)].kind).isDate,
  );
}

function noteOf(field, words) {
  const warns = isDay(field.value) ? "" : " form-field__note";
  return el(
    "p",
    { class: `form-field__day${warns}`, id: `day/${field.name}`, lang: document.documentElement.lang },
    words,
  );
}

function describe(field, place) {
  const ids = [`hint/${field.name}`, `day/${field.name}`];
  const shown = ids.filter((id) => place.querySelector(`[id="${CSS.escape(id)}"]`));
  if (shown.length) field.setAttribute("aria-describedby", shown.join(" "));
  else field.removeAttribute("aria-describedby");
}
