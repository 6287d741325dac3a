"""What programs and people do to a workbook: each fault has its cell, and nothing is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.worksheets.books import bring_in, cell_at, change_book, export, make_project, write_cells


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A project that no test of this file changes, and its workbook."""
    root = make_project(tmp_path_factory.mktemp("mangled"))
    return root, export(root).read_bytes()


@pytest.fixture
def book(exported, tmp_path: Path) -> Path:
    path = tmp_path / "book.xlsx"
    path.write_bytes(exported[1])
    return path


def as_csv(book: Path, sheet: str = "resources") -> list[list[str]]:
    rows = load_workbook(book)[sheet].iter_rows(values_only=True)
    return [["" if value is None else str(value) for value in row] for row in rows]


def write_csv(path: Path, rows: list[list[str]], encoding: str = "utf-8", separator: str = ",", head: str = "") -> Path:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    path.write_bytes((head + out.getvalue()).encode(encoding, "replace"))
    return path


# (id, heading, what is in the cell now, what the message says)
FAULTS = [
    ("call-first", "Phone", 1632960001, "lost its first 0. It was '01632 960 001'"),
    ("call-first", "Phone", "1632960001", "lost its first 0"),
    ("call-first", "Phone", "1.63296E+09", "was turned into a number"),
    ("welsh-guide", "Phone", 1632960009, "Has it lost its first 0?"),
    ("sound-guide", "Edition", date(2026, 11, 5), "was turned into a date, 5 November 2026. It was '5-11'"),
    ("sound-guide", "Edition", "05-Nov", "was turned into a date, 05-Nov. It was '5-11'"),
    ("sound-guide", "Title", '=CONCAT("a","b")', "holds a formula"),
    ("sound-guide", "Title", "#N/A", "holds an error"),
    ("sound-guide", "Title", "########", "the column was too narrow"),
    ("welsh-guide", "Title", "T? a ch?n", "lost letters that its file could not hold"),
    ("welsh-guide", "Title", "TÅ· a chÅµn", "garbled"),
    ("sound-guide", "Year", "2020.5", "should be a whole number"),
    ("sound-guide", "Year", "about 2020", "should be a whole number"),
    ("call-first", "Checked", "31/02/2026", "is not a day of the calendar"),
    ("call-first", "Checked", "last week", "a date is written as year-month-day"),
    ("call-first", "Checked", 12, "should be a date"),
    ("call-first", "Emergency", "maybe", "should be true or false"),
    ("call-first", "Ways", "text 85258", "is not one of its parts"),
    ("call-first", "Access", "free of charge", "'access' cannot be 'free of charge'"),
    ("call-first", "Id", "call-first-2", "was 'call-first' and is now 'call-first-2'. An id is permanent"),
    ("call-first", "Id", None, "lost its id, 'call-first'"),
]


@pytest.mark.parametrize(("id", "heading", "value", "message"), FAULTS)
def test_a_cell_that_lost_its_value_is_named(exported, book: Path, capsys, id, heading, value, message) -> None:
    name = cell_at(load_workbook(book)["resources"], id, heading).coordinate
    write_cells(book, {(id, heading): value})
    assert 1 == bring_in(exported[0], book, "--apply")
    lines = capsys.readouterr().err.splitlines()
    assert 2 == len(lines) and lines[0].startswith(f"resources!{name}") and message in lines[0], lines


# What is the same value, whatever it looks like.
HARMLESS = [
    ("call-first", "Checked", date(2026, 11, 24)),
    ("call-first", "Checked", 46350),
    ("call-first", "Checked", "24/11/2026"),
    ("call-first", "Checked", "24 November 2026"),
    ("call-first", "Checked", "24-Nov-26"),
    ("call-first", "Checked", "2026-11-24 00:00:00"),
    ("sound-guide", "Year", 2020),
    ("sound-guide", "Year", "2020.0"),
    ("sound-guide", "Title", "Sound:\u00a0a guide  "),
    ("welsh-guide", "Summary", "It\u2019s for \u201ceveryone\u201d."),
    ("call-first", "Topics", "Trauma, Language"),
    ("call-first", "Publisher", "NSPCC"),
    ("call-first", "Kind", "Helpline"),
    ("sound-guide", "Also known as", "The guide; second edition\r\nGuide, for short\r\n"),
]


