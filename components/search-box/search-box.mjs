/** The search box of the header: results while typing, chosen by keyboard or pointer. Without script it leads to the A to Z. */
import { pageAddress } from "../../browser/lib/address.mjs";
import { writeFragment } from "../../browser/lib/fragment.mjs";
import { t } from "../../browser/lib/language.mjs";
import { countSentence, groupByKind } from "../../browser/lib/results.mjs";
import { mount, requirePart } from "../../browser/page/component.mjs";
import { openSearch } from "../../browser/page/open-search.mjs";
import { afterPause, element, markWords } from "../../browser/page/page.mjs";

const MOST = 8; // results that fit under the box
const FEWEST_LETTERS = 2;
const PAUSE = 60; // milliseconds without a key before the list changes
const QUIET = 900; // and before the count is read out

class SearchBox {
  constructor(form) {
    this.form = form;
    this.root = form.dataset.root;
    this.input = requirePart(form, "input");
    this.list = requirePart(form, "[role=listbox]");
    this.nothing = requirePart(form, ".search-box__nothing"); // beside the list, which holds nothing but options
    this.status = requirePart(form, "[role=status]");
    this.active = -1;
    this.isWanted = false; // whether the list is to open once there is an answer
    this.sayLater = afterPause((text) => (this.status.textContent = text), QUIET);
    this.#prepare();
    this.#listen();
  }

  #prepare() {
    const { input, list } = this;
    const combobox = {
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": list.id,
      "aria-autocomplete": "list",
    };
    for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
  }

  #listen() {
    const { form, input, list } = this;
    const update = afterPause(() => this.#update(), PAUSE);
    input.addEventListener("focus", () => openSearch(this.root).catch(() => {}), { once: true });
    input.addEventListener("input", () => {
      this.isWanted = true;
      update();
    });
    input.addEventListener("keydown", (event) => this.#press(event));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#go(this.options()[this.active]?.href ?? this.#resultsAddress());
    });
    form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || this.#close());
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the box focused until the click
    list.addEventListener("click", () => this.#close());
  }

  options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  async #update() {
    const text = this.input.value;
    if (text.trim().length < FEWEST_LETTERS) return this.#close();
    if (!this.isWanted) return undefined;
    try {
      const search = await openSearch(this.root);
      if (this.isWanted && text === this.input.value) this.#show(search, search.find(text, { isTyping: true }));
    } catch {
      this.#showNothing(t("search-box.not-fetched"));
    }
  }

  #show(search, found) {
    const { results, stems } = found;
    if (!results.length) return this.#showNothing(nothingSentence(found));
    const stemOf = search.vocabulary.stem;
    const groups = groupByKind(results.slice(0, MOST), search.kinds).map((group, number) =>
      this.#group(group, number, stems, stemOf),
    );
    const count = countSentence(results);
    const all = this.#option(
      { href: this.#resultsAddress(), class: "search-box__all" },
      t("search-box.see-all", { results: count }),
    );
    this.list.replaceChildren(...groups, all);
    this.#open(t("search-box.choose", { results: count }));
  }

  #group({ label, results }, number, stems, stemOf) {
    const id = `${this.list.id}-${number}`;
    const options = results.map((result) => {
      const within = result.within && element("span", { class: "search-box__within" }, ` ${result.within}`);
      return this.#option(
        { href: pageAddress(this.root, result.leadsTo, location.protocol) },
        ...markWords(result.title, stems, stemOf),
        within,
      );
    });
    return element(
      "div",
      { role: "group", "aria-labelledby": id },
      element("div", { class: "search-box__kind", id, role: "presentation" }, label),
      ...options,
    );
  }

  #option(attributes, ...children) {
    return element("a", { role: "option", tabindex: "-1", "aria-selected": "false", ...attributes }, ...children);
  }

  #showNothing(text) {
    this.#close();
    this.isWanted = true;
    this.nothing.textContent = text;
    this.nothing.hidden = false;
    this.sayLater(text);
  }

  #open(said) {
    for (const [index, option] of this.options().entries()) option.id = `${this.list.id}-option-${index}`;
    this.#activate(-1);
    this.nothing.hidden = true;
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.sayLater(said);
  }

  #close() {
    this.isWanted = false;
    this.list.hidden = true;
    this.nothing.hidden = true;
    this.#activate(-1);
    this.input.setAttribute("aria-expanded", "false");
    this.sayLater("");
  }

  #press(event) {
    const count = this.options().length;
    const isOpen = !this.list.hidden || !this.nothing.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") this.isWanted = false;
    if (event.key === "Escape" && isOpen) {
      event.preventDefault(); // keeps what was typed; a second press empties the box as usual
      this.#close();
    } else if (step && isOpen && count) {
      event.preventDefault();
      this.#activate(((this.active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (step && !isOpen) {
      this.isWanted = true;
      this.#update();
    }
  }

  /** Moves the mark to an option; -1 is the box itself. */
  #activate(number) {
    const options = this.options();
    options[this.active]?.setAttribute("aria-selected", "false");
    this.active = number;
    const option = options[number];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #resultsAddress() {
    const q = this.input.value.trim();
    return pageAddress(this.root, q ? `search/#${writeFragment([["q", [q]]])}` : "search/", location.protocol);
  }

  #go(address) {
    this.#close();
    location.assign(address);
  }
}

/** That nothing has the words, or which word may have been meant. */
function nothingSentence({ offers }) {
  const [word] = offers.flatMap(({ words }) => words);
  return word ? t("search-box.nothing-but", { word }) : t("search-box.nothing");
}

mount("search-box", (form) => new SearchBox(form));
