"""A form in parts on its page: old files open whole, and the family's copy leaves with nothing of the other part."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Visits
from tests.documents.test_pdf_with_answers import flattened
from tests.forms.test_in_chromium import READ, handed_out, open_file, ready
from tests.forms.test_parts import DANGEROUS, SAVED, words_of
from toolkit.answers.answers import bring_up_to_date
from toolkit.answers.pdf import read_pdf
from toolkit.catalogue.library import Library
from toolkit.forms.definition import Form
from toolkit.site.compose.formats import read_answers

pytestmark = pytest.mark.browser
FAMILY = "Part B: the family's copy"
UNTICK = "() => document.querySelectorAll('.form-stop input').forEach((box) => box.checked && box.click())"
CATCH = "() => { window.print = () => dispatchEvent(new Event('beforeprint')); }"


def open_saved(visits: Visits, path: Path) -> Page:
    page = ready(visits.open(), f"forms/{read_answers(path).form}/")
    open_file(page, path)
    expect(page.locator(".form-status")).to_contain_text("The file is open")
    return page


def of_part(form: Form, texts: dict[str, str], part: str) -> set[str]:
    """The answers in words that stand in the sections of a part."""
    own = {section.id for section in form.sections if section.part == part}
    return {text for key, text in texts.items() if key.split("/")[0] in own and text.startswith("Answer")}


def words_of_pdf(content: bytes) -> str:
    """What is seen in a PDF, and what its fields hold."""
    return " ".join([flattened(content), *read_pdf(content).texts.values()])


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.name)
def test_a_plan_filled_in_before_there_were_parts_opens_on_the_page(
    path: Path, visits: Visits, library: Library
) -> None:
    answers = read_answers(path)
    page = open_saved(visits, path)
    assert bring_up_to_date(library.forms[answers.form], answers).texts == page.evaluate(READ)
    expect(page.locator(".form-status")).not_to_contain_text("no longer")


@pytest.mark.parametrize("path", [path for path in SAVED if path.suffix == ".json"], ids=lambda path: path.name)
def test_the_familys_copy_from_the_page_holds_nothing_of_the_other_part(
    path: Path, visits: Visits, library: Library, tmp_path: Path
) -> None:
    answers = read_answers(path)
    form = library.forms[answers.form]
    texts = dict(bring_up_to_date(form, answers).texts)
    hidden, family = of_part(form, texts, "professionals"), of_part(form, texts, "family")
    page = open_saved(visits, path)
    page.evaluate(CATCH)
    page.get_by_role("button", name=f"Print {FAMILY}", exact=True).click()
    expect(page.locator(".form-status")).to_contain_text("is not made")  # a condition holds
    page.evaluate(UNTICK)
    word = handed_out(page, f"Word file with my answers: {FAMILY}", tmp_path)
    pdf = handed_out(page, f"PDF with my answers: {FAMILY}", tmp_path)
    page.get_by_role("button", name=f"Print {FAMILY}", exact=True).click()
    page.emulate_media(media="print")
    printed = re.sub(r"\s+", " ", page.locator(".form-page").inner_text())
    assert "Our family safety plan" in printed and FAMILY in printed
    for said in (printed, words_of(word.read_bytes()), words_of_pdf(pdf.read_bytes())):
        assert set() == {text for text in family if text not in said}
        assert set() == {text for text in hidden if text in said}
        assert [] == [found for pattern in DANGEROUS for found in re.findall(pattern, said, re.IGNORECASE)]
    assert word.name.startswith(f"{form.id}-family-") and pdf.name.startswith(f"{form.id}-family-")


def test_the_other_part_is_printed_whole_and_nothing_is_printed_apart_before_it_is_filled_in(visits: Visits) -> None:
    page = ready(visits.open(), "forms/family-safety-plan-siblings/")
    page.evaluate(CATCH)
    page.get_by_role("button", name=f"Print {FAMILY}", exact=True).click()
    expect(page.locator(".form-status")).to_contain_text("take the PDF of Part B")
    page.fill('[name="decision/decision"]', "Apart for now")
    page.fill('[name="worries/worry"]', "That it goes on")
    page.get_by_role("button", name="Print Part A: the professionals' file", exact=True).click()
    page.emulate_media(media="print")
    printed = page.locator(".form-page").inner_text()
    assert "Apart for now" in printed and "That it goes on" not in printed
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    both = page.locator(".form-page").inner_text()
    assert both.index("Apart for now") < both.index(FAMILY) < both.index("That it goes on")
