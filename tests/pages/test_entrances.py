"""A link past the page that readers pass on their way to another is reported, with file and line."""

from __future__ import annotations

import pytest

from toolkit.pages.entrances import check_entrances
from toolkit.pages.front_matter import FrontMatter
from toolkit.pages.page import Page
from toolkit.sources.problems import Problems

ENTRANCES = {"shed/mower.md": "before-the-mower.md"}
MESSAGE = "readers reach shed/mower.md through before-the-mower.md. Link to before-the-mower.md"


def reported(path: str, source: str, **meta: object) -> list[str]:
    front = FrontMatter.model_validate({"title": "A page", "description": "What the reader gets.", **meta})
    problems = Problems()
    check_entrances([Page(path, front, source, (), (3,), source, f"docs/{path}")], ENTRANCES, problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("beds/dig.md", "# Dig\n\nTake [it](../shed/mower.md)."),
        ("index.md", "# Home\n\n[The mower](shed/mower.md#blades) is sharp."),
        ("index.md", "# Home\n\n<b>1</b> [The [big] mower](<shed/mower.md>)"),
    ],
)
def test_a_link_past_the_entrance_is_reported_at_its_line(path: str, source: str) -> None:
    assert [f"docs/{path}:3: {MESSAGE}"] == reported(path, source)


def test_a_related_page_past_the_entrance_is_reported() -> None:
    assert [f"docs/a.md:3: {MESSAGE}"] == reported("a.md", "# A", related=["shed/mower.md"])


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("before-the-mower.md", "# Before\n\n[Go on](shed/mower.md)"),
        ("index.md", "# Home\n\n[Before](before-the-mower.md), [rake](shed/rake.md) and `[x](shed/mower.md)`"),
    ],
)
def test_the_entrance_itself_may_link_on_and_others_to_it(path: str, source: str) -> None:
    assert [] == reported(path, source)
