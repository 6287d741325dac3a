"""What resources can be narrowed by: each facet's values for one resource, and its choices for many.

The facets are those that fields of a resource are marked with (`InFacet`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Any

from toolkit.catalogue.library import Library
from toolkit.registers.display import InFacet, InFile, enum_of, list_values, marks_of, register_of
from toolkit.registers.resources import Resource


@dataclass(frozen=True)
class FacetChoice:
    """One value of a facet as readers tick it. `below` is under the choice before it (a topic within a topic)."""

    value: str
    label: str
    count: int
    below: bool = False


@dataclass(frozen=True)
class Facet:
    """A question that a list of resources can be narrowed by, with its choices."""

    id: str
    legend: str
    choices: tuple[FacetChoice, ...]


@cache
def facet_fields() -> Mapping[str, tuple[str, InFacet]]:
    """By facet, in the order of their ranks: the field that it is made from, with its place among the facets."""
    fields = sorted(marks_of(Resource, InFacet).items(), key=lambda item: item[1].rank)
    return {placement.name: (field, placement) for field, placement in fields}


def values_of(library: Library, resource: Resource) -> dict[str, list[str]]:
    """By facet: the values under which a resource is found. A topic brings the one that it belongs to."""
    return {name: _values(library, resource, field, placement) for name, (field, placement) in facet_fields().items()}


def facets_of(library: Library, resources: Sequence[Resource], only: Iterable[str] = ()) -> list[Facet]:
    """The facets of a list, or `only` some of them; a facet that tells nothing apart is left out."""
    counts: dict[str, Counter[str]] = {}
    for resource in resources:
        for name, values in values_of(library, resource).items():
            counts.setdefault(name, Counter()).update(values)
    selection = set(only) or set(facet_fields())
    facets = (
        _facet(library, resources, name, counts.get(name, Counter())) for name in facet_fields() if name in selection
    )
    return [facet for facet in facets if len(facet.choices) > 1]


def row_attributes(resource: Resource, library: Library) -> dict[str, str]:
    """The `data-` attributes of a resource's row: its values in each facet, and what only files show of it."""
    values = {f"data-{name}": " ".join(values) for name, values in values_of(library, resource).items()}
    columns = (field for field, placement in marks_of(Resource, InFile).items() if not placement.is_in_row)
    return values | {f"data-file-{field}": _in_file(library, resource, field) for field in columns}


def file_columns(library: Library) -> list[dict[str, str]]:
    """The columns of the files that a list of resources is saved as: the name of each field, and its heading."""
    t = library.language.translate
    return [{"name": field, "heading": t(placement.heading)} for field, placement in marks_of(Resource, InFile).items()]


def _in_file(library: Library, resource: Resource, field: str) -> str:
    register = register_of(Resource, field)
    values = list_values(resource, field)
    entries = getattr(library, register) if register else {}
    return "; ".join(entry_name(entries[value]) if register else str(value) for value in values)


def entry_name(entry: Any) -> str:
    """What readers call an entry that others are filed under: Videos, Trauma, NSPCC."""
    return getattr(entry, "plural", None) or str(entry.name)


def _facet(library: Library, resources: Sequence[Resource], name: str, counts: Counter[str]) -> Facet:
    field, placement = facet_fields()[name]
    register = register_of(Resource, field)
    entries = getattr(library, register) if register else {}
    below = {id for id, entry in entries.items() if getattr(entry, "parent", None)}
    labels = list(_labels(library, resources, field, placement))
    choices = (FacetChoice(value, label, counts[value], value in below) for value, label in labels if counts[value])
    return Facet(name, library.language.translate(f"facets.{name}"), tuple(choices))


def _values(library: Library, resource: Resource, field: str, placement: InFacet) -> list[str]:
    """The values of a resource in the facet of a field, or the one that stands for none."""
    if placement.bands:
        values = _bands(getattr(resource, field), getattr(resource, placement.to or field), placement.bands)
    elif register := register_of(Resource, field):
        ids = list_values(resource, field)
        parents = (getattr(getattr(library, register)[id], "parent", None) for id in ids)
        values = list(dict.fromkeys([*ids, *(parent for parent in parents if parent)]))
    else:
        values = [_slug(str(value)) for value in list_values(resource, field)]
    return values or ([placement.none] if placement.none else [])


def _bands(low: int | None, high: int | None, bands: Mapping[str, tuple[int, int]]) -> list[str]:
    """The bands that a range touches; an end that is not given is open."""
    if low is None and high is None:
        return []
    least, most = -inf if low is None else low, inf if high is None else high
    return [str(id) for id, (first, last) in bands.items() if least <= last and most >= first]


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def _labels(
    library: Library, resources: Sequence[Resource], field: str, placement: InFacet
) -> Iterator[tuple[str, str]]:
    """(value, words) of each choice that a facet can have, in their order."""
    t, none = library.language.translate, placement.none
    register, words = register_of(Resource, field), placement.bands or enum_of(Resource, field)
    if none and not words:
        yield none, t(f"facets.{none}")
    if register:
        yield from _entries(getattr(library, register), placement)
    elif words:
        yield from ((str(word), t(f"{placement.words}.{word}")) for word in words)
    else:
        texts = {str(value) for resource in resources for value in list_values(resource, field)}
        yield from sorted((_slug(text), text) for text in texts)
    if none and words:
        yield none, t(f"{placement.words}.{none}")


def _entries(entries: Mapping[str, Any], placement: InFacet) -> Iterator[tuple[str, str]]:
    """The entries of a register, each followed by those within it."""
    top = [entry for entry in entries.values() if not getattr(entry, "parent", None)]
    if placement.is_by_name:
        top.sort(key=lambda entry: entry_name(entry).casefold())
    for entry in top:
        yield entry.id, entry_name(entry)
        within = (inner for inner in entries.values() if getattr(inner, "parent", None) == entry.id)
        yield from ((inner.id, entry_name(inner)) for inner in within)
