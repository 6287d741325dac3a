"""Checks the HTML that an author's Markdown holds or becomes, before anything is rendered, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from toolkit.html.allowed import AUTHORS
from toolkit.html.judge import address_mistake, judge
from toolkit.html.reasons import attribute_reason, element_reason
from toolkit.html.tags import DECLARATION_START, Tag, find_tags
from toolkit.pages.code import without_code

VOID = frozenset(["br", "col", "hr", "img", "wbr"])
# Elements that browsers end by themselves where the next one begins.
SELF_CLOSING = frozenset(
    ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "caption", "rt", "rp"]
)
MACRO_CALL = re.compile(r"\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
AUTOLINK = re.compile(r"(?:https?|ftp):|[^\s/]+@", re.IGNORECASE)  # which Markdown turns into a link
LINK = re.compile(r"(!?)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?((?:[^\s<>()]|\([^\s<>()]*\))+)")
LINK_DEFINITION = re.compile(r"^ {0,3}(\[)[^\]\n]+\]:\s*<?([^\s>]+)", re.MULTILINE)
ATTRIBUTES = re.compile(r"(?<!\{)\{:?[ ]*([^{}\n%#][^{}\n]*=[^{}\n]*)\}")
ATTRIBUTE = re.compile(r"""([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+)""")
DECLARATION_REASON = (
    "a page cannot hold <! or <?, except whole comments: <!-- words -->. Take it out, or show it as `code`"
)


def html_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """(line from 1, sentence) for all HTML of a page's text that a page may not hold, in the order of the text."""
    prose = MACRO_CALL.sub(_blank, without_code(text))
    mistakes = [*_tag_mistakes(prose), *_link_mistakes(prose), *_attribute_mistakes(prose)]
    for position, sentence in sorted(mistakes):
        yield text.count("\n", 0, position) + 1, sentence


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _tag_mistakes(text: str) -> Iterator[tuple[int, str]]:
    open_tags: list[Tag] = []
    refused_names: set[str] = set()  # whose closing tags need no sentence of their own
    for tag in find_tags(text):
        if AUTOLINK.match(tag.name):
            continue
        if tag.name == DECLARATION_START:
            yield tag.position, DECLARATION_REASON
        elif tag.is_end:
            yield from _end(tag, open_tags) if tag.name not in refused_names else ()
        elif not AUTHORS.has_element(tag.name):
            yield tag.position, element_reason(tag.name)
            refused_names.add(tag.name)
        else:
            yield from ((tag.position, mistake.sentence) for mistake in judge(tag.name, tag.attributes, AUTHORS))
            open_tags += [] if tag.name in VOID else [tag]
    yield from _unclosed_tags(open_tags)


def _end(tag: Tag, open_tags: list[Tag]) -> Iterator[tuple[int, str]]:
    """The mistakes that show when a tag ends an element, which is then no longer open."""
    names = [each.name for each in open_tags]
    if tag.name not in names:
        yield (
            tag.position,
            f"</{tag.name}> closes an element that is not open here, and would break the page. Take it out",
        )
        return
    start = len(names) - 1 - names[::-1].index(tag.name)
    yield from _unclosed_tags(open_tags[start + 1 :])
    del open_tags[start:]


def _unclosed_tags(tags: list[Tag]) -> Iterator[tuple[int, str]]:
    for tag in tags:
        if tag.name not in SELF_CLOSING:
            yield tag.position, f"<{tag.name}> is not closed. Write </{tag.name}> where it ends"


def _link_mistakes(text: str) -> Iterator[tuple[int, str]]:
    for match in [*LINK.finditer(text), *LINK_DEFINITION.finditer(text)]:
        element, attribute = ("img", "src") if match[1] == "!" else ("a", "href")
        if sentence := address_mistake(element, attribute, unescape(match[2])):
            yield match.start(2), sentence


def _attribute_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """Mistakes in lists of attributes such as {: onclick=x }, which Markdown gives to what comes before them."""
    allowed = AUTHORS.attributes.union(*AUTHORS.elements.values()) - {"href", "src"}
    for match in ATTRIBUTES.finditer(text):
        for attribute in ATTRIBUTE.finditer(match[1]):
            if attribute[1].lower() not in allowed:
                yield match.start(1) + attribute.start(), attribute_reason("", attribute[1].lower())
