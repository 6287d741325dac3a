"""A printed plan looks like a document: landscape tables in colour and words, with setting and day on every page."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browsing import Visits
from tests.forms.test_in_chromium import PLAN, open_file, ready
from tests.forms.test_summary_in_chromium import make_plan, save
from toolkit.catalogue.library import Library

pytestmark = pytest.mark.browser
RATING = "ethos-and-relationships/shared-vision/rating"
EARLIER = [{"date": "2025-03-03", "version": 2, "answers": {RATING: "amber"}}]
ORIGIN = {"form": "x", "title": "Spring walk", "asked": "Gap", "setting": "Hill Road", "day": "2026-03-02", "mark": "a"}


def opened(visits: Visits, library: Library, folder: Path) -> Page:
    page = ready(visits.open(), PLAN)
    texts = make_plan(library, 1) | {f"{RATING.rpartition('/')[0]}/evidence": "Seen on a walk"}
    origins = {f"{RATING.rpartition('/')[0]}/activity": [ORIGIN]}
    open_file(page, save(library, folder, texts, earlier=EARLIER, origins=origins))
    expect(page.locator(".form-status")).to_contain_text("The file is open")
    return page


def close(text: str) -> str:
    """A text without its spaces."""
    return re.sub(r"\s+", "", text)


def test_a_plan_prints_as_landscape_tables_with_the_setting_and_day_on_each_page(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    page = opened(visits, library, tmp_path)
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    # Where letters are drawn apart, what reads them puts spaces between.
    texts = [close(sheet.get_textpage().get_text_range()) for sheet in document]
    assert {(842, 595)} == {tuple(round(side) for side in sheet.get_size()) for sheet in document}
    assert close("Whole-setting improvement plan Hill Road · With the answers of") in texts[0]
    for number, text in enumerate(texts, 1):
        assert close("Whole-setting improvement plan · Hill Road ·") in text and f"{number}/{len(texts)}" in text
    whole = "".join(texts)
    for said in (
        "How far you are",
        "Overdue",
        "○ Not yet in place",
        "◐ Partly in place",
        "● In place",
        "Seen on a walk",
    ):
        assert close(said) in whole
    for said in ("Reviews over time", "Worse", "From Spring walk, Gap, Hill Road, 2 March 2026."):
        assert close(said) in whole
    for screen in ("Save to a file", "Take a next step", "Safeguarding toolkit", "Who fills it in", "Add to plan"):
        assert close(screen) not in whole, f"{screen} is for the screen"
    titles = tuple(close(section.title) for section in library.forms["whole-setting-improvement-plan"].sections)
    assert not [text for text in texts if text.endswith(titles)], "no heading is alone at the foot of a page"


def test_each_theme_is_a_band_over_its_activities_and_a_rating_has_colour_and_words(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    page = opened(visits, library, tmp_path)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = page.locator(".form-print")
    band = paper.get_by_role("rowheader", name="1a. A shared vision and values").first
    expect(band).to_contain_text("○ Not yet in place")
    expect(band).to_contain_text("How do we know? Seen on a walk")
    mark = band.locator(".paper-rating")
    assert "rgb(168, 32, 26)" == mark.evaluate("e => getComputedStyle(e).borderLeftColor")
    assert paper.locator("dl").count() == 0
    assert page.locator(".form-tools").is_hidden() and page.locator(".form-agenda").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator(".form-print .form-agenda").count() == 0 and page.locator(".form-agenda").is_visible()
