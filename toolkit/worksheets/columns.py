"""The columns of a register's sheet: they follow from the model of its entries."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from toolkit.registers.display import register_of
from toolkit.registers.fields import Entry, PartialDate

NOTHING = "(none)"  # in a copy's sheet: the toolkit's value is taken out
CHANGE, REASON = "change", "reason"  # of a copy's row: what it does with the toolkit's entry, and why it hides it


class CellContent(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    PARTIAL_DATE = "partial date"
    PARTS = "parts"  # several keys: `by: text | number: 85258`


@dataclass(frozen=True)
class Column:
    """One column: the key of its values, and how they are written.

    `words` are all values that it takes, where they are a closed list; `register` is the one whose ids it takes.
    """

    key: str
    holds: CellContent = CellContent.TEXT
    is_list: bool = False
    words: tuple[str, ...] = ()
    register: str | None = None
    help: str = ""
    is_needed: bool = False
    parts: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The heading that editors see."""
        return self.key.replace("_", " ").capitalize()

    @property
    def separator(self) -> str:
        """What is between the items of a list: a title may hold a semicolon, an id may not."""
        return "; " if self.words or self.register else "\n"


@cache
def columns_of(model: type[Entry]) -> tuple[Column, ...]:
    """The columns of a register, in the order of its model's fields, with the id first."""
    return tuple(_column(model, key) for key in model.model_fields)


def _column(model: type[Entry], key: str) -> Column:
    field = model.model_fields[key]
    hint, is_list = _inner(field.annotation)
    nested = hint if isinstance(hint, type) and issubclass(hint, BaseModel) else None
    return Column(
        key,
        _holds(hint, [*field.metadata, *_metadata(field.annotation)], nested),
        is_list,
        _words(hint),
        register_of(model, key),
        field.description or "",
        field.is_required(),
        tuple(nested.model_fields) if nested else (),
    )


def _inner(hint: Any) -> tuple[Any, bool]:
    """(what a value is, whether there may be several)."""
    if hasattr(hint, "__metadata__"):
        return _inner(hint.__origin__)
    if get_origin(hint) in (Union, types.UnionType):
        return _inner(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is tuple:
        return _inner(get_args(hint)[0])[0], True
    return hint, False


def _metadata(hint: Any) -> Iterator[Any]:
    yield from getattr(hint, "__metadata__", ())
    for part in get_args(hint):
        yield from _metadata(part)


def _holds(hint: Any, metadata: list[Any], nested: type[BaseModel] | None) -> CellContent:
    if nested:
        return CellContent.PARTS
    if PartialDate.__metadata__[0] in metadata:  # type: ignore[attr-defined]
        return CellContent.PARTIAL_DATE
    kinds: Mapping[Any, CellContent] = {bool: CellContent.FLAG, int: CellContent.NUMBER, date: CellContent.DAY}
    return kinds.get(hint, CellContent.TEXT)


def _words(hint: Any) -> tuple[str, ...]:
    if get_origin(hint) is Literal:
        return tuple(map(str, get_args(hint)))
    return tuple(member.value for member in hint) if isinstance(hint, type) and issubclass(hint, Enum) else ()
