"""Where readers meet a field of an entry: marks on the field, which pages, facets, files and the search read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

from toolkit.registers.refers import Refers

LAST = 99


@dataclass(frozen=True)
class InRecord:
    """In the record of the entry's page. `label` is the key of the words before it.

    A value that is an id is shown by its entry's name; one of an enum by its words below `words`; any other as it is,
    or in the sentence whose key is `sentence`, where {value} stands for it. `beside` are fields in the same row.
    """

    label: str
    words: str | None = None
    sentence: str | None = None
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class InFacet:
    """Lists of entries can be narrowed by it. `name` is the facet's: in addresses, and below `facets` in the words.

    Its choices are the entries of the register that the field names, sorted by name if `is_by_name`; or the members of
    its enum or the `bands` (by name: first and last number), with their words below `words`; or else the values
    themselves. `to` is the field that ends a range which this one begins. `none` is the choice without a value.
    Facets are in the order of `rank`.
    """

    name: str
    rank: int = LAST
    words: str | None = None
    bands: Mapping[str, tuple[int, int]] | None = None
    to: str | None = None
    none: str | None = None
    is_by_name: bool = False


@dataclass(frozen=True)
class InFile:
    """In the files that a list is saved as. `heading` is the key of the words above its column.

    `is_in_row`: the table on the page shows it already, so that its rows need not carry it once more.
    """

    heading: str
    is_in_row: bool = False


@dataclass(frozen=True)
class InSearch:
    """Filed for the search: an id by its entry's names, a value as it is or by its words below `words`.

    `leave_out` are values that would file nearly everything.
    """

    words: str | None = None
    leave_out: tuple[str, ...] = ()


Placement = TypeVar("Placement", InRecord, InFacet, InFile, InSearch)


@cache
def marks_of(model: type[BaseModel], kind: type[Placement]) -> Mapping[str, Placement]:
    """The marks of a kind on the fields of a model, by field, in the order of the fields."""
    fields = model.model_fields.items()
    return {name: placement for name, field in fields for placement in field.metadata if isinstance(placement, kind)}


@cache
def register_of(model: type[BaseModel], field: str) -> str | None:
    """The register whose ids a field holds, one or several; None if it holds none."""
    info = model.model_fields[field]
    return _register(info.annotation, info.metadata)


@cache
def enum_of(model: type[BaseModel], field: str) -> type[StrEnum] | None:
    """The enum whose members a field holds, one or several; None if it holds none."""
    return _enum(model.model_fields[field].annotation)


def _register(hint: Any, metadata: Any = ()) -> str | None:
    names = [placement.registers[0] for placement in metadata if isinstance(placement, Refers)]
    inner = (_register(part, getattr(part, "__metadata__", ())) for part in get_args(hint))
    return next((name for name in (*names, *inner) if name), None)


def _enum(hint: Any) -> type[StrEnum] | None:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    return next((enum for part in get_args(hint) if (enum := _enum(part))), None)


def list_values(entry: BaseModel, field: str) -> tuple[Any, ...]:
    """The values of a field, be it one, several or none."""
    value = getattr(entry, field)
    return value if isinstance(value, tuple) else () if value is None else (value,)
