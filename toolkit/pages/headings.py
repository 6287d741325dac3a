"""The names by which data can point to a page or to a section of it."""

from __future__ import annotations

import re
from pathlib import Path

from toolkit.pages.front_matter import split_front_matter
from toolkit.pages.markdown import Heading, read_markdown
from toolkit.registers.refers import UNREADABLE
from toolkit.sources.problems import ProblemsFound
from toolkit.sources.text_file import read_lines

TITLE, SECTION = 1, 2  # levels of headings
TRANSLATION = re.compile(r"(?P<page>.+)\.(?P<language>[a-z]{2,3})\.md")  # x.cy.md beside x.md is it in Welsh


def section_headings(text: str) -> list[Heading]:
    """The headings of a page's sections whose words are known before macros are put in."""
    return [heading for heading in read_markdown(text).of_level(SECTION) if not heading.has_call]


def sections_of(text: str) -> dict[str, str]:
    """The words of each section's heading, by the id that the heading has on the built page."""
    return {heading.id: heading.words for heading in section_headings(text)}


def is_translation(path: str) -> bool:
    """Whether a path below docs/ is that of a page's translation."""
    return TRANSLATION.fullmatch(path) is not None


def page_places(docs: Path) -> dict[str, set[str]]:
    """The pages below docs/ that authors wrote, as paths below it, and their sections, as path#section.

    Under a third key are the pages that cannot be read, whose sections nobody knows.
    """
    names = {path.relative_to(docs).as_posix(): path for path in docs.rglob("*.md")}
    files = {name: path for name, path in names.items() if not is_translation(name)}
    sections, unreadable = set(), set()
    for name, path in files.items():
        try:
            text = split_front_matter(read_lines(path, name))[1]
        except ProblemsFound:  # reported where pages are read
            unreadable.add(name)
        else:
            sections |= {f"{name}#{section}" for section in sections_of(text)}
    return {"pages": set(files), "sections": sections, UNREADABLE: unreadable}
