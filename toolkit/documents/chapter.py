"""A chapter, or a section of one, as data names it: `toolkit/trauma.md` or `toolkit/trauma.md#in-short`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.pages.headings import sections_of
from toolkit.pages.page import Page


@dataclass(frozen=True)
class Chapter:
    """A chapter as a link names it: its own title, that of its section if it is one, and its address below the root."""

    name: str
    section: str
    url: str

    @property
    def title(self) -> str:
        """What a link to it says: the section with its chapter in brackets, or the chapter."""
        return f"{self.section} ({self.name})" if self.section else self.name


def find_chapter(name: str, pages: Mapping[str, Page]) -> Chapter | None:
    """The chapter of that name among the pages by path; the whole page where a copy's has no such section.

    None for a page that is not there, or that is about another nation.
    """
    path, _, anchor = name.partition("#")
    page = pages.get(path)
    if page is None or not page.is_here:
        return None
    section = sections_of(page.text).get(anchor, "")
    return Chapter(page.meta.title, section, f"{page.url}#{anchor}" if section else page.url)
