"""A form laid out for its formats: every field with its name, in the order in which it is read and filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.forms.definition import Condition, Form, FormPart, Section
from toolkit.forms.keys import join, split
from toolkit.forms.kinds import QuestionKind, kind_of
from toolkit.forms.parts import form_of_part
from toolkit.forms.question import Question
from toolkit.forms.table import Repeat, Row
from toolkit.forms.text import Block, read_text

LayoutStep = tuple[str, int]  # an id, and which one of a repetition


@dataclass(frozen=True)
class Field:
    """One place to answer. `name` says in full what is asked, for those who meet the field alone."""

    key: str
    kind: QuestionKind
    label: str
    name: str
    question: Question | None = None
    answer: str = ""  # in an example; else what stands there is for the reader to write

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """The answers that may be chosen, as readers see them."""
        return self.question.choices if self.question else ()

    @property
    def value(self) -> str:
        """The text that it holds to begin with."""
        return (self.question and self.question.value) or ""

    @property
    def lines(self) -> int:
        """How many lines of writing the answer has room for."""
        return (self.question and self.question.lines) or kind_of(self.kind).lines


@dataclass(frozen=True)
class RowEntry:
    """One answer to a row: a field for each column."""

    number: int
    fields: tuple[Field, ...]

    def cells(self, section: Section) -> list[Field | None]:
        """Its fields by column; None where a column is asked once for all entries of a row."""
        by_column = {field.question.id: field for field in self.fields if field.question}
        return [by_column.get(column.id) for column in section.columns]


@dataclass(frozen=True)
class TableRow:
    """A row with its entries; a free row has no prompt."""

    row: Row
    is_free: bool
    entries: tuple[RowEntry, ...]


@dataclass(frozen=True)
class Sheet:
    """One section, or one of its repetitions."""

    section: Section
    number: int
    title: str
    text: tuple[Block, ...]
    questions: tuple[Field, ...]
    rows: tuple[TableRow, ...]

    @property
    def is_banded(self) -> bool:
        """Whether some of the table's given rows have several entries: on paper each row is a band over them."""
        return bool(self.section.rows) and any(len(row.entries) > 1 for row in self.rows)

    @property
    def fields(self) -> Iterator[Field]:
        """Every field of the form, in the order of the page."""
        yield from self.questions
        for row in self.rows:
            for entry in row.entries:
                yield from entry.fields


@dataclass(frozen=True)
class Layout:
    """A form laid out: whole for its page, or one part of it for paper. `form` is what of the form is shown."""

    form: Form
    intro: tuple[Block, ...]
    stop: tuple[tuple[Condition, Field], ...]
    record: tuple[Field, ...]
    sheets: tuple[Sheet, ...]
    part: FormPart | None = None
    is_example: bool = False

    @property
    def fields(self) -> Iterator[Field]:
        """Every field in reading order."""
        yield from (field for _, field in self.stop)
        yield from self.record
        for sheet in self.sheets:
            yield from sheet.fields


def lay_out(
    form: Form, part: FormPart | None = None, answers: Mapping[str, str] | None = None, *, in_files: bool = False
) -> Layout:
    """The form, or one part of it, with as many repetitions as its page begins with, or as its files have room for.

    With answers, as names and texts, it is an example: it shows them, and as many repetitions as they fill.
    """
    return _Layouting(form_of_part(form, part), answers, in_files=in_files).whole(part)


def with_rows(layout: Layout, least: int) -> Layout:
    """A layout with at least so many entries of each row that may be answered several times, if the form allows them.

    A form that must stay on one page, and an example, stay as they are.
    """
    if layout.is_example or layout.form.compact:
        return layout
    return _Layouting(layout.form, None, in_files=True, least_rows=least).whole(layout.part)


def _most_repeated(names: Iterable[str]) -> Counter[str]:
    """By section, and by section and row: the highest number of a repetition among the names of answers."""
    most = Counter[str]()
    for key in filter(None, map(split, names)):
        steps = tuple(zip(key.ids, key.numbers, strict=True))
        for end in range(len(steps) - 1):
            place = "/".join(filter(None, (join(*steps[:end]), key.ids[end])))
            most[place] = max(most[place], key.numbers[end])
    return most


class _Layouting:
    """Lays out one form, blank or with answers."""

    def __init__(self, form: Form, answers: Mapping[str, str] | None, *, in_files: bool, least_rows: int = 1) -> None:
        self.form, self.answers, self.in_files, self.least_rows = form, answers, in_files, least_rows
        self.asked = {question.id: question for question in form.record}
        self.most = _most_repeated(answers or ())

    def whole(self, part: FormPart | None) -> Layout:
        form = self.form
        conditions = form.stop_if.conditions if form.stop_if else ()
        stop = tuple((c, self.field((("stop", 1), (c.id, 1)), c.text, ())) for c in conditions)
        record = tuple(self.field((("record", 1), (q.id, 1)), q, ()) for q in form.record)
        sheets = tuple(self.sheet(s, number) for s in form.sections for number in self.numbers(s.repeat, s.id))
        intro = read_text(form.intro, self.asked)
        return Layout(form, intro, stop, record, sheets, part, self.answers is not None)

    def numbers(self, repeat: Repeat | None, place: str, least: int = 1) -> Iterable[int]:
        """Which ones of something that may repeat there are; `place` is its name without the number."""
        if self.answers is not None:
            return range(1, max(1, self.most[place]) + 1)
        if repeat is None:
            return range(1, 2)
        blank = (self.in_files and repeat.in_files) or repeat.blank
        return range(1, max(blank, min(least, repeat.most)) + 1)

    def sheet(self, section: Section, number: int) -> Sheet:
        title = f"{section.title} {number}" if section.repeat else section.title
        place = (section.id, number)
        questions = tuple(self.field((place, (q.id, 1)), q, (title,)) for q in section.questions)
        rows = tuple(self.row(section, row, place, title) for row in section.table_rows)
        return Sheet(section, number, title, read_text(section.text, self.asked), questions, rows)

    def row(self, section: Section, row: Row, place: LayoutStep, title: str) -> TableRow:
        entries = []
        for number in self.numbers(section.row_repeat, f"{join(place)}/{row.id}", self.least_rows):
            prompt = f"{row.prompt} {number}" if section.row_repeat else row.prompt
            columns = [column for column in section.columns if number == 1 or not column.once]
            fields = (self.field((place, (row.id, number), (c.id, 1)), c, (title, prompt)) for c in columns)
            entries.append(RowEntry(number, tuple(fields)))
        return TableRow(row, not section.rows, tuple(entries))

    def field(self, steps: tuple[LayoutStep, ...], question: Question | str, around: tuple[str, ...]) -> Field:
        """The field of a question, or the tick of a condition whose text is given."""
        key = join(*steps)
        answer = (self.answers or {}).get(key, "")
        if isinstance(question, str):
            return Field(key, QuestionKind.TICK, question, question, answer=answer)
        name = ": ".join((*around, question.label))
        return Field(key, question.kind, question.label, name, question, answer)
