"""The list of sections under the title of a long page, and what every built page says of itself and of its tables."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from toolkit.html.tree import parse_page

OWN = ["helplines", "glossary", "a-to-z"]  # pages with jumps of their own
FINDER_AND_FORM = ["resources", "forms/action-plan"]  # with filters, or sections to fill in, as their way through
SHORT = ["r/childline", "my-list", "pathways/images/print"]
LONG = ["toolkit/harmful-sexual-behaviour", "what-to-do", "topics/images", "toolkit/safety-planning"]


def html(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text("utf-8")


@pytest.mark.parametrize("page", LONG)
def test_a_long_page_lists_its_own_sections_and_leads_back_to_the_list(site: Path, page: str) -> None:
    tree = parse_page(html(site, page))
    listed = [link.attributes["href"] for link in tree.css("article .contents a")]
    assert [f"#{heading.attributes['id']}" for heading in tree.css("article h2[id]")] == listed
    assert len(listed) >= 3
    assert tree.css("article .to-contents a[href='#contents']")


@pytest.mark.parametrize("page", OWN)
def test_a_long_page_with_jumps_of_its_own_leads_back_to_them(site: Path, page: str) -> None:
    tree = parse_page(html(site, page))
    assert tree.css("article span#contents") and not tree.css(".contents")
    assert tree.css("article .to-contents a[href='#contents']")


@pytest.mark.parametrize("page", FINDER_AND_FORM)
def test_a_finder_and_a_form_end_in_a_way_back_to_the_top(site: Path, page: str) -> None:
    tree = parse_page(html(site, page))
    assert tree.css("article span#contents") and not tree.css(".contents")
    assert ["#contents"] == [link.attributes["href"] for link in tree.css("article > .to-contents:last-child a")]


@pytest.mark.parametrize("page", SHORT)
def test_a_short_page_or_a_sheet_has_no_list_and_no_way_back(site: Path, page: str) -> None:
    assert not parse_page(html(site, page)).css(".contents, .to-contents")


def test_on_what_to_do_now_the_situations_stand_before_the_list_and_the_text(site: Path) -> None:
    page = html(site, "what-to-do")
    first, last = page.index('class="pathway"'), page.rindex('class="pathway"')
    assert page.index("</h1>") < first < last < page.index('id="contents"') < page.index('id="in-short"')


@pytest.mark.parametrize("page", LONG)
def test_the_way_back_does_not_stand_just_below_the_list(site: Path, page: str) -> None:
    assert not re.search(r'</nav>\s*<p class="to-contents"', html(site, page))


def test_on_a_pathway_999_stands_before_the_list(site: Path) -> None:
    page = html(site, "pathways/images")
    assert page.index("</h1>") < page.index("tel:999") < page.index('id="contents"') < page.index('id="steps"')


def test_a_page_leads_to_the_one_before_and_the_one_after_it_in_its_section(site: Path) -> None:
    steps = parse_page(html(site, "toolkit/trauma")).css("main > nav.steps a")
    assert ["../what-is-child-sexual-abuse/", "../language/"] == [step.attributes["href"] for step in steps]
    first = parse_page(html(site, "what-to-do")).css("main > nav.steps a")
    assert ["steps__next"] == [step.attributes["class"] for step in first]
    assert not parse_page(html(site, "r/childline")).css(".steps")


def test_no_two_pages_have_one_title(site: Path) -> None:
    titles = Counter()
    for path in site.rglob("*.html"):
        found = re.search(r"<title>(.*?)</title>", path.read_text("utf-8"), re.DOTALL)
        titles[found[1] if found else str(path)] += 1
    assert {} == {title: count for title, count in titles.items() if count > 1}


def test_every_table_has_a_name_and_every_heading_of_a_table_says_what_it_heads(site: Path) -> None:
    wrong = []
    for path in sorted(site.rglob("index.html")):
        tree = parse_page(path.read_text("utf-8"))
        for table in tree.css("article table"):
            name = table.css_first("caption")
            if name is None or not name.text(strip=True):
                wrong.append(f"{path.parent.relative_to(site)}: no name")
            for cell in table.css("th"):
                if not cell.attributes.get("scope") or not cell.text(strip=True):
                    wrong.append(f"{path.parent.relative_to(site)}: {cell.html}")
    assert [] == wrong[:10]
