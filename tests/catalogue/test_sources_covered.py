"""The catalogue holds every resource that the tables and links of the five source documents name."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.catalogue.library import Library
from toolkit.catalogue.read import load_library
from toolkit.sources.yaml_source import read_yaml

HERE = Path(__file__).parent
INVENTORY: dict[str, list[list[str]]] = read_yaml(HERE / "inventory.yml").data
FILMS = 12


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(HERE.parents[1])


@pytest.mark.parametrize("source", INVENTORY)
def test_each_row_of_a_source_is_a_resource_that_says_so(source: str, library: Library) -> None:
    missing = [f"{row}: no resource {id}" for row, id in INVENTORY[source] if id not in library.resources]
    silent = [
        f"{row}: {id} does not name {source}"
        for row, id in INVENTORY[source]
        if id in library.resources and source not in library.resources[id].named_in
    ]
    assert [] == missing + silent


def test_each_source_is_inventoried_and_no_row_stands_twice(library: Library) -> None:
    assert set(library.sources) == set(INVENTORY)
    for source, rows in INVENTORY.items():
        names = [name for name, _ in rows]
        assert sorted(set(names)) == sorted(names), source


def test_the_twelve_films_are_twelve_resources(library: Library) -> None:
    films = [id for _, id in INVENTORY["county-toolkit"] if id.startswith("supporting-practice-") and id[-1].isdigit()]
    assert FILMS == len(set(films)) == len([id for id in films if id in library.resources])


def test_what_needs_a_paid_membership_says_so(library: Library) -> None:
    paid = [id for _, id in INVENTORY["county-toolkit"] if id.startswith("ccinform-")]
    assert 15 <= len(paid)
    assert [] == [id for id in paid if library.resources[id].access != "membership"]


def test_what_the_county_alone_offers_is_bound_to_its_area(library: Library) -> None:
    local = [id for _, id in INVENTORY["county-toolkit"] if id.startswith(("kent-procedures", "kent-sarc", "kscmp-"))]
    assert local
    assert [] == [id for id in local if library.resources[id].area != "kent-and-medway"]


def test_every_address_is_one_that_a_source_prints_or_a_front_page(library: Library) -> None:
    for resource in library.resources.values():
        assert resource.host is None or resource.host.count("/") == 3, f"{resource.id}: host is no front page"
