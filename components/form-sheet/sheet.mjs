/** A form on its page: what stands in it, whether that is saved, and what the page shows of it. */

import { filled } from "../../browser/lib/answers.mjs";
import { identify } from "../../browser/lib/entries.mjs";
import { t } from "../../browser/lib/language.mjs";
import { requirePart } from "../../browser/page/component.mjs";
import { actionsOf } from "./actions.mjs";
import { ActivityCheck } from "./activity-check.mjs";
import { Agenda } from "./agenda.mjs";
import { noBeside } from "./beside.mjs";
import { findToday, readTypedDay, showDays } from "./days.mjs";
import { el } from "./dom.mjs";
import { Drafts } from "./drafts.mjs";
import { readFields, showMerged, writeFields } from "./fields.mjs";
import { Guard } from "./guard.mjs";
import { showOrigins } from "./origins.mjs";
import { Overview } from "./overview.mjs";
import { panel, progress } from "./panels.mjs";
import { Printing } from "./printing.mjs";
import { makeRandomId } from "./random-id.mjs";
import { pressed } from "./repeating.mjs";
import { SaveState } from "./save-state.mjs";
import { saveAnswers } from "./saving.mjs";
import { showStop } from "./stopping.mjs";
import { endBar, toolBar } from "./tools.mjs";

export class Sheet {
  /** `element` is the component's place on the page, which holds the form's definition; `fetchDelivered` fetches scripts of data. */
  constructor(element, fetchDelivered) {
    this.element = element;
    this.fetchDelivered = fetchDelivered;
    this.definition = JSON.parse(element.dataset.definition);
    this.form = requirePart(element, ".form");
    this.rest = requirePart(this.form, ".form__rest");
    this.tools = requirePart(element, ".form-tools");
    this.status = requirePart(element, ".form-status");
    this.panels = requirePart(element, ".form-panels");
    this.paper = requirePart(element, ".form-print");
    this.progress = el("details", { class: "form-progress" }, el("summary", {}, t("form-tools.progress")), el("div"));
    this.gone = {};
    this.state = new SaveState();
    this.identity = { plan: "", setting: "", entries: {} }; // ids of the plan, and of what repeats in it
    this.beside = noBeside(); // what a file keeps beside answers
    this.drafts = new Drafts(this);
    this.guard = new Guard(this);
    this.printing = new Printing(this);
    this.overview = new Overview(this);
    this.agenda = new Agenda(this);
    this.check = new ActivityCheck(this);
  }

  start() {
    this.tools.append(...toolBar(this.definition, actionsOf(this), this.state.makeMark()));
    for (const made of this.element.querySelectorAll(".form-tools, .form-more, .form-remove, button[data-do]"))
      made.hidden = false;
    this.panels.after(this.progress);
    // The form may be in another language than the page, for want of a translation; what is said here is in the page's.
    for (const said of [this.tools, this.status, this.panels, this.progress]) said.lang = document.documentElement.lang;
    this.end = endBar(() => saveAnswers(this), this.state.makeMark());
    this.form.append(this.end);
    this.overview.start();
    this.check.start();
    this.listen();
    this.write(readFields(this.form)); // a browser that comes back may have kept what was written
    this.markSaved({});
    this.guard.start();
    this.drafts.start();
  }

  listen() {
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("change", (event) => readTypedDay(this, event.target));
    document.addEventListener("keydown", (event) => this.press(event));
    this.form.addEventListener("click", (event) => pressed(this, event.target.closest("button[data-do]")));
    this.progress.addEventListener("toggle", () => this.refresh());
    addEventListener("beforeunload", (event) => this.isUnsaved && !this.isLeavingFast && event.preventDefault());
    // Whoever presses Exit must be gone at once: no question may stand in the way.
    addEventListener("exit-this-page", () => (this.isLeavingFast = true));
    this.printing.listen();
  }

  /** Today in the reader's own time, such as 2026-11-23. */
  get today() {
    return findToday();
  }

  /** Everything that a file keeps: what stands in the form, and what it no longer asks. */
  get answers() {
    return { ...this.gone, ...readFields(this.form) };
  }

  /** The ids, with one for each entry that has none yet. The plan's is that of its setting: a copy for another has its own. */
  identify() {
    this.identity = identify(this.definition, this.answers, this.identity, makeRandomId);
    return this.identity;
  }

  get isUnsaved() {
    return this.state.isUnsaved(this.text);
  }

  /** The answers as a text that is the same where they are. */
  get text() {
    return JSON.stringify(filled(this.answers));
  }

  /** Takes these answers for saved: `how` and since when, as SaveState has it. */
  markSaved(answers = this.answers, how = "", at = undefined) {
    this.state.set(JSON.stringify(filled(answers)), how, at);
    this.state.show(this.text);
  }

  /** Tells the reader something. What is said again gets a space more, or a screen reader would be silent. */
  say(text) {
    this.words = text; // the status may have a space more
    this.isClaim = false;
    this.status.textContent = this.status.textContent === text && text ? `${text}\u00a0` : text;
  }

  /** Tells what holds only until the next change, such as that the answers are in a file. */
  sayUntilChanged(text) {
    this.say(text);
    this.isClaim = true;
  }

  /** The keys that save a page save the answers instead. */
  press(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    if (event.key?.toLowerCase() !== "s") return;
    event.preventDefault();
    if (!event.repeat) saveAnswers(this);
  }

  /** Shows a panel in place of the one before, and takes the reader there. */
  show(made) {
    this.panels.replaceChildren(made);
    made.querySelector("h2").focus();
  }

  ask(title, ...children) {
    this.show(panel(title, ...children));
  }

  write(answers) {
    writeFields(this.form, this.definition, answers);
    this.refresh();
    this.guard.lookAtAll();
  }

  changed() {
    if (this.isClaim) this.say("");
    this.refresh();
    this.drafts.keepUp();
    this.state.show(this.text);
  }

  refresh() {
    const answers = readFields(this.form);
    showMerged(this.form, answers);
    showDays(this.form, this.definition);
    showOrigins(this, answers);
    showStop(this, answers);
    this.overview.show(answers, this.agenda.show(answers));
    this.check.refresh(answers);
    if (this.progress.open)
      this.progress.lastElementChild.replaceChildren(...progress(this.definition, answers, this.today));
  }

  empty() {
    if (Object.keys(this.answers).length && !confirm(t("form-tools.empty-all"))) return;
    this.gone = {};
    this.beside = noBeside();
    this.identity = { plan: "", setting: "", entries: {} };
    this.drafts.current = null;
    this.panels.replaceChildren();
    this.forgetNotes();
    this.write({});
    this.markSaved();
    this.drafts.offer.show();
    this.say(t("form-tools.is-empty"));
  }

  forgetNotes() {
    for (const note of this.form.querySelectorAll(".form-field__note")) note.remove();
  }
}
