"""The pages by role: each says what it must, stands in the navigation, and is found by its readers' own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import MACROS
from tests.search.test_relevance import ask
from toolkit.pages.readability import reading_age
from toolkit.site.model import Site
from toolkit.site.read import read_site
from toolkit.sources.yaml_source import read_yaml

FILE = Path(__file__).with_name("roles.yml")
DATA = read_yaml(FILE, FILE.name).data
PAGES = {entry["path"]: entry for entry in DATA["pages"]}
LONGEST = 900  # words: under five minutes
OLDEST = 12  # years of age at which a page can be read


@pytest.fixture(scope="module")
def sources(root: Path) -> Site:
    return read_site(root, MACROS)


def words_of(sources: Site, path: str) -> str:
    return " ".join(sources.page_at[path].text.split())


@pytest.mark.parametrize("path", PAGES)
def test_a_role_page_says_what_every_role_must_know_and_what_this_one_must(sources: Site, path: str) -> None:
    text = words_of(sources, path)
    missing = [p for p in [*DATA["everywhere"], *PAGES[path]["says"]] if not re.search(p, text, re.IGNORECASE)]
    assert [] == missing


@pytest.mark.parametrize("path", PAGES)
def test_a_role_page_has_the_shape_of_its_kind_and_takes_under_five_minutes(sources: Site, path: str) -> None:
    page = sources.page_at[path]
    headings = re.findall(r"^## (.*)$", page.text, re.MULTILINE)
    assert "In short" == headings[0]
    assert re.match(r"What you may see( or hear)? first", headings[1])
    assert any(heading.startswith("What to do") for heading in headings)
    assert ["Resources for your role", "What your local procedures decide"] == headings[-2:]
    assert "What to avoid" in headings
    assert 3 <= len(re.findall(r"^- ", page.text.split("## In short")[1].split("##")[0], re.MULTILINE)) <= 5
    assert page.words <= LONGEST and reading_age(page.text) <= OLDEST
    assert {"front-door", "out-of-hours", "police"} <= set(page.meta.contacts)
    assert page.meta.sources and page.meta.written and not page.meta.reviewed


def test_every_page_by_role_is_tested_and_listed_on_the_page_of_roles(sources: Site) -> None:
    paths = {page.path for page in sources.pages if page.path.startswith("roles/")} - {"roles/index.md"}
    assert paths == set(PAGES)
    index = sources.page_at["roles/index.md"].text
    assert [] == [path for path in paths if f"({Path(path).name})" not in index]


def test_the_home_page_and_the_navigation_lead_to_the_pages_by_role(site: Path) -> None:
    assert 'href="roles/"' in (site / "index.html").read_text("utf-8")
    toolkit = (site / "toolkit/introduction/index.html").read_text("utf-8")
    assert [] == [path for path in PAGES if f'../../{path.removesuffix(".md")}/"' not in toolkit]


def test_a_group_of_readers_is_led_to_the_pages_of_its_roles(site: Path, sources: Site) -> None:
    for path in PAGES:
        for audience in sources.page_at[path].meta.audience:
            html = (site / f"audiences/{audience}/index.html").read_text("utf-8")
            assert f'../../{path.removesuffix(".md")}/"' in html, (path, audience)
    assert all(sources.page_at[path].meta.audience for path in PAGES)
    assert 'id="chapters"' not in (site / "audiences/police/index.html").read_text("utf-8")


def test_the_words_that_a_role_types_lead_to_its_page_first(site: Path) -> None:
    wanted = [(words, path) for path, entry in PAGES.items() for words in entry["found_by"]]
    first = [urls[0].partition("#")[0] if urls else "" for urls in ask(site, [words for words, _ in wanted])]
    missed = [(words, url) for (words, path), url in zip(wanted, first, strict=True) if url != f"{path[:-3]}/"]
    assert [] == missed
