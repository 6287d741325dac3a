"""What a review asks of answers: ratings by row, rows without an answer, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from toolkit.forms.days import is_day
from toolkit.forms.definition import Form, Section
from toolkit.forms.keys import Key, join, split
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.rating import RATINGS
from toolkit.forms.names import plain_fields
from toolkit.forms.question import Question
from toolkit.languages.language import Language

Texts = Mapping[str, str]


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
    """(section, prompt or question) of every given row and question of a section that has no answer at all."""
    answered = {_plain(key) for key in texts}
    for section in form.sections:
        for question in section.questions:
            if f"{section.id}/{question.id}" not in answered:
                yield section.title, question.label
        for row in section.rows:
            if not any(f"{section.id}/{row.id}/{column.id}" in answered for column in section.columns):
                yield section.title, row.prompt


def overdue(form: Form, texts: Texts, today: date) -> list[Due]:
    """What is overdue, the longest first."""
    questions = {key: (question, place) for key, question, place in plain_fields(form)}
    entries = []
    for key, value in texts.items():
        name = split(key)
        question, place = questions.get(name.plain, (None, "")) if name else (None, "")
        if not (name and question and question.reminder and len(name.ids) == 3 and is_day(value)):
            continue
        due = date.fromisoformat(value)
        if due < today and not _is_done(form, texts, name):
            entries.append(Due(key, asked_at(question, place, name), due))
    return sorted(entries, key=lambda entry: (entry.due, entry.key))


def unread_days(form: Form, texts: Texts) -> list[tuple[str, str, str]]:
    """(name, what was asked, text) of each answer to a question for a date that is none, in the order of the form."""
    entries = []
    for number, (plain, question, place) in enumerate(plain_fields(form)):
        for name in _names_of(texts, plain) if kind_of(question.kind).is_date else ():
            if not is_day(texts[str(name)]):
                entries.append((number, name.numbers, str(name), asked_at(question, place, name)))
    return [(key, prompt, texts[key]) for _, _, key, prompt in sorted(entries)]


def _names_of(texts: Texts, plain: str) -> Iterator[Key]:
    yield from (name for name in map(split, texts) if name and name.plain == plain)


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


def _is_done(form: Form, texts: Texts, name: Key) -> bool:
    """Whether the row that a date is in is ticked or rated green."""
    section = next(section for section in form.sections if section.id == name.ids[0])
    return any(_says_done(section, texts, name, column) for column in section.columns)


def _says_done(section: Section, texts: Texts, name: Key, column: Question) -> bool:
    number = 1 if column.once else name.numbers[1]
    value = texts.get(join((name.ids[0], name.numbers[0]), (name.ids[1], number), (column.id, 1)))
    return bool(value) and value == kind_of(column.kind).done


def _plain(key: str) -> str:
    name = split(key)
    return name.plain if name else key
