"""Reads a finished page as its readers see it: sections under headings, without what stands on every page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
UNREAD_TAGS = frozenset(["script", "style", "nav", "select", "textarea", "button", "svg", "template"])
# Up to what every chapter ends with, which is not read, and in which copies differ.
ARTICLE = re.compile(r"<article\b.*?(?=<div class=\"page-end\">|</article>)", re.S)
# Lists of catalogued things are found as themselves; the rest repeats what stands elsewhere, or is no text.
UNREAD_CLASSES = frozenset(
    [
        "page-end",
        "page-facts",
        "path",
        "resource-table",
        "resource-note",
        "helplines",
        "practice-examples",
        "letters",
        "term__meaning",
        "fact__source",
        "notice--site",
        "form-help-links",
        "my-list",
        "finder",
        "provenance",
        "related",
        "form-files",
        "contacts",
        "pathway__drawing",
    ]
)
BLOCKS = frozenset(
    [
        "p",
        "br",
        "li",
        "dd",
        "dt",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "div",
        "section",
        "tr",
        "summary",
        "legend",
        "label",
        "blockquote",
        "figcaption",
    ]
)


@dataclass
class Section:
    """A heading, its address on the page (empty for what stands before the first one) and the text under it."""

    heading: str
    anchor: str
    text: str


@dataclass
class PageText:
    """What a finished page says: its main heading and its sections in order; the first is its beginning."""

    title: str
    sections: list[Section]


@dataclass
class _Part:
    anchor: str
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: list[str] = []
        self.parts = [_Part("")]
        self.open: list[tuple[str, bool]] = []  # (tag, whether it ends a stretch that is not read)
        self.unread = 0
        self.in_article = False
        self.heading = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "article":
            self.in_article = True
        if not self.in_article:
            return
        if tag in BLOCKS:
            self.handle_data(" ")
        classes = set((given.get("class") or "").split())
        unread = tag in UNREAD_TAGS or bool(classes & UNREAD_CLASSES) or given.get("data-search") == "off"
        if tag not in VOID:
            self.open.append((tag, unread))
            self.unread += unread
        if self.unread:
            return
        if tag == "h2":
            self.parts.append(_Part(given.get("id") or ""))
        if tag in {"h1", "h2"}:
            self.heading = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.in_article = False
        if tag == self.heading:
            self.heading = ""
        while any(name == tag for name, _ in self.open):
            name, unread = self.open.pop()
            self.unread -= unread
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self.in_article or self.unread:
            return
        if self.heading == "h1":
            self.title.append(data)
        elif self.heading == "h2":
            self.parts[-1].heading.append(data)
        else:
            self.parts[-1].text.append(data)


def read_page_text(html: str) -> PageText:
    """The sections of a finished page; what has no heading of its own joins the beginning."""
    return _read_article("".join(ARTICLE.findall(html)))


@lru_cache(maxsize=1000)
def _read_article(html: str) -> PageText:
    """What stands in an article, read once: many copies have most articles in common."""
    reader = _Reader()
    reader.feed(html)
    sections = [Section(_joined(p.heading), p.anchor, _joined(p.text)) for p in reader.parts]
    return PageText(_joined(reader.title), sections)


def _joined(pieces: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces)).strip()
