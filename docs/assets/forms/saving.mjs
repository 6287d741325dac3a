/** What the page hands out: a file of answers, Word, CSV and dates. Saving always works; what is empty is only said. */

import { askedAt, writeAnswers } from "../lib/answers.mjs";
import { plainKey } from "../lib/keys.mjs";
import { reminders } from "../lib/review.mjs";
import { writeCalendar, writeCsv } from "../lib/table.mjs";
import { fillWord } from "../lib/word.mjs";
import { el } from "./dom.mjs";
import { readFields } from "./fields.mjs";
import { fileName, handOut, TYPES, wordTemplate } from "./files.mjs";
import { tried } from "./opening.mjs";

const PERSONAL = " It can hold personal information: move it to your recording system and delete this copy.";

export function saveAnswers(sheet) {
  hand(sheet, "json", writeAnswers(sheet.definition, sheet.answers, sheet.today));
  sheet.markSaved();
  tellEmpty(sheet);
}

export function saveTable(sheet) {
  hand(sheet, "csv", writeCsv(sheet.definition, sheet.answers));
}

export function saveWord(sheet) {
  return tried(sheet, async () => {
    const template = await wordTemplate(sheet);
    const { file, hidden } = await fillWord(sheet.definition, template, sheet.answers);
    hand(sheet, "docx", file);
    if (!hidden.length) return;
    const said = "answers to what the form no longer asks travel in the Word file unseen, and come back when you open it here.";
    sheet.say(`${sheet.status.textContent} ${hidden.length} ${said}`);
  });
}

export function saveCalendar(sheet) {
  const { definition, answers, today } = sheet;
  const open = reminders(definition, answers).filter(({ isDone }) => !isDone);
  if (open.length) hand(sheet, "ics", writeCalendar(definition, answers, today));
  else sheet.say("There are no dates to put into a calendar yet.");
}

function hand(sheet, ending, content) {
  const { definition, answers, today } = sheet;
  handOut(fileName(definition, answers, today, ending), content, TYPES[ending]);
  sheet.say(`Your browser has saved the file.${definition.personal ? PERSONAL : ""}`);
}

/** Says what is needed and still empty. It never stands in the way of saving. */
function tellEmpty(sheet) {
  for (const note of sheet.form.querySelectorAll(".form-field__note--needed")) note.remove();
  const answers = readFields(sheet.form);
  const isMissing = (key) => sheet.definition.fields[plainKey(key)]?.needed && !answers[key] && !key.includes("~");
  const missing = [...sheet.form.querySelectorAll("[data-field]")].filter(({ dataset }) => isMissing(dataset.field));
  if (!missing.length) return;
  for (const field of missing) field.append(el("p", { class: "form-field__note form-field__note--needed" }, "Still empty."));
  const names = missing.map(({ dataset }) => askedAt(sheet.definition, dataset.field));
  sheet.say(`${sheet.status.textContent} Still empty: ${names.join("; ")}.`);
}
