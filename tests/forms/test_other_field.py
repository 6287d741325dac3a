"""Forms of another field, which need their files and nothing else: built into a site, and used on their pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.conftest import copy_sources
from tests.forms.conftest import ALLOTMENT, BRIDGE, KITCHEN, RIVER
from tests.forms.test_in_chromium import READ, everything, handed_out, open_file
from toolkit.answers.answers import bring_up_to_date, read_json, write_json
from toolkit.answers.word_document import read_word
from toolkit.forms.definition import Form
from toolkit.site.make import build_and_publish
from toolkit.site.model import Options

pytestmark = pytest.mark.build

OLD = {
    "record/hospital": "St Ann's",
    "record/ward": "Ward 99",
    "practice/washing/how": "Seen",
    "practice/gloves/how": "Yes",
    "stores~2/row~4/temperature": "4 C",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = copy_sources(tmp_path_factory.mktemp("other") / "project")
    for path in (ALLOTMENT, KITCHEN, RIVER, BRIDGE):
        shutil.copy(path, made / "forms")
    return made


@pytest.fixture(scope="module")
def other_site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_and_publish(project, tmp_path_factory.mktemp("other") / "site", Options(), "mkdocs", lambda _: None)


@pytest.fixture
def page(chromium: Browser, other_site: Path) -> Iterator[Page]:
    context = chromium.new_context()
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"file://{other_site}/forms/kitchen-audit/index.html")
    page.locator(".form-tools__main").wait_for()
    yield page
    context.close()


def test_a_form_of_another_field_needs_only_its_file(other_site: Path) -> None:
    assert "Allotment plan" in (other_site / "forms/index.html").read_text("utf-8")
    for name in ("allotment-plan", "kitchen-audit"):
        for ending in (".pdf", "-print.pdf", ".docx"):
            assert (other_site / f"downloads/{name}{ending}").stat().st_size > 10_000


def test_what_has_not_changed_is_not_made_again(project: Path, other_site: Path, tmp_path: Path) -> None:
    def made() -> dict[str, int]:
        return {path.name: path.stat().st_ino for path in (project / ".build/toolkit/downloads").iterdir()}

    before = made()
    build_and_publish(project, tmp_path / "site", Options(), "mkdocs", lambda _: None)
    assert before == made()


@pytest.mark.browser
def test_everything_that_it_asks_goes_out_and_comes_back(page: Page, kitchen: Form, tmp_path: Path) -> None:
    texts = everything(kitchen)
    saved = tmp_path / "kitchen.json"
    saved.write_text(write_json(kitchen, texts, "2026-01-02"), "utf-8")
    open_file(page, saved)
    expect(page.locator(".form-status")).to_contain_text("The file is open")
    assert texts == page.evaluate(READ)
    word = handed_out(page, "Word file with my answers", tmp_path)
    assert texts == bring_up_to_date(kitchen, read_word(word.read_bytes())).texts


@pytest.mark.browser
def test_an_old_version_opens_with_nothing_lost(page: Page, kitchen: Form, tmp_path: Path) -> None:
    saved = tmp_path / "old.json"
    saved.write_text(write_json(kitchen, OLD, "2024-01-02").replace('"form_version": 3', '"form_version": 1'), "utf-8")
    open_file(page, saved)
    expect(page.locator(".form-status")).to_contain_text("The file is open")
    expected = {
        "record/setting": "St Ann's",
        "record/ward": "Ward 99",
        "practice/hands/how": "Seen",
        "stores~2/row~4/temperature": "4 C",
    }
    assert expected == page.evaluate(READ)
    assert "Ward 99 (as it was)" == page.locator('[name="record/ward"] option:checked').inner_text()
    expect(page.locator(".form-panel")).to_contain_text("Gloves: how do you know?")
    note = page.locator('[data-field="stores~2/row~4/temperature"] .form-field__note')
    expect(note).to_contain_text("The wording has changed since version 1")
    again = read_json(handed_out(page, "Save to a file", tmp_path).read_bytes())
    assert expected | {"practice/gloves/how": "Yes"} == again.texts


@pytest.mark.browser
def test_a_line_break_in_a_field_of_one_line_does_not_run_words_together(
    page: Page, kitchen: Form, tmp_path: Path
) -> None:
    saved = tmp_path / "lines.json"
    saved.write_text(write_json(kitchen, {"record/setting": "St Ann's\nNorth wing"}, ""), "utf-8")
    open_file(page, saved)
    expect(page.locator('[name="record/setting"]')).to_have_value("St Ann's; North wing")


@pytest.mark.browser
def test_axe_finds_nothing_and_nothing_runs_out_of_a_small_window(page: Page) -> None:
    assert Axe().run(page).violations_count == 0
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture
def open_form(chromium: Browser, other_site: Path) -> Iterator[Callable[[str], Page]]:
    context = chromium.new_context()
    errors: list[str] = []

    def go(name: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"file://{other_site}/forms/{name}/index.html")
        page.locator(".form-tools__main").wait_for()
        return page

    yield go
    context.close()
    assert [] == errors


@pytest.mark.browser
def test_a_plan_for_a_river_leads_from_rating_to_activity_to_what_is_late(open_form: Callable[[str], Page]) -> None:
    page = open_form("river-plan")
    page.get_by_role("checkbox", name="Litter").check()
    assert ["Not rated", "Not chosen", "Not chosen"] == page.locator(".form-map .form-state").all_inner_texts()
    litter = page.locator('.form-row[data-row="litter"]')
    litter.get_by_role("radio", name="Not yet in place").check()
    assert "2 next steps are shown below." == page.locator(".form-status").inner_text()
    litter.locator(".next-step:visible button").first.click()
    answers = page.evaluate(READ)
    assert "Count what lies where on four Sundays." == answers["water/litter/what"]
    assert "We can say where most of it lies." == answers["water/litter/effect"]
    assert (date.today() + timedelta(weeks=6)).isoformat() == answers["water/litter/when"]
    page.fill('[name="money/row/by"]', "2020-01-01")
    expect(page.locator('.form-agenda [data-list="late"] li')).to_contain_text("Money")
    page.check('[name="money/row/paid"]')
    expect(page.locator('.form-agenda [data-list="late"]')).to_contain_text("Nothing is overdue.")
    assert Axe().run(page).violations_count == 0


@pytest.mark.browser
def test_levels_work_alone_and_for_each_repetition_of_a_section(open_form: Callable[[str], Page]) -> None:
    page = open_form("bridge-check")
    page.get_by_role("button", name="Add another span").click()
    assert ["Span 1", "Span 2"] == page.locator(".form-map__title").all_inner_texts()
    second = page.locator('.form-section[data-number="2"] .form-row[data-row="railing"]')
    radio = second.get_by_role("radio", name="Close it")
    expect(radio).to_have_accessible_description("It gives way when you lean on it.")
    radio.check()
    add = second.locator(".next-step:visible button")
    expect(add.first).to_have_accessible_description("Close the span today.")
    add.first.click()
    add.nth(1).click()
    assert {
        "spans~2/railing/state": "red",
        "spans~2/railing/job": "Close the span today.\nRing the county.",
        "spans~2/railing/by": (date.today() + timedelta(weeks=1)).isoformat(),
    } == page.evaluate(READ)
    assert ["Not rated", "Not rated", "Close it", "Not rated"] == page.locator(
        ".form-map .form-state"
    ).all_inner_texts()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator(".form-remove button").nth(1).click()
    assert ["Span 1"] == page.locator(".form-map__title").all_inner_texts()
