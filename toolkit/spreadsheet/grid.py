"""The cells of a sheet as they were read, whichever program wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

CellValue = str | int | float | bool | date | datetime | None


class CellKind(StrEnum):
    """What a cell holds, as far as it matters to whoever reads it."""

    PLAIN = "plain"
    FORMULA = "formula"
    ERROR = "error"


@dataclass(frozen=True)
class SheetCell:
    """One cell. `shape` is the format in which its number or date is shown."""

    value: CellValue = None
    kind: CellKind = CellKind.PLAIN
    shape: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether a reader sees nothing in it."""
        return self.value is None or (isinstance(self.value, str) and not self.value.strip(" \t\r\n\u00a0\u200b"))


@dataclass(frozen=True)
class Grid:
    """A sheet: rows of cells, and the ranges that are merged, as a spreadsheet names them."""

    name: str
    rows: Sequence[Sequence[SheetCell]]
    merged: Sequence[tuple[int, int, int, int]] = ()  # first and last row, first and last column, from 0
    is_csv: bool = False

    def cell(self, row: int, column: int) -> SheetCell:
        """A cell by row and column from 0; an empty one where the row ends before it."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else SheetCell()


def cell_name(row: int, column: int) -> str:
    """A cell's name as spreadsheets show it: row 1 and column 22 is W2."""
    name, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return f"{name}{row + 1}"
