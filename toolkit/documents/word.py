"""The Word file of a form: styled for the brand, with a bound control for each field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from docx import Document

from toolkit.documents.controls import control
from toolkit.documents.imprint import DRAFT, Imprint
from toolkit.documents.package import answers_xml, bind_answers, packed
from toolkit.documents.paper import footer, once
from toolkit.documents.word_imprint import add_band, put_imprint_in_word
from toolkit.documents.word_styles import PLACEHOLDER, add_footer, set_page, set_styles
from toolkit.documents.word_tables import add_table
from toolkit.forms.sheet import Around, Field, Layout, Sheet
from toolkit.forms.text import Block
from toolkit.forms.words import PERSONAL_DATA, day

LISTS = {"bullets": "List Bullet", "numbers": "List Number"}


def draft_word(layout: Layout, around: Around, *, linked: bool) -> bytes:
    """The Word file without an imprint; the same bytes each time. It names chapters without links."""
    writer = _Writer(layout, around)
    set_styles(writer.document, DRAFT.brand)
    set_page(writer.document, landscape=layout.form.layout == "landscape")
    add_band(writer.document)
    add_footer(writer.document, footer(layout), DRAFT.line)
    writer.write()
    form = layout.form
    _describe(writer.document, form.title, form.about, DRAFT.site, form.written.toordinal())
    bind_answers(writer.document, answers_xml(form.id, form.version, ((key, "") for key in writer.positions)))
    return packed(writer.document)


def complete_word(draft: bytes, layout: Layout, imprint: Imprint) -> bytes:
    """The Word file with the imprint of a site."""
    return put_imprint_in_word(draft, imprint)


def _describe(document: Any, title: str, about: str, author: str, day_number: int) -> None:
    properties = document.core_properties
    properties.title, properties.subject, properties.author = title, about[:255], author
    properties.language, properties.comments, properties.last_modified_by = "en-GB", "", author
    properties.created = properties.modified = datetime.fromordinal(day_number).replace(tzinfo=UTC)


class _Writer:
    """Writes a form's parts into a document, one after the other."""

    def __init__(self, layout: Layout, around: Around) -> None:
        self.layout, self.around = layout, around
        self.document: Any = Document()
        self.occurrences: Counter[str] = Counter()
        self.positions = {field.key: number for number, field in enumerate(layout.fields, start=1)}

    def write(self) -> None:
        form = self.layout.form
        self.document.add_heading(form.paper_heading, 0)
        self.document.add_paragraph(form.about, "Subtitle")
        if form.is_fillable:
            self._labelled("Who fills it in", form.who)
            self._labelled("Time", form.time)
        if form.holds_personal_data:
            self._labelled("This form can hold personal information", PERSONAL_DATA)
        self._stop()
        self._text(self.layout.intro)
        if self.layout.record:
            add_table(self.document, [(field.label, [field]) for field in self.layout.record], (), self.control)
        for sheet in self.layout.sheets:
            self._sheet(sheet)
        if form.changes:
            self.document.add_heading("Versions of this form", 1)
            for change in form.changes:
                self._labelled(f"Version {change.version}, {day(change.date)}", change.what)

    def control(self, field: Field) -> Any:
        self.occurrences[field.key] += 1
        return control(field, self.positions[field.key], self.occurrences[field.key], PLACEHOLDER)

    def _stop(self) -> None:
        stop = self.layout.form.stop_if
        if stop is None:
            return
        self.document.add_heading(stop.title, 1)
        self.document.add_paragraph(stop.intro)
        for _, field in self.layout.stop:
            self._tick(field)
        self._labelled("If any of these is true, stop here", stop.advice)
        self.document.add_page_break()

    def _sheet(self, sheet: Sheet) -> None:
        section = sheet.section
        heading = self.document.add_heading(sheet.title, 1)
        heading.paragraph_format.page_break_before = section.page_break and sheet.number == 1
        if section.intro:
            self.document.add_paragraph(section.intro)
        self._text(sheet.text)
        for line in self.around.helplines(section):
            self._labelled(f"{line.title}  {line.phone}", f"{line.summary} {line.hours or ''}".strip())
        for contact in self.around.contacts(section):
            number = contact.number or "Number: ______________________"
            self._labelled(f"{contact.name}  {number}", f"{contact.when} {contact.hours or ''}".strip())
        self._help(section.pages, section.resources)
        for field in sheet.questions:
            self._question(field)
        if sheet.rows:
            add_table(self.document, *_table(sheet, self.around), self.control)

    def _question(self, field: Field) -> None:
        if field.kind == "tick":
            return self._tick(field)
        question = field.question
        label = self.document.add_paragraph(style="Question")
        label.add_run(field.label)
        if question and question.help:
            self.document.add_paragraph(question.help, "Help").paragraph_format.keep_with_next = True
        for point in question.points if question else ():
            self.document.add_paragraph(point, "List Bullet").paragraph_format.keep_with_next = True
        if question:
            self._help(question.pages, question.resources)
        add_table(self.document, [("", [field])], (), self.control)

    def _tick(self, field: Field) -> None:
        paragraph = self.document.add_paragraph()
        paragraph._p.append(self.control(field))
        paragraph.add_run(f"  {field.label}")

    def _text(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            for item in block.items:
                paragraph = (
                    self.document.add_heading("", 2)
                    if block.kind == "heading"
                    else self.document.add_paragraph(style=LISTS.get(block.kind))
                )
                for run in item:
                    if run.key is None:
                        paragraph.add_run(run.text)
                    else:
                        field = next(field for field in self.layout.record if field.key == run.key)
                        paragraph._p.append(self.control(field))

    def _labelled(self, label: str, text: str) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(text)

    def _help(self, pages: Iterable[str], resources: Iterable[str]) -> None:
        chapters = [chapter.name for chapter in once(self.around.chapters(pages))]
        titles = [resource.title for resource in self.around.resources(resources)]
        for label, named in (("Read", chapters), ("May help", titles)):
            if named:
                self._labelled(label, "; ".join(named))


def _table(sheet: Sheet, around: Around) -> tuple[list[tuple[Any, list[Field | None]]], tuple[str, ...]]:
    """(rows, headings) of a sheet's table: what begins each row, and its fields."""
    rows: list[tuple[Any, list[Field | None]]] = []
    for row in sheet.rows:
        chapters = [chapter.name for chapter in once(around.chapters(row.row.pages))]
        suggested = [resource.title for resource in around.resources(row.row.resources)]
        for entry in row.entries:
            first = None if row.is_free else (row.row.prompt, row.row.outcomes, chapters, suggested)
            if first and entry.number > 1:
                first = (f"{row.row.prompt}, {entry.number}", (), [], [])
            rows.append((first, entry.cells(sheet.section)))
    return rows, tuple(column.label for column in sheet.section.columns)
