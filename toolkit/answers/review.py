"""What a review asks of answers: ratings by row, rows without an answer, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from toolkit.answers.activities import RowState, Texts, is_closed, row_states
from toolkit.forms.days import is_day
from toolkit.forms.definition import Form
from toolkit.forms.holds import Holds
from toolkit.forms.keys import Key, split
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.rating import RATINGS
from toolkit.forms.names import plain_fields
from toolkit.forms.question import Question
from toolkit.languages.language import Language


@dataclass(frozen=True)
class Rated:
    """Something that is rated: its name without numbers, where it is, what is asked, and the three words."""

    key: str
    section: str
    prompt: str
    words: Mapping[str, str]


@dataclass(frozen=True)
class Due:
    """A date that has passed while its row is not done."""

    key: str
    prompt: str
    due: date


def rated_rows(form: Form) -> Iterator[Rated]:
    """Every given row and question that is rated."""
    for section in form.sections:
        for row in section.rows:
            for column in section.columns:
                if kind_of(column.kind).is_rated:
                    yield Rated(f"{section.id}/{row.id}/{column.id}", section.title, row.prompt, dict(column.choices))
        for question in section.questions:
            if kind_of(question.kind).is_rated:
                key = f"{section.id}/{question.id}"
                yield Rated(key, section.title, question.label, dict(question.choices))


def rating_of(texts: Texts, rated: Rated) -> str:
    """The rating given, the lowest where there are several entries; empty if there is none."""
    ratings = [value for key, value in texts.items() if value in RATINGS and _plain(key) == rated.key]
    return min(ratings, key=RATINGS.index, default="")


def empty_rows(form: Form, texts: Texts) -> Iterator[tuple[str, str]]:
    """(section, prompt or question) of every given row and question of a section that has no answer at all.

    Rows that people have not chosen, where they have chosen others, are left out.
    """
    answered = {_plain(key) for key in texts}
    states = row_states(form, texts)
    for section in form.sections:
        for question in section.questions:
            if f"{section.id}/{question.id}" not in answered:
                yield section.title, question.label
        columns = [column.id for column in section.columns if column.part is not Holds.CHOSEN]
        for row in section.rows:
            if states.get(f"{section.id}/{row.id}") == RowState.NOT_CHOSEN:
                continue
            if not any(f"{section.id}/{row.id}/{column}" in answered for column in columns):
                yield section.title, row.prompt


def overdue(form: Form, texts: Texts, today: date) -> list[Due]:
    """What is overdue, the longest first."""
    questions = {key: (question, place) for key, question, place in plain_fields(form)}
    entries = []
    for key, value in texts.items():
        name = split(key)
        question, place = questions.get(name.plain, (None, "")) if name else (None, "")
        if not (name and question and can_be_late(question) and len(name.ids) == 3 and is_day(value)):
            continue
        due = date.fromisoformat(value)
        section = next(section for section in form.sections if section.id == name.ids[0])
        if due < today and not is_closed(section, texts, name):
            entries.append(Due(key, asked_at(question, place, name), due))
    return sorted(entries, key=lambda entry: (entry.due, entry.key))


def unread_days(form: Form, texts: Texts) -> list[tuple[str, str, str]]:
    """(name, what was asked, text) of each answer to a question for a date that is none, in the order of the form."""
    fields = enumerate(plain_fields(form))
    dates = {plain: (number, question, place) for number, (plain, question, place) in fields if _is_date(question)}
    entries = []
    for key, text in texts.items():
        name = split(key)
        if name and name.plain in dates and not is_day(text):
            number, question, place = dates[name.plain]
            entries.append((number, name.numbers, key, asked_at(question, place, name)))
    return [(key, prompt, texts[key]) for _, _, key, prompt in sorted(entries)]


def _is_date(question: Question) -> bool:
    return kind_of(question.kind).is_date


def asked_at(question: Question, place: str, name: Key) -> str:
    """What is asked under a name, in words."""
    numbers = ", ".join(str(number) for number in name.numbers if number > 1)
    where = f"{place} ({numbers})" if numbers else place
    return f"{where}: {question.label}" if where else question.label


def in_words(question: Question | None, value: str, language: Language) -> str:
    """An answer as people read it."""
    if question is None:
        return value
    return kind_of(question.kind).in_words(value, question.choices, language)


def can_be_late(question: Question) -> bool:
    """Whether a date of a row asks for attention once it has passed."""
    return question.reminder or question.part is Holds.DUE


def _plain(key: str) -> str:
    name = split(key)
    return name.plain if name else key
