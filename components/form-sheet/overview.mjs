/** The overview at the head of a long form: the state of each of its rows in colour and words, and the way to the next. */

import { countByRow } from "../../browser/lib/agenda.mjs";
import { joinKey, plainKey } from "../../browser/lib/keys.mjs";
import { kindOf } from "../../browser/lib/kinds.mjs";
import { t } from "../../browser/lib/language.mjs";
import { isRatedSection, summariseRows } from "../../browser/lib/row-states.mjs";
import { Choosing } from "./choosing.mjs";
import { button, el } from "./dom.mjs";
import { sheetsOf } from "./fields.mjs";
import { Folding, foldButton, reveal, setOpen } from "./folding.mjs";
import { saySteps, showSteps } from "./next-steps.mjs";

export class Overview {
  constructor(sheet) {
    this.sheet = sheet;
    this.element = sheet.form.querySelector(".form-map");
    this.folding = new Folding(sheet);
    this.choosing = new Choosing(sheet);
    this.lastFocus = null; // where the reader was last, other than on a button that leads on
  }

  start() {
    if (!this.element) return;
    this.folding.start();
    this.element.querySelector(".form-map__tools").hidden = false;
    if (ratingsOf(this.sheet).length) this.addNext();
    this.element.addEventListener("click", (event) => this.follow(event));
    this.sheet.form.addEventListener("change", ({ target }) => saySteps(this.sheet, target));
    this.sheet.form.addEventListener("focusin", ({ target }) => {
      if (target.closest(".form-section")) this.lastFocus = target;
    });
  }

  /** The button that leads on is in the overview, and in the bar that stays in view. */
  addNext() {
    this.element.querySelector("[data-do='next-unrated']").hidden = false;
    const next = () => goToNextUnrated(this.sheet);
    for (const mark of this.sheet.element.querySelectorAll(".form-tools__main .form-saved, .form-end .form-saved")) {
      mark.before(button(t("form-map.next-unrated"), next, { class: "button form-next" }));
    }
  }

  /** A link of the overview opens the row that it leads to, and takes the focus there. */
  follow(event) {
    const { hash } = event.target.closest("a") ?? { hash: "" };
    const row = hash && document.getElementById(decodeURIComponent(hash.slice(1)))?.closest(".form-row");
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    reveal(row);
    location.hash = hash; // which takes the focus away, and scrolls as for any link
    foldButton(row).focus({ preventScroll: true });
  }

  /** Shows the states; `late` are the entries of the agenda that are late. */
  show(answers, late) {
    if (!this.element) return;
    this.fitAreas();
    const { definition, form } = this.sheet;
    const lines = [...this.element.querySelectorAll("[data-place]")];
    const rows = new Map(lines.map(({ dataset }) => [dataset.place, rowAt(form, dataset.place)]));
    const [summaries, lateCounts] = [summariseRows(definition, answers), countByRow(late)];
    const notChosen = this.choosing.show(answers, summaries, rows);
    for (const line of lines) {
      const { place } = line.dataset;
      const state = stateOf(definition, place, summaries.get(place), notChosen.has(place));
      for (const element of [line, rows.get(place).querySelector(".form-row__head")]) {
        showState(element, state);
        showLate(element, lateCounts.get(place) ?? 0);
      }
    }
    showSteps(rows, summaries);
  }

  /** As many areas as there are repetitions of each section. */
  fitAreas() {
    for (const { id, repeat } of this.sheet.definition.sections) {
      if (!repeat) continue;
      const areas = [...this.element.querySelectorAll(`[data-section="${id}"]`)];
      const sheets = sheetsOf(this.sheet.form, id);
      for (const area of areas.slice(sheets.length)) area.remove();
      for (const made of sheets.slice(areas.length)) {
        const all = this.element.querySelectorAll(`[data-section="${id}"]`);
        all[all.length - 1].after(areaFor(all[0].cloneNode(true), id, made));
      }
    }
  }
}

/** An area made from that of the first repetition of its section. */
function areaFor(area, id, sheet) {
  const place = joinKey([[id, Number(sheet.dataset.number)]]);
  const title = area.querySelector(".form-map__title");
  title.textContent = sheet.querySelector("h2 [data-names]").textContent;
  title.setAttribute("href", `#s/${place}`);
  for (const line of area.querySelectorAll("[data-place]")) {
    const row = line.dataset.place.split("/")[1];
    line.dataset.place = `${place}/${row}`;
    for (const field of line.querySelectorAll("input"))
      Object.assign(field, { name: field.name.replace(id, place), checked: false });
    line.querySelector("a").setAttribute("href", `#row/${id}~${sheet.dataset.number}/${row}`);
  }
  return area;
}

/** @returns {{name: string, words: string, isOurs: boolean}} what a row is; the words are the page's or the form's own */
function stateOf(definition, place, state, isNotChosen) {
  if (isNotChosen) return { name: "not-chosen", words: t("form-map.not-chosen"), isOurs: true };
  if (state?.rating) return { name: state.rating, words: state.words, isOurs: false };
  const section = definition.sections.find(({ id }) => id === place.split(/[~/]/)[0]);
  if (isRatedSection(definition, section)) return { name: "none", words: t("ratings.none"), isOurs: true };
  const words = state ? t("panels.answered") : t("form-page.not-answered");
  return { name: state ? "done" : "none", words, isOurs: true };
}

function showState(place, { name, words, isOurs }) {
  const old = place.querySelector(".form-state[data-state]");
  if (old?.textContent === words && old.dataset.state === name) return;
  old?.remove();
  const lang = isOurs && document.documentElement.lang;
  place.append(el("span", { class: "form-state", "data-state": name, lang }, words));
}

function showLate(place, count) {
  const old = place.querySelector(".form-state--late");
  const words = count ? t("form-map.late", { count }) : "";
  if ((old?.textContent ?? "") === words) return;
  old?.remove();
  if (words)
    place.append(el("span", { class: "form-state form-state--late", lang: document.documentElement.lang }, words));
}

function rowAt(form, place) {
  const [section, row] = place.split("/");
  const [id, number] = section.split("~");
  const sheet = form.querySelector(`.form-section[data-section="${id}"][data-number="${number ?? 1}"]`);
  return sheet?.querySelector(`.form-row[data-row="${row}"]`);
}

/** Every question of the form that is rated, in its order. */
function ratingsOf({ form, definition }) {
  const isRated = ({ dataset }) => kindOf(definition.fields[plainKey(dataset.field)].kind).isRated;
  return [...form.querySelectorAll("fieldset[data-field]")].filter(isRated);
}

/** Takes the reader to the next question that is not rated yet, after the one that has the focus, and round again. */
export function goToNextUnrated(sheet) {
  const open = ratingsOf(sheet).filter(
    (field) =>
      field.querySelector("input:checked")?.value === "" &&
      !field.closest(".form-row")?.querySelector(".form-row__choose"),
  );
  if (!open.length) return sheet.say(t("form-map.all-rated"));
  const current = sheet.overview.lastFocus;
  const isAfter = (field) =>
    current && !field.contains(current) && current.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING;
  const next = open.find(isAfter) ?? open[0];
  const row = next.closest(".form-row");
  if (row) setOpen(row, true);
  next.querySelector("input:checked").focus({ preventScroll: true });
  return scrollTo(row ?? next, next);
}

/** Shows a row from its heading, or from its question on, where both do not fit on the screen. */
function scrollTo(row, field) {
  const height = field.getBoundingClientRect().bottom - row.getBoundingClientRect().top;
  (height < innerHeight * 0.7 ? row : field).scrollIntoView({ block: "start" });
}
