"""Activities in answers, and how far each row is: what is late, what is done, who leads, what people have chosen.

browser/lib/activities.mjs is its twin; tests/vectors/activities.json and rows.json are given to both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from toolkit.forms.days import is_day
from toolkit.forms.definition import Form, Section
from toolkit.forms.holds import Holds
from toolkit.forms.keys import Key, join, split
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.rating import RATINGS
from toolkit.forms.kinds.status import STATUSES, ActivityStatus
from toolkit.forms.kinds.tick import YES
from toolkit.forms.question import Question
from toolkit.forms.table import Row

Texts = Mapping[str, str]
OPEN_PARTS = (Holds.ACTION, Holds.DUE, Holds.STATUS)  # a table that holds one of these is a table of activities


class RowState(StrEnum):
    """How far a row is, besides its ratings."""

    NOT_CHOSEN = "not-chosen"  # others are chosen to work on first
    NOT_RATED = "not-rated"


@dataclass(frozen=True)
class Activity:
    """One entry of a table of activities. `key` is its name without a column; `parts` are its texts by what they hold.

    `status` is not-started where nothing is said and the table asks for it, and empty where the table does not ask.
    """

    key: str
    section: Section
    row: Row
    number: int
    parts: Mapping[Holds, str]
    status: str
    is_closed: bool

    @property
    def place(self) -> str:
        """What it is about: the prompt of its row, or of a free row the section's title."""
        return self.row.prompt if self.section.rows else self.section.title

    @property
    def due(self) -> date | None:
        """The day by which it is to be done."""
        text = self.parts.get(Holds.DUE, "")
        return date.fromisoformat(text) if is_day(text) else None

    def is_late(self, today: date) -> bool:
        """Whether it was due before a day and is neither done nor stopped."""
        return self.due is not None and self.due < today and not self.is_closed


def activities(form: Form, texts: Texts) -> Iterator[Activity]:
    """Every activity of which anything is written, in the order of the form."""
    for section in form.sections:
        if not any(column.part in OPEN_PARTS for column in section.columns):
            continue
        for row, name in _entries(section, texts):
            parts = _parts_of(section, texts, name)
            if any(texts.get(_at(name, column.id)) for column in section.columns if not column.once):
                status = parts.get(Holds.STATUS, "") if _status_column(section) else ""
                if _status_column(section) and status not in STATUSES:
                    status = ActivityStatus.NOT_STARTED
                yield Activity(str(name), section, row, name.numbers[1], parts, status, is_closed(section, texts, name))


def is_closed(section: Section, texts: Texts, name: Key) -> bool:
    """Whether nothing of an entry is due any more. `name` is of the entry, or of an answer of it.

    Its status says so; where its table asks for none, a tick, or a rating of its row.
    """
    status = _status_column(section)
    columns = (status,) if status else section.columns
    return any(_closes(texts, name, column) for column in columns)


def chosen_rows(form: Form, texts: Texts) -> frozenset[str]:
    """The names (`section/row`) of the rows that people have chosen."""
    return frozenset(
        f"{section.id}/{row.id}"
        for section in form.sections
        for row in section.rows
        for column in section.columns
        if column.part is Holds.CHOSEN and texts.get(f"{section.id}/{row.id}/{column.id}") == YES
    )


def row_states(form: Form, texts: Texts) -> dict[str, str]:
    """By name (`section/row`) of each given row that is rated: its lowest rating, or a RowState.

    Once any row is chosen, a row without any answer is not chosen; until then, it is not rated.
    """
    is_choice_made = bool(chosen_rows(form, texts))
    places = {f"{name.ids[0]}/{name.ids[1]}" for name in map(split, texts) if name}
    states = {}
    for section in form.sections:
        columns = [column.id for column in section.columns if kind_of(column.kind).is_rated]
        for row in section.rows if columns else ():
            place = f"{section.id}/{row.id}"
            otherwise = RowState.NOT_CHOSEN if is_choice_made and place not in places else RowState.NOT_RATED
            states[place] = _lowest_rating(texts, {f"{place}/{column}" for column in columns}) or str(otherwise)
    return states


def _lowest_rating(texts: Texts, names: set[str]) -> str:
    """The lowest rating among the answers under some names, whichever entry they are of."""
    ratings = [text for key, text in texts.items() if text in RATINGS and (name := split(key)) and name.plain in names]
    return min(ratings, key=RATINGS.index, default="")


def _entries(section: Section, texts: Texts) -> Iterator[tuple[Row, Key]]:
    """(row, name without a column) of each entry that has an answer: by repetition of the section, row and number."""
    order = {row.id: (position, row) for position, row in enumerate(section.table_rows)}
    names = {
        Key(name.ids[:2], name.numbers[:2])
        for name in map(split, texts)
        if name and len(name.ids) == 3 and name.ids[0] == section.id and name.ids[1] in order
    }
    for name in sorted(names, key=lambda name: (name.numbers[0], order[name.ids[1]][0], name.numbers[1])):
        yield order[name.ids[1]][1], name


def _parts_of(section: Section, texts: Texts, name: Key) -> dict[Holds, str]:
    columns = {column.part: column for column in section.columns if column.part}
    texts_by_part = {part: texts.get(_column_key(name, column), "") for part, column in columns.items()}
    return {part: text for part, text in texts_by_part.items() if text}


def _status_column(section: Section) -> Question | None:
    return next((column for column in section.columns if column.part is Holds.STATUS), None)


def _closes(texts: Texts, name: Key, column: Question) -> bool:
    return texts.get(_column_key(name, column), "") in kind_of(column.kind).closing


def _column_key(name: Key, column: Question) -> str:
    """The name of an entry's answer to a column; what is asked once belongs to the first entry."""
    number = 1 if column.once else name.numbers[1]
    return join((name.ids[0], name.numbers[0]), (name.ids[1], number), (column.id, 1))


def _at(name: Key, column: str) -> str:
    return f"{join(*zip(name.ids[:2], name.numbers[:2], strict=True))}/{column}"
