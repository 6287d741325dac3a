"""The PDF files of every form: sound for assistive technology, the same each time, and read back when typed into."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.documents.conftest import Made, make_fillable_pdf, make_print_pdf
from tests.forms.conftest import IMPRINT
from toolkit.answers.answers import Unreadable, bring_up_to_date
from toolkit.answers.pdf import read_pdf
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.forms.definition import Form
from toolkit.site.compose.formats import read_answers


@pytest.fixture(scope="session")
def typed_into(allotment: Form, around: Around) -> bytes:
    return make_fillable_pdf(lay_out(allotment), around, IMPRINT)


def test_every_pdf_of_every_form_passes_the_check_of_pdf_ua(
    around: Around, every_form: Mapping[str, Made], kitchen: Form
) -> None:
    fillable = {id: made.fillable for id, made in every_form.items()}
    fillable[kitchen.id] = make_fillable_pdf(lay_out(kitchen), around, IMPRINT)
    layouts = {id: made.layout for id, made in every_form.items()}
    others = [kitchen, *around.library.forms.values()]
    layouts |= {form.id: lay_out(form) for form in others if form.id not in layouts}
    printed = {f"{id}-print": make_print_pdf(layout, around, IMPRINT) for id, layout in layouts.items()}
    for name, content in (fillable | printed).items():
        report = page.validate_pdf_bytes(content, profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, f"{name}: {[(f.rule_id, f.message) for f in report.failures][:5]}"


def test_the_same_form_gives_the_same_bytes(around: Around, allotment: Form, typed_into: bytes) -> None:
    layout = lay_out(allotment)
    assert typed_into == make_fillable_pdf(layout, around, IMPRINT)
    assert make_print_pdf(layout, around, IMPRINT) == make_print_pdf(layout, around, IMPRINT)


def test_each_field_has_its_key_a_name_in_words_and_a_kind(allotment: Form, typed_into: bytes) -> None:
    expected = {field.key: field.name for field in lay_out(allotment).fields}
    with pikepdf.open(io.BytesIO(typed_into)) as pdf:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        more = {f"more-room{which}/{name}" for which in ("", "~2", "~3") for name in ("of", "text")}
        assert set(expected) | more == set(fields)
        for key, name in expected.items():
            assert str(fields[key].TU).startswith(name)
        assert all(str(pdf_page.obj.Tabs) == "/S" for pdf_page in pdf.pages)
        assert "/Btn" == str(fields["water/meter"].FT)
        assert "/Ch" == str(fields["water/source"].FT)


def test_each_page_carries_version_date_address_and_its_number(around: Around, allotment: Form) -> None:
    document = pypdfium2.PdfDocument(make_print_pdf(lay_out(allotment), around, IMPRINT))
    for number, sheet in enumerate(document, start=1):
        text = sheet.get_textpage().get_text_range()
        assert "version 3 · 1 March 2026 · forms/allotment-plan/" in text
        assert "A toolkit · https://toolkit.example/" in text
        assert f"Page {number} of {len(document)}" in text


def test_chapters_to_read_stand_beside_a_row_and_lead_to_the_site(allotment: Form, around: Around) -> None:
    content = make_print_pdf(lay_out(allotment), around, IMPRINT)
    words = " ".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(content))
    for title in ("Trauma · Language", "Working together", "Your context"):
        assert title in " ".join(words.split()), title
    with pikepdf.open(io.BytesIO(content)) as pdf:
        links = {str(a.A.URI) for sheet in pdf.pages for a in sheet.obj.get("/Annots", []) if "/A" in a}
    assert {"https://toolkit.example/toolkit/trauma/#in-short", "https://toolkit.example/toolkit/language/"} <= links


def type_into(content: bytes, words: str) -> bytes:
    """The PDF after Chrome's own engine has typed words into every text field and pressed every box."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        places = [
            [(str(a.get("/FT", "")), [float(x) for x in a.Rect]) for a in p.obj.get("/Annots", [])] for p in pdf.pages
        ]
    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    form = document.formenv.raw
    for sheet, fields in zip(document, places, strict=True):
        for kind, (left, _, _, top) in fields:
            if kind not in ("/Tx", "/Btn"):
                continue
            x, y = left + 4, top - 4
            pdfium.FORM_OnFocus(form, sheet.raw, 0, x, y)
            pdfium.FORM_OnLButtonDown(form, sheet.raw, 0, x, y)
            pdfium.FORM_OnLButtonUp(form, sheet.raw, 0, x, y)
            for letter in words if kind == "/Tx" else "":
                pdfium.FORM_OnChar(form, sheet.raw, ord(letter), 0)
    pdfium.FORM_ForceToKillFocus(form)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_what_is_typed_as_chrome_does_is_read_back(allotment: Form, typed_into: bytes) -> None:
    words = "Über £5 – naïve Ŵŵ Ŷŷ Łódź ăș İşğ őű Ελλη Кирил שלום 漢"
    found = bring_up_to_date(allotment, read_pdf(type_into(typed_into, words))).texts
    assert words == found["beds/north/plan"] == found["visits/row~2/job"]
    assert "yes" == found["water/meter"] == found["stop/cable"]
    assert "water/rating" not in found


def test_what_was_typed_is_shown_on_the_page(typed_into: bytes) -> None:
    filled = pypdfium2.PdfDocument(type_into(typed_into, "Wheelbarrow"))
    filled.init_forms()
    empty = pypdfium2.PdfDocument(typed_into)
    empty.init_forms()
    assert filled[0].render().to_pil().tobytes() != empty[0].render().to_pil().tobytes()


def test_a_pdf_that_a_program_saved_with_its_fields_alone_is_still_read(allotment: Form, typed_into: bytes) -> None:
    with pikepdf.open(io.BytesIO(type_into(typed_into, "Dig"))) as pdf:
        del pdf.Root["/SafeguardingForm"]
        out = io.BytesIO()
        pdf.save(out)
    assert "Dig" == read_pdf(out.getvalue()).texts["beds/north/plan"]


def test_hostile_and_truncated_pdfs_are_refused_in_words(typed_into: bytes, tmp_path: Path) -> None:
    contents = [typed_into[:2000], b"%PDF-1.7\n" + b"\0" * 5000, b"%PDF-1.7\n%%EOF", typed_into.replace(b"/T", b"/X")]
    for number, content in enumerate(contents):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(content)
        with pytest.raises(Unreadable):
            print(read_answers(path))
