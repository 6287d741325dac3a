/** The parts of the page of results: a result, a section of them, and what is offered where there are none. */
import { pageAddress } from "../../browser/lib/address.mjs";
import { writeFragment } from "../../browser/lib/fragment.mjs";
import { t } from "../../browser/lib/language.mjs";
import { element, markWords } from "../../browser/page/page.mjs";

/** Results under a heading, with what follows them. */
export function makeSection(label, items, id, more) {
  const heading = element("h2", { id: `results-${id}` }, label);
  const list = element("ol", { class: "result-list" }, ...items);
  return element("section", { "aria-labelledby": heading.id }, heading, list, more);
}

/** One result, with the words of these stems marked. */
export function makeResult({ title, within, summary, status, leadsTo, kind }, { root, search, stems }) {
  const mark = (text) => markWords(text, stems, search.vocabulary.stem);
  const link = element("a", { href: pageAddress(root, leadsTo, location.protocol) }, ...mark(title));
  const kindName = new Map(search.kinds).get(kind);
  const note = element("span", { class: "result__where" }, [kindName, within, status].filter(Boolean).join(" · "));
  return element(
    "li",
    { class: "result", "data-kind": kind },
    link,
    note,
    summary ? element("p", {}, ...mark(summary)) : "",
  );
}

/** Words, each as a search. */
export function makeWordLinks(heading, words) {
  const items = words.map((word) => element("li", {}, linkToSearch(word)));
  return element("section", {}, element("h2", {}, heading), element("ul", { class: "inline-list" }, ...items));
}

function linkToSearch(words) {
  return element("a", { href: `#${writeFragment([["q", [words]]])}` }, words);
}

/** What the search made of the words: put right, not known, and what may have been meant, as links. */
export function makeNotes({ corrections, offers, unknown }) {
  const note = (...parts) => element("p", { class: "results__note" }, ...parts);
  const notes = corrections.map(({ typed, read }) => note(t("search-page.corrected", { read, typed })));
  const or = ` ${t("finder.or")} `;
  if (unknown.length) notes.push(note(t("search-page.unknown", { words: unknown.map((w) => `“${w}”`).join(or) })));
  for (const { words } of offers) {
    if (!words.length) continue;
    const links = words.flatMap((word, place) => (place ? [or, linkToSearch(word)] : [linkToSearch(word)]));
    notes.push(note(`${t("search-page.did-you-mean")} `, ...links));
  }
  return notes;
}

/** Fills a select with the values of its facet and how many results each has; the first is none of them. */
export function fillSelect(select, values, state) {
  const chosen = state[select.dataset.facet];
  const options = [element("option", { value: "" }, t("search-page.everything"))];
  for (const { id, name, count } of values) options.push(element("option", { value: id }, `${name} (${count})`));
  select.replaceChildren(...options);
  select.value = chosen;
  select.disabled = !values.length;
}

/** A button and what its press does. */
export function makeButton(text, press) {
  const button = element("button", { type: "button", class: "button" }, text);
  button.addEventListener("click", press);
  return button;
}

/** What is said where there are results and the choices leave none of them, with a way to take all choices away. */
export function makeWayBack(count, takeAway) {
  const button = makeButton(t("search-page.show-all", { count }), takeAway);
  return [element("p", {}, t("search-page.none-left")), button];
}

/** Where to look instead; `topics` are names with their pages. */
export function makeOtherWays(root, topics) {
  const link = (name, url) =>
    element("li", {}, element("a", { href: pageAddress(root, url, location.protocol) }, name));
  const pages = [
    [t("not-found.a-to-z"), "a-to-z/"],
    [t("navigation.what-to-do"), "what-to-do/"],
    [t("search.kind-helplines"), "helplines/"],
  ];
  return element(
    "section",
    {},
    element("h2", {}, t("search-page.other-ways-to-look")),
    element("ul", { class: "columns" }, ...[...pages, ...topics].map(([name, url]) => link(name, url))),
  );
}
