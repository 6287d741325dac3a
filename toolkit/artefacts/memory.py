"""Results that this process keeps by the content of what they were made from.

Copies, languages and the saves of an editor have most of their sources in common. What was found sound once is not
checked again. Nothing is kept of what has problems, so that each is reported with the line that it has today.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Generic, TypeVar

T = TypeVar("T")
MARSHAL_VERSION = 2  # that writes equal data alike: no references between its parts


def data_key(*data: object) -> bytes:
    """The hash of plain data (dict, list, str, int, bool or None); the order of keys counts."""
    plain: Any = data
    return sha256(marshal.dumps(plain, MARSHAL_VERSION)).digest()


@dataclass
class Memory(Generic[T]):
    """The `most` results that were kept or asked for last, by a key that covers all that they depend on."""

    most: int
    results: dict[bytes, T] = field(default_factory=dict)

    def find(self, key: bytes) -> T | None:
        """What was kept under a key; None where nothing was."""
        if key not in self.results:
            return None
        self.results[key] = self.results.pop(key)
        return self.results[key]

    def keep(self, key: bytes, result: T) -> T:
        """The result, kept under its key in place of the one that was asked for longest ago."""
        self.results[key] = result
        if len(self.results) > self.most:
            self.results.pop(next(iter(self.results)))
        return result
