/** Files that the reader opens: in place of what stands in the form, joined with it, or only compared. */

import { align } from "../../browser/lib/align.mjs";
import { bringUpToDate, filled } from "../../browser/lib/answers.mjs";
import { bringIdsUpToDate, settingOf } from "../../browser/lib/entries.mjs";
import { plainKey } from "../../browser/lib/keys.mjs";
import { t } from "../../browser/lib/language.mjs";
import { unsplitLeads } from "../../browser/lib/times.mjs";
import { takeBesideAnswers, titlesOf } from "./beside.mjs";
import { tried } from "./choosing-files.mjs";
import { sayWithDays } from "./days.mjs";
import { button, el } from "./dom.mjs";
import { readFields } from "./fields.mjs";
import { openFile } from "./files.mjs";
import { joinSources, readSources } from "./joining.mjs";
import { comparison, goneAnswers } from "./panels.mjs";
import { partsLeftOut, withParts } from "./parts.mjs";
import { offerOtherForms } from "./set.mjs";
import { readInWords, showUnplaced } from "./unplaced.mjs";

/** Opens files: one in place of what is on the page, or any number joined. */
export function openInto(sheet, files) {
  return tried(sheet, async () => {
    const { sources, problems } = await readSources(sheet, files);
    if (!sources.length) {
      if (files.length === 1) await offerOtherForms(sheet, files[0]);
      return sheet.say(problems.join(" "));
    }
    const isEmpty = !Object.keys(filled(sheet.answers)).length;
    if (isEmpty && sources.length > 1) return joinSources(sheet, sources, false, problems);
    if (isEmpty) takeSource(sheet, sources[0]);
    else sheet.ask(t("opening.already"), ...choices(sheet, sources, problems));
    if (problems.length) sheet.say([isEmpty && sheet.words, ...problems].filter(Boolean).join(" "));
  });
}

function takeSource(sheet, source) {
  take(sheet, source.found, source.read.version, source.ids, source.read);
}

/** What can be done with files where something stands on the page already. */
function choices(sheet, sources, problems) {
  const [source] = sources;
  const count = sources.length;
  const join = button(t("opening.join", { count }), () => joinSources(sheet, sources, true, problems));
  if (count > 1) {
    const among = button(t("opening.join-files", { count }), () => joinSources(sheet, sources, false, problems));
    return [el("p", { class: "form-panel__row" }, join, among)];
  }
  const replace = () => takeSource(sheet, source);
  const left = partsLeftOut(sheet.definition, sheet.answers, source.found.answers);
  if (!left.length) return [el("p", {}, button(t("opening.replace"), replace), " ", join)];
  const parts = left.map(({ title }) => title).join("; ");
  const keep = button(t("opening.replace-part", { parts }), () => takeBeside(sheet, left, source));
  const all = button(t("opening.replace-all", { parts }), replace);
  return [el("p", {}, t("opening.part-missing", { parts })), el("p", { class: "form-panel__row" }, keep, all, join)];
}

/** Takes a file of one part and leaves the others as they stand on the page. They are in no file yet. */
function takeBeside(sheet, parts, source) {
  const { found, read, ids } = source;
  const answers = withParts(sheet.definition, parts, readFields(sheet.form), found.answers);
  const entries = { ...sheet.identity.entries, ...ids.entries };
  const plan = ids.plan || sheet.identity.plan;
  take(sheet, { ...found, answers, gone: { ...sheet.gone, ...found.gone } }, read.version, { plan, entries }, read);
  sheet.markSaved({});
}

export function compareWith(sheet, [file]) {
  return tried(sheet, async () => {
    const read = await openFile(sheet, file);
    const earlier = bringUpToDate(sheet.definition, read.answers, read.version);
    const now = readFields(sheet.form);
    const ids = bringIdsUpToDate(sheet.definition, read.entries ?? {});
    const before = align(
      sheet.definition,
      { name: "", answers: earlier.answers, ids },
      { name: "", answers: now, ids: sheet.identity.entries },
    );
    sheet.show(comparison(sheet.definition, before, now, read.saved, sheet.today));
    showUnplaced(sheet, read.unplaced);
  });
}

/** Marks an answer whose question means something else today; where the form says what to do with it, until that is done. */
function markChanged(sheet, key, version) {
  const field = sheet.form.querySelector(`[data-field="${CSS.escape(key)}"]`);
  const { changed_note: toDo, label } = sheet.definition.fields[plainKey(key)] ?? {};
  const note = el("p", { class: "form-field__note" }, toDo ?? t("opening.wording-changed", { version }));
  const finish = () => {
    note.remove();
    field.querySelector("input, textarea, select").focus();
  };
  if (toDo)
    note.append(
      " ",
      button(t("opening.note-done"), finish, {
        "aria-label": `${t("opening.note-done")}: ${label}`,
        class: "button button--quiet",
      }),
    );
  field?.append(note);
}

/** Puts answers with their ids into the form, and says what has changed since the version that they were given in. */
export function take(sheet, found, version, ids = {}, beside = {}) {
  sheet.drafts.current = null;
  const barred = takeBesideAnswers(sheet, beside);
  sheet.gone = found.gone;
  sheet.identity = { plan: ids.plan ?? "", setting: settingOf(found.answers), entries: ids.entries ?? {} };
  sheet.panels.replaceChildren();
  sheet.forgetNotes();
  sheet.write(found.answers);
  sheet.markSaved();
  const unsplit = unsplitLeads(sheet.definition, found.answers, plainKey);
  for (const key of new Set([...found.changed, ...unsplit])) markChanged(sheet, key, version);
  const gone = Object.keys(found.gone).length;
  if (gone) sheet.ask(t("answers.gone"), ...goneAnswers(sheet.definition, found.gone));
  const { answers, unplaced = [] } = found; // a draft has no texts without a place
  showUnplaced(sheet, unplaced);
  const said = [t("opening.is-open"), readInWords({ answers, unplaced })];
  if (found.changed.length) said.push(t("opening.questions-changed", { count: found.changed.length }));
  if (gone) said.push(t("opening.answers-gone", { count: gone }));
  if (sheet.beside.others.length) said.push(t("set.also-holds", { titles: titlesOf(sheet.beside.others) }));
  if (barred) said.push(barred);
  sayWithDays(sheet, said.join(" "));
}
