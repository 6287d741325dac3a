"""Exit this page, as a reader in a hurry presses it: in reach everywhere, gone at once, not back with one press."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browsing import Visit, Visits

pytestmark = pytest.mark.browser
NEUTRAL = "https://www.bbc.co.uk/"
LONG = "toolkit/harmful-sexual-behaviour/"
PLAN = "forms/whole-setting-improvement-plan/"
BUTTON = ".exit-this-page__button"


@pytest.fixture
def visit(visits: Visits) -> Visit:
    """A visit for which the destination is a page of this test's own."""
    return with_destination(visits.open())


def with_destination(visit: Visit) -> Visit:
    def answer(route: Route) -> None:
        route.fulfill(body="<title>Weather</title>Sunny", content_type="text/html")

    visit.page.context.route(f"{NEUTRAL}**", answer)
    return visit


def open_page(visit: Visit, path: str = LONG) -> Page:
    """A page after another page of the site, as readers come to it."""
    visit.go("about/")
    page = visit.go(path)
    expect(page.locator(".exit-this-page__status")).to_be_attached()
    return page


def expect_gone(visit: Visit) -> None:
    """The reader is at the neutral page, and Back leads to the page before the one that was left."""
    page = visit.page
    page.wait_for_url(NEUTRAL)
    assert "Sunny" in page.inner_text("body")
    page.go_back()
    page.wait_for_url("**/about/")
    page.go_forward()
    page.wait_for_url(NEUTRAL)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_is_in_view_at_every_scroll_and_large_enough_to_press(width: int, visits: Visits) -> None:
    page = visits.open(width, 844).go(LONG)
    for scroll in (0, 300, 2000, 100_000):
        page.evaluate("top => window.scrollTo({ top, behavior: 'instant' })", scroll)
        box = page.locator(BUTTON).bounding_box()
        assert box and 0 <= box["y"] and box["y"] + box["height"] <= 60, (scroll, box)
        assert 0 <= box["x"] and box["x"] + box["width"] <= width and 44 <= box["height"], (scroll, box)
        middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
        assert page.evaluate(f"([x, y]) => document.elementFromPoint(x, y).matches('{BUTTON}')", middle), scroll


@pytest.mark.parametrize(("width", "path"), [(390, LONG), (1280, LONG), (390, PLAN), (1280, PLAN)])
def test_it_covers_neither_what_has_the_focus_nor_what_a_link_leads_to(width: int, path: str, visits: Visits) -> None:
    page = visits.open(width, 844).go(path)
    bar = page.locator(".exit-this-page").bounding_box()
    assert bar
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    for _ in range(25):  # backwards, so that each is scrolled to from below
        page.keyboard.press("Shift+Tab")
        top = page.evaluate("document.activeElement.getBoundingClientRect().top")
        assert bar["height"] <= top or page.locator(f"{BUTTON}:focus").count(), top
    heading = page.locator("article h2[id]").nth(2)
    page.goto(f"{page.url.split('#')[0]}#{heading.get_attribute('id')}")
    box = heading.bounding_box()
    assert box and bar["height"] <= box["y"]


def test_a_press_leaves_and_back_does_not_return(visit: Visit) -> None:
    open_page(visit).locator(BUTTON).click()
    expect_gone(visit)


def test_a_keyboard_reaches_it_with_the_second_tab(visit: Visit) -> None:
    page = open_page(visit)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    first = page.locator(".exit-this-page__first:focus")
    expect(first).to_be_in_viewport()
    assert "Exit this page" == first.inner_text()
    page.keyboard.press("Enter")
    expect_gone(visit)


def test_shift_three_times_leaves_and_each_press_is_announced(visit: Visit) -> None:
    page = open_page(visit)
    status, dots = page.locator(".exit-this-page__status"), page.locator(".exit-this-page__count")
    for words, shown in (("press 2 more times", "●○○"), ("press 1 more time to", "●●○")):
        page.keyboard.press("Shift")
        expect(status).to_contain_text(words)
        assert "status" == status.get_attribute("role")
        expect(dots).to_have_text(shown)
        expect(dots).to_be_visible()
    page.keyboard.press("Shift")
    expect_gone(visit)


