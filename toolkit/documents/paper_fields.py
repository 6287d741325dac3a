"""What the paper formats of a form show of one field, as plain data for the typesetter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from toolkit.documents.around import Around
from toolkit.documents.chapter import Chapter
from toolkit.documents.fitting import SMALLEST
from toolkit.documents.font import width_of
from toolkit.documents.layout import Field, TableRow
from toolkit.forms.holds import Holds
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.kind import Control
from toolkit.forms.kinds.tick import YES
from toolkit.forms.table import Row
from toolkit.languages.language import Language
from toolkit.registers.resources import Resource

NARROW = 95.0  # points: half of the half of a page, without a list's arrow


def field_as_data(field: Field, around: Around) -> dict[str, Any]:
    """One field: how it is answered, what it holds, and what helps to answer it; keys as form.typ names them."""
    question, kind = field.question, kind_of(field.kind)
    return {
        "key": field.key,
        "control": kind.control,
        "is-short": kind.is_short and _is_narrow(field, around.language),
        "grows": kind.is_free_text,
        "rated": kind.is_rated,
        "hint": around.language.translate(kind.paper_hint) if kind.paper_hint else "",
        "label": field.label,
        "value": answer_in_words(field, around.language) if field.answer else field.value,
        "chosen": [value for value, _ in field.choices].index(field.answer) if _is_chosen(field) else None,
        "ticked": kind.control is Control.CHECKBOX and field.answer == YES,
        "lines": field.lines if kind.has_lines else 1,
        "help": question and question.help,
        "points": question.points if question else (),
        "chapters": chapters_as_data(around.chapters(question.pages)) if question else [],
        "resources": resources_as_data(around.resources(question.resources)) if question else [],
        "choices": [words for _, words in field.choices],
    }


def _is_narrow(field: Field, language: Language) -> bool:
    """Whether the longest fixed answer fits half the width of a question in the record."""
    possible = kind_of(field.kind).possible(field.choices, language)
    return max((width_of(words, SMALLEST) for words in possible), default=0.0) <= NARROW


def once_fields(row: TableRow) -> list[Field]:
    """What is asked once for a row that may be answered several times, with the tick that chooses it first."""
    fields = [field for field in row.entries[0].fields if field.question and field.question.once]
    return sorted(fields, key=lambda field: field.question is None or field.question.part is not Holds.CHOSEN)


def levels_in_words(row: Row, fields: Iterable[Field]) -> list[tuple[str, str]]:
    """(words of a rating, what it means in a row) for each level, in the order of the ratings."""
    words = next((dict(field.choices) for field in fields if kind_of(field.kind).is_rated), {})
    levels = ((words[rating], row.level(rating)) for rating in words)
    return [(name, level.means) for name, level in levels if level]


def chapters_as_data(chapters: Iterable[Chapter]) -> list[dict[str, str]]:
    """Chapters to read, as titles with addresses."""
    return [{"title": chapter.name, "url": chapter.url} for chapter in once(chapters)]


def once(chapters: Iterable[Chapter]) -> list[Chapter]:
    """One of each page: paper, where room is short, names the page alone."""
    return list({chapter.name: chapter for chapter in reversed([*chapters])}.values())[::-1]


def resources_as_data(resources: Iterable[Resource]) -> list[dict[str, Any]]:
    """Resources that help, as titles with addresses."""
    return [{"title": resource.title, "url": resource.url} for resource in resources]


def answer_in_words(field: Field, language: Language) -> str:
    """An example's answer as people read it."""
    return kind_of(field.kind).in_words(field.answer, field.choices, language)


def _is_chosen(field: Field) -> bool:
    return any(field.answer == value for value, _ in field.choices)
