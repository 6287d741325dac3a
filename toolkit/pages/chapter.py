"""A chapter, or a section of one, as data names it: `toolkit/trauma.md` or `toolkit/trauma.md#in-short`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.pages.headings import sections_of
from toolkit.pages.page import Page


@dataclass(frozen=True)
class Chapter:
    """What a link to a chapter says, and its address below the site's root."""

    title: str
    url: str


def find_chapter(name: str, pages: Mapping[str, Page]) -> Chapter | None:
    """The chapter of that name among the pages by path; the whole page where a copy's has no such section."""
    path, _, anchor = name.partition("#")
    page = pages.get(path)
    if page is None:
        return None
    heading = sections_of(page.text).get(anchor)
    if heading:
        return Chapter(f"{heading} ({page.meta.title})", f"{page.url}#{anchor}")
    return Chapter(page.meta.title, page.url)
