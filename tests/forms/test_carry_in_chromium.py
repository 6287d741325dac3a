"""Answers brought from other forms on a form's page, and one file that holds several forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browsing import Visits
from tests.forms.test_in_chromium import READ, handed_out, open_file, ready
from toolkit.answers.answers import read_json, write_json
from toolkit.answers.entry_ids import EntryIds
from toolkit.catalogue.library import Library

pytestmark = pytest.mark.browser
STRATEGY, REVIEW, AUDIT = "forms/partnership-strategy/", "review-of-current-response", "forms/training-needs-audit/"
GAPS = {
    "record/setting": "Northvale",
    "statutory/practice": "Slowly",
    "gaps/row/gap": "No therapy for boys",
    "gaps/row/next-step": "Fund six places",
    "gaps/row/lead": "Health",
    "gaps/row~2/gap": "Long waits",
    "gaps/row~2/next-step": "Count them",
    "gaps/row~2/done": "yes",
}
IDS = EntryIds("plan00", {"gaps/row": "aaaaaa", "gaps/row~2": "bbbbbb"})


def save(library: Library, folder: Path, form: str, texts: dict[str, str], **more: object) -> Path:
    path = folder / f"{form}.json"
    data = json.loads(write_json(library.forms[form], texts, "2026-03-03", ids=IDS)) | more
    path.write_text(json.dumps(data), "utf-8")
    return path


def show_offers(page: Page, title: str, *paths: Path) -> None:
    if not page.get_by_role("button", name="Bring answers from another form").is_visible():
        page.locator(".form-tools summary").click()
    page.get_by_role("button", name="Bring answers from another form").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=f"Open a file of {title}").click()
    chooser.value.set_files(paths)
    expect(page.locator(".form-panel h2")).to_have_text(f"What {title} can bring")


def test_a_review_is_brought_into_the_strategy_and_its_rows_are_known_again(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    visit = visits.open()
    page = ready(visit, STRATEGY)
    page.fill('[name="context/response"]', "Ours")
    path = save(library, tmp_path, REVIEW, GAPS)
    show_offers(page, "Review of the current response", path)
    assert page.evaluate(READ) == {"context/response": "Ours"}, "nothing changes before it is chosen"
    offers = page.locator(".carry-offer")
    expect(offers.filter(has_text="Slowly")).to_contain_text("It goes below what is written here:")
    expect(offers.first).to_contain_text("About this record")
    assert "undefined" not in page.locator(".form-panels").inner_text()
    done = offers.filter(has_text="Count them")
    expect(done.get_by_role("checkbox")).not_to_be_checked()
    assert Axe().run(page, ".form-panels").violations_count == 0
    page.get_by_role("button", name="Bring in what is chosen").click()
    answers = page.evaluate(READ)
    assert answers["record/setting"] == "Northvale" and answers["context/response"] == "Ours\n\nSlowly"
    assert answers["context/gaps"] == "No therapy for boys\n\nLong waits"
    assert answers["action-plan/row/action"] == "Fund six places" and answers["action-plan/row/lead"] == "Health"
    assert "action-plan/row~2/action" not in answers
    note = page.locator('.entry:has([name="action-plan/row/action"]) .form-origin')
    expect(note).to_contain_text(
        "From Review of the current response, Gaps to close: What we will do; Gaps to close: Lead"
    )
    expect(note).to_contain_text("Northvale, 3 March 2026.")
    page.fill('[name="action-plan/row/lead"]', "Police")
    expect(note).to_contain_text("Changed here since: Lead agency.")
    saved = handed_out(page, "Save to a file", tmp_path)
    show_offers(page, "Review of the current response", path)
    expect(page.locator(".carry-offer").filter(has_text="Fund six places")).to_contain_text("takes the place of")
    visit.go(STRATEGY)
    page.locator(".form-tools__main").wait_for()
    open_file(page, saved)
    expect(note).to_contain_text("Changed here since: Lead agency.")
    assert read_json(saved.read_bytes()).ids.entries["action-plan/row"] == "aaaaaa"


def test_origins_follow_their_entry_and_end_with_it(visits: Visits, library: Library, tmp_path: Path) -> None:
    page = ready(visits.open(), STRATEGY)
    page.fill('[name="action-plan/row/action"]', "Ours")
    show_offers(page, "Review of the current response", save(library, tmp_path, REVIEW, GAPS))
    page.get_by_role("button", name="Bring in what is chosen").click()
    note = page.locator(".entry:has([name^='action-plan/row']) .form-origin")
    expect(note).to_have_count(1)
    page.locator('.entry:has([name="action-plan/row/action"]) [data-do="remove-row"]').click()
    expect(page.locator('.entry:has([name="action-plan/row/action"]) .form-origin')).to_contain_text("Northvale")
    for name in ("action", "lead"):
        page.fill(f'[name="action-plan/row/{name}"]', "")
    expect(note).to_have_count(0)


def test_staff_surveys_are_brought_together_and_never_kept_with_other_forms(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    page = ready(visits.open(), AUDIT)
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        folder.mkdir()
    texts = [{"signs/signs-gaps": "Online abuse"}, {"signs/signs-gaps": "Grooming", "barriers/barriers-gaps": "Shame"}]
    files = [
        save(library, folder, "staff-survey", text, entries={}) for folder, text in zip(folders, texts, strict=True)
    ]
    show_offers(page, "Staff survey on child sexual abuse", *files)
    page.get_by_role("button", name="Bring in what is chosen").click()
    answers = page.evaluate(READ)
    needs = {answers[f"needs/row{number}/need"] for number in ("", "~2", "~3")}
    assert needs == {"Online abuse", "Grooming", "Shame"}
    open_in_set(page, files[0])
    expect(page.locator(".form-status")).to_contain_text("Left out, because it is about a person")
    assert "others" not in json.loads(handed_out(page, "Save to a file", tmp_path).read_text("utf-8"))


def open_in_set(page: Page, path: Path) -> None:
    open_file(page, path, "Keep in one file with other forms")


def test_one_file_holds_the_set_and_opens_on_each_forms_page(visits: Visits, library: Library, tmp_path: Path) -> None:
    visit = visits.open()
    page = ready(visit, STRATEGY)
    page.fill('[name="record/setting"]', "Northvale")
    open_in_set(page, save(library, tmp_path, REVIEW, GAPS))
    expect(page.locator(".form-status")).to_contain_text("Saved together with this form from now on: Review of the")
    saved = handed_out(page, "Save to a file", tmp_path)
    assert saved.name.startswith("set-northvale-")
    first = read_json(saved.read_bytes())
    assert first.form == "partnership-strategy" and [part.form for part in first.further] == [REVIEW]
    assert first.further[0].texts == GAPS and first.further[0].ids == IDS
    page = ready(visit, f"forms/{REVIEW}/")
    open_file(page, saved)
    expect(page.locator(".form-status")).to_contain_text("The file also holds answers to: Partnership strategy")
    assert page.evaluate(READ) == GAPS
    page.fill('[name="need/enough"]', "No")
    saved = handed_out(page, "Save to a file", tmp_path)
    assert {read_json(saved.read_bytes()).form, *(p.form for p in read_json(saved.read_bytes()).further)} == {
        REVIEW,
        "partnership-strategy",
    }
    page = ready(visit, STRATEGY)
    open_file(page, saved)
    page.locator(".form-tools summary").click()
    page.get_by_role("button", name="Bring answers from another form").click()
    page.get_by_role("button", name="Review of the current response: take what this file holds of it").click()
    expect(page.locator(".carry-offer").first).to_be_visible()
    page = ready(visit, AUDIT)
    open_file(page, saved)
    expect(page.locator(".form-status")).to_contain_text("belongs to another form")
    page.get_by_role("button", name="Keep this form in the same file").click()
    page.fill('[name="record/agencies"]', "All")
    saved = handed_out(page, "Save to a file", tmp_path)
    assert len(read_json(saved.read_bytes()).further) == 2


def test_a_form_about_a_child_takes_nothing_of_a_set(visits: Visits, library: Library, tmp_path: Path) -> None:
    page = ready(visits.open(), "forms/record-of-signs/")
    page.locator(".form-tools summary").click()
    expect(page.get_by_role("button", name="Keep in one file with other forms")).to_have_count(0)
    review = json.loads(save(library, tmp_path, REVIEW, GAPS).read_text("utf-8"))
    open_file(page, save(library, tmp_path, "record-of-signs", {}, others=[review], answers={"record/a": "x"}))
    expect(page.locator(".form-status")).to_contain_text("Left out")
    assert "others" not in json.loads(handed_out(page, "Save to a file", tmp_path).read_text("utf-8"))
