"""A sheet that says the most important: notes, a few figures, and several tables with their charts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from toolkit.spreadsheet.cells import A4, ROW_LINE_HEIGHT, Styles, harmless, row_height, write_cell
from toolkit.spreadsheet.charts import add_chart
from toolkit.spreadsheet.table import Table

FIRST_WIDTH, COLUMN_WIDTH = 40, 10  # characters
SUMMARY_COLUMNS = 12
FIGURE_COLUMNS = 2
LONG_TEXT_FROM = 40  # a text of more characters than this spans several columns
LONG_SPAN = 4
PIXELS_OF_LINE = 20


@dataclass(frozen=True)
class Summary:
    """What the sheet says. `figures` are (what, how much)."""

    name: str
    title: str
    notes: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]


def write_summary(book: Workbook, sheet: Worksheet, summary: Summary, styles: Styles) -> None:
    """Writes a summary: everything in one column of tables, their charts to the right of them, on two pages."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 2)
    sheet.set_footer("&L&A&R&P / &N")
    sheet.set_column(0, 0, FIRST_WIDTH)
    sheet.set_column(1, SUMMARY_COLUMNS - 1, COLUMN_WIDTH)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, harmless(summary.title), styles["title"])
    row = 1
    for note in summary.notes:
        sheet.merge_range(row, 0, row, SUMMARY_COLUMNS - 1, "", styles["note"])
        sheet.write_string(row, 0, harmless(note), styles["note"])
        sheet.set_row(row, row_height([note], [FIRST_WIDTH + COLUMN_WIDTH * (SUMMARY_COLUMNS - 1)]))
        row += 1
    _write_figures(sheet, summary.figures, row + 1, styles)
    row += 4 if summary.figures else 1
    for table in summary.tables:
        row = _write_table(book, sheet, table, row, styles)


def _write_figures(sheet: Worksheet, figures: Iterable[tuple[str, str]], row: int, styles: Styles) -> None:
    """Writes each figure below its label, the first in the wide column and the others in two columns each."""
    for number, (label, value) in enumerate(figures):
        column = 1 + FIGURE_COLUMNS * (number - 1) if number else 0
        width = FIGURE_COLUMNS if number else 1
        _merge(sheet, (row, column), width, styles["head"])
        _merge(sheet, (row + 1, column), width, styles["figure"])
        sheet.write_string(row, column, harmless(label), styles["head"])
        is_number = value.isdecimal() and len(value) < 10
        write = sheet.write_number if is_number else sheet.write_string
        write(row + 1, column, int(value) if is_number else harmless(value), styles["figure"])
    sheet.set_row(row, 2 * ROW_LINE_HEIGHT)
    sheet.set_row(row + 1, 2 * ROW_LINE_HEIGHT)


def _write_table(book: Workbook, sheet: Worksheet, table: Table, row: int, styles: Styles) -> int:
    """Writes a table and its chart from a row on; gives the row where the next one begins."""
    sheet.write_string(row, 0, harmless(table.title), styles["table-title"])
    if table.about:
        sheet.write_string(row + 1, 0, harmless(table.about))
    head = row + (2 if table.about else 1)
    places, widths = _places(table)
    rooms = [FIRST_WIDTH if not column else COLUMN_WIDTH * width for column, width in enumerate(widths)]
    sheet.set_row(head, row_height(table.full_headings, rooms))
    for column, heading in enumerate(table.full_headings):
        _merge(sheet, (head, places[column]), widths[column], styles["head"])
        sheet.write_string(head, places[column], harmless(heading), styles["head"])
    for line, texts in enumerate(table.rows):
        for column in range(len(texts)):
            place = (head + 1 + line, places[column])
            style = styles["sum-cell" if line in table.sums else "cell"]
            _merge(sheet, place, widths[column], style)
            write_cell(sheet, place, table, (line, column), styles)
        sheet.set_row(head + 1 + line, row_height(texts, rooms))
    after = head + 1 + len(table.rows)
    chart = add_chart(book, sheet, table, (head + 1, 0), (row, SUMMARY_COLUMNS), places)
    return max(after + 1, row + 1 + chart // PIXELS_OF_LINE)


def _places(table: Table) -> tuple[list[int], list[int]]:
    """(column of the sheet, number of columns) of each column of a table: long texts have several."""
    places, widths, at = [], [], 0
    for column in range(len(table.headings)):
        is_long = column and max((len(row[column]) for row in table.rows), default=0) > LONG_TEXT_FROM
        places.append(at)
        widths.append(LONG_SPAN if is_long else 1)
        at += widths[-1]
    return places, widths


def _merge(sheet: Worksheet, place: tuple[int, int], width: int, style: object) -> None:
    if width > 1:
        sheet.merge_range(*place, place[0], place[1] + width - 1, "", style)
