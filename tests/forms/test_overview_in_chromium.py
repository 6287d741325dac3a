"""The overview of a long form, rows that fold, and the bar of a phone, in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Visits
from tests.forms.test_in_chromium import PLAN, READ, REVIEW, answers_file, open_file, ready
from toolkit.catalogue.library import Library

pytestmark = pytest.mark.browser
FIRST, SECOND = "ethos-and-relationships/shared-vision", "ethos-and-relationships/relationships"
# What of the focused element is under the bars that stay in view; 0 is nothing.
COVERED = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const [exit, end] = [".exit-this-page", ".form-end"].map((one) => document.querySelector(one));
  if (exit.contains(document.activeElement) || end.contains(document.activeElement)) return 0;
  const [top, bottom] = [exit.getBoundingClientRect().bottom, end.getBoundingClientRect().top];
  return Math.round(Math.max(0, top - box.top, box.bottom - bottom - Math.max(0, box.height - (bottom - top))));
}"""


def state(page: Page, place: str) -> str:
    return page.locator(f'.form-map [data-place="{place}"] .form-state').inner_text()


def test_the_overview_says_each_rows_state_and_leads_to_the_next_unrated(visits: Visits) -> None:
    visit = visits.open()
    page = ready(visit, PLAN)
    assert ["Not rated"] * 19 == page.locator(".form-map .form-state").all_inner_texts()
    following = page.locator(".form-tools").get_by_role("button", name="Next unrated")
    for place, key, words in ((FIRST, "ArrowDown", "Not yet in place"), (SECOND, "ArrowUp", "In place")):
        following.click()
        assert f"{place}/rating" == page.evaluate("document.activeElement.name")
        page.keyboard.press(key)
        assert words == state(page, place)
        assert words == page.locator(f'[data-row="{place.split("/")[1]}"] .form-row__head .form-state').inner_text()
    page.evaluate("for (const one of document.querySelectorAll('input[value=amber]')) one.click()")
    following.click()
    expect(page.locator(".form-status")).to_have_text("Everything is rated.")
    assert not visit.errors


def test_a_link_of_the_overview_opens_its_row_and_takes_the_focus_there(visits: Visits) -> None:
    page = ready(visits.open(), PLAN)
    page.get_by_role("button", name="Fold all").click()
    assert 0 == page.locator(".form-row__fold[aria-expanded=true]").count()
    page.locator(".form-map").get_by_role("link", name="1b.").click()
    assert "1b. Relationships that match the values" == page.evaluate("document.activeElement.textContent")
    expect(page.locator(".form-row__fold[aria-expanded=true]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".form-row__fold[aria-expanded=true]")).to_have_count(0)
    page.get_by_role("button", name="Open all").click()
    assert 19 == page.locator(".form-row__fold[aria-expanded=true]").count()
    assert 19 == page.locator(".form-row h3 > button").count(), "a heading stays one"


def test_what_is_folded_is_kept_found_and_printed(visits: Visits, library: Library, tmp_path: Path) -> None:
    page = ready(visits.open(390), PLAN)
    field = page.locator(f'[name="{FIRST}/activity"]')
    expect(field).not_to_be_visible()
    open_file(page, answers_file(library, tmp_path, "whole-setting-improvement-plan", {f"{FIRST}/activity": "Ask"}))
    assert {f"{FIRST}/activity": "Ask"} == page.evaluate(READ)
    page.emulate_media(media="print")
    assert "visible" == page.locator(".form-row__body").first.evaluate("e => getComputedStyle(e).contentVisibility")
    page.emulate_media(media="screen")
    page.evaluate("(name) => { location.hash = `f/${name}`; }", f"{FIRST}/activity")
    expect(field).to_be_visible()
    assert 1 == page.locator(".form-row__fold[aria-expanded=true]").count(), "found in what was folded"


def test_a_row_with_something_to_look_at_opens(visits: Visits) -> None:
    page = ready(visits.open(), PLAN)
    page.fill(f'[name="{FIRST}/activity"]', "Ask Kayden")
    page.get_by_role("button", name="Fold all").click()
    expect(page.locator(".form-row__fold[aria-expanded=true]")).to_have_count(1)


def test_without_script_every_row_is_open_and_the_overview_leads_to_it(visits: Visits) -> None:
    page = visits.open(script=False).go(PLAN)
    assert page.locator(f'[name="{FIRST}/activity"]').is_visible()
    assert page.locator(".form-map__tools").is_hidden()
    ids = [link.get_attribute("href") or "" for link in page.locator(".form-map a").all()]
    assert 25 == len(ids)
    assert all(1 == page.locator(f'[id="{name.removeprefix("#")}"]').count() for name in ids)


def test_a_short_form_has_no_overview_and_nothing_of_it_folds(visits: Visits) -> None:
    page = ready(visits.open(390), REVIEW)
    assert 0 == page.locator(".form-map, .form-row__fold, .form-state, .form-next").count()


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_bar_that_saves_covers_nothing_that_has_the_focus(visits: Visits, width: int) -> None:
    page = ready(visits.open(width, 640), PLAN)
    page.get_by_role("button", name="Next unrated").first.click()
    page.keyboard.press("ArrowDown")
    assert page.locator(".form-end").evaluate("e => e.offsetHeight") < 90
    covered = []
    for key in ["Tab"] * 12 + ["Shift+Tab"] * 20:
        page.keyboard.press(key)
        if page.evaluate(COVERED):
            covered.append(page.evaluate("document.activeElement.outerHTML.slice(0, 90)"))
    assert [] == covered
