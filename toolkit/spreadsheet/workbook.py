"""Tables as an .xlsx file: texts are texts, dates are dates, no cell is a formula, the same bytes each time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

import xlsxwriter

from toolkit.spreadsheet.table import Table

LONGEST_CELL = 32_000  # a cell holds 32,767 characters
LONGEST_SHEET_NAME = 31
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")
ZERO_WIDTH_SPACE = (
    "\N{ZERO WIDTH SPACE}"  # before a text, it makes a text of it and is not seen; an apostrophe would be
)
FIRST_DAY = date(1900, 3, 1)  # spreadsheets disagree about days before it
COLOURS = {"red": "#F4C7C3", "amber": "#FCE8B2", "green": "#B7E1CD"}
SHORT_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
WIDEST_COLUMN = 60
WIDEST_ON_PAPER = 300  # characters on A4 across: smaller print cannot be read
A4 = 9  # as workbooks number papers


def harmless(text: str) -> str:
    """A text that no spreadsheet runs, even after it was saved as CSV and opened again."""
    clean = NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    safe = ZERO_WIDTH_SPACE + clean if FORMULA.match(clean) else clean
    return safe if len(safe) <= LONGEST_CELL else safe[:LONGEST_CELL] + " … (cut here: the cell is full)"


def write_workbook(groups: Iterable[tuple[str, Iterable[Table]]], title: str) -> bytes:
    """A workbook with a sheet for each table; a group's name leads the names of its sheets if there are several."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime(2000, 1, 1, tzinfo=UTC)})
    styles = {"head": book.add_format({"bold": True, "text_wrap": True, "bottom": 2, "valign": "top"})}
    styles["cell"] = book.add_format({"text_wrap": True, "valign": "top"})
    styles["day"] = book.add_format({"num_format": "d mmmm yyyy", "align": "left", "valign": "top"})
    styles |= {
        name: book.add_format({"text_wrap": True, "valign": "top", "bg_color": c}) for name, c in COLOURS.items()
    }
    sheets = [(name, list(tables)) for name, tables in groups]
    names: set[str] = set()
    for name, tables in sheets:
        for table in tables:
            label = f"{table.title}, {name}" if len(sheets) > 1 else table.title
            _write(book.add_worksheet(_sheet_name(label, names)), table, styles)
    if not names:
        book.add_worksheet("Nothing read")
    book.close()
    return out.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, table: Table, styles: dict[str, object]) -> None:
    sheet.freeze_panes(1, 1)
    _set_up_page(sheet, table)
    for column, heading in enumerate(table.full_headings):
        sheet.write_string(0, column, harmless(heading), styles["head"])
    for line, row in enumerate(table.rows):
        for column, text in enumerate(row):
            style, day = styles[table.ratings.get((line, column), "cell")], table.days.get((line, column))
            if day and day >= FIRST_DAY:
                sheet.write_datetime(line + 1, column, datetime.combine(day, time()), styles["day"])
            elif SHORT_NUMBER.fullmatch(text):
                sheet.write_number(line + 1, column, int(text), style)
            else:
                sheet.write_string(line + 1, column, harmless(text), style)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)


def _set_up_page(sheet: xlsxwriter.worksheet.Worksheet, table: Table) -> None:
    """Columns as wide as their texts, and paper that takes all of them where they can be read so."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.set_footer("&L&A&R&P / &N")
    widths = [
        min(
            WIDEST_COLUMN,
            max(10, *(len(row[column]) + 2 for row in table.rows), 0 if table.sections else len(heading) + 2),
        )
        for column, heading in enumerate(table.headings)
    ]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    if sum(widths) <= WIDEST_ON_PAPER:
        sheet.fit_to_pages(1, 0)


def _sheet_name(label: str, names: set[str]) -> str:
    clean = NOT_IN_SHEET_NAMES.sub(" ", label)[:LONGEST_SHEET_NAME].strip("' ")
    name, number = clean, 2
    while name.lower() in names:
        name, number = f"{clean[: LONGEST_SHEET_NAME - 4]} ({number})", number + 1
    names.add(name.lower())
    return name
