/** What the page hands out: a file of answers, Word, CSV and dates. Saving always works; what is empty is only said. */

import { askedAt } from "../../browser/lib/answers.mjs";
import { writeAnswers } from "../../browser/lib/answers-file.mjs";
import { writeCalendar } from "../../browser/lib/calendar.mjs";
import { plainKey } from "../../browser/lib/keys.mjs";
import { t } from "../../browser/lib/language.mjs";
import { reminders } from "../../browser/lib/review.mjs";
import { writeCsv } from "../../browser/lib/table.mjs";
import { fillWord } from "../../browser/lib/word.mjs";
import { hasBeside } from "./beside.mjs";
import { tried } from "./choosing-files.mjs";
import { sayWithDays } from "./days.mjs";
import { el } from "./dom.mjs";
import { readFields } from "./fields.mjs";
import { fileName, handOut, TYPES, wordTemplate } from "./files.mjs";
import { answersOf, definitionOf, refusal } from "./parts.mjs";

export function saveAnswers(sheet) {
  hand(sheet, "json", writeAnswers(sheet.definition, sheet.answers, sheet.today, sheet.identify(), sheet.beside));
  sheet.markSaved(sheet.answers, "file");
  tellEmpty(sheet);
}

export function saveTable(sheet) {
  hand(sheet, "csv", writeCsv(sheet.definition, sheet.answers));
}

/** The Word file, or that of one part with the answers of that part alone. */
export function saveWord(sheet, part) {
  const refused = refusal(part, sheet.answers);
  if (refused) return sheet.say(refused);
  return tried(sheet, async () => {
    const template = await wordTemplate(sheet, part);
    const answers = answersOf(sheet.definition, part, sheet.answers);
    const definition = definitionOf(sheet.definition, part);
    const { file, hidden } = await fillWord(definition, template, answers, sheet.identify());
    hand(sheet, "docx", file, part);
    if (!hidden.length) return;
    sheet.sayUntilChanged(`${sheet.words} ${t("saving.unseen", { count: hidden.length })}`);
  });
}

export function saveCalendar(sheet) {
  const { definition, answers } = sheet;
  const open = reminders(definition, answers).filter(({ isDone }) => !isDone);
  if (!open.length) return sayWithDays(sheet, t("saving.no-dates"));
  const calendar = writeCalendar(definition, answers, sheet.identify(), new Date());
  return hand(sheet, "ics", calendar, undefined, t("saving.keep-for-calendar")); // only a saved file keeps the ids
}

/** Hands out a file, and says what became of it. */
export function hand(sheet, ending, content, part, more = "") {
  const { definition, answers, today } = sheet;
  sheet.guard.lookAtAll();
  const isSet = ending === "json" && sheet.beside.others.length > 0 && !definition.personal;
  handOut(fileName(definition, answers, today, ending, part, isSet), content, TYPES[ending]);
  const saved = definition.personal ? t("saving.saved-personal") : t("saving.saved");
  const left = ["docx", "pdf"].includes(ending) && hasBeside(sheet.beside) ? t("saving.in-json-alone") : "";
  sayWithDays(sheet, [saved, more, left, sheet.guard.warning].filter(Boolean).join(" "));
  sheet.isClaim = true; // until the next change
}

/** Says what is needed and still empty. It never stands in the way of saving. */
function tellEmpty(sheet) {
  for (const note of sheet.form.querySelectorAll(".form-field__note--needed")) note.remove();
  const answers = readFields(sheet.form);
  const isMissing = (key) => sheet.definition.fields[plainKey(key)]?.needed && !answers[key] && !key.includes("~");
  const missing = [...sheet.form.querySelectorAll("[data-field]")].filter(({ dataset }) => isMissing(dataset.field));
  if (!missing.length) return;
  for (const field of missing)
    field.append(el("p", { class: "form-field__note form-field__note--needed" }, t("saving.still-empty")));
  const names = missing.map(({ dataset }) => askedAt(sheet.definition, dataset.field));
  sheet.sayUntilChanged(`${sheet.words} ${t("saving.all-empty", { questions: names.join("; ") })}`);
}
