"""A table of texts, for a spreadsheet and for a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby


@dataclass(frozen=True)
class Table:
    """A table for the spreadsheet and the report. The first cell of a row heads it; `ratings` colours cells.

    `sections` says for each column under which heading its own heading stands; empty where there are none.
    `days` are the cells that are dates, by line and column: the rows have their words, a spreadsheet has the dates.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ratings: Mapping[tuple[int, int], str]
    sections: tuple[str, ...] = ()
    days: Mapping[tuple[int, int], date] = field(default_factory=dict)

    @property
    def spans(self) -> Iterator[tuple[str, int]]:
        """The sections of neighbouring columns, with the number of columns of each."""
        return ((section, len(list(columns))) for section, columns in groupby(self.sections))

    @property
    def full_headings(self) -> tuple[str, ...]:
        """The headings with their sections, for a sheet that has one line of headings."""
        pairs = zip(self.sections or [""] * len(self.headings), self.headings, strict=True)
        return tuple(f"{section}: {heading}" if section else heading for section, heading in pairs)
