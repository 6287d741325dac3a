"""What resources can be narrowed by."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.catalogue.facets import facet_fields, facets_of, row_attributes, values_of
from toolkit.catalogue.library import Library
from toolkit.catalogue.read import load_library


@pytest.fixture(scope="module")
def library(root: Path) -> Library:
    return load_library(root)


def test_every_resource_has_a_value_in_every_facet(library: Library) -> None:
    for resource in library.general:
        values = values_of(library, resource)
        assert facet_fields().keys() == values.keys()
        assert all(values.values()), resource.id


def test_a_topic_brings_the_one_that_it_belongs_to(library: Library) -> None:
    found = next(r for r in library.general if r.topics == ("images",) or r.topics[0] == "images")
    assert "online-abuse" in values_of(library, found)["topic"]


def test_each_choice_counts_the_resources_that_a_tick_would_leave(library: Library) -> None:
    kinds = next(facet for facet in facets_of(library, library.general) if facet.id == "kind")
    assert len(library.general) == sum(choice.count for choice in kinds.choices)
    assert all(choice.count for choice in kinds.choices)


def test_a_facet_that_tells_nothing_apart_is_left_out(library: Library) -> None:
    helplines = library.select(kind="helpline")
    assert "kind" not in {facet.id for facet in facets_of(library, helplines)}


def test_a_row_carries_its_filing(library: Library) -> None:
    row = row_attributes(library.resources["pants"], library)
    assert {f"data-{name}" for name in facet_fields()} == row.keys()
    assert "free" == row["data-access"] and "no-age" == row["data-age"]


def test_the_facets_and_their_choices_stand_in_their_order(library: Library) -> None:
    welsh = library.resources["pants"].model_copy(update={"language": "Welsh and English"})
    resources = [*library.general, welsh]
    facets = {facet.id: [choice.value for choice in facet.choices] for facet in facets_of(library, resources)}
    assert ["topic", "audience", "kind", "access", "age", "nation", "publisher", "language", "status"] == [*facets]
    assert ["under-5", "5-to-10", "11-to-15", "16-to-17", "no-age"] == facets["age"]
    assert ["english", "welsh-and-english"] == facets["language"]
    names = [library.publishers[id].name.casefold() for id in facets["publisher"]]
    assert sorted(names) == names
    parents = [library.topics[id].parent for id in facets["topic"]]
    assert None is parents[0] and any(parents)
