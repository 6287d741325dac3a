"""A table of texts, for a spreadsheet and for a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """A table for the spreadsheet and the report. The first cell of a row heads it; `ratings` colours cells."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ratings: Mapping[tuple[int, int], str]
