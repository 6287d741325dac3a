"""Compares the search with Material's own, Pagefind and MiniSearch on the same words; see benchmarks/README.md."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.contenders import make_material, make_minisearch, make_pagefind
from benchmarks.phone import browser, phone, sent, served
from benchmarks.searches import ALL, Asked
from macros import MACROS
from tests.search.judged import QUERIES, UNSEEN, measures, read_judged
from toolkit.html.tree import parse_page
from toolkit.search.page_text import PageText, read_page_text
from toolkit.site.finish.search.entries import entries_of
from toolkit.site.read import read_site

ROOT = Path(__file__).resolve().parents[1]
WORDS = "trauma"
ROUNDS = 3
OF_MATERIAL = ("/search/search_index.json", "/assets/javascripts/workers/search")


def texts_of(site: Path) -> dict[str, PageText]:
    """What each page of a built site says, by its address."""
    pages = {f"{path.parent.relative_to(site).as_posix()}/": path for path in site.rglob("index.html")}
    return {url: read_page_text(parse_page(path.read_text("utf-8"))) for url, path in pages.items() if url != "./"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="a built site (scripts/build.py --out)")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser to drive")
    parser.add_argument("--minisearch", type=Path, help="node_modules/minisearch, after `npm install minisearch`")
    parser.add_argument("--without", action="append", default=[], help="leave a contender out")
    given = parser.parse_args()
    entries = entries_of(read_site(ROOT, MACROS), texts_of(given.site))
    with tempfile.TemporaryDirectory() as work, browser(given.chromium) as opened:
        folders = {"toolkit": given.site, "Material": make_material(entries, Path(work) / "material")}
        if "Pagefind" not in given.without:
            folders["Pagefind"] = make_pagefind(entries, Path(work) / "pagefind")
        if given.minisearch:
            folders["MiniSearch"] = make_minisearch(entries, Path(work) / "minisearch", given.minisearch)
        print(f"{len(entries)} entries; ratios are to Material's search on the same words\n")
        rows = {name: measure(opened, ALL[name], folder) for name, folder in folders.items()}
    report(rows)


def measure(opened: Browser, asked: Asked, folder: Path) -> dict[str, float]:
    """One contender's bytes, seconds to the first result and relevance."""
    with served(folder) as base:
        rounds = [first_result(opened, asked, base) for _ in range(ROUNDS)]
        found = {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}
        return found | relevance(opened, asked, base)


def first_result(opened: Browser, asked: Asked, base: str) -> dict[str, float]:
    """Bytes fetched for the search, and how long until a result shows, on a phone.

    `after load`: the page stands, the reader turns to the box. `from start`: the reader wants the box at once.
    """
    with phone(opened) as page:
        before = len(sent())
        page.goto(base + asked.page, wait_until="load")
        page.wait_for_timeout(1500)
        loaded = len(sent())
        start = time.perf_counter()
        asked.first(page, WORDS)
        after_load = time.perf_counter() - start
        page.wait_for_timeout(300)
        # Material fetches its index with every page; the others when they are asked.
        with_page = [size for path, size in sent()[before:loaded] if "search" in path and path.startswith(OF_MATERIAL)]
        total = sum(with_page) + sum(size for _, size in sent()[loaded:])
    with phone(opened) as page:
        start = time.perf_counter()
        page.goto(base + asked.page, wait_until="commit")
        page.wait_for_selector("input[type=search], input", state="attached")
        if asked.name == "toolkit":
            page.wait_for_selector("[role=combobox]")
        if asked.name == "MiniSearch":
            page.wait_for_load_state("load")
        asked.first(page, WORDS)
        return {"bytes": total, "after load (s)": after_load, "from start (s)": time.perf_counter() - start}


def relevance(opened: Browser, asked: Asked, base: str) -> dict[str, float]:
    """How well the judged queries are answered: those that the search was tuned with, and those that nobody read."""
    found: dict[str, float] = {}
    with phone(opened, slow=False) as page:
        page.goto(base + asked.page, wait_until="load")
        for prefix, path in (("", QUERIES), ("unseen ", UNSEEN)):
            ranks = [judged.rank(asked.answers(page, judged.words)) for judged in read_judged(path)]
            found |= {f"{prefix}{name}": value for name, value in measures(ranks).items()}
    return found


def report(rows: dict[str, dict[str, float]]) -> None:
    """A line for each measure: every contender's value and, for bytes and seconds, its ratio to Material's."""
    print(f"{'':24}" + "".join(f"{name:>22}" for name in rows))
    for name in next(iter(rows.values())):
        cells = []
        for row in rows.values():
            ratio = f" ({row[name] / rows['Material'][name]:.2f} x)" if "@" not in name and "rank" not in name else ""
            value = f"{row[name]:,.0f}" if name == "bytes" else f"{row[name]:.3f}"
            cells.append(f"{value + ratio:>22}")
        print(f"{name:24}" + "".join(cells))


if __name__ == "__main__":
    main()
