"""What each register may hold, read from the models, for the editors' page."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from toolkit.registers.fields import Entry
from toolkit.registers.models import MODELS
from toolkit.registers.refers import Refers
from toolkit.registers.register import singular

PLAIN_TYPES = {str: "text", int: "a whole number", bool: "true or false", "date": "a date such as 2026-11-23"}


@dataclass(frozen=True)
class KeyHelp:
    """One key of an entry: what its value may be, whether it is needed, and what it means."""

    name: str
    takes: str
    is_needed: bool
    about: str


@dataclass(frozen=True)
class RegisterHelp:
    """One register: its top-level key, what one entry is, its data file, and the keys of an entry."""

    key: str
    noun: str
    file: str
    about: str
    keys: tuple[KeyHelp, ...]


def describe_registers() -> Iterator[RegisterHelp]:
    """Every register, in the order of the models."""
    for key, model in MODELS.items():
        keys = tuple(describe_key(name, field) for name, field in model.model_fields.items())
        yield RegisterHelp(key, singular(key), model.register.path, _first_paragraph(model), keys)


def describe_key(name: str, field: FieldInfo) -> KeyHelp:
    """The help of one key, from the field of its model."""
    return KeyHelp(name, _takes(field.annotation, field.metadata), field.is_required(), field.description or "")


def _first_paragraph(model: type[Entry]) -> str:
    return " ".join((inspect.getdoc(model) or "").split("\n\n")[0].split())


def _takes(hint: Any, metadata: list[Any]) -> str:
    refers = [reference for reference in metadata if isinstance(reference, Refers)]
    if refers:
        return f"an id of {' or '.join(refers[0].registers)}"
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return f"one of: {', '.join(hint)}"
    if get_origin(hint) is dict:
        return "keys, each with its value"
    if get_origin(hint) is Literal:
        return f"one of: {', '.join(map(str, get_args(hint)))}"
    if get_origin(hint) is tuple:
        return f"a list, each {_takes(get_args(hint)[0], [])}"
    parts = [part for part in get_args(hint) if part is not type(None) and part is not Ellipsis]
    if hasattr(hint, "__metadata__"):
        return _takes(hint.__origin__, list(hint.__metadata__))
    if parts:
        return _takes(parts[0], [])
    return PLAIN_TYPES.get(hint) or PLAIN_TYPES.get(getattr(hint, "__name__", ""), "text")
