"""A finished page as the tree that browsers make of it, and what is wrong in that tree."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from toolkit.html.allowed import OWN_ELEMENTS
from toolkit.html.judge import Mistake, judge
from toolkit.html.reasons import element_reason

PLACES = {"script": "body", "meta": "head", "link": "head"}  # where the frame has them, and nobody else
# As overrides/main.html frames a page: what is there once, and what is there only if a text has broken out.
WHOLE_PARTS = ("main", "body > main", "main > div > article", "body > footer")
STRAY_PARTS = "main > div > article ~ *, main > :not(div, nav), main > div ~ :not(nav), main + :not(footer)"
BROKEN_FRAME = (
    "the page's frame is broken: something in its text ends the main part or swallows what follows. Take it out"
)


def parse_page(html: str) -> LexborHTMLParser:
    """The tree of a whole page, by the rules of the HTML standard, for a browser that runs no scripts."""
    return LexborHTMLParser(html)


def tree_mistakes(tree: LexborHTMLParser) -> Iterator[Mistake]:
    """Everything in a finished page that must never reach a reader."""
    ids: set[str] = set()
    for node in tree.root.traverse() if tree.root else ():
        attributes = node.attributes
        yield from _judge(node.tag or "", tuple(attributes.items()))
        id = attributes.get("id")
        if id in ids:
            sentence = f"the id {id} is repeated in the page, so links to it are uncertain. Rename one of them"
            yield Mistake(node.tag or "", sentence, "id", id)
        ids |= {id} if id else set()
        if node.tag in PLACES and (node.parent is None or node.parent.tag != PLACES[node.tag]):
            yield Mistake(node.tag, element_reason(node.tag))
    if not _is_framed(tree):
        yield Mistake("", BROKEN_FRAME)


@lru_cache(maxsize=50_000)  # most elements are the same on each page
def _judge(element: str, attributes: tuple[tuple[str, str | None], ...]) -> tuple[Mistake, ...]:
    return tuple(judge(element, dict(attributes), OWN_ELEMENTS))


def _is_framed(tree: LexborHTMLParser) -> bool:
    """Whether one main part comes before the site's footer, and all of the page's text is in its one article."""
    whole = all(len(tree.css(part)) == 1 for part in WHOLE_PARTS)
    return whole and not tree.css(STRAY_PARTS)
