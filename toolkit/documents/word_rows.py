"""Rows of the tables of a Word file: what begins each, its fields, and what Word offers to repeat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.documents.around import Around
from toolkit.documents.columns import asked_in_cells
from toolkit.documents.layout import Field, RowEntry, Sheet, TableRow
from toolkit.documents.paper_fields import levels_in_words, once, once_fields
from toolkit.documents.word_bands import Band, is_banded


@dataclass(frozen=True)
class Lead:
    """What begins a row: a label or prompt, and what belongs to it."""

    label: str
    help: str | None = None
    points: Sequence[str] = ()
    chapters: Sequence[str] = ()
    suggested: Sequence[str] = ()
    is_quiet: bool = False  # whether a band above says it already
    example: str | None = None  # a good activity in words
    levels: Sequence[tuple[str, str]] = ()  # (words of a rating, what it means)


class WordRow(NamedTuple):
    """A row: what begins it, or None; its fields; and the name of what Word offers to repeat with it, if anything."""

    lead: Lead | None
    fields: Sequence[Field | None]
    repeats: str = ""
    noun: str = ""  # of what is repeated
    lines: int = 0  # how high it is; 0: as its fields need
    band: Band | None = None  # what its right cell holds, if it is a band over the rows below it


def titles(around: Around, pages: Iterable[str], resources: Iterable[str]) -> tuple[list[str], list[str]]:
    """What helps, by name: chapters and resources."""
    chapters = [chapter.name for chapter in once(around.chapters(pages))]
    return chapters, [resource.title for resource in around.resources(resources)]


def rows_of(sheet: Sheet, around: Around) -> tuple[list[WordRow], tuple[str, ...]]:
    """(rows, headings) of a sheet's table: what begins each row, and its fields."""
    section = sheet.section
    banded = is_banded(section)
    rows: list[WordRow] = []
    for row in sheet.rows:
        if banded:
            fields = once_fields(row)
            rows.append(WordRow(_lead_of(row, around), (), band=Band(levels_in_words(row.row, fields), fields)))
        rows += [_row(entry, row, sheet, around, banded=banded) for entry in row.entries]
    return rows, tuple(column.label for column in asked_in_cells(section, banded=banded))


def _lead_of(row: TableRow, around: Around, levels: Sequence[tuple[str, str]] = ()) -> Lead:
    outcomes = [outcome.text for outcome in row.row.outcomes]
    return Lead(
        row.row.prompt,
        None,
        outcomes,
        *titles(around, row.row.pages, row.row.resources),
        example=row.row.example,
        levels=levels,
    )


def _row(entry: RowEntry, row: TableRow, sheet: Sheet, around: Around, *, banded: bool) -> WordRow:
    """A row of a sheet's table. Of several, those after the first repeat: they hold nothing that is asked once."""
    section, lead = sheet.section, None
    if not row.is_free:
        lead = Lead(f"{row.row.prompt}, {entry.number}", is_quiet=banded)
        if entry.number == 1 and not banded:
            lead = _lead_of(row, around, levels_in_words(row.row, entry.fields))
    pairs = zip(entry.cells(section), section.columns, strict=True)
    cells = [cell for cell, column in pairs if not (banded and column.once)]
    repeat = section.row_repeat
    if repeat is None or (entry.number == 1 and not row.is_free and not banded):
        return WordRow(lead, cells)
    name = f"{section.id} {sheet.number} {row.row.id}"
    return WordRow(lead, cells, name, repeat.noun, int(entry.number > repeat.blank))
