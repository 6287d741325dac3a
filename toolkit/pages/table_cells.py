"""Tables whose rows do not fit their headings: Markdown drops the cells that are too many, without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from toolkit.pages.lists import DELIMITERS

MANY_ADVICE = "Join cells, add a heading, or write \\| for a line that divides no cells"
CELL_EDGE = re.compile(r"(?<!\\)\|")


def table_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """(line from 1, sentence) for each row with more cells than headings, and each table that is none for this."""
    for line, cells, headings in _rows(text):
        if cells > headings:
            sentence = f"this row has {_cells(cells)} and the table {headings} headings, so the last would vanish"
            yield line, f"{sentence}. {MANY_ADVICE}"
    rows = text.split("\n")
    for number, (row, below) in enumerate(pairwise(rows), start=1):
        if "|" in row and DELIMITERS.match(below) and not _is_heading(rows, number - 1):
            sentence = f"this line has {_cells(_count(below))} and the headings above it {_count(row)}"
            yield number + 1, f"{sentence}, so readers would see no table. Write one --- for each heading"


def table_advice(text: str) -> Iterator[tuple[int, str]]:
    """(line from 1, sentence) for each row with fewer cells than headings."""
    for line, cells, headings in _rows(text):
        if cells < headings:
            yield (
                line,
                f"this row has {_cells(cells)} and the table {headings} headings. Write | for those that are empty",
            )


def _rows(text: str) -> Iterator[tuple[int, int, int]]:
    """(line, cells, headings) of each row below the headings of each table."""
    rows = text.split("\n")
    number = 0
    while number < len(rows):
        if not _is_heading(rows, number):
            number += 1
            continue
        headings = _count(rows[number])
        number += 2
        while number < len(rows) and "|" in rows[number]:
            yield number + 1, _count(rows[number]), headings
            number += 1


def _is_heading(rows: list[str], number: int) -> bool:
    """Whether a row heads a table: it has as many cells as the row of hyphens below it."""
    below = rows[number + 1] if number + 1 < len(rows) else ""
    row = rows[number]
    return "|" in row and not DELIMITERS.match(row) and bool(DELIMITERS.match(below)) and _count(row) == _count(below)


def _count(row: str) -> int:
    return len(CELL_EDGE.split(re.sub(r"^\||(?<!\\)\|$", "", row.strip(" >"))))


def _cells(count: int) -> str:
    return f"{count} cell" if count == 1 else f"{count} cells"
