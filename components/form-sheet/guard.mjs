/**
 * A calm word beside a field that is to hold no child's details and looks as if it did: while somebody types, after a file
 * is opened, and before anything is saved. It never stands in the way, can be put away, and nothing of it is kept.
 */

import { findDetails, guardedFor, isGuarded, wordsByDesign } from "../../browser/lib/guard.mjs";
import { plainKey } from "../../browser/lib/keys.mjs";
import { t } from "../../browser/lib/language.mjs";
import { afterPause } from "../../browser/page/page.mjs";
import { button, el } from "./dom.mjs";
import { controlsOf, describe, readFields } from "./fields.mjs";

const PAUSE = 900; // milliseconds without a key: nobody is interrupted in a word
const MOST = 3; // things named at once

export class Guard {
  constructor(sheet) {
    this.sheet = sheet;
    this.putAway = new Set(); // names of fields for which the reader wants to hear no more
    this.spoken = el("p", { class: "visually-hidden", role: "status", lang: document.documentElement.lang });
    this.summary = el("div", { class: "form-guarded", hidden: true, lang: document.documentElement.lang });
  }

  start() {
    const { sheet } = this;
    if (!isGuarded(sheet.definition)) return;
    sheet.status.after(this.spoken, this.summary);
    const look = afterPause((field) => this.look(field, true), PAUSE);
    let last = null;
    sheet.form.addEventListener("input", ({ target }) => {
      if (last && last !== target) this.look(last, true); // whoever goes on to the next field is told of the last
      last = target;
      look(target);
    });
    this.lookAtAll();
  }

  /** Looks at every field at once and silently, as before saving. */
  lookAtAll() {
    if (!isGuarded(this.sheet.definition)) return;
    const passedOver = this.wordsByDesign();
    for (const field of controlsOf(this.sheet.form)) this.look(field, false, passedOver);
  }

  /** What is to be said when something is saved; empty where nothing was noticed. */
  get warning() {
    const [first] = this.noticed();
    return first ? t("guard.before-sharing", { question: this.labelOf(first) }) : "";
  }

  /** The names and words that the form asks for. */
  wordsByDesign() {
    return wordsByDesign(this.sheet.definition, readFields(this.sheet.form));
  }

  look(field, isSpoken, passedOver = this.wordsByDesign()) {
    const level = guardedFor(this.sheet.definition, field.name ?? "");
    if (!level) return;
    const { today } = this.sheet;
    const isQuiet = this.putAway.has(field.name) || !field.isConnected;
    const found = isQuiet ? [] : findDetails(field.value, { today, level, passedOver });
    this.show(field, found, isSpoken);
  }

  show(field, found, isSpoken) {
    const id = `guard/${field.name}`;
    const place = field.closest(".form-field");
    const before = place.querySelector(".form-guard");
    const words = found.slice(0, MOST).map(inWords).join(" ");
    if ((before?.dataset.words ?? "") === words) return;
    before?.remove();
    describe(field, "guard/", words && id);
    if (words) {
      place.append(this.note(field, id, words));
      if (isSpoken) this.spoken.textContent = `${words} ${t("guard.why")}`;
    } else if (isSpoken) this.spoken.textContent = "";
    this.summarise();
  }

  note(field, id, words) {
    const putAway = () => {
      this.putAway.add(field.name);
      this.show(field, [], true);
      field.focus();
    };
    const label = `${t("guard.put-away")}: ${this.labelOf(field)}`;
    const text = el("p", { id }, el("strong", {}, words), ` ${t("guard.why")}`);
    const hide = button(t("guard.put-away"), putAway, { class: "button button--quiet", "aria-label": label });
    return el("div", { class: "form-guard", "data-words": words, lang: document.documentElement.lang }, text, hide);
  }

  /** Says at the head of the form where something was noticed, with a way there. */
  summarise() {
    const [first] = this.noticed();
    this.summary.hidden = !first;
    if (!first) return this.summary.replaceChildren();
    const show = button(t("guard.show"), () => this.noticed()[0]?.focus(), { class: "button button--quiet" });
    return this.summary.replaceChildren(el("p", {}, this.warning), show);
  }

  noticed() {
    const notes = [...this.sheet.form.querySelectorAll(".form-guard")];
    return notes.flatMap((note) => note.parentElement.querySelector("input, textarea") ?? []);
  }

  labelOf({ name }) {
    return this.sheet.definition.fields[plainKey(name)]?.label ?? "";
  }
}

function inWords({ kind, text: what }) {
  if (kind === "nhs") return t("guard.nhs", { what });
  if (kind === "birth") return t("guard.birth", { what });
  if (kind === "phone") return t("guard.phone", { what });
  return kind === "address" ? t("guard.address", { what }) : t("guard.name", { what });
}
