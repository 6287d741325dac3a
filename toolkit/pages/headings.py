"""The headings of pages' Markdown, and the names by which data can point to a page or a section of it."""

from __future__ import annotations

import re
from pathlib import Path

from markdown.extensions.toc import slugify, unique

HEADING = re.compile(r"(#{1,2}) +(.+?)(?: +#*)?(?: *\{[^}]*\})?\s*")
ADDRESS = re.compile(r"\{:?\s*#([\w-]+)\s*\}\s*$")  # that an author has given a heading
TITLE, SECTION = "#", "##"
TRANSLATION = re.compile(r"(?P<page>.+)\.(?P<language>[a-z]{2,3})\.md")  # x.cy.md beside x.md is it in Welsh


def headings_of(text: str) -> list[tuple[int, str, str]]:
    """(line from 0, # or ##, words) of each heading outside code."""
    found, fence = [], False
    for number, row in enumerate(text.split("\n")):
        fence ^= row.lstrip().startswith("```")
        match = None if fence else HEADING.fullmatch(row)
        if match:
            found.append((number, match[1], match[2]))
    return found


def sections_of(text: str) -> dict[str, str]:
    """The words of each section's heading, by the id that the heading has on the built page."""
    used: set[str] = set()
    rows = text.split("\n")
    named = []
    for line, level, words in headings_of(text):
        if "{{" not in words:
            own = ADDRESS.search(rows[line])
            named.append((level, own[1] if own else unique(slugify(words, "-"), used), words))
    return {anchor: words for level, anchor, words in named if level == SECTION}


def is_translation(path: str) -> bool:
    """Whether a path below docs/ is that of a page's translation."""
    return TRANSLATION.fullmatch(path) is not None


def page_places(docs: Path) -> dict[str, set[str]]:
    """The pages below docs/ that authors wrote, as paths below it, and their sections, as path#section."""
    pages = {path.relative_to(docs).as_posix(): path.read_text("utf-8-sig", "replace") for path in docs.rglob("*.md")}
    pages = {path: text for path, text in pages.items() if not is_translation(path)}
    sections = {f"{path}#{section}" for path, text in pages.items() for section in sections_of(text)}
    return {"pages": set(pages), "sections": sections}
