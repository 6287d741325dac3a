"""Dates on a form's page: what was understood is shown in words, and what was not is said wherever it goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browsing import Visits
from tests.forms.test_in_chromium import REVIEW, answers_file, handed_out, open_file, ready
from toolkit.answers.answers import read_json
from toolkit.catalogue.library import Library

pytestmark = pytest.mark.browser
NEXT, DUE = "record/next-review", "actions/row/due"


def test_dates_are_shown_in_words_and_what_is_none_is_said_wherever_it_goes(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    page = ready(visits.open(), REVIEW)
    status = page.locator(".form-status")
    open_file(page, answers_file(library, tmp_path, "annual-review-record", {NEXT: "05/12/26", DUE: "half term"}))
    expect(status).to_contain_text("1 date was not understood: “half term” (")
    assert "2026-12-05" == page.locator(f'[name="{NEXT}"]').input_value()
    assert "Saturday 5 December 2026" == page.locator(f'[id="day/{NEXT}"]').inner_text()
    assert f"day/{NEXT}" == page.locator(f'[name="{NEXT}"]').get_attribute("aria-describedby")
    expect(page.locator(f'[id="day/{DUE}"]')).to_contain_text("not a date that could be understood")
    for button in ("Spreadsheet (CSV)", "Calendar file of dates", "Word file with my answers", "Save to a file"):
        saved = handed_out(page, button, tmp_path)
        expect(status).to_contain_text("“half term”")
    assert {NEXT: "2026-12-05", DUE: "half term"} == read_json(saved.read_bytes()).texts
    assert Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}).violations_count == 0


def test_a_date_typed_in_place_of_one_that_was_not_understood_becomes_a_date(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    page = ready(visits.open(), REVIEW)
    open_file(page, answers_file(library, tmp_path, "annual-review-record", {DUE: "half term"}))
    field = page.locator(f'[name="{DUE}"]')
    field.fill("end of May")
    field.blur()
    expect(page.locator(".form-status")).to_contain_text("not a date that could be understood")
    field.fill("Sad 5 Rhag 26")
    field.blur()
    assert ("date", "2026-12-05") == (field.get_attribute("type"), field.input_value())
    assert "Saturday 5 December 2026" == page.locator(f'[id="day/{DUE}"]').inner_text()
    page.get_by_role("button", name="Add another", exact=False).first.click()
    assert page.locator(".form-field__day").count() == 1, "a new row has no date yet"
