"""A definition's data before it is checked, as rules look at it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.sources.yaml_source import KeyPath

RawForm = dict[str, Any]
Fault = tuple[KeyPath, str]  # where in the file's data, and the sentence


def parts(raw: Any, key: str) -> Iterator[tuple[int, RawForm]]:
    """(position, mapping) of each mapping in the list under a key; nothing where the data is of another kind."""
    values = raw.get(key) if isinstance(raw, dict) else None
    for position, value in enumerate(values if isinstance(values, list) else ()):
        if isinstance(value, dict):
            yield position, value
