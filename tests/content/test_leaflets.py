"""The leaflets for children and for parents: plain, complete, and held back until a host has reviewed them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pypdfium2
import pytest

from macros import MACROS
from tests.documents.conftest import make_print_pdf, make_word
from tests.forms.conftest import IMPRINT
from tests.search.test_relevance import ask
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.forms.definition import Form
from toolkit.pages.readability import reading_age
from toolkit.partnership.release import release_forms
from toolkit.site.read import read_site
from toolkit.sources.yaml_source import read_yaml

FILE = Path(__file__).with_name("leaflets.yml")
MUST_SAY = read_yaml(FILE, FILE.name).data
LEAFLETS = list(MUST_SAY)
OLDEST = {"leaflet-children": 11, "leaflet-parents": 12}  # years of age at which each can be read
MARK = "Not for giving out until the host has reviewed it"
UNREVIEWED = "Not yet reviewed by a safeguarding practitioner"
NATIONAL = {"999", "101", "116 123", "0808 801 0331", "85258", "18"}


@pytest.fixture(scope="module")
def around(root: Path) -> Around:
    site = read_site(root, MACROS)
    return Around(site.library, site.page_at)


def words_of(form: Form) -> str:
    """All that a leaflet says, as Markdown: each heading and text a paragraph of its own."""
    parts = [form.paper_heading, form.intro]
    for section in form.sections:
        parts += [section.title, section.intro, section.text]
    return "\n\n".join(part for part in parts if part)


def pages_of(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.parametrize("id", LEAFLETS)
def test_a_leaflet_says_what_it_must(around: Around, id: str) -> None:
    text = " ".join(words_of(around.library.forms[id]).split())
    assert [] == [pattern for pattern in MUST_SAY[id] if not re.search(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize("id", LEAFLETS)
def test_a_leaflet_can_be_read_by_a_child_of_its_age_in_every_part(around: Around, id: str) -> None:
    form = around.library.forms[id]
    parts = {"whole": words_of(form)} | {s.id: f"{s.intro or ''}\n\n{s.text or ''}" for s in form.sections}
    assert {} == {name: age for name, text in parts.items() if (age := reading_age(text)) > OLDEST[id]}


@pytest.mark.parametrize("id", LEAFLETS)
def test_a_leaflet_prints_no_number_that_the_registers_do_not_have(around: Around, id: str) -> None:
    known = NATIONAL | {r.phone for r in around.library.resources.values() if r.phone}
    found = set(re.findall(r"\d[\d ]*\d", words_of(around.library.forms[id])))
    assert found and found <= known


@pytest.mark.parametrize("id", LEAFLETS)
def test_help_for_adults_worried_about_themselves_is_not_on_a_leaflet_for_those_harmed(around: Around, id: str) -> None:
    assert not re.search(r"Stop It Now|0808 1000 900|Lucy Faithfull", words_of(around.library.forms[id]))


@pytest.mark.parametrize("id", LEAFLETS)
def test_every_sheet_bears_the_mark_until_the_host_has_switched_the_leaflet_on(around: Around, id: str) -> None:
    forms = around.library.forms
    assert forms[id].held_for_review and not forms[id].reviewed
    for form, marked in ((forms[id], True), (release_forms(forms, [id])[id], False)):
        layout = lay_out(form)
        pages = pages_of(make_print_pdf(layout, around, IMPRINT))
        assert [marked] * len(pages) == [MARK in page for page in pages] and len(pages) <= 2, "one sheet, two sides"
        assert any(UNREVIEWED in page for page in pages)
        word = "\n".join(p.text for p in docx.Document(io.BytesIO(make_word(layout, around, IMPRINT))).paragraphs)
        assert marked == (MARK in word) and UNREVIEWED in word


@pytest.mark.parametrize("id", LEAFLETS)
def test_a_host_that_has_reviewed_a_leaflet_prints_the_day(around: Around, id: str) -> None:
    form = around.library.forms[id]
    reviewed = form.model_copy(update={"reviewed": form.written, "held_for_review": False})
    text = " ".join(pages_of(make_print_pdf(lay_out(reviewed), around, IMPRINT)))
    assert UNREVIEWED not in text and "Reviewed 28 November 2026." in text


@pytest.mark.parametrize("id", LEAFLETS)
def test_until_then_it_stands_in_the_library_with_its_mark_and_no_page_offers_it(site: Path, id: str) -> None:
    library = (site / "forms/index.html").read_text("utf-8")
    assert MARK in library.split(f'forms/{id}/"')[1].split("</li>")[0]
    assert MARK in (site / f"forms/{id}/index.html").read_text("utf-8")
    for page in ("helplines", "toolkit/supporting-parents-and-families"):
        assert f"forms/{id}/" not in (site / page / "index.html").read_text("utf-8"), page


def test_a_search_does_not_lead_to_what_is_held(site: Path) -> None:
    answers = ask(site, ["leaflet for children", "Childline 0800 1111", "you can tell someone"])
    assert [] == [url for urls in answers for url in urls if url.startswith("forms/leaflet")]


def test_the_page_of_helplines_offers_no_empty_box_for_what_is_held(site: Path) -> None:
    assert "form-offer" not in (site / "helplines/index.html").read_text("utf-8")
