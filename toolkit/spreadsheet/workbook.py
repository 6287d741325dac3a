"""Tables as an .xlsx file: a sheet each, filters, charts, pages to print; the same bytes each time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from toolkit.spreadsheet.cells import A3, A4, Styles, harmless, make_styles, row_height, write_cell
from toolkit.spreadsheet.charts import add_chart
from toolkit.spreadsheet.summary import Summary, write_summary
from toolkit.spreadsheet.table import Table

LONGEST_SHEET_NAME = 31
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
WIDEST_COLUMN, NARROWEST_COLUMN = 60, 10
WIDTH_OF_FEW_COLUMNS = 400  # of a table of a few columns, each may have its part of this
RATING_WIDTH = 12  # of a column of a table that is wide by the number of its columns
FULL_SIZE_ON_PAPER = 115  # characters on A4 across at their full size
WIDEST_ON_PAPER = 300  # characters on A4 across: smaller print cannot be read
WIDEST_ON_LARGE_PAPER = 450


def write_workbook(
    groups: Iterable[tuple[str, Iterable[Table]]], title: str, summaries: Sequence[Summary] = ()
) -> bytes:
    """A workbook with the summaries, then a sheet for each table; a group's name ends the names of its sheets.

    That is so if there are several groups.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime(2000, 1, 1, tzinfo=UTC)})
    styles = make_styles(book)
    sheets = [(name, list(tables)) for name, tables in groups]
    names: set[str] = set()
    for summary in summaries:
        write_summary(book, book.add_worksheet(_sheet_name(summary.name, names)), summary, styles)
    for name, tables in sheets:
        for table in tables:
            label = f"{table.title}, {name}" if len(sheets) > 1 else table.title
            _write(book, book.add_worksheet(_sheet_name(label, names)), table, styles)
    if not names:
        book.add_worksheet("Nothing read")
    book.close()
    return out.getvalue()


def _write(book: Workbook, sheet: Worksheet, table: Table, styles: Styles) -> None:
    sheet.freeze_panes(1, 1)
    widths = _set_up_page(sheet, table)
    sheet.set_row(0, row_height(table.full_headings, [width - 2 for width in widths]))
    for column, heading in enumerate(table.full_headings):
        sheet.write_string(0, column, harmless(heading), styles["head"])
    for line, row in enumerate(table.rows):
        for column in range(len(row)):
            write_cell(sheet, (line + 1, column), table, (line, column), styles)
        sheet.set_row(line + 1, row_height(row, widths))
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows) - len(table.sums), len(table.headings) - 1)
    add_chart(book, sheet, table, (1, 0), (0, len(table.headings) + 1), list(range(len(table.headings))))


def _set_up_page(sheet: Worksheet, table: Table) -> list[int]:
    """Columns as wide as their texts, and paper that takes all of them where they can be read so; gives the widths."""
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R&P / &N")
    widths = [_width(table, column) for column in range(len(table.headings))]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_paper(A4 if sum(widths) <= WIDEST_ON_PAPER else A3)
    if FULL_SIZE_ON_PAPER < sum(widths) <= WIDEST_ON_LARGE_PAPER:
        sheet.fit_to_pages(1, 0)  # of a narrower table some programs would make the print larger
    return widths


def _width(table: Table, column: int) -> int:
    longest = max((len(line) for row in table.rows for line in row[column].split("\n")), default=0) + 2
    if table.sections and column:
        return RATING_WIDTH
    heading = max(map(len, table.headings[column].split()), default=0) + 4  # its longest word and the filter's button
    widest = max(WIDEST_COLUMN, WIDTH_OF_FEW_COLUMNS // len(table.headings))
    return min(widest, max(NARROWEST_COLUMN, longest, heading))


def _sheet_name(label: str, names: set[str]) -> str:
    clean = NOT_IN_SHEET_NAMES.sub(" ", label)[:LONGEST_SHEET_NAME].strip("' ")
    name, number = clean, 2
    while name.lower() in names:
        name, number = f"{clean[: LONGEST_SHEET_NAME - 4]} ({number})", number + 1
    names.add(name.lower())
    return name
