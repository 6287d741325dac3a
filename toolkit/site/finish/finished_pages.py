"""Finished pages, kept for the next build.

A finished page depends on the page as it was rendered, on how many words its author wrote, and on what is around it:
the site's data, what its other pages say of themselves (their front matter, headings and macro calls), the copy, and
what all pages are made with. Other words of a page are in no other page, so a change of them finishes that page alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass
from functools import cached_property

from toolkit.artefacts.artefact import Artefact, fingerprint
from toolkit.artefacts.kept_files import KeptFiles
from toolkit.search.page_text import PageSection, PageText
from toolkit.site.compose.around_pages import hash_around_pages
from toolkit.site.compose.tree import BUILD, composed_docs
from toolkit.site.model import Site
from toolkit.sources.problems import Problems

FEWEST_KEPT = 5000
ROUNDS_KEPT = 4  # of all pages of a site


@dataclass(frozen=True)
class FinishedPage:
    """A page as it is published, and what it says, for the search."""

    html: str
    text: PageText | None = None


class FinishedPages:
    """The finished pages of one site; `published` are the names under which its style and script are published."""

    def __init__(self, site: Site, published: Mapping[str, str]) -> None:
        self.site, self.published = site, published
        pages = len(site.pages) + len(site.library.resources)
        self.files = KeptFiles(site.root / BUILD / "finished", max(FEWEST_KEPT, ROUNDS_KEPT * pages))

    @cached_property
    def around(self) -> str:
        """A hash of all that a page depends on besides itself, with the sizes of the files that it may offer."""
        downloads = sorted((composed_docs(self.site.root, self.site.slug) / "downloads").glob("*"))
        sizes = [(path.name, path.stat().st_size) for path in downloads]
        return fingerprint(hash_around_pages(self.site), self.published, sizes)

    def get(
        self, name: str, inputs: tuple[object, ...], problems: Problems, make: Callable[[], FinishedPage]
    ) -> FinishedPage:
        """The page of a file, made unless it is there; one in which something is wrong is not kept."""
        key = Artefact.of(name, self.around, *inputs).key
        content = self.files.find(key)
        if content is not None:
            return _parse_page(content)
        before = len(problems)
        page = make()
        if len(problems) == before:
            self.files.keep(key, _serialise_page(page))
        return page

    def get_text(self, name: str, make: Callable[[], str]) -> str:
        """A text that depends on nothing but what is around pages, such as a script of all resources."""
        return self.get(name, (), Problems(), lambda: FinishedPage(make())).html


def _serialise_page(page: FinishedPage) -> bytes:
    text = [page.text.title, [astuple(section) for section in page.text.sections]] if page.text else None
    return json.dumps([page.html, text], ensure_ascii=False).encode("utf-8", "surrogatepass")


def _parse_page(content: bytes) -> FinishedPage:
    html, text = json.loads(content.decode("utf-8", "surrogatepass"))
    return FinishedPage(html, PageText(text[0], [PageSection(*section) for section in text[1]]) if text else None)
