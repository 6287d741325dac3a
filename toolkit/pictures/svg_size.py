"""How much there is to draw in an SVG whose parts may be repeated by `use`, by patterns and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

MOST_DRAWN = 500_000  # elements, each as often as it is shown
MOST_RULES = 500  # rules of its sheet that refer to parts
LONGEST_SELECTOR = 200  # characters; a longer one may fit everything
DEEPEST_USE = 50  # parts that show one another in turn
GRADIENTS = {"linearGradient", "radialGradient"}
URL_REFERENCE = re.compile(r"([\w-]+)\s*:[^;{}]*?url\(\s*[\"']?#([^\"')]+)")
INHERITED = ("fill", "stroke", "marker")  # what an element hands on to all that is in it
CSS_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SELECTOR = re.compile(r"(?:.*[\s>+~])?([\w-]*|\*)((?:[.#][\w-]+)*)", re.DOTALL)
Selector = tuple[str, frozenset[str]]  # an element's name, empty for any, with its classes and id
PartUse = tuple[str, str]  # the property that refers to a part, and the part's id


def is_too_large(root: Any) -> bool:
    """Whether the parts repeat one another without end, or to more than can be drawn."""
    size = _Size(root)
    try:
        return len(size.rules) > MOST_RULES or size.of(root) > MOST_DRAWN
    except RecursionError:
        return True


class _Size:
    def __init__(self, root: Any) -> None:
        self.parts = {element.get("id"): element for element in root.iter() if element.get("id")}
        sheet = "".join(element.text or "" for element in root.iter("{*}style"))
        self.rules = [
            (_read_selector(selector.strip()), uses)
            for selectors, body in CSS_RULE.findall(sheet)
            if (uses := URL_REFERENCE.findall(body))
            for selector in selectors.split(",")
        ]
        self.costs: dict[str, int] = {}
        self.open_ids: set[str] = set()

    def of(self, element: Any) -> int:
        """How many elements are drawn for an element; more than MOST_DRAWN need not be exact."""
        address = element.get("href", "")
        inner = 1 + (self._of_part(address[1:]) if address.startswith("#") else 0)
        for child in element:
            inner += self.of(child)
            if inner > MOST_DRAWN:
                return inner
        size = inner
        for name, part in self._uses(element):
            size += self._of_part(part) * (inner if name.startswith(INHERITED) else 1)
        return size

    def _of_part(self, name: str) -> int:
        if name in self.open_ids or len(self.open_ids) > DEEPEST_USE:
            return MOST_DRAWN + 1
        part = self.parts.get(name)
        if part is None or etree.QName(part).localname in GRADIENTS:
            return 0
        if name not in self.costs:
            self.open_ids.add(name)
            self.costs[name] = self.of(part)
            self.open_ids.discard(name)
        return self.costs[name]

    def _uses(self, element: Any) -> Iterator[PartUse]:
        """What the attributes of an element, and the rules that it may come under, refer to."""
        for name, value in element.attrib.items():
            if "url(" in value and name not in ("d", "points", "href"):
                yield from URL_REFERENCE.findall(value if name == "style" else f"{name}:{value}")
        for selector, uses in self.rules:
            if _may_select(selector, element):
                yield from uses


def _read_selector(text: str) -> Selector:
    """The last part of a selector; one that is not read here may fit everything."""
    match = SELECTOR.fullmatch(text) if len(text) <= LONGEST_SELECTOR else None
    return (match[1], frozenset(re.findall(r"[.#][\w-]+", match[2]))) if match else ("*", frozenset())


def _may_select(selector: Selector, element: Any) -> bool:
    """Whether the element is of the selector's name, and has its classes and id."""
    name, parts = selector
    if name not in ("", "*", etree.QName(element).localname):
        return False
    classes = {f".{name}" for name in element.get("class", "").split()}
    return parts <= classes | {f"#{element.get('id', '')}"}
