/** The page of results: the query and what narrows it are in the fragment of the address, which no server is sent. */
import { readFragment, writeFragment } from "../../browser/lib/fragment.mjs";
import { t } from "../../browser/lib/language.mjs";
import { countSentence, groupByKind } from "../../browser/lib/results.mjs";
import { narrowResults, SEARCH_FACETS } from "../../browser/lib/search-facets.mjs";
import { mount, requirePart } from "../../browser/page/component.mjs";
import { openSearch, openSummaries } from "../../browser/page/open-search.mjs";
import { afterPause, element } from "../../browser/page/page.mjs";
import { listenForPress, offerMessage } from "./message.mjs";
import {
  fillSelect,
  makeButton,
  makeNotes,
  makeOtherWays,
  makeResult,
  makeSection,
  makeWayBack,
  makeWordLinks,
} from "./search-page-parts.mjs";

const BEST = 5; // shown first, of any kind
const EACH = 5; // then of each kind
const ONE_KIND = 20; // of one kind at a time
const PAUSE = 120;

class SearchPage {
  constructor(page) {
    this.root = page.dataset.root;
    this.form = requirePart(page, "form");
    this.input = requirePart(page, "input[type=search]");
    this.narrowing = requirePart(page, "details");
    this.selects = [...this.narrowing.querySelectorAll("select")];
    this.message = requirePart(page, ".search-page__message");
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
    this.narrowing.addEventListener("change", ({ target }) =>
      this.#change({ [target.dataset.facet]: target.value }, "pushState"),
    );
    listenForPress(this.message, () => this.missing);
    addEventListener("hashchange", () => this.#read());
    addEventListener("popstate", () => this.#read());
  }

  #read() {
    const state = readFragment(location.hash);
    this.state = Object.fromEntries(["q", ...SEARCH_FACETS].map((key) => [key, state.get(key)?.[0] ?? ""]));
    if (SEARCH_FACETS.some((facet) => this.state[facet])) this.narrowing.open = true;
    if (this.input.value !== this.state.q) this.input.value = this.state.q;
    this.shown = ONE_KIND;
    this.#update();
  }

  #change(changed, how) {
    const next = { ...this.state, ...changed };
    if (Object.keys(next).every((key) => next[key] === this.state[key])) return;
    this.state = next;
    this.shown = ONE_KIND;
    const fragment = writeFragment(Object.entries(next).map(([key, value]) => [key, [value]]));
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
    this.narrowing.hidden = true;
    this.message.hidden = true;
    this.results.replaceChildren();
    this.#say("");
  }

  #show(found) {
    this.found = found;
    const choices = new Map(SEARCH_FACETS.map((facet) => [facet, this.state[facet]]));
    const { results, values } = narrowResults(found.results, choices, this.search);
    this.narrowing.hidden = !found.results.length;
    for (const select of this.selects) fillSelect(select, values.get(select.dataset.facet), this.state);
    this.#offerMessage(found);
    if (!results.length) return this.#showNothing(found);
    this.#say(countSentence(results));
    const groups = groupByKind(results, this.search.kinds);
    const parts = this.state.kind ? this.#oneKind(groups[0]) : this.#allKinds(groups, results);
    this.results.replaceChildren(...makeNotes(found), ...parts);
  }

  /** What nothing has, as it can be told to whoever hosts the site. */
  #offerMessage({ unknown, results }) {
    this.missing = unknown.join(" ");
    if (!results.length) this.missing ||= this.state.q.trim();
    offerMessage(this.message, this.missing);
  }

  #allKinds(groups, found) {
    const best = found.slice(0, BEST);
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
    const more = makeButton(t("search-page.more", { count: Math.min(left, ONE_KIND) }), () => this.#showMore());
    return [this.#part(label, results.slice(0, this.shown), kind, left > 0 ? more : "")];
  }

  #showMore() {
    const next = this.shown;
    this.shown += ONE_KIND;
    this.#show(this.found);
    this.results.querySelectorAll(".result a")[next]?.focus();
  }

  #narrowButton(kind, text) {
    return makeButton(text, () => {
      this.#change({ kind }, "pushState");
      this.selects.find(({ dataset }) => dataset.facet === "kind")?.focus();
    });
  }

  #part(label, results, id, more = "") {
    const { stems } = this.found;
    const items = results.map((result) => makeResult(result, { root: this.root, search: this.search, stems }));
    return makeSection(label, items, id, more);
  }

  #showNothing(found) {
    this.#say(t("search.none"));
    const back = makeWayBack(found.results.length, () => this.#takeChoicesAway());
    if (found.results.length) return this.results.replaceChildren(...back, this.#makeOtherWays());
    const near = found.offers.length ? [] : this.search.nearWords(this.state.q);
    this.results.replaceChildren(
      ...makeNotes(found),
      found.unknown.length ? "" : element("p", {}, t("search-page.nothing")),
      near.length ? makeWordLinks(t("search-page.near"), near) : "",
      this.#makeOtherWays(),
    );
  }

  #takeChoicesAway() {
    this.#change(Object.fromEntries(SEARCH_FACETS.map((facet) => [facet, ""])), "pushState");
    this.selects[0].focus();
  }

  #makeOtherWays() {
    return makeOtherWays(this.root, this.search?.topics ?? []);
  }

  #say(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }
}

mount("search-page", (page) => new SearchPage(page));
