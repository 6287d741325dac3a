"""Links past the page that readers pass on their way to another, such as the one on Exit this page before a plan."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from toolkit.pages.author_html import LINK
from toolkit.pages.code import without_code
from toolkit.pages.page import Page
from toolkit.sources.problems import Problems


def check_entrances(pages: Iterable[Page], entrances: Mapping[str, str], problems: Problems) -> None:
    """Adds a problem for each link, or related page, that passes by an entrance.

    `entrances` gives, by path below docs/, the path of the page that leads there. Only that page itself may link to it.
    """
    for page in pages:
        for line, target in (*_links(page), *_related(page)):
            entrance = entrances.get(target)
            if entrance not in (None, page.path):
                message = f"readers reach {target} through {entrance}. Link to {entrance}"
                problems.add(page.file, line, message)


def _links(page: Page) -> Iterator[tuple[int, str]]:
    text = without_code(page.source)
    folder = posixpath.dirname(page.path)
    for link in LINK.finditer(text):
        path = link[2].partition("#")[0]
        yield text.count("\n", 0, link.start()) + 1, posixpath.normpath(posixpath.join(folder, path))


def _related(page: Page) -> Iterator[tuple[int, str]]:
    for position, path in enumerate(page.meta.related):
        yield page.related_lines[position] if page.related_lines else 1, path
