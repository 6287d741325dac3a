/** Narrows a table of resources: the finder with all its facets, and tables in chapters with a few. */
import { inWords, narrow, prepareRecords, withUsualStatus } from "../lib/facets.mjs";
import { findAmongRows } from "../lib/finder-text.mjs";
import { copyRows, saveRows } from "../lib/finder-files.mjs";
import { afterPause, element } from "../lib/page.mjs";
import { changePageState, onPageState, pageState } from "../lib/page-state.mjs";
import { compareRows } from "../lib/row-order.mjs";

// Rows that a screen lays out at a time; print has them all. Laying out is what a tick costs, above all on a phone.
const AT_ONCE = matchMedia("(max-width: 40rem)").matches ? 20 : 50;
const PAUSE = 150;

class ResourceFinder {
  constructor(root) {
    this.root = root;
    this.inAddress = root.dataset.state === "address";
    this.form = root.querySelector("form");
    this.body = root.querySelector("tbody");
    this.rows = [...this.body.rows];
    this.facets = [...this.form.querySelectorAll("[data-facet]")].map(readFacet);
    this.names = this.facets.map(({ name }) => name);
    this.records = prepareRecords(this.rows.map((row) => this.#record(row)));
    this.order = "title";
    this.inOrder = this.rows;
    this.more = root.querySelector(".finder__more");
    this.atOnce = this.more ? AT_ONCE : Infinity; // a table in a chapter shows all that fit
    this.shown = this.atOnce;
    this.visible = new Set(this.rows.keys());
    this.isPrinting = false;
    this.found = undefined; // positions that the typed words fit, best first
    this.text = "";
    this.#reveal();
    this.#listen();
    if (this.inAddress) this.#readAddress();
    else this.#update();
  }

  #record(row) {
    const names = [...this.names, "status"];
    return Object.fromEntries(names.map((name) => [name, (row.dataset[name] ?? "").split(" ").filter(Boolean)]));
  }

  #reveal() {
    this.form.hidden = false;
    this.root.classList.add("finder--live");
    for (const part of this.root.querySelectorAll(".finder__tools")) part.hidden = false;
    const all = this.form.querySelector(".finder__facets");
    if (all) all.open = matchMedia("(min-width: 60rem)").matches;
  }

  #listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", (event) => event.target.type === "checkbox" && this.#changed(true));
    this.input = this.form.querySelector("input[type=search]");
    this.input?.addEventListener("input", afterPause(() => this.#search(this.input.value, false), PAUSE));
    this.select = this.root.querySelector("select");
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
    const rows = this.matches.map((position) => this.rows[position]);
    if (what === "more") this.#showMore();
    if (what === "print") print();
    if (what === "csv") saveRows(rows);
    if (what === "copy") copyRows(rows).then((said) => this.#say(said));
    if (what === "clear") this.#clear();
    if (what === "drop") this.#drop(button);
  }

  #readAddress() {
    const state = pageState();
    for (const { name, boxes } of this.facets) {
      const values = state.get(name) ?? [];
      for (const box of boxes) box.checked = values.includes(box.value);
    }
    const [order] = state.get("sort") ?? [];
    this.select.value = [...this.select.options].some((option) => option.value === order) ? order : "title";
    const [text = ""] = state.get("q") ?? [];
    if (this.input.value !== text) this.input.value = text;
    this.#search(text, false);
  }

  /** Looks for typed words; the rest of the state stands as it is. */
  async #search(text, isStep) {
    this.text = text;
    const found = text.trim() ? await findAmongRows(text, this.rows, this.root.dataset.root) : undefined;
    if (this.text !== text) return; // more was typed meanwhile
    const began = found && !this.found;
    if (!found && this.select.value === "best") this.select.value = "title";
    this.found = found;
    this.select.options[0].hidden = this.select.options[0].disabled = !found;
    if (began && !pageState().has("sort")) this.select.value = "best";
    this.#changed(isStep);
  }

