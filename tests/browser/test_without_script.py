"""Where a script does not run, for whatever reason, each page shows what it shows with script switched off."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browsing import Visits

pytestmark = pytest.mark.browser
BROKEN = {
    "cannot be read": lambda route: route.fulfill(body="const a = /(?<Z/;", content_type="text/javascript"),
    "is not there": lambda route: route.fulfill(status=404, body="", content_type="text/html"),
    "does not arrive": lambda route: route.abort(),
}
# What each page is for without script.
PAGES = {
    "resources/": ".resource-table tbody tr",
    "forms/record-of-signs/": ".form-field",
    "search/": ".search-page__ways a",
    "my-list/": ".without-script",
    "schools/practice-examples/": ".practice-example",
    "strategy/how-large-is-the-problem/": ".calculator__examples",
}
SHOWN = """() => {
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const controls = [...document.querySelectorAll("main button, main input, main select, main textarea")];
  const words = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, td, th, legend, label)")];
  return {
    controls: controls.filter(isShown).map((control) => control.outerHTML.slice(0, 80)),
    words: words.filter(isShown).map((element) => element.textContent.trim().slice(0, 80)),
  };
}"""


@pytest.mark.parametrize("how", BROKEN)
def test_a_page_whose_script_does_not_run_shows_what_it_shows_without(how: str, visits: Visits) -> None:
    without, broken = visits.open(script=False), visits.open()
    answer: Callable[[Route], None] = BROKEN[how]
    broken.page.context.route("**/*.js", answer)
    for path, purpose in PAGES.items():
        page = broken.go(path)
        for notice in page.locator(".without-script").all():
            expect(notice).to_be_visible()  # after some seconds, in case the script was only slow
        expected = without.go(path).evaluate(SHOWN)
        assert expected == page.evaluate(SHOWN), path
        assert page.locator(f"{purpose}:visible").count() > 0, path


def test_without_script_no_control_is_shown_that_does_nothing(visits: Visits) -> None:
    page = visits.open(script=False).page
    visit = visits.opened[-1]
    for path in PAGES:
        visit.go(path)
        assert 0 == page.locator("main button:visible").count(), path
        if not path.startswith("forms/"):
            assert 0 == page.locator("main :is(input, select, textarea):visible").count(), path


@pytest.mark.parametrize("script", ["assets/forms.js", "assets/search.js"])
def test_the_loss_of_one_script_leaves_what_needs_the_others(script: str, visits: Visits) -> None:
    visit = visits.open()
    visit.page.context.route(f"**/{script}", BROKEN["cannot be read"])
    page = visit.go("resources/")
    expect(page.locator(".finder__controls")).to_be_visible()
    page = visit.go("forms/record-of-signs/")
    expect(page.locator(".form-tools")).to_be_visible(visible=script != "assets/forms.js")
    expect(page.locator(".form-sheet .without-script")).to_be_visible(visible=script == "assets/forms.js", timeout=8000)
