"""What every row held when it was exported, hidden in its last cell: the base of a three-way merge.

The cell travels with its row through sorting, filtering and CSV. It names its entry, so a row that lost it, or got that
of another, does no harm.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.spreadsheet.grid import SheetCell

HEADING = "As exported: leave this column as it is"
LONGEST_IN_FULL = 1500  # characters of a value that is kept in full
LONGEST_EXPORTED = 32_000


@dataclass(frozen=True)
class Exported:
    """The texts of an entry's cells as they were exported. Of a long one only its hash is known."""

    sheet: str
    id: str
    texts: Mapping[str, Any]

    def text(self, key: str, now: str) -> str | None:
        """The text of a cell; None where only a hash is left and it is not that of the text `now`."""
        value = self.texts.get(key, "")
        if isinstance(value, str):
            return value
        return now if value == _hash(now) else None


def write_exported(sheet: str, id: str, texts: Mapping[str, str]) -> str:
    """The text of the hidden cell of a row."""
    values = {key: text if len(text) <= LONGEST_IN_FULL else _hash(text) for key, text in texts.items()}
    cell = _json([sheet, id, values])
    if len(cell) > LONGEST_EXPORTED:
        cell = _json([sheet, id, {key: _hash(text) for key, text in texts.items()}])
    return cell


def read_exported(cell: SheetCell) -> Exported | None:
    """What a hidden cell says; None if it is none."""
    try:
        sheet, id, texts = json.loads(cell.value) if isinstance(cell.value, str) else None  # type: ignore[misc]
    except (ValueError, TypeError):
        return None
    return Exported(str(sheet), str(id), texts) if isinstance(texts, dict) else None


def _hash(text: str) -> list[str]:
    return [hashlib.sha256(text.encode()).hexdigest()[:20]]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
