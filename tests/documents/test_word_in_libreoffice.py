"""The Word files in LibreOffice: they open whole, and what is written there and saved is read back."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from tests.documents.conftest import make_word
from tests.documents.office import LibreOffice, one_line, text_of
from tests.documents.test_word import exchange
from tests.forms.conftest import IMPRINT
from toolkit.answers.answers import bring_up_to_date
from toolkit.answers.word_document import read_word
from toolkit.catalogue.library import Library
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.documents.package import answers_xml
from toolkit.forms.definition import Form

pytestmark = pytest.mark.office
RIGHT_TO_LEFT = re.compile("[\u0590-\u06ff]")
EDITS = {
    "text": ["Hill ŵŷ Road", "Grant & <Fiori> ]]>", None, None, "Dig\nsow\nwait"],
    "date": ["2026-12-05"],
    "choice": ["Half done"],
    "tick": ["yes"],
}


@pytest.fixture(scope="module")
def opened(
    library: Library,
    around: Around,
    allotment: Form,
    kitchen: Form,
    libreoffice: LibreOffice,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Path]:
    """Every form's Word file as a PDF that LibreOffice made of it."""
    folder = tmp_path_factory.mktemp("word")
    files = []
    for form in [allotment, kitchen, *library.forms.values()]:
        files.append(folder / f"{form.id}.docx")
        files[-1].write_bytes(make_word(lay_out(form), around, IMPRINT))
    return libreoffice.to_pdf(files)


def test_every_word_file_shows_all_that_it_asks(
    opened: dict[str, Path], library: Library, allotment: Form, kitchen: Form
) -> None:
    for form in [allotment, kitchen, *library.forms.values()]:
        pages = text_of(opened[form.id])
        said = one_line(pages).replace(" ", "")
        asked = [form.title, *(question.label for question in form.questions), *(s.title for s in form.sections)]
        asked += [condition.text for condition in (form.stop_if.conditions if form.stop_if else ())]
        in_order = [text for text in asked if not RIGHT_TO_LEFT.search(text)]  # the others stand as they are seen
        missing = [text for text in in_order if "".join(text.split()) not in said]
        assert not missing, f"{form.id}: {missing}"
        for number, page in enumerate(pages, start=1):
            assert f"Page {number} of {len(pages)}" in one_line([page]), form.id
            assert f"version {form.version}" in page, form.id


def test_each_is_tagged_has_its_language_and_repeats_the_headings_of_its_tables(
    opened: dict[str, Path], library: Library
) -> None:
    for path in opened.values():
        with pikepdf.open(path) as pdf:
            assert "en-GB" == str(pdf.Root.Lang)
            assert "/StructTreeRoot" in pdf.Root
    plan = text_of(opened["whole-setting-improvement-plan"])
    assert len(plan) > 10
    assert all("Sign of impact" in page for page in plan[2:]), "every page of the table has its headings"
    assert not any(len(page.split()) < 30 for page in plan), "no page is empty"


def test_answers_in_the_part_are_shown_in_their_places(
    allotment: Form, around: Around, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    texts = {"record/setting": "Hill ŵŷ & Łódź", "water/notes": "line one\nline two", "record/owner": "שלום"}
    path = tmp_path / "filled.docx"
    word = make_word(lay_out(allotment), around, IMPRINT)
    path.write_bytes(exchange(word, answers=answers_xml(allotment.id, 3, texts.items())))
    pages = text_of(libreoffice.to_pdf([path])["filled"])
    said = one_line(pages)
    assert said.count("Hill ŵŷ & Łódź") == 2, "in the record, and where a text names it"
    assert "line one" in said and "line two" in said and "שלום" in said


def test_what_is_written_and_saved_there_is_read_back(
    allotment: Form, around: Around, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    path = tmp_path / "allotment.docx"
    path.write_bytes(make_word(lay_out(allotment), around, IMPRINT))
    read = read_word(libreoffice.edit(path, EDITS).read_bytes())
    expected = {
        "stop/cable": "yes",
        "record/setting": "Hill ŵŷ Road",
        "record/review-date": "2026-12-05",
        "record/owner": "Grant & <Fiori> ]]>",
        "beds/north/plan": "Dig\nsow\nwait",
        "beds/north/state": "amber",
    }
    assert (allotment.id, 3) == (read.form, read.version)
    assert expected == {k: v for k, v in bring_up_to_date(allotment, read).texts.items() if v}