  #changed(isStep) {
    this.shown = this.atOnce;
    if (this.inAddress) this.#writeAddress(isStep);
    this.#update();
  }

  #writeAddress(isStep) {
    const usual = this.found ? "best" : "title";
    const sort = this.select.value === usual ? [] : [this.select.value];
    changePageState([["q", [this.text.trim()]], ...this.#chosen(), ["sort", sort]], isStep);
  }

  #chosen() {
    return new Map(this.facets.map(({ name, boxes }) => [name, boxes.filter((box) => box.checked).map((box) => box.value)]));
  }

  #update() {
    const chosen = this.#chosen();
    const fits = this.found ? (position) => this.found.has(position) : undefined;
    const { matches, counts } = narrow(this.records, this.inAddress ? withUsualStatus(chosen) : chosen, fits);
    this.matches = this.#sorted(matches);
    this.#showRows();
    for (const facet of this.facets) showCounts(facet, counts.get(facet.name));
    this.#showChosen();
    this.#sayCount(counts.get("status"));
  }

  #sorted(matches) {
    const order = this.select?.value ?? "title";
    if (order === "title") return matches; // as they stand in the page
    const rank = order === "best" && this.found ? [...this.found] : undefined;
    const place = rank && new Map(rank.map((position, index) => [position, index]));
    return matches.sort(place ? (a, b) => place.get(a) - place.get(b) : compareRows(this.rows, order));
  }

  /** Shows the first rows that fit. Only rows that change are touched: ten thousand would take too long. */
  #showRows() {
    this.#showOnly(this.isPrinting ? this.matches : this.matches.slice(0, this.shown));
    this.#arrange();
    if (this.more) this.more.hidden = this.matches.length <= this.shown;
  }

  #showOnly(positions) {
    const next = new Set(positions);
    for (const position of this.visible) if (!next.has(position)) this.rows[position].hidden = true;
    for (const position of next) if (!this.visible.has(position)) this.rows[position].hidden = false;
    this.visible = next;
  }

  /** Paper takes every row that fits. */
  #print(isPrinting) {
    this.isPrinting = isPrinting;
    this.#showRows();
  }

  /** Puts the matching rows in their order, if they are not in it. */
  #arrange() {
    const order = this.select?.value ?? "title";
    if (order === "title" && this.order === "title") return;
    this.order = order;
    this.body.append(...(order === "title" ? this.rows : this.matches.map((position) => this.rows[position])));
  }

  #showMore() {
    const next = this.matches[this.shown];
    this.shown += this.atOnce;
    this.#showRows();
    this.rows[next]?.querySelector("a").focus();
    this.#sayCount();
  }

  #filters() {
    const filters = this.facets.map(({ name, legend, boxes }) => {
      const chosen = boxes.filter((box) => box.checked);
      return { name, legend, values: chosen.map((box) => box.value), labels: chosen.map(labelOf) };
    });
    if (this.text.trim()) filters.unshift({ name: "q", legend: "Words", values: [this.text], labels: [this.text.trim().slice(0, 80)] });
    return filters.filter(({ values }) => values.length);
  }

  #showChosen() {
    const filters = this.#filters();
    const chips = this.root.querySelector(".chips");
    const made = filters.flatMap(({ name, legend, values, labels }) => values.map((value, index) => chip(name, value, legend, labels[index])));
    if (made.length) made.push(element("li", {}, element("button", { type: "button", class: "chip chip--clear", "data-do": "clear" }, "Clear all")));
    chips.replaceChildren(...made);
    chips.hidden = !made.length;
    const count = filters.reduce((sum, { values }) => sum + values.length, 0);
    const summary = this.form.querySelector(".finder__facets > summary");
    if (summary) summary.textContent = count ? `Filters (${count} chosen)` : "Filters";
    const words = this.root.querySelector(".finder__words");
    words.textContent = filters.length ? `Filters: ${inWords(filters)}.` : "";
    words.hidden = !filters.length;
  }

  #sayCount(statuses) {
    const [count, all] = [this.matches.length, this.rows.length];
    const shown = Math.min(this.shown, count);
    let said = count === all ? `${all} resources` : `${count} of ${all} resources`;
    if (!count) said = "No resource fits all of these. Take one of them away";
    if (shown < count) said += `, the first ${shown} shown`;
    const old = this.inAddress && statuses && !this.#chosen().get("status")?.length ? (statuses.get("superseded") ?? 0) + (statuses.get("withdrawn") ?? 0) : 0;
    if (old) said += `. ${old} superseded or withdrawn hidden: see Status`;
    this.#say(said);
  }

  #say(text) {
    const status = this.root.querySelector("[role=status]");
    if (status.textContent !== `${text}.`) status.textContent = `${text}.`;
  }

  #drop({ dataset: { name, value } }) {
    const chips = [...this.root.querySelectorAll(".chip")];
    const place = chips.findIndex((one) => one.dataset.name === name && one.dataset.value === value);
    this.#uncheck((facet, box) => facet === name && box.value === value, name === "q");
    (this.root.querySelectorAll(".chip")[place] ?? this.form.querySelector("summary"))?.focus();
  }

  #clear() {
    this.#uncheck(() => true, true);
    (this.input ?? this.form.querySelector("summary")).focus();
  }

  #uncheck(which, alsoText) {
    for (const { name, boxes } of this.facets) for (const box of boxes) if (which(name, box)) box.checked = false;
    if (!alsoText || !this.input) return this.#changed(true);
    this.input.value = "";
    return this.#search("", true);
  }
}

function readFacet(fieldset) {
  const boxes = [...fieldset.querySelectorAll("input")];
  return { name: fieldset.dataset.facet, legend: fieldset.querySelector("legend").textContent, boxes };
}

function labelOf(box) {
  return box.parentElement.querySelector(".facet__label").textContent;
}

function showCounts({ boxes }, counts) {
  for (const box of boxes) {
    const count = counts?.get(box.value) ?? 0;
    const shown = box.parentElement.querySelector(".facet__count");
    if (shown.textContent !== `(${count})`) shown.textContent = `(${count})`;
    box.parentElement.classList.toggle("facet__choice--none", count === 0);
  }
}

function chip(name, value, legend, label) {
  const remove = element("span", { class: "visually-hidden" }, "Remove ");
  return element("li", {}, element("button", { type: "button", class: "chip", "data-do": "drop", "data-name": name, "data-value": value },
    remove, `${legend}: ${label} `, element("span", { "aria-hidden": "true" }, "×")));
}

for (const root of document.querySelectorAll('[data-component="resource-finder"]')) if (root.querySelector("form")) new ResourceFinder(root);
