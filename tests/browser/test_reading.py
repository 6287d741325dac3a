"""What a reader meets: nothing wide, nothing silent, nothing kept, nothing sent, and all of it without script."""

from __future__ import annotations

import pytest

from tests.browser.kinds import PAGES
from tests.browsing import Visits

pytestmark = pytest.mark.browser
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > room + 1)
    .slice(0, 3).map((e) => `${e.tagName}.${e.className}`).concat(String(document.documentElement.scrollWidth));
}"""
KEPT = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
})"""
ADD_STYLE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
REMOVE_CONTROLS = """() => {
  const added = "button, label, form, .finder__tools, [role=status], .results, .basket, .chips, .my-list";
  for (const e of document.querySelectorAll(added)) e.remove();
}"""
FOCUSED = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
  return {text: e.textContent.trim(), tag: e.tagName, top: box.top + scrollY, left: box.left,
    seen: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0,
    background: style.backgroundColor, shadow: style.boxShadow,
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    region: e.closest("header,nav,main,footer,article")?.tagName};
}"""


def test_no_page_logs_an_error_sends_a_request_elsewhere_or_keeps_anything(visits: Visits) -> None:
    visit = visits.open()
    for path in PAGES.values():
        page = visit.go(path)
        page.wait_for_load_state("networkidle")
        nothing = {"local": 0, "session": 0, "cookies": "", "databases": 0, "caches": 0}
        assert nothing == page.evaluate(KEPT), path
    assert [] == visit.errors
    assert [] == visit.left
    assert [] == visit.page.context.cookies()


# 1280 px at 400 % zoom leaves as much room as a window of 320 px.
@pytest.mark.parametrize("width", [320, 390, 768])
def test_no_page_scrolls_sideways(width: int, visits: Visits) -> None:
    visit = visits.open(width)
    found = {name: visit.go(path).evaluate(TOO_WIDE) for name, path in PAGES.items()}
    assert {} == {name: wide for name, wide in found.items() if wide}


def test_larger_text_and_spacing_hide_nothing(visits: Visits) -> None:
    visit = visits.open(320)
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    for name, path in PAGES.items():
        page = visit.go(path)
        page.evaluate(
            "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s] }", spacing
        )
        assert [] == page.evaluate(TOO_WIDE), name


def test_the_keyboard_meets_the_skip_link_first_and_then_header_text_and_footer_in_order(visits: Visits) -> None:
    page = visits.open().go("toolkit/trauma/")
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUSED)
    assert "Skip to the main content" == first["text"] and first["seen"]
    regions = []
    for _ in range(400):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["tag"] == "BODY":
            break
        assert focused["seen"], focused
        yellow = "rgb(255, 221, 0)" == focused["background"] and "none" != focused["shadow"]
        assert yellow or (focused["tag"] == "INPUT" and focused["outline"]), focused
        if not regions or regions[-1] != focused["region"]:
            regions.append(focused["region"])
    order = [region for region in regions if region in {"HEADER", "ARTICLE", "FOOTER"}]
    assert ["HEADER", "ARTICLE", "FOOTER"] == list(dict.fromkeys(order))
    assert order == sorted(order, key=["HEADER", "ARTICLE", "FOOTER"].index)


def test_the_skip_link_leads_past_the_header(visits: Visits) -> None:
    page = visits.open().go("toolkit/trauma/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#content').contains(document.activeElement)")


def test_every_kind_of_page_is_whole_without_script(visits: Visits) -> None:
    with_script, without = visits.open(), visits.open(script=False)
    for name, path in PAGES.items():
        page = with_script.go(path)
        page.evaluate(REMOVE_CONTROLS)  # what only works with script is only there with it
        expected = page.inner_text("body")
        shown = without.go(path).inner_text("body")
        assert set(expected.split()) <= set(shown.split()) | {"Copied"}, name


def test_a_glossary_tip_opens_by_keyboard_and_closes_by_escape(visits: Visits) -> None:
    page = visits.open().go("toolkit/harmful-sexual-behaviour/")
    link = page.locator(".term > a").first
    tip = page.locator(".term .term__meaning").first
    assert not tip.is_visible()
    link.focus()
    assert tip.is_visible()
    page.keyboard.press("Escape")
    assert not tip.is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_pointer_can_move_from_a_word_to_its_tip_without_losing_it(width: int, visits: Visits) -> None:
    page = visits.open(width).go("toolkit/harmful-sexual-behaviour/")
    page.locator(".term > a").first.hover()
    tip = page.locator(".term .term__meaning").first
    word, box = page.locator(".term > a").first.bounding_box(), tip.bounding_box()
    assert word and box and box["x"] >= 0 and box["x"] + box["width"] <= width
    middle = word["x"] + min(word["width"], 40) / 2
    for step in range(12):
        page.mouse.move(middle, word["y"] + 8 + step * (box["y"] + 20 - word["y"] - 8) / 11)
        assert tip.is_visible(), step


@pytest.mark.parametrize("path", ["toolkit/trauma/", "what-to-do/", "r/childline/", "a-to-z/"])
def test_a_printed_page_holds_its_text_and_no_menus(path: str, visits: Visits) -> None:
    page = visits.open().go(path)
    assert 8_000 < len(page.pdf(format="A4"))
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert 200 < len(page.inner_text("article"))
    for hidden in (".site-header__nav", ".exit-this-page", ".section-nav"):
        assert not page.locator(hidden).first.is_visible(), hidden
