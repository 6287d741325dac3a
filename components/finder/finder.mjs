/** Narrows a table of resources: the finder with all its facets, and tables in chapters with a few. */
import { filtersInWords, narrow, prepareRecords, withUsualStatus } from "../../browser/lib/facets.mjs";
import { t } from "../../browser/lib/language.mjs";
import { mount, requirePart } from "../../browser/page/component.mjs";
import { afterPaint, afterPause } from "../../browser/page/page.mjs";
import { changePageState, onPageState, pageState } from "../../browser/page/page-state.mjs";
import { findChip, makeChips } from "./finder-chips.mjs";
import { Choices } from "./finder-choices.mjs";
import { copyRows, saveRows } from "./finder-files.mjs";
import { Rows } from "./finder-rows.mjs";
import { findAmongRows } from "./finder-text.mjs";
import { countInWords, countOld, typedFilter } from "./finder-words.mjs";

// Rows that a screen lays out at a time; print has them all. Laying out is what a tick costs, above all on a phone.
const AT_ONCE = matchMedia("(max-width: 40rem)").matches ? 20 : 50;
const FIRST = 10; // of a table within a page; its button shows the rest
const PAUSE = 150;

class Finder {
  constructor(root) {
    this.root = root;
    this.inAddress = root.dataset.state === "address";
    this.form = requirePart(root, "form");
    this.chips = requirePart(root, ".chips");
    this.words = requirePart(root, ".finder__words");
    this.status = requirePart(root, "[role=status]");
    this.choices = new Choices(this.form);
    this.rows = new Rows(requirePart(root, "tbody"));
    if (this.inAddress) this.#findTools();
    this.records = prepareRecords(this.rows.readValues([...this.choices.names, "status"]));
    this.more = requirePart(root, ".finder__more");
    this.shown = this.atOnce = this.inAddress ? AT_ONCE : FIRST;
    this.isPrinting = false;
    this.found = undefined; // positions that the typed words fit, best first
    this.text = "";
    this.#reveal();
    this.#listen();
    if (this.inAddress) this.#readAddress();
    else this.#update();
  }

