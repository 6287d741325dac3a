"""Which columns and rows of a sheet that came back belong to which entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.spreadsheet.grid import Grid, SheetCell, cell_name
from toolkit.worksheets.cells import fold
from toolkit.worksheets.exported import Exported, read_exported
from toolkit.worksheets.headings import check_merged, heading_of, read_columns
from toolkit.worksheets.remarks import Remarks
from toolkit.worksheets.sheets import RegisterSheet

SEARCHED_ROWS = 20  # in which the headings are looked for


@dataclass(frozen=True)
class IncomingRow:
    """A row of a sheet: its cells by key, and what it held when it was exported."""

    grid: str
    line: int
    cells: Mapping[str, tuple[int, SheetCell]]  # key: (column, cell)
    exported: Exported | None

    def place(self, key: str) -> str:
        """The name of a cell, with its sheet; of the row's first one where the sheet has no such column."""
        column = self.cells[key][0] if key in self.cells else 0
        return f"{self.grid}!{cell_name(self.line, column)}"

    def cell(self, key: str) -> SheetCell:
        """The cell of a column; an empty one where the sheet has no such column."""
        return self.cells[key][1] if key in self.cells else SheetCell()


def match_grids(
    grids: Sequence[Grid], sheets: Sequence[RegisterSheet], remarks: Remarks
) -> list[tuple[Grid, int, RegisterSheet]]:
    """(grid, row of its headings, sheet) of each sheet that holds entries."""
    matches = []
    for grid in grids:
        line = _heading_line(grid)
        sheet = _sheet_of(grid, line, sheets) if line is not None else None
        if line is not None and (origin := _foreign_origin(grid, line, sheets)):
            remarks.mistakes.append(f"{grid.name}: was exported from {origin}")
            continue
        if line is not None and sheet:
            matches.append((grid, line, sheet))
        elif any(fold(grid.name) == fold(sheet.register) for sheet in sheets):
            remarks.mistakes.append(f"{grid.name}!A1: no column is headed 'Id'. Give it its heading back")
        elif grid.name not in ("Lists", "Help"):
            remarks.notes.append(f"{grid.name}: is not a sheet of the catalogue, and was left out")
    if not matches and not remarks.mistakes:
        remarks.mistakes.append("no sheet of the catalogue was recognised. Keep the heading 'Id', or name it: --sheet")
    return matches


def read_rows(grid: Grid, line: int, sheet: RegisterSheet, remarks: Remarks) -> list[IncomingRow]:
    """The rows of a sheet that hold something, with the cells of its columns."""
    columns, exported_column = read_columns(grid, line, sheet, remarks)
    check_merged(grid, line, columns, remarks)
    rows = []
    for number in range(line + 1, len(grid.rows)):
        cells = {key: (column, grid.cell(number, column)) for key, column in columns.items()}
        exported = None if exported_column is None else read_exported(grid.cell(number, exported_column))
        if all(cell.is_blank for _, cell in cells.values()):
            if exported:
                remarks.notes.append(
                    f"{grid.name}!{number + 1}: the row of '{exported.id}' is empty. It stays as it is"
                )
            continue
        rows.append(IncomingRow(grid.name, number, cells, exported))
    return rows


def _heading_line(grid: Grid) -> int | None:
    for number, row in enumerate(grid.rows[:SEARCHED_ROWS]):
        if any(fold(heading_of(cell)) == "id" for cell in row):
            return number
    return None


def _foreign_origin(grid: Grid, line: int, sheets: Sequence[RegisterSheet]) -> str:
    """Whose files a sheet was exported from, and how to say so; empty where they are those that are read now."""
    exported = _first_exported(grid, line)
    if not exported or not sheets or exported.sheet in {sheet.label for sheet in sheets}:
        return ""
    slug = exported.sheet.partition(" of ")[2]
    if slug and slug != sheets[0].copy:
        return f"the copy '{slug}'. Add --partnership {slug}"
    return "" if slug or not sheets[0].copy else "the toolkit itself. Leave --partnership out"


def _first_exported(grid: Grid, line: int) -> Exported | None:
    rows = grid.rows[line + 1 :]
    return next((entry for row in rows for cell in reversed(row) if (entry := read_exported(cell))), None)


def _sheet_of(grid: Grid, line: int, sheets: Sequence[RegisterSheet]) -> RegisterSheet | None:
    """The sheet that a grid holds: by what its rows were exported as, else by its name, else by its headings."""
    names = {fold(sheet.register): sheet for sheet in sheets}
    if exported := _first_exported(grid, line):
        return names.get(fold(exported.sheet.partition(" of ")[0]))
    if fold(grid.name) in names:
        return names[fold(grid.name)]
    headings = {fold(heading_of(cell)) for cell in grid.rows[line] if not cell.is_blank}
    ids = {str(cell.value) for row in grid.rows[line + 1 :] for cell in row[:1]}
    scores = [
        (len(headings & {fold(column.key) for column in sheet.columns}), len(ids & sheet.by_id.keys()))
        for sheet in sheets
    ]
    best = max(range(len(sheets)), key=lambda number: (bool(scores[number][1]), *scores[number]))
    return sheets[best] if len(sheets) == 1 or scores[best][0] > 1 else None
