"""What is counted of a form's answers: what is rated, and what is chosen from a few options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from toolkit.answers.activities import RowState, row_states
from toolkit.forms.definition import Form, Section
from toolkit.forms.keys import split
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.rating import RATINGS
from toolkit.forms.question import Question
from toolkit.forms.table import Row
from toolkit.languages.language import Language

ValueWords = tuple[tuple[str, str], ...]  # (value counted, words)


class Missing(StrEnum):
    """Why something has no rating or choice."""

    NOT_RATED = RowState.NOT_RATED
    NOT_CHOSEN = RowState.NOT_CHOSEN  # the setting chose other rows to work on
    OTHER_ANSWER = "other-answer"  # something else than the options was written


@dataclass(frozen=True)
class CountedItem:
    """Something that is rated or chosen once by each setting; `row` is the row of a table that it is in."""

    key: str
    section: Section
    prompt: str
    choices: ValueWords
    is_rated: bool
    row: Row | None = None
    question: Question | None = None  # outside a table

    @property
    def name(self) -> str:
        """Its prompt with the section that it is in."""
        return f"{self.section.title}: {self.prompt}" if self.section.title != self.prompt else self.prompt


def items_of(form: Form) -> tuple[CountedItem, ...]:
    """Everything that is rated or chosen once by each setting, in the order of the form."""
    return tuple(item for section in form.sections for item in (*_in_rows(section), *_in_questions(section)))


def rated_items(form: Form) -> tuple[CountedItem, ...]:
    """Everything that is rated."""
    return tuple(item for item in items_of(form) if item.is_rated)


def _in_rows(section: Section) -> Iterator[CountedItem]:
    for row in section.rows:
        for column in section.columns:
            key = f"{section.id}/{row.id}/{column.id}"
            if kind_of(column.kind).is_rated:
                yield CountedItem(key, section, row.prompt, column.choices, True, row=row)
            elif is_choice(column) and not column.part and (not section.row_repeat or column.once):
                yield CountedItem(key, section, f"{row.prompt}: {column.label}", column.choices, False, row=row)


def _in_questions(section: Section) -> Iterator[CountedItem]:
    for question in section.questions:
        is_rated = kind_of(question.kind).is_rated
        if is_rated or is_choice(question):
            key = f"{section.id}/{question.id}"
            yield CountedItem(key, section, question.label, question.choices, is_rated, question=question)


def is_choice(question: Question) -> bool:
    """Whether a question has options of its own to choose from."""
    return bool(question.options) and not kind_of(question.kind).fixed_answers


def values_by_question(texts: Mapping[str, str]) -> dict[str, list[str]]:
    """The answers to each question, whichever repetitions they are of."""
    values: dict[str, list[str]] = {}
    for key, text in texts.items():
        name = split(key)
        values.setdefault(name.plain if name else key, []).append(text)
    return values


def states_of(form: Form, items: Sequence[CountedItem], texts: Mapping[str, str]) -> dict[str, str]:
    """What a setting says of each item, by its key: a value of its choices, or why there is none."""
    values, rows = values_by_question(texts), row_states(form, texts)
    return {item.key: _state_of(item, values.get(item.key, []), rows) for item in items}


def _state_of(item: CountedItem, answers: list[str], rows: Mapping[str, str]) -> str:
    if item.is_rated:
        place = item.key.rpartition("/")[0]
        is_left = rows.get(place) == RowState.NOT_CHOSEN
        ratings = [answer for answer in answers if answer in RATINGS]
        return min(ratings, key=RATINGS.index, default=Missing.NOT_CHOSEN if is_left else Missing.NOT_RATED)
    if not answers:
        return Missing.NOT_RATED
    return answers[0] if answers[0] in dict(item.choices) else Missing.OTHER_ANSWER


def possible_states(item: CountedItem) -> tuple[str, ...]:
    """Everything that can be said of an item, in the order of its options."""
    values = tuple(value for value, _ in item.choices)
    rest = (Missing.NOT_RATED, Missing.NOT_CHOSEN) if item.is_rated else (Missing.OTHER_ANSWER, Missing.NOT_RATED)
    return (*values, *rest)


def state_in_words(item: CountedItem, state: str, language: Language) -> str:
    """What is said of an item, as people read it."""
    missing = {
        Missing.NOT_RATED: "ratings.none" if item.is_rated else "report.no-answer",
        Missing.NOT_CHOSEN: "report.not-chosen",
        Missing.OTHER_ANSWER: "report.other-answer",
    }
    words = {value: language.translate(key) for value, key in missing.items()} | dict(item.choices)
    return words[state]
