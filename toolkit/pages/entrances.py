"""Links past the page that readers pass on their way to another, such as the one on Exit this page before a plan."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from toolkit.pages.author_html import LINK
from toolkit.pages.code import without_code
from toolkit.pages.page import Page
from toolkit.sources.problems import Problems


def check_entrances(pages: Iterable[Page], entrances: Mapping[str, str], problems: Problems) -> None:
    """Adds a problem for each link, or related page, that passes by an entrance.

    `entrances` gives, by path below docs/, the path of the page that leads there. Only that page itself may link to it.
    """
    for page in pages:
        for line, target in (*_links(page.source, page.path), *_related(page)):
            entrance = entrances.get(target)
            if entrance not in (None, page.path):
                message = f"readers reach {target} through {entrance}. Link to {entrance}"
                problems.add(page.file, line, message)


@lru_cache(1000)
def _links(source: str, path: str) -> tuple[tuple[int, str], ...]:
    """(line, path below docs/) of each link in the source of the page at a path."""
    text, folder = without_code(source), posixpath.dirname(path)
    links = ((text.count("\n", 0, link.start()) + 1, link[2].partition("#")[0]) for link in LINK.finditer(text))
    return tuple((line, posixpath.normpath(posixpath.join(folder, target))) for line, target in links)


def _related(page: Page) -> Iterator[tuple[int, str]]:
    for position, path in enumerate(page.meta.related):
        yield page.related_lines[position] if page.related_lines else 1, path
