"""Reads a workbook or a CSV file that somebody has saved, with whatever their program made of it."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from toolkit.sources.problems import Problem, ProblemsFound
from toolkit.spreadsheet.grid import CellKind, Grid, SheetCell

LARGEST_WORKBOOK = 30_000_000  # bytes
LARGEST_UNPACKED = 300_000_000
MOST_SHEET_ROWS, MOST_SHEET_COLUMNS = 50_000, 300
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
SEPARATORS = ",;\t"
KINDS = {"f": CellKind.FORMULA, "e": CellKind.ERROR}
ADVICE = {
    ".xls": "Save it as an Excel workbook (.xlsx)",
    ".xlsm": "It may hold macros. Save it as an Excel workbook without macros (.xlsx)",
    ".xlsb": "Save it as an Excel workbook (.xlsx)",
    ".ods": "Save it as an Excel workbook (.xlsx): File, Save As",
    ".numbers": "Export it to Excel (.xlsx)",
}


def read_grids(path: Path) -> list[Grid]:
    """The sheets of a workbook (.xlsx), or the one of a CSV file; raises ProblemsFound."""
    name, ending = path.name, path.suffix.lower()
    if not path.is_file():
        raise _stop(name, "is not there. Check the name and the folder")
    if ending in ADVICE:
        raise _stop(name, f"is in a format that is not read here. {ADVICE[ending]}")
    if path.stat().st_size > LARGEST_WORKBOOK:
        raise _stop(name, f"is larger than {LARGEST_WORKBOOK // 1_000_000} MB. Keep only the sheets of the catalogue")
    content = path.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(content)):
        return _read_workbook(content, name)
    if ending == ".xlsx":
        raise _stop(name, "is not an Excel workbook, whatever its name says. Open it and save it again as .xlsx")
    return [_read_csv(content, path)]


def _read_workbook(content: bytes, name: str) -> list[Grid]:
    _check_archive(content, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that no cell depends on
            book = load_workbook(io.BytesIO(content), keep_links=False)
    except Exception as error:  # noqa: BLE001  # a damaged workbook may fail in any part of the library
        reason = f"cannot be read ({type(error).__name__}). Open it in a spreadsheet program and save it again as .xlsx"
        raise _stop(name, reason) from None
    return [_grid(sheet, name) for sheet in book.worksheets]


def _check_archive(content: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(part.file_size for part in archive.infolist()) > LARGEST_UNPACKED:
            raise _stop(name, "unpacks to more than a workbook holds. Export a new one")
        if any("vbaProject" in part for part in archive.namelist()):
            raise _stop(name, f"is in a format that is not read here. {ADVICE['.xlsm']}")


def _grid(sheet: Any, name: str) -> Grid:
    if sheet.max_row > MOST_SHEET_ROWS:
        last = max((row for row, _ in sheet._cells), default=0)  # noqa: SLF001  # rows that are only formatted
        if last > MOST_SHEET_ROWS:
            raise _stop(
                name, f"the sheet '{sheet.title}' has more than {MOST_SHEET_ROWS} rows. Delete those that are empty"
            )
    rows = [
        [_cell(cell) for cell in row]
        for row in sheet.iter_rows(
            max_row=min(sheet.max_row, MOST_SHEET_ROWS), max_col=min(sheet.max_column, MOST_SHEET_COLUMNS)
        )
    ]
    while rows and all(cell.is_blank for cell in rows[-1]):
        rows.pop()
    merged = [(m.min_row - 1, m.max_row - 1, m.min_col - 1, m.max_col - 1) for m in sheet.merged_cells.ranges]
    return Grid(sheet.title, rows, merged)


def _cell(cell: Any) -> SheetCell:
    kind = KINDS.get(cell.data_type, CellKind.PLAIN)
    value = cell.value
    if kind is not CellKind.PLAIN:
        return SheetCell(str(getattr(value, "text", value)), kind)
    return SheetCell(
        value if value is None or isinstance(value, str | int | float) else _moment(value), kind, _shape(cell)
    )


def _moment(value: Any) -> Any:
    return value if hasattr(value, "year") else str(value)


def _shape(cell: Any) -> str:
    return str(getattr(cell, "number_format", "") or "")


def _read_csv(content: bytes, path: Path) -> Grid:
    text = _decode(content, path.name)
    if NOT_TEXT.search(text):
        raise _stop(path.name, "is neither a workbook nor a CSV file. Name an .xlsx or a .csv file")
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=,"):
        separator, text = first.strip()[-1], rest
    else:
        separator = max(SEPARATORS, key=first.count)
    csv.field_size_limit(LARGEST_WORKBOOK)
    rows = [[SheetCell(value or None) for value in row] for row in _rows(text, separator, path.name)]
    return Grid(path.stem, rows, is_csv=True)


def _rows(text: str, separator: str, name: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise _stop(name, f"is not a CSV file that can be read ({error}). Save it again, or save an .xlsx") from None


def _decode(content: bytes, name: str) -> str:
    """The text of a CSV file: by its first bytes, else as UTF-8, else as Windows saves it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if content[1:2] == b"\0" or content[:1] == b"\0":
        return content.decode("utf-16-le" if content[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise _stop(name, "has characters that cannot be read. Save it as 'CSV UTF-8', or as .xlsx") from None


def _stop(name: str, message: str) -> ProblemsFound:
    return ProblemsFound([Problem(name, 0, message)])
