"""A form laid out for its faces: every field with its name, in the order in which it is read and filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.catalogue.library import Library
from toolkit.documents.chapter import Chapter, find_chapter
from toolkit.forms.definition import Condition, Form, Row, Section
from toolkit.forms.keys import join
from toolkit.forms.question import Question
from toolkit.forms.text import Block, read_text
from toolkit.languages.language import Language
from toolkit.pages.page import Page
from toolkit.registers.resources import Resource
from toolkit.registers.vocabulary import Contact

LINES = {"long-text": 3}


@dataclass(frozen=True)
class Field:
    """One place to answer. `name` says in full what is asked, for those who meet the field alone."""

    key: str
    kind: str
    label: str
    name: str
    question: Question | None = None

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        return self.question.choices if self.question else ()

    @property
    def value(self) -> str:
        """What stands there to begin with."""
        return (self.question and self.question.value) or ""

    @property
    def lines(self) -> int:
        return (self.question and self.question.lines) or LINES.get(self.kind, 1)


@dataclass(frozen=True)
class Entry:
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
    entries: tuple[Entry, ...]


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
    def fields(self) -> Iterator[Field]:
        yield from self.questions
        for row in self.rows:
            for entry in row.entries:
                yield from entry.fields


@dataclass(frozen=True)
class Layout:
    """A whole form, laid out."""

    form: Form
    intro: tuple[Block, ...]
    stop: tuple[tuple[Condition, Field], ...]
    record: tuple[Field, ...]
    sheets: tuple[Sheet, ...]

    @property
    def fields(self) -> Iterator[Field]:
        """Every field in reading order."""
        yield from (field for _, field in self.stop)
        yield from self.record
        for sheet in self.sheets:
            yield from sheet.fields


def lay_out(form: Form) -> Layout:
    """The form with as many repetitions as stand on paper."""
    asked = {question.id: question for question in form.record}
    conditions = form.stop_if.conditions if form.stop_if else ()
    stop = tuple((c, Field(join(("stop", 1), (c.id, 1)), "tick", c.text, c.text)) for c in conditions)
    record = tuple(_field(join(("record", 1), (q.id, 1)), q, ()) for q in form.record)
    sheets = tuple(_sheet(s, number, asked) for s in form.sections for number in _numbers(s))
    return Layout(form, read_text(form.intro, asked), stop, record, sheets)


def _numbers(section: Section) -> Iterable[int]:
    return range(1, (section.repeat.blank if section.repeat else 1) + 1)


def _sheet(section: Section, number: int, record: Mapping[str, Question]) -> Sheet:
    title = f"{section.title} {number}" if section.repeat else section.title
    place = (section.id, number)
    questions = tuple(_field(join(place, (q.id, 1)), q, (title,)) for q in section.questions)
    rows = tuple(_row(section, row, place, title) for row in section.table_rows)
    return Sheet(section, number, title, read_text(section.text, record), questions, rows)


def _row(section: Section, row: Row, place: tuple[str, int], title: str) -> TableRow:
    blank = section.row_repeat.blank if section.row_repeat else 1
    entries = []
    for number in range(1, blank + 1):
        named = f"{row.prompt} {number}" if section.row_repeat else row.prompt
        asked = [column for column in section.columns if number == 1 or not column.once]
        fields = (_field(join(place, (row.id, number), (c.id, 1)), c, (title, named)) for c in asked)
        entries.append(Entry(number, tuple(fields)))
    return TableRow(row, not section.rows, tuple(entries))


def _field(key: str, question: Question, around: tuple[str, ...]) -> Field:
    return Field(key, question.kind, question.label, ": ".join((*around, question.label)), question)


@dataclass(frozen=True)
class Around:
    """What a form shows of its site: chapters by name, resources by id, helplines and contacts of a section."""

    library: Library
    pages: Mapping[str, Page]  # by path

    def chapters(self, names: Iterable[str]) -> list[Chapter]:
        """The chapters of those names, each once, in the given order."""
        found = (find_chapter(name, self.pages) for name in names)
        return list(dict.fromkeys(chapter for chapter in found if chapter))

    @property
    def language(self) -> Language:
        """The language that the form's faces speak."""
        return self.library.language

    def resources(self, ids: Iterable[str]) -> list[Resource]:
        """The resources that this site lists, in the given order."""
        return self.library.select(ids=ids)

    def helplines(self, section: Section) -> list[Resource]:
        found = [r for group in section.helplines for r in self.library.select(audience=group, kind="helpline")]
        return [r for r in dict.fromkeys(found) if r.phone]

    def contacts(self, section: Section) -> list[Contact]:
        return [self.library.contacts[name] for name in section.contacts]
