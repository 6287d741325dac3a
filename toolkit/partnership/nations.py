"""What of a library belongs to the nations that a copy serves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from toolkit.catalogue.library import Library
from toolkit.registers.choices import HOME_NATIONS
from toolkit.registers.display import register_of
from toolkit.registers.fields import Entry
from toolkit.registers.models import MODELS

REGISTERS = tuple(key for key, model in MODELS.items() if "jurisdiction" in model.model_fields)


def for_nations(library: Library, nations: Iterable[str]) -> Library:
    """A library without the entries that are for other nations alone, and without what names them."""
    left_out = frozenset(HOME_NATIONS) - set(nations)
    elsewhere = {
        (key, id) for key in REGISTERS for id, entry in _entries(library, key) if left_out >= {*entry.jurisdiction}
    }
    if not elsewhere:
        return library
    registers = {
        key: {id: _without(entry, elsewhere) for id, entry in _entries(library, key) if (key, id) not in elsewhere}
        for key in REGISTERS
    }
    return replace(library, **registers, elsewhere=frozenset(elsewhere))  # type: ignore[arg-type]


def _entries(library: Library, key: str) -> Collection[tuple[str, Any]]:
    entries: Mapping[str, Any] = getattr(library, key)
    return entries.items()


def _without(entry: Entry, elsewhere: set[tuple[str, str]]) -> Entry:
    """An entry that names nothing that is gone."""
    changed: dict[str, Any] = {}
    for field in type(entry).model_fields:
        register, value = register_of(type(entry), field), getattr(entry, field)
        if register in REGISTERS and isinstance(value, tuple):
            ids = tuple(id for id in value if (register, id) not in elsewhere)
            changed |= {field: ids} if ids != value else {}
        elif register in REGISTERS and (register, value) in elsewhere:
            changed[field] = None
    return entry.model_copy(update=changed) if changed else entry
