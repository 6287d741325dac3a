"""Colleagues' files joined on a form's page: several at once, entries as wholes, what differs with who said it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from openxml_audit import OpenXmlValidator
from playwright.sync_api import Page, expect

from tests.browsing import Visits
from tests.forms.test_in_chromium import PERSONAL, READ, REVIEW, handed_out, ready
from toolkit.answers.answers import bring_up_to_date, read_json, write_json
from toolkit.catalogue.library import Library
from toolkit.site.compose.formats import read_answers

pytestmark = pytest.mark.browser
FORM, RATING = "annual-review-record", "practice/policy/rating"
LARKMEAD = {
    "record/setting": "Larkmead",
    RATING: "green",
    "questions/hard": "Time",
    "actions/row/action": "Train staff",
    "actions/row/lead": "Ann",
    "actions/row/due": "5 Dec 26",
}
HILL_ROAD = {
    "record/setting": "Hill Road",
    RATING: "red",
    "questions/hard": "Rooms",
    "actions/row/action": "Ask pupils",
    "actions/row/due": "half term",
    "actions/row~2/action": "Train staff",
    "actions/row~2/lead": "Ann",
    "actions/row~2/due": "2026-12-05",
}


def save_files(library: Library, folder: Path, *all_texts: dict[str, str]) -> list[Path]:
    paths = [folder / f"plan-{number}.json" for number in range(len(all_texts))]
    for path, texts in zip(paths, all_texts, strict=True):
        path.write_text(write_json(library.forms[FORM], texts, "2026-11-20"), "utf-8")
    return paths


def open_files(page: Page, paths: list[Path]) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open a file", exact=True).click()
    chooser.value.set_files(paths)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_several_files_are_joined_and_nobodys_lead_comes_to_anothers_activity(
    visits: Visits, library: Library, tmp_path: Path, scheme: str
) -> None:
    visit = visits.open()
    page = ready(visit, REVIEW)
    page.emulate_media(color_scheme=scheme)
    damaged = tmp_path / "damaged.json"
    damaged.write_text("{")
    open_files(page, [*save_files(library, tmp_path, LARKMEAD, HILL_ROAD), damaged])
    panel = page.locator(".form-panel")
    expect(panel).to_contain_text("3 answers differ")
    assert {} == page.evaluate(READ), "nothing changes before the reader has chosen"
    assert Axe().run(page).violations_count == 0
    page.get_by_role("button", name="Use what I chose").click()
    joined = page.evaluate(READ)
    rows = {key: value for key, value in joined.items() if key.startswith("actions/")}
    own = {key: value for key, value in LARKMEAD.items() if key.startswith("actions/")} | {
        "actions/row/due": "2026-12-05"
    }
    assert own | {"actions/row~2/action": "Ask pupils", "actions/row~2/due": "half term"} == rows
    assert ("red", "Larkmead: Time\nHill Road: Rooms") == (joined[RATING], joined["questions/hard"])
    expect(panel).to_contain_text("Ratings that differed")
    expect(panel).to_contain_text("Hill Road: Not yet in place")
    expect(panel).to_contain_text("Ask pupils")
    status = page.locator(".form-status")
    for words in ("3 differed", "1 entry was added whole", "damaged.json was not opened", "“half term”"):
        expect(status).to_contain_text(words)
    assert Axe().run(page).violations_count == 0
    assert "Hill Road: Not yet in place" in handed_out(page, "Save this list (CSV)", tmp_path).read_text("utf-8-sig")
    assert not visit.left and not visit.errors


def test_entries_that_find_no_room_are_shown_and_can_be_saved(visits: Visits, library: Library, tmp_path: Path) -> None:
    most = next(section for section in library.forms[FORM].sections if section.id == "actions").row_repeat.most
    people = [
        {f"actions/row~{n}/action" if n > 1 else "actions/row/action": f"{name}{n}" for n in range(1, most)}
        for name in "AB"
    ]
    page = ready(visits.open(), REVIEW)
    open_files(page, save_files(library, tmp_path, *people))
    expect(page.locator(".form-status")).to_contain_text(f"{most - 2} entries found no room")
    expect(page.locator(".form-panel")).to_contain_text(f"B{most - 1}")
    assert most == sum(key.endswith("/action") for key in page.evaluate(READ))


def test_entries_keep_their_ids_and_dates_their_place_in_a_calendar(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    page = ready(visits.open(), REVIEW)
    rows = {"actions/row/action": "First", "actions/row~2/action": "Second", "actions/row~2/due": "2026-12-05"}
    open_files(page, save_files(library, tmp_path, {"record/setting": "Larkmead", **rows}))
    saved = read_json(handed_out(page, "Save to a file", tmp_path).read_bytes()).ids
    assert ["actions/row", "actions/row~2"] == sorted(saved.entries) and len(saved.plan) == 12
    uid = f"UID:{saved.plan}-actions-row-due-{saved.entries['actions/row~2']}@safeguarding-toolkit.invalid"
    dates = (
        handed_out(page, "Calendar file of dates", tmp_path).read_text("utf-8").replace("\r\n ", "").replace("\n ", "")
    )
    assert uid in dates and "SUMMARY:Larkmead: Second" in dates and "BEGIN:VALARM" in dates
    page.locator('[data-do="remove-row"]').first.click()
    page.fill('[name="actions/row/due"]', "2027-01-09")
    moved = (
        handed_out(page, "Calendar file of dates", tmp_path).read_text("utf-8").replace("\r\n ", "").replace("\n ", "")
    )
    assert uid in moved and "20270109" in moved, "the entry moved up, and its date is another"
    page.fill('[name="record/setting"]', "Hill Road")
    other = read_json(handed_out(page, "Save to a file", tmp_path).read_bytes()).ids
    assert other.plan != saved.plan and other.entries == {"actions/row": saved.entries["actions/row~2"]}
    text = json.loads((tmp_path / "plan-0.json").read_text("utf-8"))
    assert "plan" not in text, "an older file has no ids, and opens"


def test_a_plan_that_goes_through_word_or_pdf_keeps_its_ids(visits: Visits, library: Library, tmp_path: Path) -> None:
    page = ready(visits.open(), REVIEW)
    rows = {"actions/row/action": "First", "actions/row~2/action": "Second", "actions/row~2/due": "2026-12-05"}
    open_files(page, save_files(library, tmp_path, {"record/setting": "Larkmead", **rows}))
    files = [handed_out(page, button, tmp_path) for button in ("Word file with my answers", "PDF with my answers")]
    saved = read_json(handed_out(page, "Save to a file", tmp_path).read_bytes()).ids
    assert saved.plan and len(saved.entries) == 2
    assert OpenXmlValidator().validate(str(files[0])).is_valid
    for file in files:
        read = read_answers(file)
        assert bring_up_to_date(library.forms[FORM], read).ids == saved, file.suffix
        again = ready(visits.open(), REVIEW)
        open_files(again, [file])
        expect(again.locator('[name="actions/row~2/action"]')).to_have_value("Second")
        assert read_json(handed_out(again, "Save to a file", tmp_path).read_bytes()).ids == saved, file.suffix


def test_a_calendar_of_a_form_about_people_has_neutral_words_alone(visits: Visits, tmp_path: Path) -> None:
    page = ready(visits.open(), PERSONAL)
    field = page.locator('[name="record/review-date"]')
    field.fill("2027-01-09")
    page.locator("textarea:visible").first.fill("Somebody")
    dates = handed_out(page, "Calendar file of dates", tmp_path).read_text("utf-8")
    assert "SUMMARY:A date to keep: see your own records" in dates
    assert (
        "Somebody" not in dates
        and "DESCRIPTION:A date to keep" in dates
        and "afety" not in dates.split("SUMMARY", 1)[1]
    )
