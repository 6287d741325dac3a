"""Which columns and rows of a sheet that came back belong to which entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.sources.problems import did_you_mean
from toolkit.spreadsheet.grid import Grid, SheetCell, cell_name
from toolkit.worksheets.cells import fold
from toolkit.worksheets.exported import HEADING, Exported, read_exported
from toolkit.worksheets.sheets import RegisterSheet
from toolkit.worksheets.spoiled import clean

# Columns that tell an editor something and are not read back, by their folded headings.
READING_ONLY = frozenset({"inthetoolkit", "publisherssite", "lookhere", "neededon", "itspageonthissite", "whatwasseen"})
SEARCHED_ROWS = 20  # in which the headings are looked for


@dataclass
class Remarks:
    """What an editor should know: mistakes stop the import, notes do not."""

    mistakes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


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
    columns, exported_column = _columns(grid, line, sheet, remarks)
    _check_merged(grid, line, columns, remarks)
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
        if any(fold(_heading(cell)) == "id" for cell in row):
            return number
    return None


def _sheet_of(grid: Grid, line: int, sheets: Sequence[RegisterSheet]) -> RegisterSheet | None:
    """The sheet that a grid holds: by what its rows were exported as, else by its name, else by its headings."""
    names = {fold(sheet.register): sheet for sheet in sheets}
    for row in grid.rows[line + 1 :]:
        exported = next((entry for cell in reversed(row) if (entry := read_exported(cell))), None)
        if exported:
            return names.get(fold(exported.sheet))
    if fold(grid.name) in names:
        return names[fold(grid.name)]
    headings = {fold(_heading(cell)) for cell in grid.rows[line] if not cell.is_blank}
    ids = {str(cell.value) for row in grid.rows[line + 1 :] for cell in row[:1]}
    scores = [
        (len(headings & {fold(column.key) for column in sheet.columns}), len(ids & sheet.by_id.keys()))
        for sheet in sheets
    ]
    best = max(range(len(sheets)), key=lambda number: (bool(scores[number][1]), *scores[number]))
    return sheets[best] if len(sheets) == 1 or scores[best][0] > 1 else None


def _columns(grid: Grid, line: int, sheet: RegisterSheet, remarks: Remarks) -> tuple[dict[str, int], int | None]:
    """(columns by key, the hidden one); what is not a column of the sheet is noted."""
    keys = {fold(column.key): column.key for column in sheet.columns}
    columns: dict[str, int] = {}
    exported, unknown = None, []
    for number, cell in enumerate(grid.rows[line]):
        word = fold(_heading(cell))
        if word == fold(HEADING):
            exported = number
        elif word in keys and keys[word] in columns:
            _check_repeated(grid, line, columns[keys[word]], number, remarks)
        elif word in keys:
            columns[keys[word]] = number
        elif any(not grid.cell(row, number).is_blank for row in range(line + 1, len(grid.rows))):
            unknown.append(number)
    if exported is None:
        exported = _unnamed_export(grid, line)
        unknown = [number for number in unknown if number != exported]
    missing = [key for key in keys.values() if key not in columns]
    for number in [number for number in unknown if fold(_heading(grid.cell(line, number))) not in READING_ONLY]:
        _note_unknown(grid, line, number, exported, missing, remarks)
    if missing:
        names = ", ".join(f"'{key}'" for key in missing[:8]) + (" ..." if len(missing) > 8 else "")
        remarks.notes.append(f"{grid.name}: has no column {names}. What it would hold stays as it is")
    return columns, exported


def _unnamed_export(grid: Grid, line: int) -> int | None:
    width = max((len(row) for row in grid.rows), default=0)
    lines = range(line + 1, min(len(grid.rows), line + 6))
    return next((n for n in range(width - 1, -1, -1) if any(read_exported(grid.cell(i, n)) for i in lines)), None)


def _note_unknown(
    grid: Grid, line: int, number: int, exported: int | None, missing: Sequence[str], remarks: Remarks
) -> None:
    heading, place = _heading(grid.cell(line, number)), f"{grid.name}!{cell_name(line, number)}"
    renamed = _renamed_key(grid, line, number, exported, missing)
    near = f" Did you mean '{renamed}'?" if renamed else did_you_mean(heading.replace(" ", "_"), missing)
    if near:
        remarks.mistakes.append(f"{place}: no column is headed '{heading}'.{near}")
    else:
        remarks.notes.append(f"{place}: '{heading}' is not a column of the catalogue. Its cells were left out")


def _renamed_key(grid: Grid, line: int, number: int, exported: int | None, missing: Sequence[str]) -> str:
    """The key whose exported texts a column holds under another heading; empty if there is none."""
    if exported is None:
        return ""
    rows = range(line + 1, len(grid.rows))
    bases = [(clean(str(grid.cell(r, number).value or "")), read_exported(grid.cell(r, exported))) for r in rows]
    pairs = [(text, base.texts) for text, base in bases if text and base]
    hits = {key: sum(texts.get(key) == text for text, texts in pairs) for key in missing}
    best = max(hits, key=lambda key: hits[key], default="")
    return best if best and 2 * hits[best] > len(pairs) else ""


def _check_repeated(grid: Grid, line: int, first: int, second: int, remarks: Remarks) -> None:
    rows = range(line + 1, len(grid.rows))
    names = f"{cell_name(line, first)} and {cell_name(line, second)}"
    if any(str(grid.cell(r, first).value or "") != str(grid.cell(r, second).value or "") for r in rows):
        remarks.mistakes.append(f"{grid.name}!{names}: have the same heading and differ. Delete one of the columns")
    else:
        remarks.notes.append(f"{grid.name}!{names}: are the same column. The second was from_column out")


def _check_merged(grid: Grid, line: int, columns: Mapping[str, int], remarks: Remarks) -> None:
    """Merged cells have lost what all but the first of them held."""
    for first, last, from_column, to_column in grid.merged:
        within = [number for number in columns.values() if from_column <= number <= to_column]
        if last > line and within:
            cells = f"{cell_name(first, from_column)}:{cell_name(last, to_column)}"
            remarks.mistakes.append(f"{grid.name}!{cells}: these cells are merged. Undo that, and fill in each of them")


def _heading(cell: SheetCell) -> str:
    return str(cell.value or "").replace("\u00a0", " ").strip()
