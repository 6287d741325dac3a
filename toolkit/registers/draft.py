"""The raw entries of one register in one file, before they are checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from toolkit.sources.problems import quote
from toolkit.sources.yaml_source import Source


@dataclass(frozen=True)
class Draft:
    """The raw entries of one register in one file."""

    source: Source
    key: str
    entries: list[Any]

    def line(self, position: int, *path: str | int) -> int:
        """The line of an entry, or of something in it."""
        return self.source.line((self.key, position, *path))

    @property
    def line_of_list(self) -> int:
        """The line on which the list of entries begins."""
        return self.source.line((self.key,))

    def ids(self) -> set[str]:
        """The ids of the entries that have one; if its key is misspelt, the value that an entry begins with."""
        ids = (e.get("id", next(iter(e.values()), None)) for e in self.entries if isinstance(e, dict))
        return {str(i) for i in ids if isinstance(i, str | int) and not isinstance(i, bool)}


def name_of(raw: Any, noun: str, position: int) -> str:
    """How messages call an entry: by its id, else by its place in the list."""
    id = raw.get("id") if isinstance(raw, dict) else None
    is_id = isinstance(id, str | int) and not isinstance(id, bool)
    return f"{noun} {quote(str(id))}" if is_id else f"{noun} number {position + 1}"
