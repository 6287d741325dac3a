"""Results that this process keeps by the content of what they were made from.

Copies, languages and the saves of an editor have most of their sources in common. What was found sound once is not
checked again. Nothing is kept of what has problems, so that each is reported with the line that it has today.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Generic, TypeVar

T = TypeVar("T")
PLAIN = 2  # the version of marshal that writes equal data alike: no references between its parts


def data_key(*data: object) -> bytes:
    """The hash of plain data (dict, list, str, int, bool or None); the order of keys counts."""
    return sha256(marshal.dumps(data, PLAIN)).digest()


@dataclass
class Memory(Generic[T]):
    """The `most` results that were kept or asked for last, by a key that covers all that they depend on."""

    most: int
    kept: dict[bytes, T] = field(default_factory=dict)

    def find(self, key: bytes) -> T | None:
        """What was kept under a key; None where nothing was."""
        if key not in self.kept:
            return None
        self.kept[key] = self.kept.pop(key)
        return self.kept[key]

    def keep(self, key: bytes, result: T) -> T:
        """The result, kept under its key in place of the one that was asked for longest ago."""
        self.kept[key] = result
        if len(self.kept) > self.most:
            self.kept.pop(next(iter(self.kept)))
        return result
