"""What the toolkit offers for a gap, with its title and, where the site's address is known, its link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from toolkit.catalogue.library import Library
from toolkit.collation.weaknesses import Weakness
from toolkit.pages.front_matter import split_front_matter
from toolkit.pages.headings import sections_of
from toolkit.pages.page import page_url
from toolkit.sources.problems import ProblemsFound
from toolkit.sources.text_file import read_lines

TITLE_LINE = re.compile(r"^title: *(.+?) *$", re.MULTILINE)


@dataclass(frozen=True)
class Offer:
    """Something that helps: what it is called, and its address; empty where that is not known."""

    title: str
    address: str


@dataclass(frozen=True)
class Offers:
    """Finds what a form names: chapters below `docs`, resources and templates of a library.

    `site` is the address at which this toolkit is published, with a slash at its end; empty where there is none.
    """

    library: Library
    docs: Path
    site: str = ""

    def of_weakness(self, weakness: Weakness) -> list[Offer]:
        """The chapters, then the resources, then the templates that help with a gap; each once."""
        offers = (*self._chapters(weakness), *self._resources(weakness), *self._forms(weakness))
        return list(dict.fromkeys(offers))

    def _chapters(self, weakness: Weakness) -> Iterator[Offer]:
        for name in weakness.pages:
            path, _, anchor = name.partition("#")
            title, sections = _read_titles(self.docs / path)
            if title:
                section = sections.get(anchor, "")
                yield self._offer(section or title, f"{page_url(path)}{f'#{anchor}' if section else ''}")

    def _resources(self, weakness: Weakness) -> Iterator[Offer]:
        for id in weakness.resources:
            if resource := self.library.resources.get(id):
                yield self._offer(resource.title, f"r/{id}/")

    def _forms(self, weakness: Weakness) -> Iterator[Offer]:
        for id in weakness.forms:
            if form := self.library.forms.get(id):
                yield self._offer(form.title, form.entrance)

    def _offer(self, title: str, path: str) -> Offer:
        return Offer(title, f"{self.site}{path}" if self.site else "")


@lru_cache(maxsize=100)
def _read_titles(path: Path) -> tuple[str, dict[str, str]]:
    """(title, titles of its sections by their anchors) of a page; nothing of one that is not there."""
    try:
        front_matter, text, _ = split_front_matter(read_lines(path, str(path)))
    except ProblemsFound:
        return "", {}
    title = TITLE_LINE.search(front_matter)
    return (title[1].strip("\"'") if title else "", sections_of(text))
