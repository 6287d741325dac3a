"""Components on the page: what is missing is said once with its name, and everything else works."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Route, expect

from tests.browser.test_reading import TOO_WIDE
from tests.browsing import Visit, Visits

pytestmark = pytest.mark.browser
# Each example is a page's part, and several of them are on this page: what belongs to whole pages is looked at there.
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
CALCULATOR = "strategy/how-large-is-the-problem/"


def open_without(visit: Visit, path: str, pattern: str) -> None:
    """Opens a page from whose HTML a part has been taken."""

    def spoil(route: Route) -> None:
        answer = route.fetch()
        text, count = re.subn(pattern, "", answer.text(), flags=re.DOTALL)
        assert 1 == count, pattern
        route.fulfill(response=answer, body=text)

    visit.page.context.route(re.compile(re.escape(visit.address + path) + r"(#.*)?$"), spoil)
    visit.go(path)


def test_a_component_that_misses_a_part_says_so_once_and_the_rest_of_the_page_works(visits: Visits) -> None:
    visit = visits.open()
    open_without(visit, CALCULATOR, r"<svg class=.calculator__picture.*?</svg>")
    assert 1 == len(visit.errors)
    said = 'The component prevalence-calculator did not start: the part ".calculator__estimate"'
    assert visit.errors[0].startswith(said)
    expect(visit.page.locator(".calculator")).to_be_hidden()
    expect(visit.page.locator(".calculator__examples")).to_be_visible()
    visit.page.locator("#site-search").press_sequentially("trauma")
    expect(visit.page.locator("#site-search-list [role=option]").first).to_be_visible()


def test_a_finder_without_its_select_shows_every_row_and_no_control(visits: Visits) -> None:
    visit = visits.open()
    open_without(visit, "resources/", r"<select>.*?</select>")
    assert ['The component finder did not start: the part "select" of finder is missing from the page.'] == [
        error.split(" Error:")[0] for error in visit.errors
    ]
    expect(visit.page.locator(".finder__controls")).to_be_hidden()
    expect(visit.page.locator(".finder__tools")).to_be_hidden()
    assert 300 < visit.page.locator(".finder tbody tr:visible").count()
    assert visit.page.locator(".pick").first.is_visible()


def test_a_form_whose_script_cannot_be_fetched_says_what_it_says_without_script(visits: Visits) -> None:
    visit = visits.open()
    visit.page.context.route("**/assets/forms.js", lambda route: route.abort())
    page = visit.go("forms/whole-setting-improvement-plan/")
    expect(page.locator(".form-sheet .without-script")).to_be_visible()
    expect(page.locator(".form-tools")).to_be_hidden()
    assert any("The component form-sheet did not start: could not fetch" in error for error in visit.errors)


def test_what_is_said_without_script_is_only_said_where_none_runs(visits: Visits) -> None:
    with_script, without = visits.open(), visits.open(script=False)
    for path in ("my-list/", "search/", "forms/whole-setting-improvement-plan/"):
        expect(with_script.go(path).locator(".without-script")).to_be_hidden()
        expect(without.go(path).locator(".without-script")).to_be_visible()


@pytest.mark.parametrize(("scheme", "forced"), [("light", "none"), ("dark", "none"), ("light", "active")])
def test_axe_finds_nothing_in_any_component_in_any_state(scheme: str, forced: str, visits: Visits) -> None:
    visit = visits.open(scheme=scheme)
    visit.page.emulate_media(forced_colors=forced)  # type: ignore[arg-type]
    page = visit.go("development/components/")
    assert 80 < page.locator("[data-example]").count()
    found = Axe().run(page, options=OPTIONS).response["violations"]
    assert [] == [(v["id"], [node["html"][:200] for node in v["nodes"]]) for v in found]
    assert [] == visit.errors


@pytest.mark.parametrize("width", [320, 1280])
def test_no_component_in_any_state_is_wider_than_the_page(width: int, visits: Visits) -> None:
    page = visits.open(width).go("development/components/")
    assert [] == page.evaluate(TOO_WIDE)
