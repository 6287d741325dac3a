"""Drafts in a real Chromium: found again, never written over by another tab, with earlier texts, and saved or not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browsing import Visit, Visits
from tests.forms.test_in_chromium import (
    BACKDATE,
    PERSONAL,
    PLAN,
    READ,
    REVIEW,
    answers_file,
    handed_out,
    open_file,
    ready,
)
from toolkit.catalogue.library import Library

pytestmark = pytest.mark.browser
WELL = '[name="questions/went-well"]'
SAFETY_PLAN = "family-safety-plan-siblings"
KEPT = "() => Object.values(localStorage).map((text) => JSON.parse(text).answers)"
KEEP_OLD = """() => localStorage.setItem("safeguarding-toolkit:draft:/:annual-review-record:lx1", JSON.stringify({
  form: "annual-review-record", name: "Of yesterday", version: 1, answers: { "record/setting": "Hill Road" },
  days: 30, saved: "2026-11-27T10:00:00.000Z", expires: "2099-12-27T10:00:00.000Z" }))"""
FULL = "() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }; }"
BLOCKED = """() => Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("", "SecurityError"); } })"""


def drafts_panel(page: Page) -> None:
    if not page.get_by_role("button", name="Drafts on this device").is_visible():
        page.locator(".form-tools summary").click()
    page.get_by_role("button", name="Drafts on this device").click()


def keep(page: Page, setting: str = "Hill Road") -> None:
    page.fill('[name="record/setting"]', setting)
    drafts_panel(page)
    page.get_by_role("button", name="Keep a draft on this device").click()


def second_tab(visit: Visit, path: str = REVIEW) -> Page:
    page = visit.page.context.new_page()
    page.goto(visit.address + path)
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def open_kept(page: Page, name: str = "Hill Road") -> None:
    page.locator(".draft-notice").get_by_text(name).locator("..").locator("..").get_by_text("Open").click()


def expect_kept(page: Page, *texts: str) -> None:
    """The drafts that this tab sees hold these texts; what another tab has written arrives a moment later."""
    page.wait_for_function(
        f"""(texts) => JSON.stringify(({KEPT})().map((answers) => answers["questions/went-well"]).sort())
      === JSON.stringify(texts)""",
        arg=sorted(texts),
    )


def marks(page: Page) -> set[str]:
    return set(page.locator(".form-saved").all_inner_texts())


def test_a_draft_of_yesterdays_shape_is_offered_at_the_head_of_its_form_and_opens(visits: Visits) -> None:
    page = ready(visits.open(), REVIEW)
    page.evaluate(KEEP_OLD)
    page.reload()
    notice = page.locator(".draft-notice")
    expect(notice).to_contain_text("A draft of 27 November 2026 is on this device: Of yesterday")
    page.get_by_role("button", name="Open the draft of 27 November 2026: Of yesterday").click()
    assert {"record/setting": "Hill Road"} == page.evaluate(READ)
    expect(notice).to_be_hidden()
    page.fill(WELL, "Much")
    assert [{"record/setting": "Hill Road", "questions/went-well": "Much"}] == page.evaluate(KEPT)


def test_the_page_of_templates_lists_drafts_opens_them_and_deletes_them(visits: Visits) -> None:
    visit = visits.open()
    page = ready(visit, REVIEW)
    page.evaluate(KEEP_OLD)
    visit.go("forms/")
    expect(page.locator(".draft-notice")).to_contain_text("2026 is on this device: Annual review record: Of")
    page.get_by_role("link", name="Open the draft of 27 November 2026").click()
    expect(page.locator(".form-status")).to_contain_text("The draft Of yesterday is open")
    assert {"record/setting": "Hill Road"} == page.evaluate(READ)
    assert "Hill" not in page.url
    visit.go("forms/")
    page.get_by_role("button", name="Delete the draft of 27 November 2026").click()
    expect(page.locator(".draft-notice")).to_be_hidden()
    assert 0 == page.evaluate("localStorage.length")
    assert not visit.errors and not visit.left


def test_two_tabs_never_write_over_each_other_and_each_says_that_the_other_changed(visits: Visits) -> None:
    visit = visits.open()
    one = ready(visit, REVIEW)
    keep(one)
    two = second_tab(visit)
    open_kept(two)
    one.fill(WELL, "FROM TAB ONE")
    expect(two.locator(".form-other-tab")).to_contain_text("was changed in another tab at")
    two.fill(WELL, "FROM TAB TWO")
    expect(two.locator(".form-other-tab")).to_contain_text("kept as a second draft, Hill Road (2)")
    expect(one.locator(".form-other-tab")).to_contain_text("was also changed in another tab")
    expect_kept(one, "FROM TAB ONE", "FROM TAB TWO")
    one.fill(WELL, "ONE GOES ON")
    two.fill(WELL, "TWO GOES ON")
    expect_kept(one, "ONE GOES ON", "TWO GOES ON")
    one.get_by_role("button", name="Open Hill Road (2)").click()
    assert "TWO GOES ON" == one.input_value(WELL)
    found = Axe().run(one)
    assert found.violations_count == 0, found.generate_report()


def test_a_tab_that_wrote_nothing_can_take_the_text_of_the_other(visits: Visits) -> None:
    visit = visits.open()
    one = ready(visit, REVIEW)
    keep(one)
    two = second_tab(visit)
    open_kept(two)
    one.fill(WELL, "FROM TAB ONE")
    two.get_by_role("button", name="Show the changed text").click()
    assert "FROM TAB ONE" == two.input_value(WELL)
    expect(two.locator(".form-other-tab")).to_be_hidden()
    two.fill(WELL, "TWO")
    expect_kept(two, "TWO")
    drafts_panel(two)
    two.get_by_role("button", name="Delete everything from this device").click()
    expect(one.locator(".form-other-tab")).to_contain_text("deleted in another tab")
    assert {"Changes not saved"} == marks(one)
    one.fill(WELL, "After all")
    assert 0 == one.evaluate("localStorage.length"), "what was deleted does not come back by itself"


def test_the_text_of_before_a_sitting_can_be_had_back_and_back_again(visits: Visits) -> None:
    page = ready(visits.open(), REVIEW)
    page.evaluate(KEEP_OLD)
    page.reload()
    open_kept(page, "Of yesterday")
    page.fill('[name="record/setting"]', "")
    page.fill(WELL, "All else was deleted by mistake")
    for expected in (
        {"record/setting": "Hill Road"},
        {"questions/went-well": "All else was deleted by mistake"},
    ):
        drafts_panel(page)
        page.locator(".draft-list summary").click()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        page.get_by_role("button", name="Open the version of").first.click()
        assert expected == page.evaluate(READ)
        assert [expected] == page.evaluate(KEPT)


def test_the_mark_of_what_is_not_saved_goes_with_a_save_alone_and_comes_with_the_next_change(
    visits: Visits, tmp_path: Path
) -> None:
    page = ready(visits.open(), PERSONAL)
    assert {""} == marks(page)
    field = page.locator(".form__rest input[type=text]").first
    field.fill("A")
    assert {"Changes not saved"} == marks(page)
    handed_out(page, "Save to a file", tmp_path)
    assert marks(page).pop().startswith("In the file of ")
    expect(page.locator(".form-status")).to_contain_text("has been handed the file")
    field.fill("B")
    assert {"Changes not saved"} == marks(page)
    expect(page.locator(".form-status")).to_be_empty()


@pytest.mark.parametrize("keys", ["Control+s", "Meta+s"])
def test_the_keys_that_save_a_page_save_the_answers(visits: Visits, keys: str) -> None:
    page = ready(visits.open(), REVIEW)
    page.fill(WELL, "Much")
    with page.expect_download() as download:
        page.locator(WELL).press(keys)
    saved = json.loads(Path(download.value.path()).read_bytes())
    assert {"questions/went-well": "Much"} == saved["answers"]
    expect(page.locator(".form-status")).to_contain_text("has been handed the file")


def test_a_draft_whose_time_is_over_goes_on_any_page(visits: Visits) -> None:
    visit = visits.open()
    page = ready(visit, REVIEW)
    for path in ("glossary/", PERSONAL, "forms/"):
        page.evaluate(KEEP_OLD)
        page.evaluate(BACKDATE)
        visit.go(path)
        assert 0 == page.evaluate("localStorage.length"), path


def test_after_everything_is_deleted_nobody_is_asked_to_stay(visits: Visits) -> None:
    page = visits.open().go(REVIEW)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator(".form-tools__main").wait_for()
    keep(page)
    page.get_by_role("button", name="Delete everything from this device").click()
    assert {"Not kept anywhere now"} == marks(page)
    page.reload()
    assert [] == asked
    page.locator(".form-tools__main").wait_for()
    keep(page)
    page.get_by_role("button", name="Delete everything from this device").click()
    page.fill(WELL, "Written since")
    page.reload()
    assert ["beforeunload"] == asked, "what is written since is not saved"


@pytest.mark.parametrize(("trouble", "words"), [(FULL, "no more room"), (BLOCKED, "keeps nothing for this page")])
def test_a_browser_that_does_not_keep_a_draft_is_said_to(visits: Visits, trouble: str, words: str) -> None:
    page = ready(visits.open(), REVIEW)
    keep(page)
    page.evaluate(trouble)
    page.fill(WELL, "Much")
    expect(page.locator(".form-status")).to_contain_text(words)
    assert {"Changes not saved"} == marks(page)
    drafts_panel(page)
    page.get_by_role("button", name="Close").click()
    page.fill(WELL, "More")
    assert {"Changes not saved"} == marks(page)


def test_a_form_about_a_child_keeps_nothing_whatever_lies_on_the_device(visits: Visits) -> None:
    visit = visits.open()
    page = ready(visit, PERSONAL)
    page.evaluate(KEEP_OLD.replace("annual-review-record", SAFETY_PLAN))
    page.reload()
    page.locator(".form-end").wait_for()
    page.locator(".form__rest input[type=text]").first.fill("Somebody")
    with page.expect_download():
        page.keyboard.press("Control+s")
    assert page.locator(".draft-notice:visible").count() == 0
    assert ["Of yesterday"] == page.evaluate("Object.values(localStorage).map((text) => JSON.parse(text).name)")
    assert "Somebody" not in page.evaluate("Object.values(localStorage).join()")


def test_a_file_of_one_part_does_not_drop_the_other_in_silence(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    page = ready(visits.open(), PERSONAL)
    family = answers_file(library, tmp_path, SAFETY_PLAN, {"record/setting": "Team", "worries/worry": "It goes on"})
    for choice, expected in (
        ("Put the file in place, and leave as it is: Part A", {"decision/decision": "Apart"}),
        ("Put the file in place of everything, and lose: Part A", {}),
    ):
        page.fill('[name="decision/decision"]', "Apart")
        open_file(page, family)
        expect(page.locator(".form-panel")).to_contain_text("The file holds nothing of Part A")
        page.get_by_role("button", name=choice).click()
        expect(page.locator(".form-status")).to_contain_text("The file is open")
        assert {"record/setting": "Team", "worries/worry": "It goes on"} | expected == page.evaluate(READ)
        assert bool(expected) == ("Changes not saved" in marks(page)), "what stays is in no file yet"


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_saving_stays_in_reach(visits: Visits, width: int) -> None:
    page = ready(visits.open(width, 844), PLAN)
    bar = page.locator(".form-end")
    page.get_by_role("button", name="Open all").click()
    for top in (5000, 15_000):
        page.evaluate("top => window.scrollTo({ top, behavior: 'instant' })", top)
        box = bar.get_by_role("button", name="Save to a file").bounding_box()
        assert box and 44 <= box["y"] and box["y"] + box["height"] <= 844, (top, box)
    page.locator(".form textarea").nth(6).focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        bottom = page.evaluate("document.activeElement.getBoundingClientRect().bottom")
        shown = bar.bounding_box()
        assert shown and bottom <= shown["y"] + 1, "the bar covers what has the focus"
