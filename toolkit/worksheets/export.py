"""Sheets as a workbook to fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from toolkit.sources.problems import Problem, ProblemsFound
from toolkit.sources.text_file import read_lines
from toolkit.spreadsheet.editable import EditableColumn, EditableSheet, write_editable
from toolkit.spreadsheet.grid import cell_name
from toolkit.worksheets.columns import NOTHING, CellContent, Column
from toolkit.worksheets.exported import HEADING, LONGEST_EXPORTED, write_exported
from toolkit.worksheets.sheets import RegisterSheet

WordLists = Mapping[str, Sequence[tuple[str, str]]]  # by register: ids with what each is called
ReadingColumns = Mapping[str, Mapping[str, str]]  # by heading: the text of each id
GUIDE = Path(__file__).with_name("help.txt")
HOW = {
    CellContent.NUMBER: "A whole number.",
    CellContent.FLAG: "true, or empty.",
    CellContent.DAY: "A date: 2026-11-23.",
    CellContent.PARTIAL_DATE: "2025, 2025-09 or 2025-09-30.",
}


def make_workbook(
    sheets: Sequence[RegisterSheet], lists: WordLists, extra: Mapping[str, ReadingColumns] | None = None
) -> bytes:
    """The workbook of sheets. `extra` are columns for reading only, by register."""
    words = dict(_lists(sheets, lists))
    content = [_editable(sheet, words, (extra or {}).get(sheet.register, {})) for sheet in sheets]
    return write_editable(content, words, read_lines(GUIDE, GUIDE.name).splitlines(), "Sheets of the catalogue")


def _editable(sheet: RegisterSheet, lists: WordLists, extra: ReadingColumns) -> EditableSheet:
    columns = [_column(column, sheet, lists) for column in sheet.columns]
    columns[1:1] = [EditableColumn(heading, "For reading only.", is_fixed=True) for heading in extra]
    columns.append(EditableColumn(HEADING, is_hidden=True))
    rows = []
    for line, row in enumerate(sheet.rows, start=1):
        texts = sheet.texts(row)
        cells = [texts.get(column.key, "") for column in sheet.columns]
        for number, text in enumerate(cells):
            if len(text) > LONGEST_EXPORTED:
                message = f"{cell_name(line, number)}: is too long for a cell. Edit this entry in its file"
                raise ProblemsFound([Problem(sheet.register, 0, message)])
        more = [words.get(row.id, "") for words in extra.values()]
        rows.append([*cells[:1], *more, *cells[1:], write_exported(sheet.label, row.id, texts)])
    return EditableSheet(sheet.register, columns, rows)


def _column(column: Column, sheet: RegisterSheet, lists: WordLists) -> EditableColumn:
    name = _list_name(column, sheet)
    return EditableColumn(
        column.heading,
        " ".join(_help(column, is_copy=bool(sheet.upstream) or sheet.has_changes)),
        name if lists.get(name) else "",
        is_closed=bool(column.words) and not column.is_list,
    )


def _help(column: Column, *, is_copy: bool) -> list[str]:
    sentences = [column.help.rstrip(".") + "."] if column.help else []
    sentences += [HOW[column.holds]] if column.holds in HOW else []
    if column.holds is CellContent.PARTS:
        shape = " | ".join(f"{key}: ..." for key in column.parts)
        sentences.append(f"One on each line of the cell: {shape}" if column.is_list else "A line for each: key: text.")
    elif column.is_list:
        sentences.append("Several: with ; between." if column.separator == "; " else "Several: each on its own line.")
    if column.key == "id":
        sentences.append("A new row may leave it empty: it is made from the title. Never change it later.")
    if is_copy and column.key != "id":
        sentences.append(f"Empty: as in the toolkit. {NOTHING}: take the toolkit's value out.")
    elif column.is_needed and column.key != "id":
        sentences.append("Every entry needs it.")
    return sentences


def _lists(sheets: Sequence[RegisterSheet], lists: WordLists) -> WordLists:
    """Every list that some column of the sheets offers."""
    result: dict[str, Sequence[tuple[str, str]]] = {}
    for sheet in sheets:
        for column in sheet.columns:
            name = _list_name(column, sheet)
            if column.words:
                result[name] = [(word, "") for word in column.words]
            elif column.register and column.register in lists:
                result[name] = lists[column.register]
            elif column.holds is CellContent.FLAG:
                result[name] = [("true", "")]
    return result


def _list_name(column: Column, sheet: RegisterSheet) -> str:
    if column.words:
        return f"{sheet.register}: {column.heading}"
    return column.register or (column.heading if column.holds is CellContent.FLAG else "")