def test_after_five_seconds_the_count_begins_anew_and_says_so(visit: Visit) -> None:
    visit.page.clock.install()
    page = open_page(visit)
    status = page.locator(".exit-this-page__status")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(5001)
    expect(status).to_have_text("Exit this page has stopped counting.")
    expect(page.locator(".exit-this-page__count")).to_be_hidden()
    page.clock.run_for(5001)
    expect(status).to_have_text("")
    page.keyboard.press("Shift")
    expect(status).to_contain_text("press 2 more times")
    assert LONG in page.url


def test_typing_capitals_never_leaves(visit: Visit) -> None:
    page = open_page(visit, "forms/record-of-signs/")
    field = page.locator(".form-sheet textarea:visible").first
    field.focus()
    for key in "ABCD":
        page.keyboard.press(f"Shift+{key}")
    for key in "EFGH":  # fast writers let go of Shift first
        page.keyboard.down("Shift")
        page.keyboard.down(key)
        page.keyboard.up("Shift")
        page.keyboard.up(key)
    for _ in range(4):  # and a Shift that was pressed in vain is followed by letters
        page.keyboard.press("Shift")
        page.keyboard.press("a")
    assert "ABCDEFGHaaaa" == field.input_value()
    assert "record-of-signs" in page.url
    assert 0 == page.locator(".exit-this-page__cover").count()


COVERED = """async () => {
  const seen = [];
  addEventListener("exit-this-page", () => {
    const cover = document.querySelector(".exit-this-page__cover");
    const { x, y, width, height } = cover.getBoundingClientRect();
    const shown = [...document.querySelectorAll("h1, a")].filter((element) => element.checkVisibility());
    seen.push([x, y, width, height], cover.getAttribute("role"), document.body.innerText, document.title, shown.length);
  });
  document.querySelector(".exit-this-page__button").click();
  dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  seen.push(document.querySelectorAll(".exit-this-page__cover").length, document.title);
  return seen;
}"""


def test_the_page_is_covered_before_it_is_left_and_uncovered_where_a_browser_kept_it(visit: Visit) -> None:
    page = open_page(visit)
    title = page.title()
    page.evaluate("addEventListener('error', (event) => console.error(event.message))")
    seen = page.evaluate(COVERED)
    assert [[0, 0, 1280, 900], "alert", "Loading", "Loading", 0, 0, title] == seen
    page.wait_for_url(NEUTRAL)


def test_it_is_a_link_that_works_without_script(visits: Visits) -> None:
    visit = with_destination(visits.open(390, 844, script=False))
    page = visit.go(LONG)
    link = page.locator(BUTTON)
    assert {"noopener", "noreferrer", "nofollow"} == set((link.get_attribute("rel") or "").split())
    link.click()
    page.wait_for_url(NEUTRAL)


def keep_draft(page: Page, name: str, exit: bool) -> None:
    page.locator(".form-tools__more summary").click()
    page.get_by_role("button", name="Drafts on this device").click()
    page.get_by_label("Name of the draft").fill(name)
    box = page.get_by_label("Delete this draft when I press Exit this page")
    expect(box).not_to_be_checked()
    box.set_checked(exit)
    page.get_by_role("button", name="Keep a draft on this device").click()
    expect(page.get_by_label("Delete this draft when I press Exit this page")).to_be_checked(checked=exit)


@pytest.mark.parametrize("chosen", [False, True])
def test_a_draft_is_deleted_by_exit_only_where_the_reader_asked_for_it(chosen: bool, visit: Visit) -> None:
    page = open_page(visit, PLAN)
    page.locator(".form-tools__main").wait_for()
    keep_draft(page, "Hill Road", chosen)
    page.fill('[name="record/setting"]', "Hill Road")  # what is written later keeps to the choice
    assert 1 == page.evaluate("localStorage.length")
    page = visit.go(LONG)  # wherever it is pressed
    page.locator(BUTTON).click()
    page.wait_for_url(NEUTRAL)
    page = visit.go("about/")
    assert (0 if chosen else 1) == page.evaluate("localStorage.length")


def test_shift_leaves_a_form_at_once_whatever_is_unsaved(visit: Visit) -> None:
    page = open_page(visit, PLAN)
    page.locator(".form-tools__main").wait_for()
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.fill('[name="record/setting"]', "Hill Road")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(NEUTRAL)
    assert [] == asked
