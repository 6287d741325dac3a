"""A table of texts, for a spreadsheet and for a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Chart:
    """A picture of a table: a bar for each line, made of the numbers in some columns, each in a colour by its name."""

    columns: tuple[int, ...]
    colours: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table for the spreadsheet and the report. The first cell of a row heads it; `ratings` colours cells.

    `sections` says for each column under which heading its own heading stands; empty where there are none.
    `days` are the cells that are dates, by line and column: the rows have their words, a spreadsheet has the dates.
    `shares` are the cells that are parts of a whole, as numbers from 0 to 1. `sums` are the lines that are totals of
    others. `about` is a sentence under the title. `key` names the table among those of a report. `chart` says how to
    draw it beside the numbers.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ratings: Mapping[tuple[int, int], str]
    sections: tuple[str, ...] = ()
    days: Mapping[tuple[int, int], date] = field(default_factory=dict)
    shares: Mapping[tuple[int, int], float] = field(default_factory=dict)
    sums: frozenset[int] = frozenset()
    about: str = ""
    key: str = ""
    chart: Chart | None = None

    def first_rows(self, most: int) -> Table:
        """The same table with its first rows alone, and the totals at its end; as it is where it has no more."""
        lines = [line for line in range(len(self.rows)) if line < most or line in self.sums]
        place = {line: number for number, line in enumerate(lines)}

        def move(cells: Mapping[tuple[int, int], T]) -> dict[tuple[int, int], T]:
            return {(place[line], column): value for (line, column), value in cells.items() if line in place}

        return replace(
            self,
            rows=tuple(self.rows[line] for line in lines),
            ratings=move(self.ratings),
            days=move(self.days),
            shares=move(self.shares),
            sums=frozenset(place[line] for line in self.sums),
        )

    def bars(self, line: int) -> list[tuple[str, float, float]]:
        """(colour, start, width) of each part of a line's bar, from 0 to 100; none where a number is missing."""
        cells = [self.rows[line][column] for column in self.chart.columns] if self.chart else []
        numbers = [int(cell) for cell in cells if cell.isdecimal()]
        whole = sum(numbers)
        if self.chart is None or len(numbers) < len(cells) or not whole:
            return []
        starts = [sum(numbers[:place]) for place in range(len(numbers))]
        parts = zip(self.chart.colours, starts, numbers, strict=True)
        return [(name, round(100 * x / whole, 2), round(100 * n / whole, 2)) for name, x, n in parts if n]

    @property
    def spans(self) -> Iterator[tuple[str, int]]:
        """The sections of neighbouring columns, with the number of columns of each."""
        return ((section, len(list(columns))) for section, columns in groupby(self.sections))

    @property
    def full_headings(self) -> tuple[str, ...]:
        """The headings with their sections, for a sheet that has one line of headings."""
        pairs = zip(self.sections or [""] * len(self.headings), self.headings, strict=True)
        return tuple(f"{section}: {heading}" if section else heading for section, heading in pairs)
