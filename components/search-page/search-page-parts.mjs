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

/** Words near those typed, each as a search. */
export function makeNearWords(words) {
  const links = words.map((word) =>
    element("li", {}, element("a", { href: `#${writeFragment([["q", [word]]])}` }, word)),
  );
  return element(
    "section",
    {},
    element("h2", {}, t("search-page.near")),
    element("ul", { class: "inline-list" }, ...links),
  );
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
