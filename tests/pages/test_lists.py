"""Lists and tables as most editors write them become what their author meant; what was right before stays as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown

from toolkit.pages.lists import Lists, mend_lists
from toolkit.pages.markdown import EXTENSIONS

FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)

CASES = yaml.safe_load((Path(__file__).parent / "lists.yml").read_text("utf-8"))
ROWS = [
    "text", "- one", "  - two", "    - four", "1. first", "   1. inner", "2) second", "* star", "> quoted",
    "> - quoted", "", "    code", "| a | b |", "|---|---|", "| - c | d |", "Term", ":   definition", "* * *",
    "  more text", "## Head",
]  # fmt: skip


def words_of(rows: list[str]) -> list[str]:
    """The words in their order; numbers of lists end with a full stop or a bracket alike."""
    return " ".join(rows).replace(")", ".").replace(">", " ").split()


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_list_becomes_what_its_author_meant(case: dict[str, str]) -> None:
    html = markdown(case["markdown"], extensions=[*EXTENSIONS, Lists()])
    assert case["html"] == html.replace("\n", "")


@given(st.lists(st.sampled_from(ROWS), max_size=12))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_no_word_is_lost_or_moved(rows: list[str]) -> None:
    assert words_of(rows) == words_of(mend_lists(rows))


@given(st.lists(st.sampled_from(ROWS), max_size=12))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_what_is_mended_needs_no_further_mending(rows: list[str]) -> None:
    mended = mend_lists(rows)
    assert mended == mend_lists(mended)


def test_the_pages_of_the_toolkit_are_read_as_before(root: Path) -> None:
    """Those two that hold macros in the very lines of a list or above a table are the same once these are put in."""
    changed = [
        path.relative_to(root).as_posix()
        for path in sorted(root.glob("docs/**/*.md"))
        if markdown(text := FRONT_MATTER.sub("", path.read_text("utf-8")), extensions=[*EXTENSIONS])
        != markdown(text, extensions=[*EXTENSIONS, Lists()])
    ]
    assert {"docs/development/writing-pages.md", "docs/strategy/index.md"} >= set(changed)
