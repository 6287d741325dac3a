"""What a phone shows first: a small header with menu and search, the urgent way on, and the beginning of tables."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import QuietHandler, QuietServer, Visits
from tests.partnership.conftest import build_copy

pytestmark = pytest.mark.browser
BOX = "(place) => document.querySelector(place).getBoundingClientRect().toJSON()"
# The lines that each word of the name takes.
BROKEN = """() => {
  const text = document.querySelector(".site-header__name > span").firstChild, range = document.createRange();
  return [...text.data.matchAll(/\\S+/g)].filter((word) => {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return range.getClientRects().length > 1;
  }).map(([word]) => word);
}"""
SECTIONS = """() => [...document.querySelectorAll(".site-header__nav li")].filter((part) => part.checkVisibility())
  .map((part) => part.getBoundingClientRect().top)"""
OVERLAPS = """() => {
  const parts = [...document.querySelector(".site-header__bar").children]
    .map((e) => [e.className, e.getBoundingClientRect()]).filter(([, box]) => box.width && box.height);
  return parts.flatMap(([a, x], i) => parts.slice(i + 1).filter(([, y]) =>
    x.left < y.right - 1 && y.left < x.right - 1 && x.top < y.bottom - 1 && y.top < x.bottom - 1).map(([b]) => [a, b]));
}"""


@pytest.fixture(scope="module")
def larkmead(once: object, chromium: Browser) -> Iterator[Visits]:
    folder: Path = once("larkmead", lambda out: build_copy("larkmead-trust", out))  # type: ignore[operator]
    server = QuietServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    opened = Visits(chromium, f"http://127.0.0.1:{server.server_port}/")
    yield opened
    for visit in opened.opened:
        visit.page.context.close()
    server.shutdown()
    server.server_close()


def check_header(page: Page, most: int) -> None:
    """Its lower edge, with the way out above it, is at most that many pixels down; its sections stand in one row."""
    assert page.evaluate(BOX, ".site-header")["bottom"] <= most
    assert len(set(page.evaluate(SECTIONS))) <= 1
    assert [] == page.evaluate(BROKEN)
    assert [] == page.evaluate(OVERLAPS)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("width", "most"), [(320, 150), (390, 150), (700, 150), (768, 150)])
def test_the_header_is_small_and_breaks_no_word(width: int, most: int, visits: Visits) -> None:
    check_header(visits.open(width, 844).go(""), most)


@pytest.mark.parametrize(("width", "most"), [(320, 190), (390, 190), (768, 190), (1100, 200)])
def test_the_header_of_a_copy_is_small_and_breaks_no_word(width: int, most: int, larkmead: Visits) -> None:
    check_header(larkmead.open(width, 844).go(""), most)


def test_who_is_worried_about_a_child_sees_the_way_on_at_once(visits: Visits, larkmead: Visits) -> None:
    for opened in (visits, larkmead):
        for width in (320, 390):
            page = opened.open(width, 844).go("")
            assert page.evaluate(BOX, ".route--urgent > a")["bottom"] <= 500
        page = opened.open(390, 844).go("what-to-do/")
        assert page.evaluate(BOX, ".situation-finder select")["bottom"] <= 844


@pytest.mark.parametrize("script", [True, False])
def test_on_a_phone_one_button_opens_the_menu(script: bool, visits: Visits) -> None:
    page = visits.open(390, 844, script=script).go("")
    nav = page.locator(".site-header__nav")
    expect(nav).to_be_hidden()
    page.locator(".site-header__menu > summary").focus()
    page.keyboard.press("Enter")
    expect(nav.get_by_role("link", name="Templates")).to_be_visible()
    page.keyboard.press("Enter")
    expect(nav).to_be_hidden()


def test_on_a_tablet_the_sections_of_a_copy_that_would_take_two_rows_are_behind_the_button(larkmead: Visits) -> None:
    page = larkmead.open(768, 1024).go("")
    expect(page.locator(".site-header__nav")).to_be_hidden()
    page.locator(".site-header__menu > summary").click()
    expect(page.locator(".site-header__nav").get_by_role("link", name="Larkmead Learning Trust")).to_be_visible()


def test_a_demonstration_says_so_in_the_header_at_every_width_and_whose_it_is_not_at_the_end(larkmead: Visits) -> None:
    for width in (320, 1280):
        page = larkmead.open(width, 844).go("")
        expect(page.locator(".demonstration")).to_contain_text("Demonstration. Do not rely on its contacts.")
        assert "Larkmead Learning Trust did not publish it." in page.locator(".site-footer").inner_text()


def test_a_wide_screen_shows_the_sections_without_a_button(visits: Visits) -> None:
    page = visits.open(1280).go("")
    expect(page.locator(".site-header__nav").get_by_role("link", name="Templates")).to_be_visible()
    expect(page.locator(".site-header__menu")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390])
def test_the_search_says_what_to_type(width: int, visits: Visits) -> None:
    page = visits.open(width, 844).go("")
    expect(page.get_by_label("Search the toolkit")).to_have_attribute("placeholder", "Word or topic")
    assert page.evaluate("""() => {
      const box = document.querySelector("#site-search"), pen = document.createElement("canvas").getContext("2d");
      const style = getComputedStyle(box);
      pen.font = `${style.fontSize} ${style.fontFamily}`; // its "font" is not one that a canvas takes
      const room = box.clientWidth - 2 * parseFloat(style.paddingLeft);
      return pen.measureText(box.placeholder).width < room;
    }"""), "the hint is cut off"


def test_that_nothing_is_found_stands_beside_the_list_and_not_in_it(visits: Visits) -> None:
    page = visits.open().go("")
    page.locator("#site-search").fill("zzqqxx")
    expect(page.locator(".search-box__nothing")).to_have_text("Nothing found. Press Enter for near words and topics.")
    expect(page.locator(".search-box [role=listbox]")).to_be_hidden()
    expect(page.locator(".search-box [role=status]")).to_contain_text("Nothing found")
    page.keyboard.press("Escape")
    expect(page.locator(".search-box__nothing")).to_be_hidden()
    expect(page.locator("#site-search")).to_have_value("zzqqxx")


def test_a_long_table_shows_ten_rows_until_all_are_asked_for(visits: Visits) -> None:
    page = visits.open(390, 844).go("topics/images/")
    rows, more = page.locator(".resource-table tbody tr"), page.locator(".finder__more button")
    count = rows.count()
    assert count > 10
    expect(page.locator(".resource-table tbody tr:visible")).to_have_count(10)
    expect(more).to_have_text(f"Show all {count}")
    page.emulate_media(media="print")
    expect(page.locator(".resource-table tbody tr:not([hidden])")).to_have_count(count)
    page.emulate_media(media="screen")
    more.click()
    expect(page.locator(".resource-table tbody tr:visible")).to_have_count(count)
    expect(rows.nth(10).locator("a")).to_be_focused()
    expect(more).to_be_hidden()


def test_without_script_a_long_table_shows_every_row(visits: Visits) -> None:
    page = visits.open(390, 844, script=False).go("topics/images/")
    assert page.locator(".resource-table tbody tr").count() == page.locator(".resource-table tbody tr:visible").count()
