/** Files that the reader opens: in place of what stands in the form, joined with it, or only compared. */

import { bringUpToDate, filled } from "../../browser/lib/answers.mjs";
import { FileProblem } from "../../browser/lib/file-problem.mjs";
import { number, t } from "../../browser/lib/language.mjs";
import { join } from "../../browser/lib/review.mjs";
import { sayWithDays } from "./days.mjs";
import { button, el } from "./dom.mjs";
import { readFields } from "./fields.mjs";
import { openFile } from "./files.mjs";
import { choosing, comparison, goneAnswers } from "./panels.mjs";
import { partsLeftOut, withParts } from "./parts.mjs";
import { readInWords, showUnplaced } from "./unplaced.mjs";

/** Has the reader choose a file. */
export function chooseFile(sheet, then) {
  const label = t("opening.file");
  const input = el("input", {
    type: "file",
    accept: sheet.element.dataset.opens,
    class: "visually-hidden",
    "aria-label": label,
    tabindex: "-1",
  });
  input.addEventListener("change", () => {
    const [file] = input.files;
    input.remove();
    if (file) then(file);
  });
  for (const old of sheet.element.querySelectorAll("input[type=file]")) old.remove();
  sheet.panels.after(input);
  input.click();
}

/** Does what may meet a bad file: then that is said, and nothing has changed. */
export async function tried(sheet, work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof FileProblem)) console.error(error);
    sheet.say(error instanceof FileProblem ? error.message : t("opening.failed"));
  }
}

export function openInto(sheet, file) {
  return tried(sheet, async () => {
    const read = await openFile(sheet, file);
    const found = { ...bringUpToDate(sheet.definition, read.answers, read.version), unplaced: read.unplaced };
    if (!Object.keys(filled(sheet.answers)).length) return take(sheet, found, read.version);
    return sheet.ask(t("opening.already"), ...choices(sheet, found, read.version));
  });
}

/** What can be done with a file where something stands on the page already. */
function choices(sheet, found, version) {
  const replace = () => take(sheet, found, version);
  const join = button(t("opening.join"), () => joinWith(sheet, found));
  const left = partsLeftOut(sheet.definition, sheet.answers, found.answers);
  if (!left.length) return [el("p", {}, button(t("opening.replace"), replace), " ", join)];
  const parts = left.map(({ title }) => title).join("; ");
  const keep = button(t("opening.replace-part", { parts }), () => takeBeside(sheet, left, found, version));
  const all = button(t("opening.replace-all", { parts }), replace);
  return [el("p", {}, t("opening.part-missing", { parts })), el("p", { class: "form-panel__row" }, keep, all, join)];
}

/** Takes a file of one part and leaves the others as they stand on the page. They are in no file yet. */
function takeBeside(sheet, parts, found, version) {
  const answers = withParts(sheet.definition, parts, readFields(sheet.form), found.answers);
  take(sheet, { ...found, answers, gone: { ...sheet.gone, ...found.gone } }, version);
  sheet.markSaved({});
}

export function compareWith(sheet, file) {
  return tried(sheet, async () => {
    const read = await openFile(sheet, file);
    const { answers } = bringUpToDate(sheet.definition, read.answers, read.version);
    sheet.show(comparison(sheet.definition, answers, readFields(sheet.form), read.saved, sheet.today));
  });
}

/** Puts answers into the form, and tells what has changed since the version that they were given in. */
export function take(sheet, found, version) {
  sheet.drafts.current = null;
  sheet.gone = found.gone;
  sheet.panels.replaceChildren();
  sheet.forgetNotes();
  sheet.write(found.answers);
  sheet.markSaved();
  for (const key of found.changed) {
    const field = sheet.form.querySelector(`[data-field="${CSS.escape(key)}"]`);
    const words = t("opening.wording-changed", { version });
    field?.append(el("p", { class: "form-field__note" }, words));
  }
  const gone = Object.keys(found.gone).length;
  if (gone) sheet.ask(t("answers.gone"), ...goneAnswers(sheet.definition, found.gone));
  showUnplaced(sheet, found.unplaced);
  const said = [t("opening.is-open"), readInWords(found)];
  if (found.changed.length) said.push(t("opening.questions-changed", { count: found.changed.length }));
  if (gone) said.push(t("opening.answers-gone", { count: gone }));
  sayWithDays(sheet, said.join(" "));
}

function joinWith(sheet, found) {
  const { joined, differing, added } = join(readFields(sheet.form), found.answers);
  const finish = (chosen) => {
    sheet.gone = { ...found.gone, ...sheet.gone };
    sheet.panels.replaceChildren();
    sheet.write({ ...joined, ...chosen });
    sheet.changed();
    sayWithDays(sheet, t("opening.joined", { count: added, differing: number(differing.length) }));
  };
  if (differing.length) sheet.show(choosing(sheet.definition, differing, finish));
  else finish({});
}
