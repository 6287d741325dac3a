"""The tags in a text, each with its place, read by the rules of the HTML standard for browsers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

TAG_START = re.compile(r"<(?=[a-zA-Z/!?])")
HTML_COMMENT = re.compile(r"<!--(?!-?>)(?:(?!--).)*-->", re.DOTALL)
TAG_NAME = re.compile(r"</?([a-zA-Z][^\t\n\f\r />]*)")
TAG_ATTRIBUTE = re.compile(
    r"""[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)"""
    r"""(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r >]*)))?"""
)
TAG_END = re.compile(r"[\t\n\f\r /]*>")
DECLARATION_START = "!"  # the name of whatever begins as a tag does and is none: <!doctype>, <![CDATA[, <?php


@dataclass(frozen=True)
class Tag:
    """A tag: its name in lower case, whether it ends an element, its attributes, and where it begins."""

    name: str
    is_end: bool
    attributes: dict[str, str]
    position: int


def find_tags(text: str) -> Iterator[Tag]:
    """Every tag of a text but those in well-formed comments. What is never closed with > is text, and so no tag."""
    position = 0
    while match := TAG_START.search(text, position):
        position = match.start()
        if comment := HTML_COMMENT.match(text, position):
            position = comment.end()
            continue
        tag, position = _read_tag(text, position)
        if tag:
            yield tag


def _read_tag(text: str, begin: int) -> tuple[Tag | None, int]:
    """The tag at a position, if there is one, and where to go on."""
    name = TAG_NAME.match(text, begin)
    if not name:
        return (None if text[begin + 1] == "/" else Tag(DECLARATION_START, False, {}, begin)), begin + 2
    attributes: dict[str, str] = {}
    position = name.end()
    while not (end := TAG_END.match(text, position)):
        attribute = TAG_ATTRIBUTE.match(text, position)
        if not attribute or "<" in attribute[1]:
            return None, begin + 1
        value = next((group for group in attribute.groups()[1:] if group is not None), "")
        attributes.setdefault(attribute[1].lower(), unescape(value))
        position = attribute.end()
    return Tag(name[1].lower(), text[begin + 1] == "/", attributes, begin), end.end()
