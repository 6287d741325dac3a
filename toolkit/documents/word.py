"""The Word file of a form: styled for the brand, with a bound control for each field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from docx import Document

from toolkit.catalogue.ways import line_in_words
from toolkit.documents.around import Around
from toolkit.documents.controls import control, is_box, prompt_of
from toolkit.documents.imprint import DRAFT
from toolkit.documents.layout import Field, Layout, Sheet, with_rows
from toolkit.documents.package import answers_xml, bind_answers, pack_document
from toolkit.documents.paper import change_in_words, footer, held_notice, pages_of, review_status
from toolkit.documents.texts import document_link
from toolkit.documents.word_imprint import add_band
from toolkit.documents.word_repeats import LEAST_ROWS, is_repeatable
from toolkit.documents.word_rows import Lead, WordRow, rows_of, titles
from toolkit.documents.word_styles import (
    PLACEHOLDER_STYLE,
    add_footer,
    describe,
    set_closer,
    set_page,
    set_styles,
)
from toolkit.documents.word_tables import add_table
from toolkit.documents.word_text import add_control, add_text, add_words
from toolkit.forms.text import Block, Run


def draft_word(layout: Layout, around: Around, *, linked: bool) -> bytes:
    """The Word file without an imprint; the same bytes each time. Chapters that help are named without links.

    `linked`: the site has an address, so that links in the form's texts can lead to its pages.
    """
    writer = _Writer(with_rows(layout, LEAST_ROWS), around, linked=linked)
    language = around.language
    set_styles(writer.document, DRAFT.brand, language.tag)
    set_page(writer.document, landscape=layout.form.layout == "landscape")
    add_band(writer.document)
    add_footer(writer.document, footer(layout, language), pages_of(language), DRAFT.line)
    writer.write()
    form = layout.form
    if form.compact:
        set_closer(writer.document)
    describe(writer.document, form, DRAFT.site, language.tag)
    bind_answers(writer.document, writer.answers())
    return pack_document(writer.document)


FOR_CALLERS = ("leaflet", "poster")  # what a form is, staff read on its page


class _Writer:
    """Writes a form's parts into a document, one after the other."""

    def __init__(self, layout: Layout, around: Around, *, linked: bool) -> None:
        self.layout, self.around, self.linked = layout, around, linked
        self.translate = around.language.translate
        self.document: Any = Document()
        self.occurrences: Counter[str] = Counter()
        self.prompts: list[str] = []

    def write(self) -> None:
        form = self.layout.form
        part = self.layout.part
        if form.held_for_review:
            self._lead_in(held_notice(form, self.around.language), "")
        self.document.add_heading(form.paper_heading, 0)
        if part:
            self.document.add_paragraph().add_run(part.title).bold = True
        if form.layout not in FOR_CALLERS:
            self.document.add_paragraph(form.about, "Subtitle")
        handed_out = bool(part and part.handed_out)
        if form.is_fillable and not handed_out:
            self._labelled(self.translate("form.who"), form.who)
            self._labelled(self.translate("form.time"), form.time)
        if handed_out:
            self.document.add_paragraph().add_run(self.translate("document.handed-out")).bold = True
        elif form.holds_personal_data:
            self._lead_in(self.translate("form.personal"), self.translate("form.personal-about"))
        self._stop()
        self._text(self.layout.intro)
        if self.layout.record:
            add_table(
                self.document,
                [WordRow(self._lead(field), [field]) for field in self.layout.record],
                (),
                self.control,
                self.around.language,
            )
        for sheet in self.layout.sheets:
            self._sheet(sheet)
        if form.layout == "leaflet":
            self.document.add_paragraph(review_status(form, self.around.language))
        if form.changes and form.layout != "poster":
            self.document.add_heading(self.translate("document.versions"), 1)
            for change in form.changes:
                self.document.add_paragraph(change_in_words(change, self.around.language))

    def answers(self) -> str:
        """The part that holds the answers of bound controls: the text that each holds to begin with, if it has one."""
        form = self.layout.form
        bound = (field for field in self.layout.fields if not is_repeatable(self.layout, field.key))
        begun = ((field.key, field.value) for field in bound)
        return answers_xml(form.id, form.version, begun, self.prompts)

    def control(self, field: Field, *, in_text: bool = False) -> Any:
        self.occurrences[field.key] += 1
        self.prompts.append(prompt_of(field, self.around.language, in_text=in_text))
        occurrence, tag = self.occurrences[field.key], self.around.language.tag
        is_bound = not is_repeatable(self.layout, field.key)
        return control(field, self.layout.form, occurrence, PLACEHOLDER_STYLE, self.prompts[-1], tag, is_bound=is_bound)

    def _stop(self) -> None:
        stop = self.layout.form.stop_if
        if stop is None:
            return
        self.document.add_heading(stop.title, 1)
        self.document.add_paragraph(stop.intro)
        for _, field in self.layout.stop:
            self._tick(field)
        self._lead_in(self.translate("form.stop"), stop.advice)
        self.document.add_page_break()

    def _sheet(self, sheet: Sheet) -> None:
        section = sheet.section
        heading = self.document.add_heading(sheet.title, 1)
        heading.paragraph_format.page_break_before = section.page_break and sheet.number == 1
        if section.intro:
            self.document.add_paragraph(section.intro).paragraph_format.keep_with_next = True
        self._text(sheet.text)
        for line in self.around.helplines(section):
            self._labelled(*line_in_words(line, self.around.language))
        for contact in self.around.contacts(section):
            number = "; ".join(contact.numbers) or f"{self.translate('document.number')} ______________________"
            self._labelled(f"{contact.name}  {number}", f"{contact.when} {contact.hours or ''}".strip())
        self._help(*titles(self.around, section.pages, section.resources))
        for field in sheet.questions:
            self._question(field)
        if sheet.rows:
            add_table(self.document, *rows_of(sheet, self.around), self.control, self.around.language)

    def _question(self, field: Field) -> None:
        if is_box(field):
            self._tick(field)
        else:
            self.document.add_paragraph(field.label, "Question")
        lead = self._lead(field)
        if lead.help:
            self.document.add_paragraph(lead.help, "Help").paragraph_format.keep_with_next = True
        for point in lead.points:
            self.document.add_paragraph(point, "List Bullet").paragraph_format.keep_with_next = True
        self._help(lead.chapters, lead.suggested)
        if not is_box(field):
            add_table(self.document, [WordRow(None, [field])], (), self.control, self.around.language)

    def _lead(self, field: Field) -> Lead:
        question = field.question
        if question is None:
            return Lead(field.label)
        return Lead(
            field.label, question.help, question.points, *titles(self.around, question.pages, question.resources)
        )

    def _tick(self, field: Field) -> None:
        paragraph = self.document.add_paragraph()
        paragraph._p.append(self.control(field))
        paragraph.add_run(f"  {field.label}")

    def _text(self, blocks: tuple[Block, ...]) -> None:
        add_text(self.document, blocks, self._add_run)

    def _add_run(self, paragraph: Any, run: Run) -> Any:
        if run.key is None:
            return add_words(paragraph, *document_link(run, self.around, linked=self.linked))
        field = next(field for field in self.layout.record if field.key == run.key)
        return add_control(paragraph, self.control(field, in_text=True))

    def _labelled(self, label: str, text: str) -> None:
        self._lead_in(f"{label}:", text)

    def _lead_in(self, sentence: str, text: str) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.add_run(f"{sentence} ").bold = True
        paragraph.add_run(text)

    def _help(self, chapters: Sequence[str], resources: Sequence[str]) -> None:
        for label, names in ((self.translate("form.read"), chapters), (self.translate("form.may-help"), resources)):
            if names:
                self._labelled(label, "; ".join(names))
