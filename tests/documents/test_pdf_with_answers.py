"""The PDF with answers that the page of a form writes: read by everybody, cut off nowhere, and opened again whole."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests.documents.test_pdf import type_into
from tests.documents.test_pdf_room import longest_answers
from tests.search.node import NODE, speak_english
from toolkit.answers.answers import bring_up_to_date
from toolkit.answers.entry_ids import EntryIds
from toolkit.answers.page_definition import browser_definition
from toolkit.answers.pdf import read_pdf
from toolkit.documents.around import Around
from toolkit.documents.browser_font import browser_font_script
from toolkit.documents.layout import Field, lay_out
from toolkit.forms.definition import Form
from toolkit.forms.kinds import QuestionKind

WRITER = Path(__file__).with_name("write_pdf.mjs")
LETTERS = "Ŵŷ â Zażółć gęślą jaźń, Ελληνικά άέή, Їжак і ґанок, £5 – “quoted” …"
PAGES_LONG = "Every word of a long answer is there. " * 400
LAST_WORDS = "and these are the last."
IDENTITY = {"plan": "plan0000", "setting": "", "entries": {"beds/north": "first00", "beds/no-such": "gone000"}}


@dataclass(frozen=True)
class Written:
    """A PDF with answers, with what the form asks and what was answered."""

    form: Form
    answers: Mapping[str, str]
    content: bytes


def answer(field: Field, index: int) -> str:
    if field.kind is QuestionKind.TICK:
        return "yes"
    if field.choices:
        return field.choices[index % len(field.choices)][0]
    if field.kind is QuestionKind.DATE:
        return f"2026-09-{index % 28 + 1:02}"
    return f"{index}: {longest_answers(field)[0]} {LETTERS}"


def answers_to(form: Form) -> dict[str, str]:
    """An answer to everything that the form's files ask, one of several pages among them, and one no longer asked."""
    fields = list(lay_out(form, in_files=True).fields)
    texts = {field.key: answer(field, index) for index, field in enumerate(fields)}
    longest = [field.key for field in fields if field.kind is QuestionKind.LONG_TEXT][:1]
    texts |= dict.fromkeys(longest, f"{PAGES_LONG}\n\n{LAST_WORDS}")
    return texts | {"former-section/former-question": "What was said before"}


@pytest.fixture(scope="session")
def written(
    around: Around, allotment: Form, kitchen: Form, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[Written]:
    folder = tmp_path_factory.mktemp("with-answers")
    forms = [allotment, kitchen, *(form for form in around.library.forms.values() if form.is_fillable)]
    given = [answers_to(form) for form in forms]
    made = write(root, folder, list(zip(forms, given, strict=True)))
    return [Written(*one) for one in zip(forms, given, made, strict=True)]


def write(root: Path, folder: Path, jobs: list[tuple[Form, dict[str, str]]]) -> list[bytes]:
    font, listed = folder / "font.js", folder / "jobs.json"
    font.write_bytes(browser_font_script())
    files = [folder / f"{number}.pdf" for number, _ in enumerate(jobs)]
    said = [
        {"definition": browser_definition(form), "answers": texts, "identity": IDENTITY, "file": str(file)}
        for (form, texts), file in zip(jobs, files, strict=True)
    ]
    listed.write_text(json.dumps(said), "utf-8")
    command = [*NODE, *speak_english(root, folder), str(WRITER), str(font), str(listed)]
    done = subprocess.run(command, capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr.decode()[:2000]
    return [file.read_bytes() for file in files]


def test_every_form_with_answers_passes_the_check_of_pdf_ua(written: list[Written]) -> None:
    for one in written:
        report = page.validate_pdf_bytes(one.content, profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, f"{one.form.id}: {[(f.rule_id, f.message) for f in report.failures][:5]}"


def test_every_answer_is_read_again_and_nothing_is_lost(written: list[Written]) -> None:
    for one in written:
        current = bring_up_to_date(one.form, read_pdf(one.content))
        assert one.answers == current.texts | current.obsolete, one.form.id


def test_it_carries_the_ids_of_the_plan_and_its_entries_and_of_a_person_nothing_but_those(
    written: list[Written],
) -> None:
    for one in written:
        current = bring_up_to_date(one.form, read_pdf(one.content))
        expected = {"beds/north": "first00"} if one.form.id == "allotment-plan" else {}
        assert current.ids == EntryIds("plan0000", expected), one.form.id
        is_marked = not one.form.holds_personal_data and "record/setting" in one.answers
        with pikepdf.open(io.BytesIO(one.content)) as pdf:
            assert ("/Setting" in pdf.Root["/SafeguardingForm"]) is is_marked, one.form.id


def flattened(content: bytes) -> str:
    """All that is seen on the pages, in the boxes too."""
    document = pypdfium2.PdfDocument(content)
    texts = []
    for sheet in document:
        pdfium.FPDFPage_Flatten(sheet.raw, pdfium.FLAT_PRINT)
    again = io.BytesIO()
    document.save(again)
    for sheet in pypdfium2.PdfDocument(again.getvalue()):
        texts.append(sheet.get_textpage().get_text_range())
    return " ".join(" ".join(texts).split())


def test_every_answer_is_seen_whole_also_one_of_several_pages(written: list[Written], allotment: Form) -> None:
    for one in written:
        if one.form.id not in (allotment.id, "whole-setting-improvement-plan"):
            continue
        seen = "".join(flattened(one.content).split())
        for field in lay_out(one.form, in_files=True).fields:
            if field.key in one.answers and field.kind in (QuestionKind.TEXT, QuestionKind.LONG_TEXT):
                assert "".join(one.answers[field.key][-200:].split()) in seen or "".join(LAST_WORDS.split()) in seen
        for expected in (LETTERS, LAST_WORDS, "What was said before", "Keep it safe."):
            assert "".join(expected.split()) in seen, (one.form.id, expected)
        assert "4September2026" in seen or "September2026" in seen


def test_each_box_is_as_high_as_what_stands_in_it(written: list[Written]) -> None:
    for one in written:
        for box, drawing in boxes(one.content):
            lines = drawing.count(" Tj")
            assert box[3] - box[1] >= lines * 12.5, one.form.id


def boxes(content: bytes) -> Iterator[tuple[list[float], str]]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for sheet in pdf.pages:
            for widget in sheet.obj.Annots:
                if str(widget.FT) != "/Btn":
                    yield [float(edge) for edge in widget.Rect], widget.AP.N.read_bytes().decode("latin-1")


def test_fields_have_their_names_and_an_order_and_can_be_typed_into(written: list[Written]) -> None:
    for one in written:
        with pikepdf.open(io.BytesIO(one.content)) as pdf:
            assert all(str(sheet.obj.Tabs) == "/S" for sheet in pdf.pages)
            assert all(str(field.TU) for field in pdf.Root.AcroForm.Fields)
            assert str(pdf.Root.Lang) == "en" and str(pdf.Root["/SafeguardingForm"].Form) == one.form.id


def test_somebody_else_types_into_it_as_chrome_does_and_it_is_read_again(written: list[Written]) -> None:
    typed = read_pdf(type_into(written[0].content, "Ẁ")).texts
    assert sum("Ẁ" in text for text in typed.values()) > 5
    untouched = {key for key, text in written[0].answers.items() if text != "yes"}  # a press unticks a box
    assert untouched <= set(typed)


def test_the_same_answers_give_the_same_bytes(
    written: list[Written], allotment: Form, root: Path, tmp_path: Path
) -> None:
    [again] = write(root, tmp_path, [(allotment, dict(written[0].answers))])
    assert again == written[0].content
