"""A small project, and what people do to the workbook of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from toolkit.commands.catalogue import catalogue

HERE = Path(__file__).parent
DAY = "2026-11-28"


def make_project(folder: Path) -> Path:
    """The project of this folder, with the words that the checker reads."""
    root = folder / "project"
    shutil.copytree(HERE / "project", root)
    (root / "data/languages").mkdir()
    shutil.copy(HERE.parents[1] / "data/languages/en.yml", root / "data/languages/en.yml")
    (root / "components").mkdir()
    return root


def export(root: Path, *options: str) -> Path:
    """A workbook of the project."""
    book = root.parent / "book.xlsx"
    assert 0 == catalogue(root, ["export", str(book), "--overwrite", *options])
    return book


def bring_in(root: Path, book: Path, *options: str) -> int:
    """The exit code of an import."""
    return catalogue(root, ["import", str(book), "--today", DAY, *options])


def cell_at(sheet: Worksheet, id: str, heading: str) -> Any:
    """The cell of an entry below a heading, wherever row and column are now."""
    columns = {cell.value: cell.column for cell in sheet[1]}
    row = next(row[0].row for row in sheet.iter_rows() if row[columns["Id"] - 1].value == id)
    return sheet.cell(row, columns[heading])


def write_cells(book: Path, values: Mapping[tuple[str, str], Any], sheet: str = "resources") -> None:
    """Writes values by id and heading."""
    change_book(book, lambda b: [setattr(cell_at(b[sheet], *at), "value", value) for at, value in values.items()])


def add_row(book: Path, values: Mapping[str, Any], sheet: str = "resources") -> None:
    """Fills in the row below the last one, by heading."""

    def add(b: Workbook) -> None:
        columns = {cell.value: cell.column for cell in b[sheet][1]}
        line = max(cell.row for cell in b[sheet]["A"] if cell.value) + 2
        for heading, value in values.items():
            b[sheet].cell(line, columns[heading], value)

    change_book(book, add)


def change_book(book: Path, change: Callable[[Workbook], Any]) -> None:
    """Opens a workbook, changes it and saves it."""
    opened = load_workbook(book)
    change(opened)
    opened.save(book)
