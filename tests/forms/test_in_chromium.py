"""Forms in a real Chromium: answers go out and come back whole, and nothing is kept that was not asked for."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from openxml_audit import OpenXmlValidator
from playwright.sync_api import Browser, Page, expect

from tests.browsing import Visit, Visits
from tests.documents.test_pdf import type_into
from tests.documents.test_word import exchange
from toolkit.answers.answers import bring_up_to_date, read_json, write_json
from toolkit.answers.pdf import read_pdf
from toolkit.answers.word_document import read_word
from toolkit.catalogue.library import Library
from toolkit.documents.package import ANSWERS_PART
from toolkit.forms.definition import Form
from toolkit.forms.keys import join
from toolkit.forms.names import plain_fields
from toolkit.forms.parts import papers
from toolkit.forms.question import Question

pytestmark = pytest.mark.browser
REVIEW = "forms/annual-review-record/"
PLAN = "forms/whole-setting-improvement-plan/"
PERSONAL = "forms/family-safety-plan-siblings/"
READ = """() => Object.fromEntries([...document.querySelectorAll(".form [name]")]
  .filter((f) => f.name && f.value.trim() && (["radio", "checkbox"].includes(f.type) ? f.checked : true))
  .map((f) => [f.name, f.value]))"""
BACKDATE = """() => {
  for (const key of Object.keys(localStorage)) {
    localStorage[key] = localStorage[key].replace(/"expires":"\\d{4}/, '"expires":"2001');
  }
}"""
EVERY_BLOCK = "".join(
    chr(c)
    for start in range(0x21, 0x30000, 0x80)
    for c in (start, start + 1)
    if not 0xD7FF < c < 0xE000 and c & 0xFFFE != 0xFFFE and c not in (0x1680, 0x2000)
)
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<answers xmlns="urn:safeguarding-toolkit:answers:1" form="annual-review-record" version="1">&b;</answers>'
)
ANSWERS = {
    "record/setting": '<b>"Hill" & Road</b> ]]>',
    "record/next-review": "2026-12-05",
    "practice/policy/rating": "amber",
    "practice/policy/evidence": "x" * 10_000 + "\n\nשלום مرحبا \N{FAMILY}\N{ZERO WIDTH JOINER}\N{GIRL}",
    "practice/training/evidence": EVERY_BLOCK,
    "questions/hard": ']]>&amp;\t<a key="x">\N{NO-BREAK SPACE}',
    "actions/row~7/action": "The seventh",
    "actions/row~7/due": "2026-01-05",
    "actions/row~2/done": "yes",
}


def ready(visit: Visit, path: str) -> Page:
    page = visit.go(path)
    page.locator(".form-tools__main").wait_for()
    page.on("dialog", lambda dialog: dialog.accept())
    return page


def open_file(page: Page, path: Path, button: str = "Open a file") -> None:
    if not page.get_by_role("button", name=button, exact=True).is_visible():
        page.locator(".form-tools summary").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=button, exact=True).click()
    chooser.value.set_files(path)


def handed_out(page: Page, button: str, folder: Path) -> Path:
    if not page.get_by_role("button", name=button, exact=True).first.is_visible():
        page.locator(".form-tools summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).first.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def answers_file(library: Library, folder: Path, form: str, texts: dict[str, str], **other: object) -> Path:
    path = folder / "answers.json"
    path.write_text(json.dumps(json.loads(write_json(library.forms[form], texts, "2026-01-02")) | other), "utf-8")
    return path


def file_of(form: str, answers: object) -> bytes:
    """What a file of answers would hold, whether or not it is sound."""
    data = {"format": "safeguarding-toolkit-answers", "format_version": 1, "form": form, "answers": answers}
    return json.dumps(data).encode()


def test_answers_come_back_whole_from_a_file_and_from_word(visits: Visits, library: Library, tmp_path: Path) -> None:
    visit = visits.open()
    page = ready(visit, REVIEW)
    open_file(page, answers_file(library, tmp_path, "annual-review-record", ANSWERS))
    expect(page.locator(".form-status")).to_contain_text("The file is open")
    assert ANSWERS == page.evaluate(READ)
    buttons = ("Save to a file", "Word file with my answers", "PDF with my answers")
    saved, word, pdf = (handed_out(page, button, tmp_path) for button in buttons)
    assert ANSWERS == read_json(saved.read_bytes()).texts
    assert ANSWERS == bring_up_to_date(library.forms["annual-review-record"], read_word(word.read_bytes())).texts
    assert ANSWERS == bring_up_to_date(library.forms["annual-review-record"], read_pdf(pdf.read_bytes())).texts
    for path in (saved, word, pdf):
        page.get_by_role("button", name="Empty the form").click()
        assert {} == page.evaluate(READ)
        open_file(page, path)
        expect(page.locator(".form-status")).to_contain_text("The file is open")
        assert ANSWERS == page.evaluate(READ), path.suffix
    assert not visit.left and not visit.errors


def test_a_pdf_that_was_typed_into_opens_on_the_page(
    visits: Visits, library: Library, site: Path, tmp_path: Path
) -> None:
    visit = visits.open()
    page = ready(visit, REVIEW)
    path = tmp_path / "typed.pdf"
    path.write_bytes(type_into((site / "downloads/annual-review-record.pdf").read_bytes(), "Ŵŷ Łódź – £5"))
    open_file(page, path)
    expect(page.locator(".form-status")).to_contain_text("The file is open")
    read = page.evaluate(READ)
    current = bring_up_to_date(library.forms["annual-review-record"], read_pdf(path.read_bytes()))
    assert current.texts == read
    assert len(read) > 15 and read["questions/hard"] == "Ŵŷ Łódź – £5"
    saved = handed_out(page, "Save to a file", tmp_path)
    assert read | current.obsolete == read_json(saved.read_bytes()).texts, "room that does not say what it continues"
    assert not visit.left and not visit.errors


def value_for(question: Question) -> str:
    if question.choices:
        return question.choices[-1][0]
    return {"date": "2026-12-05", "tick": "yes"}.get(question.kind, f"Answer <{question.id}> ]]> ü")


def everything(form: Form) -> dict[str, str]:
    """An answer to everything that a form asks, in one repetition more than its files bring."""
    texts = {}
    for key, question, _ in plain_fields(form):
        ids = key.split("/")
        section = next((section for section in form.sections if section.id == ids[0]), None)
        sections = section.repeat.blank + 1 if section and section.repeat else 1
        rows = section.row_repeat.blank + 1 if section and section.row_repeat and len(ids) == 3 else 1
        for one in range(1, sections + 1):
            for two in range(1, (1 if question.once else rows) + 1):
                texts[join((ids[0], one), (ids[1], two), *((step, 1) for step in ids[2:]))] = value_for(question)
    return {key: text for key, text in texts.items() if not key.startswith("stop/")}


def test_every_form_comes_back_from_word_with_everything_filled_in(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    visit = visits.open()
    for form in library.forms.values():
        if not form.is_fillable:
            continue
        texts = everything(form)
        page = ready(visit, f"forms/{form.id}/")
        open_file(page, answers_file(library, tmp_path, form.id, texts))
        expect(page.locator(".form-status")).to_contain_text("The file is open")
        assert texts == page.evaluate(READ), form.id
        come_back: dict[str, str] = {}
        for _, part in papers(form):
            button = "Word file with my answers"
            word = handed_out(page, f"{button}: {part.title}" if part else button, tmp_path)
            come_back |= bring_up_to_date(form, read_word(word.read_bytes())).texts
            result = OpenXmlValidator().validate(str(word))
            assert result.is_valid, f"{form.id}: {result.errors[:3]}"
        assert texts == come_back, form.id
        handed_out(page, "Save to a file", tmp_path)
    assert not visit.left and not visit.errors


def bomb(word: bytes) -> bytes:
    """A Word file whose answers part unpacks to far more than any form holds."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, b"\0" * 60_000_000 if name == ANSWERS_PART else old.read(name))
    return out.getvalue()


def test_bad_files_are_refused_in_words_and_nothing_changes(visits: Visits, site: Path, tmp_path: Path) -> None:
    visit = visits.open()
    page = ready(visit, REVIEW)
    page.fill('[name="record/setting"]', "Hill Road")
    word = handed_out(page, "Word file with my answers", tmp_path).read_bytes()
    bad = {
        "cut.docx": word[:9000],
        "half.docx": word[: len(word) // 2] + word[-22:],
        "flipped.docx": word[:3000] + bytes(b ^ 255 for b in word[3000:3400]) + word[3400:],
        "cut.pdf": (site / "downloads/annual-review-record.pdf").read_bytes()[:40_000],
        "print.pdf": (site / "downloads/annual-review-record-print.pdf").read_bytes(),
        "other.pdf": (site / "downloads/support-map.pdf").read_bytes(),
        "bomb.docx": bomb(word),
        "entities.docx": exchange(word, answers=ENTITIES),
        "no-names.docx": exchange(word, answers="<answers/>", body="<body/>"),
        "long-name.json": file_of("annual-review-record", {"x" * 1000: "1"}),
        "image.docx": b"\x89PNG" + bytes(500),
        "old.docx": b"\xd0\xcf\x11\xe0" + bytes(500),
        "empty.json": b"",
        "cut.json": b'{"format": "safeguarding-toolkit-answers", "answers": {',
        "list.json": b"[]",
        "deep.json": b"[" * 100_000,
        "other.json": file_of("support-map", {}),
        "objects.json": file_of("annual-review-record", {"record/setting": {"a": 1}}),
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
        page.evaluate("document.querySelector('.form-status').textContent = ''")
        open_file(page, tmp_path / name)
        expect(page.locator(".form-status")).not_to_be_empty()
        assert "That did not work" not in page.locator(".form-status").inner_text(), name
        assert {"record/setting": "Hill Road"} == page.evaluate(READ), name
    assert not visit.errors


def test_a_file_with_other_keys_cannot_reach_into_the_page(visits: Visits, library: Library, tmp_path: Path) -> None:
    visit = visits.open()
    page = ready(visit, REVIEW)
    odd = {
        "__proto__/x": "1",
        "constructor/y": "2",
        "record/setting": '"><img src=x onerror=alert(1)>',
        "practice/policy/rating": '"><script>',
        "practice/policy~9/rating": "red",
    }
    open_file(page, answers_file(library, tmp_path, "annual-review-record", odd))
    expect(page.locator(".form-status")).to_contain_text("no longer asked")
    assert {key: odd[key] for key in ("record/setting", "practice/policy/rating")} == page.evaluate(READ)
    saved = read_json(handed_out(page, "Save to a file", tmp_path).read_bytes()).texts
    assert odd == saved, "what the form does not ask stays in the file"
    assert not visit.left and not visit.errors


def test_nothing_is_stored_until_a_draft_is_asked_for(visits: Visits) -> None:
    page = ready(visits.open(), REVIEW)
    page.fill('[name="record/setting"]', "Hill Road")
    assert 0 == page.evaluate("localStorage.length + sessionStorage.length")
    page.locator(".form-tools summary").click()
    page.get_by_role("button", name="Drafts on this device").click()
    page.get_by_role("button", name="Keep a draft on this device").click()
    page.fill('[name="questions/went-well"]', "Much")
    assert 1 == page.evaluate("localStorage.length")
    page.reload()
    page.locator(".form-tools__main").wait_for()
    page.locator(".form-tools summary").click()
    page.get_by_role("button", name="Drafts on this device").click()
    page.get_by_role("button", name="Open the draft Hill Road").click()
    assert {"record/setting": "Hill Road", "questions/went-well": "Much"} == page.evaluate(READ)
    page.get_by_role("button", name="Drafts on this device").click()
    page.get_by_role("button", name="Delete everything from this device").click()
    assert 0 == page.evaluate("localStorage.length")


def test_a_draft_is_gone_when_its_time_is_over(visits: Visits) -> None:
    page = ready(visits.open(), REVIEW)
    page.locator(".form-tools summary").click()
    page.fill('[name="record/setting"]', "Hill Road")
    page.get_by_role("button", name="Drafts on this device").click()
    page.get_by_role("button", name="Keep a draft on this device").click()
    page.evaluate(BACKDATE)
    page.reload()
    page.locator(".form-tools__main").wait_for()
    assert 0 == page.evaluate("localStorage.length")


def test_a_form_about_people_offers_no_draft_and_names_nobody_in_its_file(visits: Visits, tmp_path: Path) -> None:
    page = ready(visits.open(), PERSONAL)
    field = page.locator(".form__rest input[type=text]").first
    field.fill("Somebody")
    page.locator(".form-tools summary").click()
    assert 0 == page.get_by_role("button", name="Drafts on this device").count()
    path = handed_out(page, "Save to a file", tmp_path)
    assert "somebody" not in path.name
    expect(page.locator(".form-status")).to_contain_text("personal information")
    assert 0 == page.evaluate("localStorage.length + sessionStorage.length")
    assert "Somebody" not in page.url


def test_a_condition_that_holds_ends_the_form_in_advice(visits: Visits) -> None:
    page = ready(visits.open(), PERSONAL)
    assert page.locator("[data-stop-advice]").is_hidden()
    page.locator(".form-stop input").first.check()
    assert page.locator("[data-stop-advice]").is_visible()
    assert page.locator(".form__rest").is_hidden()
    page.locator(".form-stop input").first.uncheck()
    assert page.locator(".form__rest").is_visible()


def test_leaving_with_unsaved_work_warns_and_without_does_not(visits: Visits, tmp_path: Path) -> None:
    page = visits.open().go(REVIEW)
    page.locator(".form-tools__main").wait_for()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert [] == asked
    page.locator(".form-tools__main").wait_for()
    page.fill('[name="record/setting"]', "Hill Road")
    page.reload()
    assert ["beforeunload"] == asked
    page.locator(".form-tools__main").wait_for()
    page.fill('[name="record/setting"]', "Hill Road")
    handed_out(page, "Save to a file", tmp_path)
    page.reload()
    assert ["beforeunload"] == asked, "what is saved may be left"


def test_exit_leaves_at_once_whatever_is_unsaved(visits: Visits) -> None:
    page = visits.open().go(REVIEW)
    page.locator(".form-tools__main").wait_for()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.fill('[name="record/setting"]', "Hill Road")
    page.evaluate("document.querySelector('.exit-this-page__button').href = '/'")
    page.locator(".exit-this-page__button").click()
    page.wait_for_url("**/")
    assert [] == asked


def test_a_suggested_resource_becomes_an_activity(visits: Visits) -> None:
    page = ready(visits.open(), PLAN)
    row = page.locator('.form-row[data-row="shared-vision"]')
    row.get_by_role("button", name="Add to plan").first.click()
    first = row.locator(".entry textarea").first
    title = row.locator(".suggested a").first.inner_text()
    assert title == first.input_value()
    first.fill("Our own activity")
    row.get_by_role("button", name="Add to plan").first.click()
    assert 2 == row.locator(".entry").count()
    assert title == row.locator(".entry").nth(1).locator("textarea").first.input_value()


def test_rows_are_added_and_taken_out_and_those_after_move_up(visits: Visits) -> None:
    page = ready(visits.open(), REVIEW)
    for number, text in enumerate(("one", "two", "three", "four"), start=1):
        page.fill(f'[name="actions/row{"" if number == 1 else f"~{number}"}/action"]', text)
    page.get_by_role("button", name="Add another action").click()
    page.locator('[name="actions/row~5/action"]').fill("five")
    page.get_by_role("button", name=re.compile("^Remove ?: Action 2$")).click()
    assert ["one", "three", "four", "five"] == [
        value for key, value in sorted(page.evaluate(READ).items()) if key.endswith("/action")
    ]


def test_what_is_asked_once_for_a_row_stays_when_an_entry_is_taken_out(visits: Visits) -> None:
    page = ready(visits.open(), PLAN)
    row = page.locator('.form-row[data-row="shared-vision"]')
    row.get_by_label("Partly in place").check()
    row.locator(".entry textarea").first.fill("First")
    row.get_by_role("button", name="Add another activity").click()
    assert row.locator('[name$="/rating"]').count() == 4, "the rating is asked once"
    row.locator('[data-number="2"] textarea').first.fill("Second")
    row.locator('[data-number="1"]').get_by_role("button", name="Remove").click()
    place = "ethos-and-relationships/shared-vision"
    assert {f"{place}/activity": "Second", f"{place}/rating": "amber"} == page.evaluate(READ)


def test_two_files_are_joined_without_overwriting_in_silence(visits: Visits, library: Library, tmp_path: Path) -> None:
    page = ready(visits.open(), REVIEW)
    page.fill('[name="record/setting"]', "Hill Road")
    page.fill('[name="questions/hard"]', "Mine")
    theirs = {"record/setting": "Hill Road", "questions/hard": "Theirs", "questions/went-well": "New"}
    open_file(page, answers_file(library, tmp_path, "annual-review-record", theirs))
    page.get_by_role("button", name="Join the file with this page").click()
    assert "Mine" == page.input_value('[name="questions/hard"]'), "nothing changes before the reader has chosen"
    page.get_by_role("button", name="Use what I chose").click()
    both = "Hill Road (this page): Mine\nHill Road (answers): Theirs"
    expected = {"record/setting": "Hill Road", "questions/hard": both, "questions/went-well": "New"}
    assert expected == page.evaluate(READ)


def test_an_earlier_file_is_compared_and_left_alone(visits: Visits, library: Library, tmp_path: Path) -> None:
    page = ready(visits.open(), REVIEW)
    page.locator('[name="practice/policy/rating"][value="green"]').check()
    earlier = {"practice/policy/rating": "red", "questions/hard": "Then"}
    open_file(page, answers_file(library, tmp_path, "annual-review-record", earlier), "Compare with an earlier file")
    expect(page.locator(".form-panel")).to_contain_text("Compared with 2 January 2026")
    cells = page.locator(".form-panel tbody tr").all_inner_texts()
    assert any("Not yet in place" in row and "In place" in row and "Better" in row for row in cells)
    assert {"practice/policy/rating": "green"} == page.evaluate(READ)


def test_progress_is_told_in_a_table_beside_the_picture(visits: Visits) -> None:
    page = ready(visits.open(), REVIEW)
    page.locator('[name="practice/policy/rating"][value="green"]').check()
    page.locator(".form-progress summary").click()
    assert ["0", "0", "1", "2"] == page.locator(".form-progress td").all_inner_texts()[:4]
    assert "true" == page.locator(".form-picture").get_attribute("aria-hidden")


def test_the_table_has_a_line_for_each_entry_and_runs_no_formula(visits: Visits, tmp_path: Path) -> None:
    page = ready(visits.open(), REVIEW)
    page.fill('[name="record/setting"]', "=1+1")
    page.fill('[name="actions/row/action"]', "- Ask pupils")
    page.fill('[name="actions/row/lead"]', "01622000000")
    page.fill('[name="actions/row/due"]', "2026-12-05")
    [headings, *lines] = csv.reader(handed_out(page, "Spreadsheet (CSV)", tmp_path).read_text("utf-8-sig").splitlines())
    mark = "\N{ZERO WIDTH SPACE}"
    assert ["Section", "Row or question", "Number", "Answer"] == headings[:4]
    assert f"{mark}=1+1" == next(line[3] for line in lines if line[1].startswith("Setting"))
    [action] = [line for line in lines if line[0] == "What we will do"]
    assert [f"{mark}- Ask pupils", f"{mark}01622000000", "2026-12-05"] == action[headings.index("Action") :][:3]


def test_print_shows_the_answers_as_a_document(visits: Visits) -> None:
    page = ready(visits.open(), REVIEW)
    page.fill('[name="questions/hard"]', "A long answer " * 200)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".form").is_hidden()
    assert "A long answer" in page.locator(".form-print").inner_text()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".form").is_visible()


def test_without_script_every_field_is_there_to_print(visits: Visits) -> None:
    page = visits.open(script=False).go(REVIEW)
    assert page.locator("textarea").count() > 5
    assert page.locator(".form-tools").is_hidden()
    assert page.locator(".form-page button:visible").count() == 0, "nothing is offered that would not work"


@pytest.fixture
def opened_from_disk(chromium: Browser, site: Path) -> Iterator[Page]:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"file://{site}/{REVIEW}index.html")
    yield page
    context.close()


