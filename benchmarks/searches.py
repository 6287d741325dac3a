"""How each contender is asked in a browser: what to open, how to ask, and how to read the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

Ask = Callable[[Page, str], list[str]]


@dataclass(frozen=True)
class Asked:
    """One contender: the page to open, what to do to see the first result, and all addresses of an answer."""

    name: str
    page: str
    first: Callable[[Page, str], None]
    answers: Ask


def _ours_first(page: Page, words: str) -> None:
    page.focus("#site-search")
    page.keyboard.type(words)
    page.wait_for_selector("#site-search-list [role=option]")


OURS = """async (words) => {
  const search = await window.theirs;
  return search.find(words).results.slice(0, 20).map(({ url }) => url);
}"""
OPEN_OURS = """() => {
  const fetched = (src) => new Promise((done) => {
    const script = Object.assign(document.createElement("script"), { src, onload: done });
    document.head.append(script);
  });
  const given = {};
  toolkit.deliver = (name, value) => (given[name] = value);
  const files = ["search.js", "search/index.js", "search/lunr.js"];
  window.theirs ??= Promise.all(files.map((file) => fetched(`../assets/${file}`)))
    .then(() => given.search.makeSearch(lunr, given.index));
}"""


def _ours_answers(page: Page, words: str) -> list[str]:
    page.evaluate(OPEN_OURS)
    return list(page.evaluate(OURS, words))


def _material_first(page: Page, words: str) -> None:
    page.wait_for_selector("[data-md-component=search-query]", state="attached")
    page.evaluate("document.querySelector('#__search').click()")
    page.focus("[data-md-component=search-query]")
    page.keyboard.type(words)
    page.wait_for_selector(".md-search-result__item")


def _material_answers(page: Page, words: str) -> list[str]:
    """Results in the order of the page, with those that it folds away."""
    page.evaluate("document.querySelector('#__search').checked || document.querySelector('#__search').click()")
    page.fill("[data-md-component=search-query]", "")
    page.keyboard.press("End")
    page.wait_for_timeout(100)
    page.fill("[data-md-component=search-query]", words)
    page.keyboard.press("End")  # Material listens for keys
    page.wait_for_timeout(450)  # it answers from a worker and says nothing when it has none
    links = page.eval_on_selector_all(".md-search-result__link", "all => all.slice(0, 40).map((a) => a.href)")
    base = "/".join(page.url.split("/")[:3])
    return [
        link.split("?")[0].replace(f"{base}/", "") + ("#" + link.split("#")[1] if "#" in link else "") for link in links
    ]


PAGEFIND = """async (words) => {
  window.pagefind ??= await import(new URL("./pagefind/pagefind.js", location.href));
  const { results } = await pagefind.search(words);
  const data = await Promise.all(results.slice(0, 8).map((result) => result.data()));
  const places = ({ url, sub_results: parts }) => (parts.length ? parts.slice(0, 2).map((part) => part.url) : [url]);
  return data.flatMap(places);
}"""
MINISEARCH = """async (words) => {
  window.index ??= (async () => {
    const read = (name) => fetch(name).then((answer) => answer.text());
    const [text, options] = await Promise.all(["index.json", "options.json"].map(read));
    return MiniSearch.loadJSON(text, JSON.parse(options));
  })();
  const boost = { title: 8, names: 6, within: 2.5, summary: 2.5, about: 1.5 };
  return (await window.index).search(words, { boost, prefix: true, fuzzy: 0.2 }).slice(0, 20).map(({ url }) => url);
}"""


def _scripted(script: str) -> tuple[Callable[[Page, str], None], Ask]:
    def answers(page: Page, words: str) -> list[str]:
        return [url.removeprefix("/") for url in page.evaluate(script, words)]

    return lambda page, words: page.evaluate(script, words) and None, answers


ALL = {
    "toolkit": Asked("toolkit", "about/", _ours_first, _ours_answers),
    "Material": Asked("Material", "about/", _material_first, _material_answers),
    "Pagefind": Asked("Pagefind", "", *_scripted(PAGEFIND)),
    "MiniSearch": Asked("MiniSearch", "", *_scripted(MINISEARCH)),
}
