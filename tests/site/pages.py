"""Built pages as tests see them: their elements, ids, links and words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

LINKS = {"href", "src", "action", "data", "poster", "srcset"}


@dataclass
class Page(HTMLParser):
    """One built page. `elements` holds (tag, attributes) in order."""

    path: str
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @property
    def links(self) -> list[tuple[str, str]]:
        """(tag, address) of everything that the page points to."""
        return [(tag, value) for tag, attributes in self.elements for key, value in attributes.items() if key in LINKS]

    def resolve(self, address: str) -> str:
        """An address as a path below the site's root, without its fragment; a folder as its index.html."""
        path = unquote(urlsplit(address).path)
        if not path:
            return self.path
        base = "" if path.startswith("/") else self.path.rpartition("/")[0]
        whole = normpath(f"{base}/{path}".strip("/")) if f"{base}/{path}".strip("/") else "."
        return f"{whole}/index.html".removeprefix("./") if path.endswith(("/", ".", "..")) else whole


@cache
def read_pages(site: Path) -> dict[str, Page]:
    """Every page of a built site, by its path below the site's root."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        page = Page(file.relative_to(site).as_posix())
        page.feed(file.read_text("utf-8"))
        pages[page.path] = page
    return pages