def test_a_folder_on_a_stick_serves_as_well_as_a_host(opened_from_disk: Page, tmp_path: Path) -> None:
    page = opened_from_disk
    page.locator(".form-tools__main").wait_for()
    page.fill('[name="record/setting"]', "Hill Road")
    word = handed_out(page, "Word file with my answers", tmp_path)
    assert "Hill Road" == read_word(word.read_bytes()).texts["record/setting"]


@pytest.mark.parametrize("path", ["forms/", REVIEW, PLAN, PERSONAL, "forms/exploitation-policy/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_form_pages_have_no_accessibility_fault_that_axe_finds(visits: Visits, path: str, scheme: str) -> None:
    page = visits.open(scheme=scheme).go(path)
    if path != "forms/":
        page.locator(".form-tools__main").wait_for()
        page.locator(".form-tools summary").click()
        page.locator(".form-progress summary").click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 390])
def test_a_form_needs_no_sideways_scrolling_on_a_phone(visits: Visits, width: int) -> None:
    for path in (REVIEW, PLAN, PERSONAL):
        page = ready(visits.open(width=width), path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_a_plan_can_be_filled_in_with_the_keyboard_alone(visits: Visits, tmp_path: Path) -> None:
    page = visits.open().go(REVIEW)
    page.locator(".form-tools__main").wait_for()

    def tab_to(selector: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{selector} cannot be reached with Tab")

    tab_to('[name="record/setting"]')
    page.keyboard.type("Hill Road")
    tab_to('[name="practice/policy/rating"]')
    page.keyboard.press("ArrowDown")
    tab_to('[name="practice/policy/evidence"]')
    page.keyboard.type("We asked")
    tab_to('.form-more button[data-do="add-row"]')
    page.keyboard.press("Enter")
    assert "actions/row~5/action" == page.evaluate("document.activeElement.name"), "the new row has the focus"
    page.keyboard.type("The fifth")
    tab_to(".form-end button")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    saved = read_json(Path(download.value.path()).read_bytes()).texts
    assert saved.pop("practice/policy/rating") in ("red", "amber", "green")
    assert {
        "record/setting": "Hill Road",
        "practice/policy/evidence": "We asked",
        "actions/row~5/action": "The fifth",
    } == saved


def test_each_field_has_a_name_and_stands_in_a_group_that_says_what_it_is_about(visits: Visits) -> None:
    page = ready(visits.open(), PLAN)
    row = page.get_by_role("group", name="1a. A shared vision and values", exact=True)
    first = row.get_by_role("group", name="1a. A shared vision and values 1", exact=True)
    names = ["Activity", "Lead", "By when", "Sign of impact"]
    assert names == [
        first.get_by_role("textbox").nth(index).evaluate("f => f.labels[0].innerText") for index in range(4)
    ]
    assert 1 == row.get_by_role("group", name="Where we are").count()
    assert ["Not yet in place", "Partly in place", "In place", "Not answered"] == [
        text.strip() for text in row.get_by_role("group", name="Where we are").locator("label").all_inner_texts()
    ]


def test_the_print_of_a_safety_plan_begins_with_its_conditions_and_ends_there_if_one_holds(visits: Visits) -> None:
    page = ready(visits.open(), PERSONAL)
    page.fill('[name="record/setting"]', "The team")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = page.locator(".form-print")
    assert page.locator(".form-stop input").count() == shown.inner_html().count("☐")
    assert "The team" in shown.inner_html() and "stop here" in shown.inner_html()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.locator(".form-stop input").first.check()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert 1 == shown.inner_html().count("☒")
    assert "stop here" in shown.inner_html() and "The team" not in shown.inner_html()


def test_whoever_prints_a_form_about_people_is_reminded(visits: Visits) -> None:
    page = ready(visits.open(), PERSONAL)
    page.evaluate("window.print = () => {}")
    page.fill('[name="record/setting"]', "The team")
    page.get_by_role("button", name="Print Part A: the professionals' file", exact=True).click()
    expect(page.locator(".form-status")).to_contain_text("A print can hold personal information")


def test_what_is_needed_is_said_and_saving_works_all_the_same(visits: Visits, tmp_path: Path) -> None:
    page = ready(visits.open(), REVIEW)
    assert {} == read_json(handed_out(page, "Save to a file", tmp_path).read_bytes()).texts
    expect(page.locator(".form-status")).to_contain_text("Still empty: Setting")
    assert page.locator('[data-field="record/setting"] .form-field__note').inner_text() == "Still empty."


def test_several_drafts_stand_side_by_side_and_the_reader_is_told_what_that_means(visits: Visits) -> None:
    page = ready(visits.open(), REVIEW)
    page.locator(".form-tools summary").click()
    for setting in ("Hill Road", "Valley Lane"):
        page.fill('[name="record/setting"]', setting)
        page.get_by_role("button", name="Drafts on this device").click()
        expect(page.locator(".form-panel")).to_contain_text("Do not keep one on a shared computer")
        page.get_by_role("button", name="Keep a draft on this device").click()
        page.get_by_role("button", name="Empty the form").click()
    page.get_by_role("button", name="Drafts on this device").click()
    page.get_by_role("button", name="Open the draft Hill Road").click()
    assert {"record/setting": "Hill Road"} == page.evaluate(READ)
    page.get_by_role("button", name="Drafts on this device").click()
    page.get_by_role("button", name="Delete the draft Hill Road").click()
    assert 1 == page.evaluate("localStorage.length")
    assert 1 == page.get_by_role("button", name="Open the draft Valley Lane").count()


def test_a_comparison_tells_what_is_overdue_even_if_nothing_moved(
    visits: Visits, library: Library, tmp_path: Path
) -> None:
    page = ready(visits.open(), REVIEW)
    late = answers_file(library, tmp_path, "annual-review-record", {"actions/row/due": "2020-01-05"})
    open_file(page, late)
    expect(page.locator(".form-status")).to_contain_text("The file is open")
    open_file(page, late, "Compare with an earlier file")
    expect(page.locator(".form-panel")).to_contain_text("Nothing has changed since then")
    assert ["5 January 2020"] == page.locator(".form-panel table td").all_inner_texts()


def test_without_script_a_safety_plan_shows_its_advice_before_anything_else(visits: Visits) -> None:
    page = visits.open(script=False).go(PERSONAL)
    advice = page.locator("[data-stop-advice]")
    assert advice.is_visible()
    before = page.locator(".form__rest textarea").first
    assert advice.bounding_box()["y"] < before.bounding_box()["y"]  # type: ignore[index]
