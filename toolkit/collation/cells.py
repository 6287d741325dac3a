"""What cells of a report's tables hold, and the tables made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.languages.language import Language
from toolkit.spreadsheet.table import Chart, Table


@dataclass(frozen=True)
class Share:
    """A part of a whole; of nothing there is no share."""

    part: int
    whole: int


@dataclass(frozen=True)
class RatingCell:
    """The words of a rating, and which of the colours it has."""

    words: str
    value: str


@dataclass(frozen=True)
class Withheld:
    """A count that is not given, because it or another would be too small."""


WITHHELD = Withheld()
ReportValue = str | int | date | Share | RatingCell | Withheld | None


def count_or_withheld(count: int | None) -> int | Withheld:
    """A count for a cell, of a number that is None where it is withheld."""
    return WITHHELD if count is None else count


def share_or_withheld(part: int | None, whole: int | None) -> Share | Withheld:
    """A share for a cell, withheld where either number is."""
    return WITHHELD if part is None or whole is None else Share(part, whole)


def in_words(value: ReportValue, language: Language) -> str:
    """A cell as people read it."""
    if isinstance(value, Share):
        return f"{(200 * value.part + value.whole) // (2 * value.whole)}%" if value.whole else ""
    if isinstance(value, RatingCell):
        return value.words
    if isinstance(value, Withheld):
        return language.translate("report.withheld")
    return language.day(value) if isinstance(value, date) else "" if value is None else str(value)


def make_table(
    key: str,
    title: str,
    headings: Sequence[str],
    lines: Iterable[Sequence[ReportValue]],
    language: Language,
    *,
    sections: Sequence[str] = (),
    sums: Iterable[int] = (),
    about: str = "",
    chart: Chart | None = None,
) -> Table:
    """A table of values, each line beginning with what it is about."""
    values = {(number, column): value for number, line in enumerate(lines) for column, value in enumerate(line)}
    rows: dict[int, list[str]] = {}
    for (number, _), value in values.items():
        rows.setdefault(number, []).append(in_words(value, language))
    return Table(
        title,
        tuple(headings),
        tuple(map(tuple, rows.values())),
        {place: value.value for place, value in values.items() if isinstance(value, RatingCell) and value.value},
        tuple(sections),
        {place: value for place, value in values.items() if isinstance(value, date)},
        {
            place: value.part / value.whole
            for place, value in values.items()
            if isinstance(value, Share) and value.whole
        },
        frozenset(sums),
        about,
        key,
        chart,
    )
