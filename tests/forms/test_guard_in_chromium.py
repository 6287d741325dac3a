"""The word beside a field that is to hold no child's details, in a real Chromium: calm, and in nobody's way."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browsing import Visits
from tests.forms.test_in_chromium import PERSONAL, PLAN, READ, REVIEW, answers_file, handed_out, open_file, ready
from toolkit.answers.answers import read_json
from toolkit.catalogue.library import Library

pytestmark = pytest.mark.browser
HARD, WELL = '[name="questions/hard"]', '[name="questions/went-well"]'
LEAD = '[name="actions/row/lead"]'


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_may_name_a_child_is_told_beside_the_field_and_never_stands_in_the_way(
    visits: Visits, tmp_path: Path, scheme: str
) -> None:
    visit = visits.open(scheme=scheme)
    page = ready(visit, REVIEW)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.fill(LEAD, "Sarah Jones, 07700 900123")
    page.fill(WELL, "Reviewed in May with Sarah Jones; amber until April")
    page.fill(HARD, "Kayden, NHS 943 476 5919, 14 Hill Road")
    note = page.locator('[data-field="questions/hard"] .form-guard')
    expect(note).to_contain_text("“Kayden” may be somebody's name.")
    expect(note).to_contain_text("“943 476 5919” may be an NHS number. “14 Hill Road” may be an address.")
    assert 1 == page.locator(".form-guard").count()
    assert note.locator("p").get_attribute("id") in (page.locator(HARD).get_attribute("aria-describedby") or "").split()
    expect(page.get_by_role("status").filter(has_text="may be somebody's name")).to_have_count(1)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    saved = read_json(handed_out(page, "Save to a file", tmp_path).read_bytes()).texts
    assert "Kayden, NHS 943 476 5919, 14 Hill Road" == saved["questions/hard"]
    expect(page.locator(".form-status")).to_contain_text("Before you share this, look at “What has been hard?”")
    page.get_by_role("button", name="Hide this note: What has been hard?").click()
    assert "questions/hard" == page.evaluate("document.activeElement.name")
    page.locator(HARD).press_sequentially(" and Ellie")
    page.fill(WELL, "Kayden again")
    expect(page.locator(".form-guard")).to_contain_text("“Kayden” may be")
    assert 1 == page.locator(".form-guard").count(), "a note that was put away does not come back"
    page.fill(WELL, "a pupil")
    expect(page.locator(".form-guard")).to_have_count(0)
    expect(page.locator(".form-guarded")).to_be_hidden()
    assert [] == [url for url in asked if not url.startswith("blob:")], "nothing of it leaves the page"
    assert 0 == page.evaluate("localStorage.length + sessionStorage.length")
    assert not visit.errors and not visit.left


def test_a_file_is_looked_at_when_it_is_opened_and_a_new_row_has_no_note_of_the_first(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    page = ready(visits.open(), PLAN)
    place = "ethos-and-relationships/shared-vision"
    texts = {f"{place}/activity": "Talk with Zainab's mother on 07700 900123", f"{place}/lead": "Tom Evans, DSL"}
    open_file(page, answers_file(library, tmp_path, "whole-setting-improvement-plan", texts))
    expect(page.locator(".form-guarded")).to_contain_text("look at “Activity”")
    assert ["“Zainab” may be somebody's name. “07700 900123” may be somebody's phone number."] == (
        page.locator(".form-guard strong").all_inner_texts()
    )
    row = page.locator('.form-row[data-row="shared-vision"]')
    row.get_by_role("button", name="Add another activity").click()
    new = row.locator(".entry").last.locator("textarea").first
    assert "guard/" not in (new.get_attribute("aria-describedby") or "")
    assert 1 == page.locator(".form-guard").count()
    page.get_by_role("button", name="Show me").click()
    assert f"{place}/activity" == page.evaluate("document.activeElement.name")
    assert texts == page.evaluate(READ)


def test_a_form_that_is_about_people_is_not_looked_at(visits: Visits) -> None:
    page = ready(visits.open(), PERSONAL)
    page.locator(".form__rest textarea").first.fill("Kayden, born 3 May 2014")
    page.locator(".form__rest textarea").nth(1).fill("Ellie")
    page.wait_for_timeout(1000)
    assert 0 == page.locator(".form-guard").count()


def test_a_survey_of_staff_is_looked_at_though_it_is_personal(visits: Visits) -> None:
    page = ready(visits.open(), "forms/staff-survey/")
    page.fill('[name="signs/signs"]', "I saw it in Kayden")
    expect(page.locator(".form-guard")).to_contain_text("“Kayden” may be")