@pytest.mark.parametrize(("id", "heading", "value"), HARMLESS)
def test_a_value_in_another_shape_is_the_same_value(exported, book: Path, capsys, id, heading, value) -> None:
    write_cells(book, {(id, heading): value})
    assert 0 == bring_in(exported[0], book)
    assert "Nothing differs." in capsys.readouterr().out


def reverse_rows(b: Workbook) -> None:
    sheet = b["resources"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for line, row in enumerate(reversed([row for row in rows if row[0]]), start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(line, column).value = value


def move_columns(b: Workbook) -> None:
    sheet = b["resources"]
    for row in sheet.iter_rows():
        values = [cell.value for cell in row]
        for cell, value in zip(row, [*values[5:], *values[:5]], strict=True):
            cell.value = value


def insert_notes(b: Workbook) -> None:
    b["resources"].insert_cols(2)
    b["resources"]["B1"].value, b["resources"]["B2"].value = "My notes", "ring them"


def insert_rows(b: Workbook) -> None:
    b["resources"].insert_rows(1, 2)
    b["resources"]["A1"].value = "The catalogue, as of today"
    b["resources"].insert_rows(5)


def repeat_row(b: Workbook) -> None:
    b["resources"].append([cell.value for cell in b["resources"][2]])


def repeat_column(b: Workbook) -> None:
    sheet = b["resources"]
    for line in range(1, 5):
        sheet.cell(line, sheet.max_column + (line == 1)).value = sheet.cell(line, 2).value


SOUND = {
    "rows are sorted": reverse_rows,
    "columns are moved": move_columns,
    "a column is inserted": insert_notes,
    "rows are inserted, above and between": insert_rows,
    "a column is deleted": lambda b: b["resources"].delete_cols(3),
    "a row is pasted twice": repeat_row,
    "the sheets of lists and help are deleted": lambda b: [b.remove(b[name]) for name in ("Lists", "Help")],
    "a sheet is renamed": lambda b: setattr(b["resources"], "title", "Catalogue (2)"),
    "a sheet is copied": lambda b: b.copy_worksheet(b["resources"]),
    "a sheet of one's own is added": lambda b: b.create_sheet("Notes").append(["Hello"]),
    "headings are in capitals": lambda b: [setattr(c, "value", c.value.upper()) for c in b["resources"][1][:9]],
    "a row is emptied": lambda b: [setattr(c, "value", None) for c in b["resources"][2][:-1]],
}


@pytest.mark.parametrize("change", SOUND.values(), ids=SOUND)
def test_what_does_no_harm_changes_nothing(exported, book: Path, capsys, change: Callable[[Workbook], object]) -> None:
    change_book(book, change)
    assert 0 == bring_in(exported[0], book)
    assert "Nothing differs." in capsys.readouterr().out


def repeat_id(b: Workbook) -> None:
    cell_at(b["resources"], "welsh-guide", "Id").value = "call-first"


def sort_one_column(b: Workbook) -> None:
    cells = [b["resources"].cell(line, 2) for line in (2, 3, 4)]
    for cell, value in zip(cells, [cells[1].value, cells[2].value, cells[0].value], strict=True):
        cell.value = value


def repeat_column_with_changes(b: Workbook) -> None:
    sheet = b["resources"]
    sheet.cell(1, sheet.max_column + 1).value = "Title"
    sheet.cell(2, sheet.max_column).value = "Another title"


UNSOUND = {
    "an id is repeated": (repeat_id, "the id 'call-first' is also in resources!A2"),
    "cells are merged": (lambda b: b["resources"].merge_cells("B2:C3"), "resources!B2:C3: these cells are merged"),
    "a column is renamed": (lambda b: setattr(b["resources"]["B1"], "value", "Heading"), "Did you mean 'title'?"),
    "a heading is misspelt": (lambda b: setattr(b["resources"]["C1"], "value", "Sumary"), "Did you mean 'summary'?"),
    "the heading of the ids is lost": (lambda b: setattr(b["resources"]["A1"], "value", "Key"), "no column is headed"),
    "one column is sorted alone": (sort_one_column, "Was it sorted without the others?"),
    "a column is repeated and differs": (repeat_column_with_changes, "have the same heading and differ"),
}


@pytest.mark.parametrize(("change", "message"), UNSOUND.values(), ids=UNSOUND)
def test_what_could_do_harm_is_named(exported, book: Path, capsys, change, message: str) -> None:
    change_book(book, change)
    assert 1 == bring_in(exported[0], book, "--apply")
    assert message in capsys.readouterr().err


def test_all_mistakes_of_all_sheets_are_reported_at_once(exported, book: Path, capsys) -> None:
    write_cells(book, {("call-first", "Phone"): 1632960001, ("sound-guide", "Year"): "x", ("welsh-guide", "Kind"): "y"})
    write_cells(book, {("aim", "Topics"): "z"}, "terms")
    assert 1 == bring_in(exported[0], book, "--apply")
    lines = capsys.readouterr().err.splitlines()
    assert "4 mistakes found. Nothing was written." == lines[-1]


def test_without_the_hidden_column_a_value_is_replaced_only_if_that_is_said(exported, book: Path, capsys) -> None:
    change_book(book, lambda b: b["resources"].delete_cols(b["resources"].max_column))
    assert 0 == bring_in(exported[0], book)
    write_cells(book, {("welsh-guide", "Time"): "an hour"})
    assert 0 == bring_in(exported[0], book)
    write_cells(book, {("welsh-guide", "Title"): "Another title", ("welsh-guide", "Url"): None})
    assert 1 == bring_in(exported[0], book)
    assert "If the sheet is right, add --replace" in capsys.readouterr().err
    assert 0 == bring_in(exported[0], book, "--replace")
    assert "2 cells of 1 entries differ" in capsys.readouterr().out


ENCODINGS = [
    ("utf-8", ",", ""),
    ("utf-8-sig", ",", ""),
    ("utf-16", "\t", ""),
    ("utf-8", ";", ""),
    ("utf-8", ";", "sep=;\r\n"),
]


@pytest.mark.parametrize(("encoding", "separator", "head"), ENCODINGS)
def test_a_csv_file_is_read_however_it_was_saved(exported, book: Path, capsys, encoding, separator, head) -> None:
    path = write_csv(book.with_name("saved.csv"), as_csv(book), encoding, separator, head)
    assert 0 == bring_in(exported[0], path)
    assert "Nothing differs." in capsys.readouterr().out


def test_letters_that_the_encoding_of_windows_lacks_do_no_harm(exported, book: Path, capsys) -> None:
    rows = as_csv(book)
    path = write_csv(book.with_name("saved.csv"), rows, "cp1252", ";")
    assert 0 == bring_in(exported[0], path) and "Nothing differs." in capsys.readouterr().out
    line = next(row for row in rows if row[0] == "welsh-guide")
    line[1] = "Tŷ a chŵn, new edition"
    assert 1 == bring_in(exported[0], write_csv(path, rows, "cp1252", ";"))
    assert "(title of welsh-guide): was 'T? a ch?n' when it was exported" in capsys.readouterr().err


def test_a_small_csv_file_by_hand_fills_in_what_is_empty(exported, book: Path, capsys) -> None:
    path = write_csv(book.with_name("mine.csv"), [["id", "author"], ["sound-guide", "A. Writer"]])
    assert 0 == bring_in(exported[0], path, "--sheet", "resources")
    assert "+ A. Writer" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.xls", b"x", "is in a format that is not read here"),
        ("a.ods", b"x", "Save it as an Excel workbook"),
        ("a.xlsx", b"id,title", "is not an Excel workbook, whatever its name says"),
        ("a.xlsx", b"PK\x05\x06" + bytes(18), "cannot be read"),
        ("a.csv", b"", "no sheet of the catalogue was recognised"),
        ("a.csv", b"name,colour\nx,y\n", "no sheet of the catalogue was recognised"),
        ("a.csv", b"\x00\x01\x02", "is neither a workbook nor a CSV file"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_advice(exported, tmp_path, capsys, name, content, message) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert 1 == bring_in(exported[0], path)
    assert message in capsys.readouterr().err


def test_a_file_that_is_not_there_is_named(exported, tmp_path: Path, capsys) -> None:
    assert 1 == bring_in(exported[0], tmp_path / "none.xlsx")
    assert "none.xlsx: is not there" in capsys.readouterr().err
