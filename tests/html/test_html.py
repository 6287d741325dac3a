"""HTML that a page may hold, and all the shapes that it may not: told by line before anything is rendered, and once
more on the tree that browsers make of the finished page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from toolkit.html.addresses import LINK_SCHEMES, scheme_of
from toolkit.html.allowed import AUTHORS
from toolkit.html.tags import find_tags
from toolkit.html.tree import parse_page, tree_mistakes
from toolkit.pages.author_html import html_mistakes
from toolkit.pages.code import without_code

HERE = Path(__file__).parent
REFUSED: list[dict[str, Any]] = yaml.safe_load((HERE / "refused.yml").read_text("utf-8"))
ALLOWED: dict[str, str] = yaml.safe_load((HERE / "allowed.yml").read_text("utf-8"))
FRAME = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="i.svg"><title>t</title></head>'
    '<body><main><div><nav></nav><article class="a">{}<div class="page-end"></div></article></div><nav></nav></main>'
    '<footer>f</footer><script src="s.js"></script></body></html>'
)
EXTENSIONS = ["attr_list", "def_list", "tables", "fenced_code", "toc"]


def page_of(text: str) -> str:
    """A page as Markdown and the frame make it of an author's text."""
    return FRAME.replace("{}", markdown.markdown(text, extensions=EXTENSIONS))


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["case"])
def test_a_text_that_no_page_may_hold_is_refused_with_its_line(case: dict[str, Any]) -> None:
    assert case["says"] == list(dict.fromkeys(f"{line}: {sentence}" for line, sentence in html_mistakes(case["text"])))


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["case"])
def test_a_text_before_and_after_it_changes_nothing_but_the_line(case: dict[str, Any]) -> None:
    lines = {line for line, _ in html_mistakes(case["text"])}
    around = f"# A page\n\nWords `code` and [a link](a.md).\n\n{case['text']}\n"
    assert {line + 4 for line in lines} == {line for line, _ in html_mistakes(around)}


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["case"])
def test_the_finished_page_is_refused_too_unless_markdown_has_made_it_harmless(case: dict[str, Any]) -> None:
    assert case.get("net", True) == bool(list(tree_mistakes(parse_page(page_of(case["text"])))))


@pytest.mark.parametrize("name", ALLOWED)
def test_what_a_page_may_hold_is_let_through_before_and_after_rendering(name: str) -> None:
    assert [] == list(html_mistakes(ALLOWED[name]))
    if "{{" not in ALLOWED[name] and "Markdown" not in name:  # the engine writes alignment without style
        assert [] == list(tree_mistakes(parse_page(page_of(ALLOWED[name]))))


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["case"])
def test_shown_as_code_it_is_let_through(case: dict[str, Any]) -> None:
    assert [] == list(html_mistakes(f"Words\n\n~~~~\n{case['text']}\n~~~~\n\nwords"))


@given(st.text("<>/ab=\"'`~{}:[]()!-# \n\t&;") | st.text())
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line, _ in html_mistakes(text))
    assert len(text) == len(without_code(text))
    assert text.count("\n") == without_code(text).count("\n")


@given(st.sampled_from(["javascript", "data", "vbscript"]), st.lists(st.sampled_from("\t\n\r"), max_size=4))
def test_no_white_space_hides_a_scheme(scheme: str, spaces: list[str]) -> None:
    for position, space in enumerate(spaces):
        scheme = scheme[: position * 2 + 1] + space + scheme[position * 2 + 1 :]
    assert scheme_of(f" \x00{scheme}:x") not in {*LINK_SCHEMES, ""}


def test_every_tag_that_a_browser_sees_has_its_place() -> None:
    text = "a <b> </b\n> <img src='x>'/> <!-- <i> --> <br <p> < q> </ r> <u"
    assert [("b", 2), ("b", 6), ("img", 12), ("p", 45)] == [(tag.name, tag.position) for tag in find_tags(text)]


def test_ids_that_are_there_twice_and_a_page_without_its_footer_are_refused() -> None:
    twice = [mistake.sentence for mistake in tree_mistakes(parse_page(page_of('<p id="a"></p><p id="a"></p>')))]
    assert ["the id a is repeated in the page, so links to it are uncertain. Rename one of them"] == twice
    assert ["the page's frame is broken"] == [
        mistake.sentence.split(":")[0] for mistake in tree_mistakes(parse_page(FRAME.replace("<footer>f</footer>", "")))
    ]


def test_the_authors_page_lists_exactly_what_a_page_may_hold(root: Path) -> None:
    page = (root / "docs/development/writing-pages.md").read_text("utf-8")
    section = page.split("## HTML in a page", 1)[1].split("\n## ", 1)[0]
    named = re.findall(r"`([a-z0-9]+)`", "".join(row for row in section.split("\n") if row.startswith("- ")))
    assert (sorted(AUTHORS.elements), sorted(set(named))) == (sorted(set(named)), sorted(named))
