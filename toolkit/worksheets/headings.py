"""Which columns of a sheet that came back hold which keys, whatever was done to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toolkit.sources.problems import did_you_mean
from toolkit.spreadsheet.grid import Grid, SheetCell, cell_name
from toolkit.worksheets.cells import fold
from toolkit.worksheets.exported import HEADING, read_exported
from toolkit.worksheets.remarks import Remarks
from toolkit.worksheets.sheets import RegisterSheet
from toolkit.worksheets.spoiled import clean

# Columns that tell an editor something and are not read back, by their folded headings.
READING_ONLY = frozenset({"inthetoolkit", "publisherssite", "lookhere", "neededon"})


def read_columns(grid: Grid, line: int, sheet: RegisterSheet, remarks: Remarks) -> tuple[dict[str, int], int | None]:
    """(columns by key, the hidden one); what is not a column of the sheet is noted."""
    keys = {fold(column.key): column.key for column in sheet.columns}
    columns: dict[str, int] = {}
    exported, unknown = None, []
    for number, cell in enumerate(grid.rows[line]):
        word = fold(heading_of(cell))
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
    for number in [number for number in unknown if fold(heading_of(grid.cell(line, number))) not in READING_ONLY]:
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
    heading, place = heading_of(grid.cell(line, number)), f"{grid.name}!{cell_name(line, number)}"
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


def check_merged(grid: Grid, line: int, columns: Mapping[str, int], remarks: Remarks) -> None:
    """Merged cells have lost what all but the first of them held."""
    for first, last, from_column, to_column in grid.merged:
        within = [number for number in columns.values() if from_column <= number <= to_column]
        if last > line and within:
            cells = f"{cell_name(first, from_column)}:{cell_name(last, to_column)}"
            remarks.mistakes.append(f"{grid.name}!{cells}: these cells are merged. Undo that, and fill in each of them")


def heading_of(cell: SheetCell) -> str:
    """The text of a heading."""
    return str(cell.value or "").replace("\u00a0", " ").strip()
