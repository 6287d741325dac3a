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
    gone = {(key, id) for key in REGISTERS for id, entry in _entries(library, key) if left_out >= {*entry.jurisdiction}}
    if not gone:
        return library
    kept = {
        key: {id: _without(entry, gone) for id, entry in _entries(library, key) if (key, id) not in gone}
        for key in REGISTERS
    }
    return replace(library, **kept, elsewhere=frozenset(gone))  # type: ignore[arg-type]


def _entries(library: Library, key: str) -> Collection[tuple[str, Any]]:
    found: Mapping[str, Any] = getattr(library, key)
    return found.items()


def _without(entry: Entry, gone: set[tuple[str, str]]) -> Entry:
    """An entry that names nothing that is gone."""
    changed: dict[str, Any] = {}
    for field in type(entry).model_fields:
        register, value = register_of(type(entry), field), getattr(entry, field)
        if register in REGISTERS and isinstance(value, tuple):
            kept = tuple(id for id in value if (register, id) not in gone)
            changed |= {field: kept} if kept != value else {}
        elif register in REGISTERS and (register, value) in gone:
            changed[field] = None
    return entry.model_copy(update=changed) if changed else entry
