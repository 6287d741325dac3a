"""Everything that a form asks, by the name under which its answer is kept."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.forms.definition import Form
from toolkit.forms.keys import Key
from toolkit.forms.kinds import QuestionKind
from toolkit.forms.question import Question


def plain_fields(form: Form) -> Iterator[tuple[str, Question, str]]:
    """(name without numbers, question, what is asked there) of everything that can be answered."""
    for condition in form.stop_if.conditions if form.stop_if else ():
        yield f"stop/{condition.id}", Question(id=condition.id, label=condition.text, kind=QuestionKind.TICK), ""
    for question in form.record:
        yield f"record/{question.id}", question, ""
    for section in form.sections:
        for question in section.questions:
            yield f"{section.id}/{question.id}", question, section.title
        for row in section.table_rows:
            place = f"{section.title}: {row.prompt}" if section.rows else section.title
            for column in section.columns:
                yield f"{section.id}/{row.id}/{column.id}", column, place


def fits(form: Form, key: Key, question: Question) -> bool:
    """Whether the form repeats as often as a name says."""
    section = next((section for section in form.sections if section.id == key.ids[0]), None)
    repeat = section.repeat.most if section and section.repeat else 1
    is_repeated = section and section.row_repeat and len(key.ids) == 3 and not question.once
    rows = section.row_repeat.most if section and section.row_repeat and is_repeated else 1
    return all(number <= most for number, most in zip(key.numbers, (repeat, rows, 1), strict=False))
