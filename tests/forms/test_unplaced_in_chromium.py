"""A Word file that people have changed, opened on the page: what was read is said, and what found no place is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browsing import Visits
from tests.documents import word_edits as edits
from tests.documents.word_edits import edit
from tests.forms.test_in_chromium import PLAN, READ, open_file, ready
from toolkit.answers.answers import read_json

pytestmark = pytest.mark.browser
SAMPLE = Path(__file__).parents[1] / "documents/word-samples/whole-setting-improvement-plan-1.docx"
ROW = "ethos-and-relationships/relationships"


def test_what_was_read_is_said_and_what_found_no_place_is_shown_to_copy(visits: Visits, tmp_path: Path) -> None:
    changes = (
        edits.insert_row(f"{ROW}~2/activity", "", "A third activity", "Ann", "", "", "", ""),
        edits.type_after(f"{ROW}/rating", "since May"),
        edits.add_paragraph("The governors agreed this."),
    )
    path = tmp_path / "plan.docx"
    path.write_bytes(edit(SAMPLE.read_bytes(), *changes))
    visit = visits.open()
    page = ready(visit, PLAN)
    open_file(page, path)
    expect(page.locator(".form-status")).to_contain_text("215 answers read, 2 texts found no place.")
    expected = dict(read_json(SAMPLE.with_suffix(".json").read_bytes()).texts)
    expected |= {f"{ROW}~3/activity": "A third activity", f"{ROW}~3/lead": "Ann"}
    assert expected == page.evaluate(READ)
    panel = page.get_by_role("region", name="Texts that found no place")
    expect(panel.get_by_role("heading")).to_be_focused()
    assert ["since May", "The governors agreed this."] == panel.locator("blockquote").all_inner_texts()
    expect(panel).to_contain_text("Near: 1b. Relationships that match the values")
    panel.get_by_role("button", name="Copy: since May").click()
    expect(page.locator(".form-status")).to_contain_text("The text is")
    assert not Axe().run(page, context=".form-panels").response["violations"]
    assert not visit.left and not visit.errors


def test_a_file_that_is_only_compared_shows_what_found_no_place_too(visits: Visits, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(edit(SAMPLE.read_bytes(), edits.add_paragraph("The governors agreed this.")))
    page = ready(visits.open(), PLAN)
    page.locator("summary", has_text="More").first.click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Compare with an earlier file").click()
    chooser.value.set_files(path)
    panel = page.get_by_role("region", name="Texts that found no place")
    expect(panel.locator("blockquote")).to_have_text("The governors agreed this.")


def test_a_file_that_says_nothing_of_its_form_opens_by_what_it_shows(visits: Visits, tmp_path: Path) -> None:
    path = tmp_path / "from another program.docx"
    path.write_bytes(edit(SAMPLE.read_bytes(), edits.take_controls_out, keep_part=False))
    visit = visits.open()
    page = ready(visit, PLAN)
    open_file(page, path)
    expect(page.locator(".form-status")).to_contain_text("213 answers read.")
    assert dict(read_json(SAMPLE.with_suffix(".json").read_bytes()).texts) == page.evaluate(READ)
    page = ready(visit, "forms/action-plan/")
    open_file(page, path)
    expect(page.locator(".form-status")).to_contain_text("belongs to another form")
    assert not visit.errors
