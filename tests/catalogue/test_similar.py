"""Which other resources a resource's page names: the same as if each were compared with every other."""

from __future__ import annotations

from heapq import nsmallest
from pathlib import Path

import pytest

from macros import MACROS
from toolkit.catalogue.library import title_order
from toolkit.registers.resources import Resource
from toolkit.site.model import Site
from toolkit.site.read import read_site
from toolkit.site.views.similar import similar


def compare_with_every_other(site: Site, resource: Resource, most: int) -> list[Resource]:
    def closeness(other: Resource) -> tuple[int, str]:
        shared = 2 * len(set(other.topics) & set(resource.topics)) + len(set(other.audience) & set(resource.audience))
        return -(shared + (other.kind == resource.kind)), title_order(other)

    others = [r for r in site.library.select(topic=resource.topics[0]) if r.id != resource.id]
    return nsmallest(most, others, key=closeness)


@pytest.mark.parametrize("most", [1, 5, 400])
def test_similar_resources_are_the_closest_of_all_by_title(root: Path, most: int) -> None:
    site = read_site(root, MACROS)
    for resource in list(site.library.resources.values())[:: 1 if most < 400 else 10]:
        assert compare_with_every_other(site, resource, most) == similar(site, resource, most)
