"""Other resources like one: those of its main topic, the ones for the same people and of the same kind first."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

from toolkit.catalogue.filed_under import FiledUnder
from toolkit.catalogue.library import title_order
from toolkit.registers.resources import Resource
from toolkit.site.model import Site


def similar(site: Site, resource: Resource, most: int = 5) -> list[Resource]:
    """At most so many, by closeness, then by title.

    Resources that are filed alike are equally close, so closeness is worked out once for all of them: with thousands
    of resources there are far fewer ways to be filed.
    """
    filed = FiledUnder.of(resource)
    by_closeness: dict[int, list[Iterable[Resource]]] = {}
    for filing, resources in site.library.by_filing_on[resource.topics[0]].items():
        by_closeness.setdefault(_closeness(filed, filing), []).append(resources)
    chosen: list[Resource] = []
    for closeness in sorted(by_closeness, reverse=True):
        # Each is in order of title: none can be among the first but with its first so many, and the resource itself.
        candidates = [entry for group in by_closeness[closeness] for entry in list(group)[: most + 1]]
        candidates_left = (entry for entry in candidates if entry.id != resource.id)
        chosen += nsmallest(most - len(chosen), candidates_left, key=title_order)
        if len(chosen) == most:
            break
    return chosen


def _closeness(first: FiledUnder, second: FiledUnder) -> int:
    return 2 * len(first.topics & second.topics) + len(first.audience & second.audience) + (first.kind == second.kind)
