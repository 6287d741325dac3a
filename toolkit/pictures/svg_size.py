"""How much there is to draw in an SVG whose parts may be repeated by `use`, by patterns and the like."""

from __future__ import annotations

import re
from typing import Any

MOST_DRAWN = 200_000  # elements, each as often as it is shown
DEEPEST = 50  # parts that show one another in turn
REFERENCE = re.compile(r"url\(\s*[\"']?#([^\"')]+)")


def is_too_large(root: Any) -> bool:
    """Whether the parts repeat one another without end, or to more than can be drawn."""
    elements = {element.get("id"): element for element in root.iter() if element.get("id")}
    costs: dict[str, int] = {}
    open_ids: set[str] = set()

    def cost_of(name: str) -> int:
        if name in open_ids or len(open_ids) > DEEPEST:
            return MOST_DRAWN + 1
        if name not in costs and name in elements:
            open_ids.add(name)
            costs[name] = total(elements[name])
            open_ids.discard(name)
        return costs.get(name, 0)

    def total(part: Any) -> int:
        count = 0
        for element in part.iter():
            count += 1 + sum(map(cost_of, _references(element)))
            if count > MOST_DRAWN:
                break
        return count

    return total(root) > MOST_DRAWN


def _references(element: Any) -> list[str]:
    """The ids of the parts that an element shows once more."""
    address = element.get("href", "")
    ids = [address[1:]] if address.startswith("#") else []
    for name, value in element.attrib.items():
        if name not in ("d", "points", "href") and "url(" in value:
            ids += REFERENCE.findall(value)
    return ids
