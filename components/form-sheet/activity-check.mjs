/** A word below an activity that leaves open who leads it, by when, or how anybody will notice. It stops nothing. */

import { activities } from "../../browser/lib/activities.mjs";
import { columnsByPart, missingParts } from "../../browser/lib/activity-check.mjs";
import { joinKey } from "../../browser/lib/keys.mjs";
import { t } from "../../browser/lib/language.mjs";
import { el } from "./dom.mjs";
import { readFields } from "./fields.mjs";

export class ActivityCheck {
  constructor(sheet) {
    this.sheet = sheet;
    this.isPressing = false;
    this.spoken = el("p", { class: "visually-hidden", role: "status", lang: document.documentElement.lang });
  }

  start() {
    this.sheet.form.after(this.spoken);
    const { form } = this.sheet;
    // Nobody is told while they write: only once they have left the entry.
    form.addEventListener("focusout", ({ target, relatedTarget }) => {
      const entry = target.closest(".entry");
      if (entry && !entry.contains(relatedTarget)) this.lookWhenFree(entry);
    });
    addEventListener("pointerdown", () => (this.isPressing = true), true);
    for (const name of ["pointerup", "pointercancel", "dragend"])
      addEventListener(name, () => (this.isPressing = false), true);
  }

  /** Looks once no button is held down: a note that came meanwhile would move what is being pressed away. */
  lookWhenFree(entry) {
    if (!this.isPressing) return this.look(entry);
    const look = () => setTimeout(() => this.look(entry)); // once what was pressed has been done
    return addEventListener("pointerup", look, { once: true });
  }

  /** Looks at an entry that was left. */
  look(entry) {
    if (!entry.isConnected) return;
    const words = this.wordsFor(entry, readFields(this.sheet.form));
    showNote(entry, words);
    // What is said again gets a space more, or a screen reader would be silent.
    if (words) this.spoken.textContent = this.spoken.textContent === words ? `${words}\u00a0` : words;
  }

  /** What is given meanwhile is no longer asked for. */
  refresh(answers) {
    for (const note of this.sheet.form.querySelectorAll(".form-check")) {
      const entry = note.closest(".entry");
      showNote(entry, this.wordsFor(entry, answers));
    }
  }

  wordsFor(entry, answers) {
    const { definition } = this.sheet;
    const part = entry.closest(".form-section");
    const section = definition.sections.find(({ id }) => id === part.dataset.section);
    const key = joinKey([
      [section.id, Number(part.dataset.number)],
      [entry.dataset.entry, Number(entry.dataset.number)],
    ]);
    const activity = activities(definition, answers).find((one) => one.key === key);
    return inWords(missingParts(activity, Object.keys(columnsByPart(definition, section))));
  }
}

function inWords(missing) {
  const questions = { lead: t("activity-check.lead"), due: t("activity-check.due"), sign: t("activity-check.sign") };
  return missing.length ? `${t("activity-check.still-open")} ${missing.map((part) => questions[part]).join(" ")}` : "";
}

function showNote(entry, words) {
  const old = entry.querySelector(".form-check");
  if (old?.textContent === words) return;
  old?.remove();
  if (words) entry.append(el("p", { class: "form-check", lang: document.documentElement.lang }, words));
}
