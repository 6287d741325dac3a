"""A workbook to fill in: every cell is a text, headings explain themselves, and lists of words can be picked from."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from toolkit.spreadsheet.cells import harmless

LISTS_SHEET, HELP_SHEET = "Lists", "Help"
SPARE_ROWS = 2000  # below the last entry, for new ones: they offer the same words
WIDEST_CELLS = 60
LONGEST_LINK = 250  # characters that a link shows
TEXT_FORMAT = {"num_format": "@", "text_wrap": True, "valign": "top"}


@dataclass(frozen=True)
class EditableColumn:
    """A column: its heading, the remark on it, the name of the list that it offers, and whether others are refused."""

    heading: str
    help: str = ""
    words: str = ""
    is_closed: bool = False
    is_hidden: bool = False
    is_fixed: bool = False


@dataclass(frozen=True)
class EditableSheet:
    """A sheet to fill in, as rows of texts."""

    name: str
    columns: Sequence[EditableColumn]
    rows: Sequence[Sequence[str]]


def write_editable(
    sheets: Sequence[EditableSheet], lists: Mapping[str, Sequence[tuple[str, str]]], help: Sequence[str], title: str
) -> bytes:
    """The workbook. `lists` are words with what each means, by name; `help` are lines for a sheet of their own."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime(2000, 1, 1, tzinfo=UTC)})
    cell, head = book.add_format(TEXT_FORMAT), book.add_format({**TEXT_FORMAT, "bold": True, "bottom": 2})
    fixed = book.add_format({**TEXT_FORMAT, "bg_color": "#EEEEEE"})
    places = _places(lists)
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, places, (cell, head, fixed))
    _write_lists(book.add_worksheet(LISTS_SHEET), lists, (cell, head))
    guide = book.add_worksheet(HELP_SHEET)
    guide.set_column(0, 0, 110, cell)
    for number, line in enumerate(help):
        guide.write_string(number, 0, harmless(line), head if number == 0 else cell)
    book.close()
    return out.getvalue()


def _write_sheet(
    sheet: xlsxwriter.worksheet.Worksheet, content: EditableSheet, places: Mapping[str, str], styles: tuple[Any, ...]
) -> None:
    cell, head, fixed = styles
    sheet.freeze_panes(1, 1)
    last = len(content.rows) + SPARE_ROWS
    for number, column in enumerate(content.columns):
        longest = max((len(row[number]) for row in content.rows), default=0)
        width = min(WIDEST_CELLS, max(12, len(column.heading) + 3, longest + 2))
        sheet.set_column(number, number, width, fixed if column.is_fixed else cell, {"hidden": column.is_hidden})
        sheet.write_string(0, number, column.heading, head)
        if column.help:
            sheet.write_comment(0, number, column.help, {"x_scale": 2.5, "y_scale": 1.5})
        if column.words:
            rule = {"validate": "list", "source": places[column.words], "show_error": column.is_closed}
            message = "Choose one from the list, or look at the sheet Lists."
            sheet.data_validation(1, number, last, number, {**rule, "error_type": "stop", "error_message": message})
    for line, row in enumerate(content.rows, start=1):
        sheet.set_row(line, 30)
        for number, text in enumerate(row):
            style = fixed if content.columns[number].is_fixed else cell
            if content.columns[number].is_fixed and text.startswith("https://"):
                sheet.write_url(line, number, text, style, string=text[:LONGEST_LINK])
            elif text:
                sheet.write_string(line, number, harmless(text), style)
            else:
                sheet.write_blank(line, number, None, style)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(len(content.columns))}{last}"})
    if content.rows:
        sheet.autofilter(0, 0, len(content.rows), len(content.columns) - 1)


def _places(lists: Mapping[str, Sequence[tuple[str, str]]]) -> dict[str, str]:
    """Where each list is, as a formula says it."""
    columns = {name: xl_col_to_name(2 * number) for number, name in enumerate(lists)}
    return {name: f"={LISTS_SHEET}!${column}$2:${column}${len(lists[name]) + 1}" for name, column in columns.items()}


def _write_lists(
    sheet: xlsxwriter.worksheet.Worksheet, lists: Mapping[str, Sequence[tuple[str, str]]], styles: tuple[Any, ...]
) -> None:
    cell, head = styles
    for number, (name, words) in enumerate(lists.items()):
        sheet.set_column(2 * number, 2 * number, 28, cell)
        sheet.set_column(2 * number + 1, 2 * number + 1, 40, cell)
        sheet.write_string(0, 2 * number, name, head)
        for line, (word, meaning) in enumerate(words, start=1):
            sheet.write_string(line, 2 * number, word, cell)
            sheet.write_string(line, 2 * number + 1, harmless(meaning), cell)
