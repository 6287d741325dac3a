"""Cells that no program runs: texts are texts, dates are dates, numbers are numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from toolkit.spreadsheet.table import Table

A4, A3 = 9, 8  # as workbooks number papers
LONGEST_CELL = 32_000  # a cell holds 32,767 characters
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")
ZERO_WIDTH_SPACE = (
    "\N{ZERO WIDTH SPACE}"  # before a text, it makes a text of it and is not seen; an apostrophe would be
)
FIRST_DAY = date(1900, 3, 1)  # spreadsheets disagree about days before it
SHORT_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
RATING_COLOURS = {"red": "#F4C7C3", "amber": "#FCE8B2", "green": "#B7E1CD"}
CHART_COLOURS = {"red": "#C5221F", "amber": "#E8A317", "green": "#1E7E45", "blue": "#3B6EA5", "grey": "#8A9499"}
ROW_LINE_HEIGHT, HIGHEST_ROW = 15, 400  # points
WRAPPED: dict[str, Any] = {"text_wrap": True, "valign": "top"}

Styles = Mapping[str, Any]


def harmless(text: str) -> str:
    """A text that no spreadsheet runs, even after it was saved as CSV and opened again."""
    clean = NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    safe = ZERO_WIDTH_SPACE + clean if FORMULA.match(clean) else clean
    return safe if len(safe) <= LONGEST_CELL else safe[:LONGEST_CELL] + " … (cut here: the cell is full)"


def make_styles(book: Workbook) -> Styles:
    """The styles of cells by name; one that begins with `sum-` is of a line of totals."""
    kinds: dict[str, dict[str, Any]] = {
        "cell": WRAPPED,
        "day": {"num_format": "d mmmm yyyy", "align": "left", "valign": "top"},
        "share": {"num_format": "0%", "valign": "top"},
        **{name: {**WRAPPED, "bg_color": colour} for name, colour in RATING_COLOURS.items()},
    }
    styles = {name: book.add_format(properties) for name, properties in kinds.items()}
    styles |= {
        f"sum-{name}": book.add_format({**properties, "bold": True, "top": 1}) for name, properties in kinds.items()
    }
    styles["head"] = book.add_format({"bold": True, "text_wrap": True, "bottom": 2, "valign": "top"})
    styles["title"] = book.add_format({"bold": True, "font_size": 16})
    styles["table-title"] = book.add_format({"bold": True, "font_size": 13})
    styles["note"] = book.add_format(WRAPPED)
    styles["figure"] = book.add_format({"bold": True, "font_size": 14, "align": "left"})
    return styles


def lines_of(text: str, room: int) -> int:
    """How many lines a text takes in a cell of so many characters."""
    return sum(max(1, -(-len(line) // max(1, room - 1))) for line in text.split("\n"))


def row_height(texts: Iterable[str], rooms: Iterable[int]) -> int:
    """The height of a row in points that shows all of its texts, in cells of so many characters."""
    lines = max((lines_of(text, room) for text, room in zip(texts, rooms, strict=True)), default=1)
    return min(HIGHEST_ROW, ROW_LINE_HEIGHT * lines)


def write_cell(sheet: Worksheet, place: tuple[int, int], table: Table, cell: tuple[int, int], styles: Styles) -> None:
    """Writes one cell of a table, given by line and column, at a place of a sheet."""
    line, column = cell
    text, day, share = table.rows[line][column], table.days.get(cell), table.shares.get(cell)
    of_sum = "sum-" if line in table.sums else ""
    style = styles[of_sum + table.ratings.get(cell, "cell")]
    if day and day >= FIRST_DAY:
        sheet.write_datetime(*place, datetime.combine(day, time()), styles[f"{of_sum}day"])
    elif share is not None:
        sheet.write_number(*place, share, styles[f"{of_sum}share"])
    elif SHORT_NUMBER.fullmatch(text):
        sheet.write_number(*place, int(text), style)
    else:
        sheet.write_string(*place, harmless(text), style)
