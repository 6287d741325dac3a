/** The page of results: the query and the kind stand in the fragment of the address. */
import { readFragment, writeFragment } from "../../browser/lib/fragment.mjs";
import { t } from "../../browser/lib/language.mjs";
import { countSentence, groupByKind } from "../../browser/lib/results.mjs";
import { mount, requirePart } from "../../browser/page/component.mjs";
import { openSearch, openSummaries } from "../../browser/page/open-search.mjs";
import { afterPause, element } from "../../browser/page/page.mjs";
import { makeNearWords, makeOtherWays, makeResult, makeSection } from "./search-page-parts.mjs";

const BEST = 5; // shown first, of any kind
const EACH = 5; // then of each kind
const ONE_KIND = 20; // of one kind at a time
const PAUSE = 120;

class SearchPage {
  constructor(page) {
    this.root = page.dataset.root;
    this.form = requirePart(page, "form");
    this.input = requirePart(page, "input[type=search]");
    this.kinds = requirePart(page, "fieldset");
    this.status = requirePart(page, "[role=status]");
    this.results = requirePart(page, ".results");
    this.form.hidden = false;
    document.body.classList.add("one-search");
    this.shown = ONE_KIND;
    this.#listen();
    this.#read();
  }

  #listen() {
    const typed = afterPause(() => this.#change({ q: this.input.value }, "replaceState"), PAUSE);
    this.input.addEventListener("input", typed);
    this.input.addEventListener("focus", () => openSearch(this.root).catch(() => {}), { once: true });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#change({ q: this.input.value }, "replaceState");
    });
    this.kinds.addEventListener("change", (event) => this.#change({ kind: event.target.value }, "pushState"));
    addEventListener("hashchange", () => this.#read());
    addEventListener("popstate", () => this.#read());
  }

  #read() {
    const state = readFragment(location.hash);
    this.state = { q: state.get("q")?.[0] ?? "", kind: state.get("kind")?.[0] ?? "" };
    if (this.input.value !== this.state.q) this.input.value = this.state.q;
    this.shown = ONE_KIND;
    this.#update();
  }

  #change(changed, how) {
    const next = { ...this.state, ...changed };
    if (next.q === this.state.q && next.kind === this.state.kind) return;
    this.state = next;
    this.shown = ONE_KIND;
    const fragment = writeFragment([
      ["q", [next.q]],
      ["kind", [next.kind]],
    ]);
    history[how](
      null,
      "",
      fragment ? `#${fragment}` : location.pathname.slice(location.pathname.lastIndexOf("/") + 1) || "./",
    );
    this.#update();
  }

  async #update() {
    const { q } = this.state;
    if (!q.trim()) return this.#clear();
    try {
      this.search = await openSearch(this.root);
      this.#answer(q);
      if (!this.hasSummaries) {
        await openSummaries(this.root);
        this.hasSummaries = true;
        this.#answer(q);
      }
    } catch (error) {
      console.error(error);
      this.#say(t("search-page.not-fetched"));
      this.results.replaceChildren(this.#makeOtherWays());
    }
  }

  #answer(q) {
    if (q === this.state.q) this.#show(this.search.find(q, { isTyping: document.activeElement === this.input }));
  }

  #clear() {
    this.kinds.hidden = true;
    this.results.replaceChildren();
    this.#say("");
  }

  #show(found) {
    this.found = found;
    const groups = groupByKind(found.results, this.search.kinds);
    if (!groups.some((group) => group.kind === this.state.kind)) this.state.kind = "";
    this.#showKinds(groups, found.results.length);
    if (!found.results.length) return this.#showNothing();
    const chosen = this.state.kind ? groups.filter((group) => group.kind === this.state.kind) : groups;
    this.#say(countSentence(this.state.kind ? chosen[0].results : found.results));
    this.results.replaceChildren(
      ...this.#notes(),
      ...(this.state.kind ? this.#oneKind(chosen[0]) : this.#allKinds(groups)),
    );
  }

  #notes() {
    const { corrections, unknown } = this.found;
    const notes = corrections.map(({ typed, read }) => t("search-page.corrected", { read, typed }));
    if (unknown.length)
      notes.push(t("search-page.unknown", { words: unknown.map((word) => `“${word}”`).join(` ${t("finder.or")} `) }));
    return notes.map((note) => element("p", { class: "results__note" }, note));
  }

  #allKinds(groups) {
    const best = this.found.results.slice(0, BEST);
    const parts = [this.#part(t("search-page.best"), best, "best")];
    for (const { kind, label, results } of groups) {
      const rest = results.filter((result) => !best.includes(result));
      if (!rest.length) continue;
      const more =
        rest.length > EACH &&
        this.#narrowButton(kind, t("search-page.all-of-kind", { count: results.length, kind: label.toLowerCase() }));
      parts.push(this.#part(label, rest.slice(0, EACH), kind, more || ""));
    }
    return parts;
  }

  #oneKind({ kind, label, results }) {
    const left = results.length - this.shown;
    const more = element(
      "button",
      { type: "button", class: "button" },
      t("search-page.more", { count: Math.min(left, ONE_KIND) }),
    );
    more.addEventListener("click", () => this.#showMore());
    return [this.#part(label, results.slice(0, this.shown), kind, left > 0 ? more : "")];
  }

  #showMore() {
    const next = this.shown;
    this.shown += ONE_KIND;
    this.#show(this.found);
    this.results.querySelectorAll(".result a")[next]?.focus();
  }

  #narrowButton(kind, text) {
    const button = element("button", { type: "button", class: "button" }, text);
    button.addEventListener("click", () => {
      this.#change({ kind }, "pushState");
      this.kinds.querySelector("input:checked")?.focus();
    });
    return button;
  }

  #part(label, results, id, more = "") {
    const { stems } = this.found;
    const items = results.map((result) => makeResult(result, { root: this.root, search: this.search, stems }));
    return makeSection(label, items, id, more);
  }

  #showKinds(groups, total) {
    const choices = [{ kind: "", label: t("search-page.everything"), results: { length: total } }, ...groups];
    this.kinds.hidden = !total;
    const hadFocus = this.kinds.contains(document.activeElement);
    for (const label of this.kinds.querySelectorAll("label")) label.remove();
    this.kinds.append(
      ...choices.map(({ kind, label, results }) => {
        const radio = element("input", { type: "radio", value: kind });
        radio.name = "kind-of-result";
        radio.checked = kind === this.state.kind;
        return element("label", {}, radio, ` ${label} (${results.length})`);
      }),
    );
    if (hadFocus) this.kinds.querySelector("input:checked")?.focus();
  }

  #showNothing() {
    const near = this.search.nearWords(this.state.q);
    this.#say(t("search.none"));
    const nothing = element("p", {}, t("search-page.nothing"));
    this.results.replaceChildren(nothing, near.length ? makeNearWords(near) : "", this.#makeOtherWays());
  }

  #makeOtherWays() {
    return makeOtherWays(this.root, this.search?.topics ?? []);
  }

  #say(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}

mount("search-page", (page) => new SearchPage(page));