  /** What the page of all resources has and a table in a chapter does not. */
  #findTools() {
    this.summary = requirePart(this.form, ".finder__facets > summary");
    this.input = requirePart(this.form, "input[type=search]");
    this.select = requirePart(this.root, "select");
  }

  #reveal() {
    this.form.hidden = false;
    this.root.classList.add("finder--live");
    for (const part of this.root.querySelectorAll(".finder__tools")) part.hidden = false;
    if (this.summary) this.summary.parentElement.open = matchMedia("(min-width: 60rem)").matches;
  }

  #listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", (event) => event.target.type === "checkbox" && this.#changed(true));
    const typed = afterPause(() => this.#search(this.input.value, false), PAUSE);
    this.input?.addEventListener("input", typed);
    this.select?.addEventListener("change", () => this.#changed(true));
    this.root.addEventListener("click", (event) => this.#press(event.target.closest("[data-do]")));
    addEventListener("beforeprint", () => this.#print(true));
    addEventListener("afterprint", () => this.#print(false));
    matchMedia("print").addEventListener("change", ({ matches }) => this.#print(matches));
    if (this.inAddress) onPageState(() => this.#readAddress());
  }

  #press(button) {
    if (!button) return;
    const { do: what } = button.dataset;
    const rows = () => this.matches.map((position) => this.rows.all[position]);
    if (what === "more") this.#showMore();
    if (what === "print") print();
    if (what === "csv") saveRows(rows(), JSON.parse(this.root.dataset.columns));
    if (what === "copy") copyRows(rows()).then((said) => this.#say(said));
    if (what === "clear") this.#clear();
    if (what === "drop") this.#drop(button);
  }

  #readAddress() {
    const state = pageState();
    this.choices.choose(state);
    const [order] = state.get("sort") ?? [];
    this.select.value = [...this.select.options].some((option) => option.value === order) ? order : "title";
    const [text = ""] = state.get("q") ?? [];
    if (this.input.value !== text) this.input.value = text;
    this.#search(text, false);
  }

  /** Looks for typed words; the rest of the state stands as it is. */
  async #search(text, isStep) {
    this.text = text;
    const found = text.trim() ? await findAmongRows(text, this.rows.all, this.root.dataset.root) : undefined;
    if (this.text !== text) return; // more was typed meanwhile
    const began = found && !this.found;
    if (!found && this.select.value === "best") this.select.value = "title";
    this.found = found;
    this.select.options[0].hidden = this.select.options[0].disabled = !found;
    if (began && !pageState().has("sort")) this.select.value = "best";
    this.#changed(isStep);
  }

  #changed(isStep) {
    if (this.shown !== Infinity) this.shown = this.atOnce; // who has asked for all keeps all
    if (this.inAddress) this.#writeAddress(isStep);
    this.#update();
  }

  #writeAddress(isStep) {
    const usual = this.found ? "best" : "title";
    const sort = this.select.value === usual ? [] : [this.select.value];
    changePageState([["q", [this.text.trim()]], ...this.choices.chosen(), ["sort", sort]], isStep);
  }

  /** Shows what fits, and what it is called; the counts beside the choices follow once that is on the screen. */
  #update() {
    const chosen = this.choices.chosen();
    const fits = this.found ? (position) => this.found.has(position) : undefined;
    const { matches, counts } = narrow(this.records, this.inAddress ? withUsualStatus(chosen) : chosen, fits);
    this.matches = this.rows.sorted(matches, this.order, this.found);
    this.counts = counts;
    this.#showRows();
    this.#showChosen();
    this.#sayCount();
    afterPaint(() => this.choices.showCounts(this.counts));
  }

  get order() {
    return this.select?.value ?? "title";
  }

  /** The first rows that fit; paper takes every one. */
  #showRows() {
    this.rows.show(this.isPrinting ? this.matches : this.matches.slice(0, this.shown), this.order);
    this.more.hidden = this.matches.length <= this.shown;
    if (!this.inAddress) this.more.firstElementChild.textContent = t("finder.show-all", { count: this.matches.length });
  }

  #print(isPrinting) {
    this.isPrinting = isPrinting;
    this.#showRows();
    this.#sayCount();
  }

  #showMore() {
    const next = this.matches[this.shown];
    this.shown = this.inAddress ? this.shown + this.atOnce : Infinity;
    this.#showRows();
    this.rows.all[next]?.querySelector("a").focus();
    this.#sayCount();
  }

  #showChosen() {
    const filters = [...typedFilter(this.text), ...this.choices.filters()];
    const count = filters.reduce((sum, { values }) => sum + values.length, 0);
    this.chips.replaceChildren(...makeChips(filters));
    this.chips.hidden = this.words.hidden = !count;
    if (this.summary) this.summary.textContent = count ? t("finder.filters-chosen", { count }) : t("finder.filters");
    this.words.textContent = count ? t("finder.filters-are", { filters: filtersInWords(filters) }) : "";
  }

  #sayCount() {
    const [count, all] = [this.matches.length, this.rows.all.length];
    const shown = this.isPrinting ? count : Math.min(this.shown, count);
    this.#say(countInWords({ count, all, shown, hidden: this.#hiddenAsOld() }));
  }

  /** How many more would fit, were what is superseded or withdrawn asked for. */
  #hiddenAsOld() {
    if (!this.inAddress || this.choices.chosen().get("status")?.length) return 0;
    return countOld(this.counts);
  }

  #say(text) {
    if (this.status.textContent !== `${text}.`) this.status.textContent = `${text}.`;
  }

  #drop({ dataset: { name, value } }) {
    const place = findChip(this.chips, name, value);
    this.choices.drop(name, value);
    if (name === "q") this.#emptyText();
    else this.#changed(true);
    (this.chips.children[place]?.firstChild ?? this.form.querySelector("summary"))?.focus();
  }

  #clear() {
    this.choices.choose(new Map());
    if (this.input) this.#emptyText();
    else this.#changed(true);
    (this.input ?? this.form.querySelector("summary")).focus();
  }

  #emptyText() {
    this.input.value = "";
    this.#search("", true);
  }
}

mount("finder", (root) => new Finder(root));
