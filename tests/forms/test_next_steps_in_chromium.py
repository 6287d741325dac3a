"""A plan that leads somewhere, in a real Chromium: rows to choose, levels, next steps, what is due, good activities."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browsing import Visits
from tests.forms.test_in_chromium import PLAN, READ, answers_file, file_of, handed_out, open_file, ready
from toolkit.answers.answers import read_json
from toolkit.catalogue.library import Library

pytestmark = pytest.mark.browser
FORM = "whole-setting-improvement-plan"
FIRST, SECOND, THIRD = (f"ethos-and-relationships/{row}" for row in ("shared-vision", "relationships", "feedback"))
LATE, SOON = "2020-01-01", (date.today() + timedelta(days=5)).isoformat()
USED = {
    f"{FIRST}/rating": "red",
    f"{FIRST}/activity": "Ask ten people",
    f"{FIRST}/lead": "Deputy head",
    f"{FIRST}/due": LATE,
    f"{FIRST}~2/activity": "Tell everybody",
    f"{FIRST}~2/due": SOON,
    f"{FIRST}~2/status": "under-way",
    f"{SECOND}/activity": "It is over",
    f"{SECOND}/due": LATE,
    f"{SECOND}/status": "done",
    f"{SECOND}/chosen": "yes",
}


def row(page: Page, place: str) -> Locator:
    return page.locator(f'.form-row[data-row="{place.split("/")[1]}"]')


def states(page: Page) -> list[str]:
    return page.locator(".form-map .form-state[data-state]").all_inner_texts()


def said(page: Page) -> str:
    return page.locator(".form-status").inner_text()


def opened(visits: Visits, library: Library, tmp_path: Path, **other: str) -> Page:
    page = ready(visits.open(**other), PLAN)  # type: ignore[arg-type]
    open_file(page, answers_file(library, tmp_path, FORM, USED))
    expect(page.locator(".form-status")).to_contain_text("The file is open")
    return page


def test_what_is_not_chosen_folds_away_and_is_not_taken_for_not_rated(visits: Visits, tmp_path: Path) -> None:
    page = ready(visits.open(), PLAN)
    assert {"Not rated"} == set(states(page))
    page.get_by_role("checkbox", name="1a. A shared vision").check()
    assert ["Not rated", *["Not chosen"] * 18] == states(page)
    expect(page.locator(".form-map__count")).to_have_text("1 chosen.")
    assert row(page, FIRST).locator(".form-row__body").is_visible()
    assert row(page, SECOND).locator("textarea").first.is_hidden()
    row(page, SECOND).get_by_role("button", name="Choose: 1b.").click()
    assert "Chosen: 1b. Relationships that match the values." == said(page)
    assert row(page, SECOND).locator("textarea").first.is_visible()
    for _ in range(4):
        page.get_by_role("button", name="Next unrated").first.click()
    assert f"{FIRST}/rating" == page.evaluate("document.activeElement.name"), "only what is chosen is asked for"
    saved = handed_out(page, "Save to a file", tmp_path)
    assert {f"{FIRST}/chosen": "yes", f"{SECOND}/chosen": "yes"} == read_json(saved.read_bytes()).texts
    page.locator(".form-tools summary").click()
    page.get_by_role("button", name="Empty the form").click()
    assert {"Not rated"} == set(states(page))
    open_file(page, saved)
    expect(page.locator(".form-map__count")).to_have_text("2 chosen.")
    assert 17 == states(page).count("Not chosen")


def test_an_answer_counts_as_chosen_and_is_not_lost_when_its_tick_goes(visits: Visits) -> None:
    page = ready(visits.open(), PLAN)
    page.fill(f'[name="{THIRD}/activity"]', "Ask again")
    expect(page.locator(".form-map__count")).to_have_text(
        "None is ticked yet. Until one is, those with answers count as chosen."
    )
    for box in page.locator(".form-map__choice input").all()[:8]:
        box.check()
    expect(page.locator(".form-map__count")).to_contain_text("8 chosen. About 5 are easier to finish")
    page.locator(f'[name="{THIRD}/chosen"]').uncheck()
    assert "Not rated" == page.locator(f'[data-place="{THIRD}"] .form-state').inner_text()
    assert "Ask again" == page.evaluate(READ)[f"{THIRD}/activity"]


def test_each_rating_is_described_and_leads_to_its_next_steps(visits: Visits) -> None:
    visit = visits.open()
    page = ready(visit, PLAN)
    place = row(page, FIRST)
    radio = place.get_by_role("radio", name="Partly in place", exact=True)
    expect(radio).to_have_accessible_description(place.locator(".form-level__means").nth(1).inner_text())
    assert 3 == place.locator(".form-level__means:visible").count() and 0 == place.locator(".next-step:visible").count()
    assert "next steps appear here" in place.locator(".next-steps__hint").inner_text()
    place.get_by_role("radio", name="Not yet in place").check()
    assert "Next steps from “Not yet in place”" == place.locator(".next-steps__title:visible").inner_text()
    assert place.locator(".next-step:visible a").count() >= 1
    assert place.locator(".next-steps__hint").is_hidden()
    radio.check()
    assert "Next steps from “Partly in place”" == place.locator(".next-steps__title:visible").inner_text()
    assert not visit.errors


def test_without_script_every_level_and_next_step_can_be_read(visits: Visits) -> None:
    page = visits.open(script=False).go(PLAN)
    place = row(page, FIRST)
    assert 3 == place.locator(".form-level__means:visible").count() == place.locator(".next-steps:visible").count()
    assert 0 == page.locator("button:visible", has_text="Add to plan").count()
    assert page.locator(".form-map__choice input").first.is_visible()


def test_a_next_step_becomes_an_activity_with_a_sign_and_a_day(visits: Visits) -> None:
    page = ready(visits.open(), PLAN)
    place = row(page, FIRST)
    place.get_by_role("radio", name="Not yet in place").check()
    step, add = place.locator(".next-step:visible").first, place.locator(".next-step:visible button")
    weeks = int(add.first.get_attribute("data-weeks") or 0)
    due = (date.today() + timedelta(weeks=weeks)).isoformat()
    add.first.focus()
    page.keyboard.press("Enter")
    answers = page.evaluate(READ)
    assert step.locator("[data-part=action]").inner_text() == answers[f"{FIRST}/activity"]
    assert step.locator("[data-part=sign]").inner_text() == answers[f"{FIRST}/impact"]
    assert due == answers[f"{FIRST}/due"]
    assert said(page).startswith("Added to the plan: Activity 1, due on ")
    assert "In the plan. Show it" == page.evaluate("document.activeElement.textContent"), "the focus stays"
    page.keyboard.press("Enter")
    assert "This is in the plan already. You are at it now." == said(page).strip("\u00a0")
    assert f"{FIRST}/activity" == page.evaluate("document.activeElement.name")
    assert answers == page.evaluate(READ), "nothing is added twice"
    add.nth(1).click()
    assert 2 == place.locator(".entry").count()
    page.fill(f'[name="{FIRST}/activity"]', "")
    assert "Add to plan" == add.first.inner_text()


def test_a_row_that_is_full_says_so(visits: Visits, library: Library, tmp_path: Path) -> None:
    page = ready(visits.open(), PLAN)
    names = [f"{FIRST}/activity", *(f"{FIRST}~{number}/activity" for number in range(2, 13))]
    open_file(
        page, answers_file(library, tmp_path, FORM, dict.fromkeys(names, "Something") | {f"{FIRST}/rating": "red"})
    )
    expect(row(page, FIRST).locator(".entry")).to_have_count(12)
    row(page, FIRST).locator(".next-step:visible button").first.click()
    assert said(page).startswith("All 12 entries here are filled in.")
    assert dict.fromkeys(names, "Something") | {f"{FIRST}/rating": "red"} == page.evaluate(READ)


def test_what_is_late_and_what_is_due_soon_stand_at_the_head(visits: Visits, library: Library, tmp_path: Path) -> None:
    page = ready(visits.open(390), PLAN)
    late, soon = (page.locator(f'.form-agenda [data-list="{name}"]') for name in ("late", "soon"))
    assert "Nothing is overdue." == late.locator("p").inner_text()
    assert "Nothing is due in the next 30 days." == soon.locator("p").inner_text()
    open_file(page, answers_file(library, tmp_path, FORM, USED))
    facts = late.locator("li")
    expect(facts).to_have_count(1)
    for words in ("Ask ten people", "1 January 2020", "Deputy head", "1a. A shared vision and values"):
        expect(facts).to_contain_text(words)
    expect(soon.locator("li")).to_contain_text("Tell everybody")
    assert "1 overdue" == page.locator(f'.form-map [data-place="{FIRST}"] .form-state--late').inner_text()
    late.get_by_role("link", name="Ask ten people").click()
    assert f"{FIRST}/activity" == page.evaluate("document.activeElement.name"), "what was folded opens"
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert late.is_visible() and page.locator(".form-map").is_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.select_option(f'[name="{FIRST}/status"]', "done")
    assert "Nothing is overdue." == late.locator("p").inner_text()


def test_progress_is_shown_by_status_too(visits: Visits, library: Library, tmp_path: Path) -> None:
    page = opened(visits, library, tmp_path)
    page.locator(".form-progress > summary").click()
    table = page.get_by_role("table", name="Activities by status")
    assert ["1", "1", "1", "0"] == table.locator("td").all_inner_texts()
    assert ["Not started", "Under way", "Done", "Stopped"] == table.locator("thead th").all_inner_texts()[1:]


def test_an_activity_is_asked_for_what_it_leaves_open_once_it_is_left(visits: Visits) -> None:
    page = ready(visits.open(), PLAN)
    place = row(page, FIRST)
    assert page.locator(f'[name="{FIRST}/activity"]').evaluate(
        "f => document.getElementById(f.getAttribute('aria-describedby')).textContent.startsWith('For example:')"
    )
    page.fill(f'[name="{FIRST}/activity"]', "Ask everybody")
    page.focus(f'[name="{FIRST}/lead"]')
    expect(place.locator(".form-check")).to_have_count(0)
    page.fill(f'[name="{FIRST}/lead"]', "Deputy head")
    page.focus(f'[name="{SECOND}/activity"]')
    words = "Still open: By when? How will people notice that it worked?"
    assert words == place.locator(".form-check").inner_text()
    expect(page.get_by_role("status").filter(has_text=words)).to_have_count(1)
    page.fill(f'[name="{FIRST}/impact"]', "Pupils say so")
    assert "Still open: By when?" == place.locator(".form-check").inner_text()
    page.select_option(f'[name="{FIRST}/status"]', "stopped")
    expect(place.locator(".form-check")).to_have_count(0)


def test_a_lead_and_timeframe_of_before_is_marked_until_somebody_has_split_it(visits: Visits, tmp_path: Path) -> None:
    page = ready(visits.open(390), PLAN)
    path = tmp_path / "old.json"
    old = json.loads(file_of(FORM, {f"{FIRST}/lead": "DSL, by half-term", f"{FIRST}/due": "2026-12-05"}))
    path.write_text(json.dumps(old | {"form_version": 1}), "utf-8")
    open_file(page, path)
    note = page.locator(f'[data-field="{FIRST}/lead"] .form-field__note')
    expect(note).to_be_visible()
    expect(note).to_contain_text("Lead and timeframe")
    assert {f"{FIRST}/lead": "DSL, by half-term", f"{FIRST}/due": "2026-12-05"} == page.evaluate(READ)
    page.get_by_role("button", name="Done with this: Lead").click()
    expect(note).to_have_count(0)
    assert f"{FIRST}/lead" == page.evaluate("document.activeElement.name")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_plan_that_is_in_use(
    visits: Visits, library: Library, tmp_path: Path, scheme: str
) -> None:
    page = opened(visits, library, tmp_path, scheme=scheme)
    row(page, FIRST).locator(".next-step:visible button").first.click()
    page.focus(f'[name="{FIRST}~2/activity"]')
    page.focus(f'[name="{SECOND}/activity"]')
    page.locator(".form-progress > summary").click()
    expect(page.locator(".form-check")).not_to_have_count(0)
    found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
    assert found.violations_count == 0, found.generate_report()
    page.emulate_media(forced_colors="active")
    assert "rgba(0, 0, 0, 0)" != page.locator(".form-state").first.evaluate("e => getComputedStyle(e).borderLeftColor")
