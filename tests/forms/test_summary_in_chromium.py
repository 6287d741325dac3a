"""A plan on one page for those who answer for it, and its reviews over time, in a real Chromium."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from openxml_audit import OpenXmlValidator
from playwright.sync_api import Page, expect

from tests.browsing import Visits
from tests.forms.test_in_chromium import PLAN, handed_out, open_file, ready
from toolkit.answers.answers import read_json, write_json
from toolkit.catalogue.library import Library
from toolkit.forms.keys import join

pytestmark = pytest.mark.browser
FORM = "whole-setting-improvement-plan"
LONG = " and go on with it in each class, tutor group and club, and with every member of staff, for as long as it takes"


def make_plan(library: Library, activities: int) -> dict[str, str]:
    """A plan with every theme rated, and so many activities in each."""
    texts = {"record/setting": "Hill Road"}
    for position, (section, row) in enumerate((s, row) for s in library.forms[FORM].sections for row in s.rows):
        texts[f"{section.id}/{row.id}/rating"] = ("red", "amber", "green")[position % 3]
        for number in range(1, activities + 1):
            place = join((section.id, 1), (row.id, number))
            texts[f"{place}/activity"] = f"Ask pupils about {row.prompt}{LONG}"
            texts[f"{place}/lead"] = f"The safeguarding lead{LONG}"
            texts[f"{place}/due"] = "2020-01-05" if number % 2 else "2099-12-31"
            texts[f"{place}/priority"] = "high"
    return texts


def save(library: Library, folder: Path, texts: dict[str, str], **more: object) -> Path:
    path = folder / "plan.json"
    path.write_text(json.dumps(json.loads(write_json(library.forms[FORM], texts, "2026-03-03")) | more), "utf-8")
    return path


def press(page: Page, button: str) -> None:
    if not page.get_by_role("button", name=button, exact=True).is_visible():
        page.locator(".form-tools summary").click()
    page.get_by_role("button", name=button, exact=True).click()


def pages_of(content: bytes) -> int:
    return len(pypdfium2.PdfDocument(content))


@pytest.mark.parametrize("activities", [0, 12])
def test_the_summary_is_one_page_on_paper_in_word_and_as_a_pdf(
    visits: Visits, library: Library, tmp_path: Path, activities: int
) -> None:
    page = ready(visits.open(), PLAN)
    page.evaluate("window.print = () => {}")
    earlier = [{"date": "2025-03-03", "version": 2, "answers": make_plan(library, 1)}]
    if activities:
        open_file(page, save(library, tmp_path, make_plan(library, activities), earlier=earlier))
    press(page, "One-page summary")
    assert Axe().run(page, ".form-panels").violations_count == 0
    panel = page.locator(".form-panel")
    expect(panel).to_contain_text("Where each area is")
    pdf = handed_out(page, "Summary as PDF", tmp_path).read_bytes()
    word = handed_out(page, "Summary as Word", tmp_path)
    assert pages_of(pdf) == 1
    # A theme and a table of fonts are optional parts, which it does without.
    missing = {"theme", "fontTable"}
    errors = [e.description for e in OpenXmlValidator().validate(str(word)).errors]
    assert not [text for text in errors if not any(f"/{name}' is missing" in text for name in missing)]
    press(page, "Print the summary")
    paper = page.pdf(prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(paper)
    assert len(document) == 1 and [round(side) for side in document[0].get_size()] == [595, 842]
    text = document[0].get_textpage().get_text_range()
    said = "114 more in the plan" if activities else "No activity is in the plan yet"
    assert "Save to a file" not in text and (said in text or activities)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".form-page")).not_to_have_attribute("data-summary", "")
    with pikepdf.open(tmp_path / next(path.name for path in tmp_path.glob("*.pdf"))) as made:
        assert made.Root.MarkInfo.Marked and made.Root.Lang == "en"


def test_a_review_is_started_kept_in_the_file_and_shown_with_what_moved(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    visit = visits.open()
    page = ready(visit, PLAN)
    rating = "ethos-and-relationships/shared-vision/rating"
    open_file(page, save(library, tmp_path, {"record/setting": "Hill Road", rating: "red"}))
    press(page, "Reviews over time")
    expect(page.locator(".form-panel")).to_contain_text("There is no earlier review yet.")
    expect(page.get_by_label("Day of the answers as they are now")).to_have_value("2026-03-03")
    press(page, "Start the next review")
    expect(page.locator(".form-status")).to_contain_text("The answers of 3 March 2026 are kept as a review.")
    expect(page.locator(".form-saved").first).to_have_text("Changes not saved")
    page.check(f'[name="{rating}"][value="green"]')
    saved = handed_out(page, "Save to a file", tmp_path)
    handed_out(page, "Word file with my answers", tmp_path)
    expect(page.locator(".form-status")).to_contain_text("are kept in the file (JSON)")
    (review,) = read_json(saved.read_bytes()).earlier
    assert (review.date, review.texts[rating]) == ("2026-03-03", "red")
    page = ready(visit, PLAN)
    open_file(page, saved)
    press(page, "Reviews over time")
    row = page.get_by_role("row", name="1a. A shared vision and values")
    expect(row).to_contain_text("Not yet in placeIn placeBetter")
    assert Axe().run(page, ".form-panels").violations_count == 0
    press(page, "One-page summary")
    expect(page.locator(".form-panel")).to_contain_text("What has moved since 3 March 2026")
    expect(page.locator(".form-panel")).to_contain_text("Better: 1. Worse: 0.")


def test_a_file_keeps_twelve_reviews_and_says_before_it_takes_one_out(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    page = visits.open().go(PLAN)
    page.locator(".form-tools__main").wait_for()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    earlier = [{"date": f"20{year}-01-01", "version": 2, "answers": {"record/setting": "H"}} for year in range(10, 22)]
    open_file(page, save(library, tmp_path, {"record/setting": "Hill Road"}, earlier=earlier))
    press(page, "Reviews over time")
    press(page, "Start the next review")
    assert "Take out the oldest, of 1 January 2010?" in said[0]
    assert len(read_json(handed_out(page, "Save to a file", tmp_path).read_bytes()).earlier) == 12


def test_a_form_about_a_child_has_no_summary_and_no_reviews(visits: Visits) -> None:
    page = ready(visits.open(), "forms/record-of-signs/")
    page.locator(".form-tools summary").click()
    for name in ("One-page summary", "Reviews over time"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)


@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
def test_the_list_behind_more_is_as_wide_as_the_page_allows(visits: Visits, width: int) -> None:
    page = ready(visits.open(width), PLAN)
    press(page, "One-page summary")
    press(page, "Reviews over time")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
