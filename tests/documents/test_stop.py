"""In every file of a form that has conditions, these stand first, and the rest begins on another page."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from docx import Document

from tests.documents.conftest import make_fillable_pdf, make_print_pdf, make_word
from tests.forms.conftest import IMPRINT
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out

FORMS = ("family-safety-plan-siblings", "family-safety-plan-adult-at-home")


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u2010", "-")


@pytest.mark.parametrize("make", [make_print_pdf, make_fillable_pdf])
@pytest.mark.parametrize("name", FORMS)
def test_the_first_pages_of_a_pdf_hold_the_conditions_and_the_advice_alone(around: Around, name: str, make) -> None:
    form = around.library.forms[name]
    document = pypdfium2.PdfDocument(make(lay_out(form, form.parts[0]), around, IMPRINT))
    pages = [squeezed(page.get_textpage().get_text_range()) for page in document]
    ends = next(number for number, page in enumerate(pages) if squeezed(form.stop_if.advice)[-40:] in page)
    first = "".join(pages[: ends + 1])
    assert ends <= 1
    assert all(squeezed(condition.text) in first for condition in form.stop_if.conditions)
    assert not any(squeezed(question.label) in first for question in form.record)


@pytest.mark.parametrize("name", FORMS)
def test_a_word_file_has_a_new_page_between_the_advice_and_the_first_question(around: Around, name: str) -> None:
    form = around.library.forms[name]
    document = Document(io.BytesIO(make_word(lay_out(form, form.parts[0]), around, IMPRINT)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    advice = next(number for number, text in enumerate(texts) if form.stop_if.advice in text)
    ticks = [number for number, text in enumerate(texts) if text.strip() in {c.text for c in form.stop_if.conditions}]
    assert len(form.stop_if.conditions) == len(ticks) and max(ticks) < advice
    assert 'w:br w:type="page"' in document.paragraphs[advice + 1]._p.xml
    assert document.tables[0]._tbl.getprevious() is not None
