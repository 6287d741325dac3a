/** <form-sheet>: gives a form page its behaviour. Without it the page is a form to fill in and print. */

import { askedAt, bringUpToDate, FileProblem, filled, writeAnswers } from "../lib/answers.mjs";
import { deleteAllDrafts, deleteDraft, deleteExpired, keepDraft, listDrafts } from "../lib/drafts.mjs";
import { joinKey, plainKey } from "../lib/keys.mjs";
import { withoutRow, withoutSection } from "../lib/repeats.mjs";
import { join, reminders } from "../lib/review.mjs";
import { writeCalendar, writeCsv } from "../lib/table.mjs";
import { fillWord, hiddenInWord } from "../lib/word.mjs";
import { button, el } from "../forms/dom.mjs";
import { addRow, addSection, readFields, sheetsOf, showMerged, writeFields } from "../forms/fields.mjs";
import { fileName, handOut, openFile, TYPES, wordTemplate } from "../forms/files.mjs";
import { choosing, comparison, goneAnswers, panel, progress } from "../forms/panels.mjs";
import { printout } from "../forms/printout.mjs";
import { draftPanel, toolBar } from "../forms/tools.mjs";

class FormSheet extends HTMLElement {
  connectedCallback() {
    this.definition = JSON.parse(this.dataset.definition);
    this.form = this.querySelector("form");
    this.status = this.querySelector(".form-status");
    if (!this.status || this.isReady) return;
    this.isReady = true;
    this.gone = {};
    this.draft = null;
    this.panels = this.querySelector(".form-panels");
    const tools = this.querySelector(".form-tools");
    tools.append(...toolBar(this.definition, this.actions()));
    for (const hidden of this.querySelectorAll(".form-tools, .form-more, .form-remove, button[data-do]")) hidden.hidden = false;
    this.progressBody = el("div");
    this.panels.after(el("details", { class: "form-progress" }, el("summary", {}, "How far you are"), this.progressBody));
    this.form.append(el("p", { class: "form-end" }, button("Save to a file", () => this.save(), { class: "primary" })));
    this.listen();
    if (this.definition.save === "draft") this.withStorage((storage) => deleteExpired(storage, this.scope, new Date()));
    writeFields(this.form, this.definition, readFields(this.form)); // a browser may have brought answers back
    this.markSaved({});
    this.refresh();
  }

  get scope() {
    return new URL(this.dataset.root, location.href).pathname;
  }

  get today() {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  }

  /** Everything that is kept in a file: what stands in the form, and what it no longer asks. */
  get answers() {
    return { ...this.gone, ...readFields(this.form) };
  }

  get isUnsaved() {
    return JSON.stringify(filled(this.answers)) !== this.saved;
  }

  markSaved(answers = this.answers) {
    this.saved = JSON.stringify(filled(answers));
  }

  say(text) {
    this.status.textContent = text;
  }

  listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("click", (event) => this.pressed(event.target.closest("button[data-do]")));
    addEventListener("beforeunload", (event) => this.isUnsaved && event.preventDefault());
    addEventListener("beforeprint", () => this.preparePrint());
    addEventListener("afterprint", () => this.removeAttribute("data-filled"));
    for (const details of this.querySelectorAll("details.form-progress")) details.addEventListener("toggle", () => this.refresh());
  }

  changed() {
    this.refresh();
    if (this.draft) this.keepDraft(this.draft.name, this.draft.days, false);
  }

  refresh() {
    const answers = readFields(this.form);
    showMerged(this.form, answers);
    this.stop(Object.keys(answers).some((key) => key.startsWith("stop/")));
    if (this.progressBody.parentElement.open) this.progressBody.replaceChildren(...progress(this.definition, answers, this.today));
  }

  stop(isStopped) {
    const advice = this.form.querySelector("[data-stop-advice]");
    if (!advice) return;
    if (isStopped && !this.form.querySelector(".form__rest").hidden) this.say("Stop here. Read the advice below the conditions.");
    advice.hidden = !isStopped;
    this.form.querySelector(".form__rest").hidden = isStopped;
  }

  actions() {
    return {
      save: () => this.save(),
      open: () => this.choose((file) => this.open(file)),
      print: () => print(),
      word: () => this.saveWord(),
      csv: () => this.hand("csv", writeCsv(this.definition, this.answers)),
      calendar: () => this.saveCalendar(),
      compare: () => this.choose((file) => this.compareWith(file)),
      drafts: () => this.showDrafts(),
      empty: () => this.empty(),
    };
  }

  hand(ending, content) {
    handOut(fileName(this.definition, this.answers, this.today, ending), content, TYPES[ending]);
    const warning = this.definition.personal ? " It can hold personal information: move it to your recording system and delete this copy." : "";
    this.say(`Your browser has saved the file.${warning}`);
  }

  save() {
    this.hand("json", writeAnswers(this.definition, this.answers, this.today));
    this.markSaved();
    this.tellEmpty();
  }

  /** Helps, and never stands in the way of saving. */
  tellEmpty() {
    for (const note of this.form.querySelectorAll(".field__note--needed")) note.remove();
    const answers = readFields(this.form);
    const missing = [...this.form.querySelectorAll("[data-field]")].filter(({ dataset }) => {
      const key = dataset.field;
      return this.definition.fields[plainKey(key)]?.needed && !answers[key] && !/~/.test(key);
    });
    if (!missing.length) return;
    for (const field of missing) field.append(el("p", { class: "field__note field__note--needed" }, "Still empty."));
    this.say(`${this.status.textContent} Still empty: ${missing.map(({ dataset }) => askedAt(this.definition, dataset.field)).join("; ")}.`);
  }

  async saveWord() {
    await this.tried(async () => {
      const template = await wordTemplate(this.dataset.word);
      const hidden = await hiddenInWord(template, this.answers);
      this.hand("docx", await fillWord(this.definition, template, this.answers));
      if (hidden.length) this.say(`${this.status.textContent} ${hidden.length} answers have no place in the Word file. They are kept in it, and come back when you open it here.`);
    });
  }

  saveCalendar() {
    const answers = this.answers;
    if (!reminders(this.definition, answers).some(({ isDone }) => !isDone)) return this.say("There are no dates to put into a calendar yet.");
    this.hand("ics", writeCalendar(this.definition, answers, this.today));
  }

  choose(then) {
    const input = el("input", { type: "file", accept: ".json,.docx", class: "visually-hidden", "aria-label": "A file with answers" });
    input.addEventListener("change", () => {
      const [file] = input.files;
      input.remove();
      if (file) then(file);
    });
    this.querySelectorAll("input[type=file]").forEach((old) => old.remove());
    this.panels.append(input);
    input.click();
  }

  /** Does something that may meet a bad file: then it is said, and nothing has changed. */
  async tried(work) {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof FileProblem)) console.error(error);
      this.say(error instanceof FileProblem ? error.message : "That did not work. Nothing was changed.");
    }
  }

  async open(file) {
    await this.tried(async () => {
      const read = await openFile(this.definition, file);
      const found = bringUpToDate(this.definition, read.answers, read.version);
      if (!Object.keys(filled(this.answers)).length) return this.take(found, read);
      const ask = panel("There are answers on this page already");
      const choice = (words, then) => button(words, () => { ask.remove(); then(); });
      ask.append(
        el("p", {}, choice("Put the file in their place", () => this.take(found, read)), " ", choice("Join the file with this page", () => this.joinWith(found))),
      );
      this.show(ask);
    });
  }

  take(found, read) {
    this.draft = null;
    this.gone = found.gone;
    this.write(found.answers);
    this.markSaved();
    this.tellOld(found, read);
  }

  write(answers) {
    writeFields(this.form, this.definition, answers);
    this.refresh();
  }

  tellOld(found, read) {
    for (const note of this.form.querySelectorAll(".field__note")) note.remove();
    for (const key of found.changed) {
      const field = this.form.querySelector(`[data-field="${CSS.escape(key)}"]`);
      field?.append(el("p", { class: "field__note" }, `The wording has changed since version ${read.version}, in which you answered. Check your answer.`));
    }
    const parts = ["The file is open."];
    if (found.changed.length) parts.push(`${found.changed.length} questions have changed since then and are marked.`);
    const gone = Object.keys(found.gone).length;
    if (gone) {
      parts.push(`${gone} answers belong to what is no longer asked.`);
      this.show(panel("No longer asked", ...goneAnswers(this.definition, found.gone)));
    }
    this.say(parts.join(" "));
  }

  joinWith(found) {
    const { joined, differing, added } = join(readFields(this.form), found.answers);
    const finish = (chosen) => {
      this.gone = { ...found.gone, ...this.gone };
      this.write({ ...joined, ...chosen });
      this.changed();
      this.say(`Joined: ${added} answers were added, ${differing.length} differed.`);
    };
    if (differing.length) this.show(choosing(this.definition, differing, finish));
    else finish({});
  }

  async compareWith(file) {
    await this.tried(async () => {
      const read = await openFile(this.definition, file);
      const found = bringUpToDate(this.definition, read.answers, read.version);
      this.show(comparison(this.definition, found.answers, readFields(this.form), read.saved, this.today));
    });
  }

  show(made) {
    this.panels.replaceChildren(made);
    made.querySelector("h2").focus();
  }

  empty() {
    if (Object.keys(this.answers).length && !confirm("Empty the whole form? What you have not saved is lost.")) return;
    this.gone = {};
    this.draft = null;
    this.panels.replaceChildren();
    for (const note of this.form.querySelectorAll(".field__note")) note.remove();
    this.write({});
    this.markSaved();
    this.say("The form is empty.");
  }

  preparePrint() {
    const answers = readFields(this.form);
    if (!Object.keys(answers).length) return;
    this.querySelector(".form-print").replaceChildren(...printout(this.definition, answers, this.gone, this.form));
    this.setAttribute("data-filled", "");
  }

  pressed(pressed) {
    if (!pressed) return;
    const sheet = pressed.closest(".sheet");
    const section = this.definition.sections.find(({ id }) => id === (pressed.dataset.sectionId || sheet.dataset.section));
    const place = pressed.closest(".form-row");
    const row = place && section.rows.find(({ id }) => id === place.dataset.row);
    const act = {
      "add-section": () => this.added(addSection(this.form, section)),
      "add-row": () => this.added(addRow(place, section, row)),
      "remove-section": () => this.removed(sheet, (all) => withoutSection(all, section.id, Number(sheet.dataset.number)), sheetsOf(this.form, section.id)),
      "remove-row": () => this.removed(pressed.closest(".entry"), (all) => withoutRow(all, section.id, Number(sheet.dataset.number), row.id, Number(pressed.closest(".entry").dataset.number)), [...place.querySelectorAll(".entry")]),
      "use-resource": () => this.useResource(section, sheet, place, row, pressed.dataset),
    };
    act[pressed.dataset.do]();
  }

  added(made) {
    if (!made) return this.say("No more can be added here.");
    const [first] = made.querySelectorAll("input, textarea");
    first?.focus();
    this.say(`Added: ${made.querySelector("[data-names]").textContent}.`);
    return this.refresh();
  }

  removed(part, without, all) {
    const mine = Object.keys(without({ ...this.answers })).length < Object.keys(this.answers).length;
    if (mine && !confirm("Remove it with what is written in it?")) return;
    const answers = without(readFields(this.form));
    if (all.length > 1) all.at(-1).remove();
    this.write(answers);
    this.changed();
    this.say("Removed.");
  }

  /** Writes a suggested resource into the first empty place of its row, in a new entry if need be. */
  useResource(section, sheet, place, row, { column, title }) {
    const fields = () => [...place.querySelectorAll(`[data-field$="/${column}"] :is(input, textarea)`)];
    if (fields().some((field) => field.value.includes(title))) return this.say(`${title} is in the plan already.`);
    let target = fields().find((field) => !field.value.trim());
    if (!target && section.row_repeat && addRow(place, section, row)) target = fields().at(-1);
    target ??= fields()[0];
    target.value = target.value.trim() ? `${target.value}\n${title}` : title;
    target.focus();
    this.changed();
    return this.say(`Added to the plan: ${title}.`);
  }

  withStorage(work) {
    try {
      return work(localStorage);
    } catch {
      return null;
    }
  }

  showDrafts() {
    const current = { id: this.draft?.id, name: this.draft?.name || readFields(this.form)["record/setting"] || this.definition.title };
    const drafts = this.withStorage((storage) => listDrafts(storage, this.scope, this.definition.id)) || [];
    const act = {
      keep: (name, days) => this.keepDraft(name, days, true),
      open: (draft) => this.openDraft(draft),
      remove: (draft) => { this.withStorage((storage) => deleteDraft(storage, draft.id)); if (this.draft?.id === draft.id) this.draft = null; this.showDrafts(); },
      removeAll: () => this.removeDrafts(),
    };
    this.show(panel("Drafts on this device", ...draftPanel(drafts, current, act)));
  }

  keepDraft(name, days, isAsked) {
    const draft = { id: this.draft?.id, form: this.definition.id, name, version: this.definition.version, answers: this.answers };
    const id = this.withStorage((storage) => keepDraft(storage, this.scope, draft, days, new Date()));
    if (!id) return this.say("The browser did not keep the draft. Save to a file instead.");
    this.draft = { id, name, days };
    this.markSaved();
    if (!isAsked) return null;
    this.showDrafts();
    return this.say(`A draft is kept on this device for ${days} days, and kept up to date while you write.`);
  }

  openDraft(draft) {
    if (this.isUnsaved && !confirm("Open the draft? What you have not saved is lost.")) return;
    const found = bringUpToDate(this.definition, draft.answers, draft.version);
    this.take(found, draft);
    this.draft = { id: draft.id, name: draft.name, days: draft.days };
    this.say(`The draft ${draft.name} is open.`);
  }

  removeDrafts() {
    const count = this.withStorage((storage) => deleteAllDrafts(storage, this.scope)) || 0;
    this.draft = null;
    this.markSaved({});
    this.showDrafts();
    this.say(`${count} drafts deleted. Nothing of this toolkit's forms is left on this device.`);
  }
}

customElements.define("form-sheet", FormSheet);
