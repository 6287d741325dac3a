"""The links of a page's text with their lines, and the addresses of its own places that links can lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from toolkit.html.tags import find_tags
from toolkit.pages.author_html import LINK, LINK_DEFINITION
from toolkit.pages.code import without_code
from toolkit.pages.markdown import read_markdown
from toolkit.pages.writing import prose_of

OWN_ID = re.compile(r"\{:?[^{}\n]*#([\w-]+)[^{}\n]*\}|\bid\s*=\s*[\"']?([\w-]+)")


@dataclass(frozen=True)
class PageLink:
    """A link of a page, as its author wrote it: where it is, and where it leads."""

    file: str
    line: int
    target: str


def find_links(text: str, first_line: int, file: str) -> Iterator[PageLink]:
    """The links of a text, which begins at `first_line` of a file; pictures are not among them."""
    prose = prose_of(text)
    places = [(match.start(2), match[2]) for match in LINK.finditer(prose) if match[1] != "!"]
    places += [(match.start(2), match[2]) for match in LINK_DEFINITION.finditer(prose)]
    places += [(tag.position, tag.attributes["href"]) for tag in find_tags(prose) if tag.attributes.get("href")]
    for position, target in sorted(places):
        yield PageLink(file, first_line + prose.count("\n", 0, position), unescape(target))


def anchors_of(text: str) -> set[str]:
    """The ids that a page has before its macros are rendered: of headings, and what its author gave one."""
    ids = {match[1] or match[2] for match in OWN_ID.finditer(without_code(text))}
    return ids | {heading.id for heading in read_markdown(text).headings}
