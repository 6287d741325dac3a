"""Which answers of another form can be brought into a form, by the names of both. browser/lib/carry.mjs is its twin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.forms.definition import Form, Section
from toolkit.forms.kinds import kind_of
from toolkit.forms.question import Question
from toolkit.sources.problems import did_you_mean
from toolkit.sources.yaml_source import KeyPath

EVERY_ROW = "*"


@dataclass(frozen=True)
class Target:
    """A question, a column or a section that says where its answers can be brought from."""

    path: KeyPath  # in the file
    holder: Question | Section
    section: Section | None

    @property
    def name(self) -> str:
        """`record/setting`, `needs/enough`, `gaps/*/lead`, or the id of the section."""
        if self.section is None:
            return f"record/{self.holder.id}"
        if self.holder is self.section:
            return self.section.id
        steps = (self.section.id, EVERY_ROW, self.holder.id) if self.is_column else (self.section.id, self.holder.id)
        return "/".join(steps)

    @property
    def is_column(self) -> bool:
        """Whether it is a column of a table."""
        return self.section is not None and self.path[-2] == "columns"


def targets(form: Form) -> Iterator[Target]:
    """All parts of a form that say where their answers can be brought from."""
    for index, question in enumerate(form.record):
        if question.carries_from:
            yield Target(("record", index), question, None)
    for position, section in enumerate(form.sections):
        if section.carries_from:
            yield Target(("sections", position), section, section)
        for key in ("questions", "columns"):
            for index, question in enumerate(getattr(section, key)):
                if question.carries_from:
                    yield Target(("sections", position, key, index), question, section)


def describe_carries(form: Form) -> list[dict[str, str]]:
    """What the form's page needs to know: `to` is named as Target has it, `from` as the file has it."""
    return [
        {
            "to": target.name,
            "form": carries.form,
            "from": carries.source,
            **({"row": carries.row} if carries.row else {}),
        }
        for target in targets(form)
        for carries in target.holder.carries_from
    ]


@dataclass(frozen=True)
class Source:
    """What another form asks under a name: a question, or None for the prompts of a table's rows."""

    question: Question | None
    section: Section | None


def find_source(form: Form, name: str) -> Source | str:
    """What a form asks under the name; a sentence where it asks nothing of the kind."""
    steps = name.split("/")
    if len(steps) not in (2, 3):
        return "write section/question, section/row/column, section/*/column or section/*"
    section = next((section for section in form.sections if section.id == steps[0]), None)
    if steps[0] != "record" and section is None:
        return _not_there("section", steps[0], [section.id for section in form.sections])
    if len(steps) == 3 and section:
        return _find_column(section, steps)
    if len(steps) == 2 and steps[1] == EVERY_ROW and section:
        return Source(None, section) if section.rows else f"the section '{section.id}' has no given rows with prompts"
    questions = section.questions if section else form.record
    question = next((question for question in questions if [steps[0], question.id] == steps), None)
    if question:
        return Source(question, section)
    return _not_there("question", "/".join(steps[1:]), [question.id for question in questions])


def _find_column(section: Section, steps: list[str]) -> Source | str:
    rows = [row.id for row in section.table_rows]
    if steps[1] != EVERY_ROW and steps[1] not in rows:
        return _not_there("row", steps[1], [EVERY_ROW, *rows])
    column = next((column for column in section.columns if column.id == steps[2]), None)
    return Source(column, section) if column else _not_there("column", steps[2], [c.id for c in section.columns])


def _not_there(noun: str, name: str, names: list[str]) -> str:
    choices = ", ".join(names) or "none"
    return f"it has no {noun} '{name}' there.{did_you_mean(name, names)} Its {noun}s there: {choices}"


def pairs(form: Form, source: Form) -> list[tuple[str, str, str]]:
    """(name here, name there, row or empty) of each answer that can be brought; of a section, question by question.

    What the source does not ask is left out: a copy may have replaced it.
    """
    names: list[tuple[str, str, str]] = []
    for target in targets(form):
        for carries in target.holder.carries_from:
            if carries.form != source.id or is_barred(form, source):
                continue
            if target.holder is target.section:
                names += [(here, there, "") for here, there in pairs_of_section(target.section, source, carries.source)]
            elif is_asked(target, find_source(source, carries.source)):
                names.append((target.name, carries.source, carries.row or ""))
    return names


def is_barred(form: Form, source: Form) -> bool:
    """Whether the source is about people whom its answers could name, and the form is not."""
    return source.holds_personal_data and not (source.names_nobody or form.holds_personal_data)


def is_asked(target: Target, source: Source | str) -> bool:
    """Whether a source is there, and fits."""
    question = target.holder
    return isinstance(source, Source) and isinstance(question, Question) and is_fit(question, source.question)


def pairs_of_section(section: Section, source: Form, name: str) -> list[tuple[str, str]]:
    """The questions and columns of a section that another form's section asks under the same ids, in kinds that fit."""
    match = next((each for each in source.sections if each.id == name), None)
    if match is None:
        return []
    questions: Mapping[str, Question] = {question.id: question for question in match.questions}
    columns: Mapping[str, Question] = {column.id: column for column in match.columns}
    names = [
        (f"{section.id}/{question.id}", f"{name}/{question.id}")
        for question in section.questions
        if question.id in questions and is_fit(question, questions[question.id])
    ]
    names += [
        (f"{section.id}/{EVERY_ROW}/{column.id}", f"{name}/{EVERY_ROW}/{column.id}")
        for column in section.columns
        if column.id in columns and not section.rows and is_fit(column, columns[column.id])
    ]
    return names


def is_fit(question: Question, source: Question | None) -> bool:
    """Whether an answer to one question can answer the other: a text takes any answer, in words."""
    if kind_of(question.kind).is_free_text:
        return True
    if source is None or question.kind != source.kind:
        return False
    return [value for value, _ in question.choices] == [value for value, _ in source.choices]
