"""Reads a finished page as its readers see it: sections under headings, without what is on every page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

UNREAD_TAGS = frozenset(["script", "style", "nav", "select", "textarea", "button", "svg", "template"])
# Up to what every chapter ends with, which is not read, and in which copies differ.
ARTICLE = re.compile(r"<article\b.*?(?=<div class=\"page-end\">|</article>)", re.DOTALL)
# Lists of catalogued things are found as themselves; the rest repeats what is elsewhere, or is not text.
UNREAD_CLASSES = frozenset(
    [
        "page-end",
        "page-facts",
        "to-contents",
        "path",
        "resource-table",
        "resource-note",
        "helplines",
        "practice-examples",
        "phrases",
        "letters",
        "term__meaning",
        "fact__source",
        "notice--site",
        "without-script",
        "form-help-links",
        "my-list",
        "finder",
        "situation-finder",
        "provenance",
        "related",
        "form-files",
        "contacts",
        "pathway-page__drawing",
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
class PageSection:
    """A heading, its address on the page (empty for what comes before the first one) and the text under it."""

    heading: str
    anchor: str
    text: str


@dataclass
class PageText:
    """What a finished page says: its main heading and its sections in order; the first is its beginning."""

    title: str
    sections: list[PageSection]


@dataclass
class _OpenSection:
    anchor: str
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader:
    """Walks down an article, and keeps what is under each heading."""

    def __init__(self) -> None:
        self.title: list[str] = []
        self.parts = [_OpenSection("")]

    def read_node(self, parent: LexborNode, heading: list[str] | None = None) -> None:
        """Adds the text below a node, to `heading` where it is within one."""
        for node in parent.iter(include_text=True):
            if node.is_text_node:
                (self.parts[-1].text if heading is None else heading).append(node.text(deep=False))
                continue
            if node.tag in BLOCKS:
                (self.parts[-1].text if heading is None else heading).append(" ")
            if not _is_unread(node):
                self.read_node(node, self._heading(node) if node.tag in {"h1", "h2"} else heading)

    def _heading(self, node: LexborNode) -> list[str]:
        """Where the words of a heading go; one of the second level begins a section."""
        if node.tag == "h1":
            return self.title
        self.parts.append(_OpenSection(node.attributes.get("id") or ""))
        return self.parts[-1].heading


def read_page_text(tree: LexborHTMLParser) -> PageText:
    """The sections of a finished page; what has no heading of its own joins the beginning."""
    reader = _Reader()
    for article in tree.css("article"):
        reader.read_node(article)
    sections = [PageSection(_join_text(p.heading), p.anchor, _join_text(p.text)) for p in reader.parts]
    return PageText(_join_text(reader.title), sections)


def _is_unread(node: LexborNode) -> bool:
    attributes = node.attributes
    classes = (attributes.get("class") or "").split()
    return node.tag in UNREAD_TAGS or not UNREAD_CLASSES.isdisjoint(classes) or attributes.get("data-search") == "off"


def _join_text(pieces: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces)).strip()
