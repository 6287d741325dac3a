"""What a reader does with the search, the finder and My list, in a real Chromium."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.phone import served
from tests.browsing import Visits, expect_address
from tests.partnership.conftest import build_copy

pytestmark = pytest.mark.browser
BOX, LIST = "#site-search", "#site-search-list"
# Keeps the address of the next link that is followed, in place of following it.
CATCH_LINK = """() => addEventListener("click", (event) => {
  if (event.target.href) { event.preventDefault(); window.followed = event.target.href; }
})"""


def type_into_box(page: Page, words: str) -> None:
    page.focus(BOX)
    page.keyboard.type(words)
    expect(page.locator(f"{LIST} [role=option]").first).to_be_visible()


def count_of(page: Page) -> str:
    return page.locator(".finder__count").inner_text()


def test_the_index_is_fetched_only_once_the_reader_turns_to_the_box(visits: Visits) -> None:
    visit = visits.open()
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    page = visit.go("toolkit/trauma/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search" in url]
    type_into_box(page, "trauma")
    assert [url for url in asked if url.endswith("assets/search/index.js")]
    assert not visit.errors and not visit.left


def test_a_result_is_chosen_by_keyboard_alone(visits: Visits) -> None:
    page = visits.open().go("toolkit/trauma/")
    type_into_box(page, "medical exam")
    page.keyboard.press("ArrowDown")
    option = page.locator(f"{LIST} [aria-selected=true]")
    assert option.get_attribute("id") == page.get_attribute(BOX, "aria-activedescendant")
    page.keyboard.press("ArrowUp")
    assert page.get_attribute(BOX, "aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    where = option.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "toolkit/trauma" not in url)
    assert where
    expect_address(page, where.removeprefix("../../"))


def test_the_box_is_a_combobox_with_named_groups(visits: Visits) -> None:
    page = visits.open().go("toolkit/trauma/")
    type_into_box(page, "harmful sexual")
    box = page.get_by_role("combobox", name="Search the toolkit", expanded=True)
    expect(box).to_have_attribute("aria-controls", LIST[1:])
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox", name="Results").get_by_role("option", selected=True)).to_have_count(1)
    expect(page.get_by_role("listbox").get_by_role("group", name="Chapters")).to_be_visible()
    expect(page.locator("form.search-box [role=status]")).to_contain_text("Arrow down to choose")


def test_the_list_stays_closed_when_it_is_left_before_the_answer(visits: Visits) -> None:
    page = visits.open().go("toolkit/trauma/")
    with page.expect_event("requestfinished", lambda request: request.url.endswith("search/index.js")):
        page.focus(BOX)
        page.keyboard.type("grooming")
        page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    expect(page.locator(LIST)).to_be_hidden()


def test_the_count_tells_how_many_have_all_that_was_typed(visits: Visits) -> None:
    page = visits.open().go("search/#q=HSB%20primary%20free")
    expect(page.locator(".results__count")).to_have_text(re.compile(r"^\d+ results, \d+ with all your words$"))


@pytest.mark.parametrize("typed", ["a:b", "nudes~", "-", "*", "x" * 10_000, "بحث 🧸 \u202eabc", "<b>&amp;", "%"])
def test_any_text_is_safe_in_the_box_and_the_finder(visits: Visits, typed: str) -> None:
    visit = visits.open()
    page = visit.go("resources/")
    page.fill(BOX, typed)
    page.fill("#finder-text", typed)
    expect(page).to_have_url(re.compile("#q="))
    state = page.url
    page.reload()
    expect(page.locator("#finder-text")).to_have_value(typed)
    expect_address(page, state)
    assert count_of(page)
    page.goto(page.url.replace("/resources/", "/search/"))
    expect(page.locator(".results a").first).to_be_visible()
    assert not visit.errors and not visit.left


def test_escape_closes_the_list_and_keeps_what_was_typed(visits: Visits) -> None:
    page = visits.open().go("")
    type_into_box(page, "grooming")
    page.keyboard.press("Escape")
    expect(page.locator(LIST)).to_be_hidden()
    assert "grooming" == page.input_value(BOX)


def test_the_query_stands_in_the_fragment_and_reaches_no_server(visits: Visits) -> None:
    visit = visits.open()
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url))
    page = visit.go("")
    type_into_box(page, "secret words")
    page.keyboard.press("Enter")
    page.wait_for_selector(".result, .results h2")
    expect_address(page, "search/#q=secret%20words")
    assert not [url for url in asked if "secret" in url.split("#")[0]]


def test_results_are_narrowed_by_kind_and_back_undoes_it_at_once(visits: Visits) -> None:
    page = visits.open().go("search/#q=trauma")
    page.wait_for_selector(".result")
    page.fill("#search-page-words", "")
    page.locator("#search-page-words").type("harmful sexual", delay=15)
    expect(page.locator(".result mark").first).to_be_visible()
    expect(page).to_have_url(re.compile("sexual$"))
    page.get_by_text("Narrow the results").click()
    page.locator("[data-facet=kind]").select_option("glossary")
    expect(page.locator(".result:not([data-kind=glossary])")).to_have_count(0)
    page.go_back()
    expect_address(page, "#q=harmful%20sexual")  # one step back undoes the choice, not a letter


def test_the_page_of_results_is_never_empty(visits: Visits) -> None:
    page = visits.open().go("search/#q=qqqqxxxx")
    expect(page.locator(".results a", has_text="A to Z")).to_be_visible()
    assert page.locator(".results a").count() > 10


def test_what_is_typed_is_never_taken_for_html(visits: Visits) -> None:
    visit = visits.open()
    page = visit.go("search/#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20trauma")
    page.wait_for_selector(".result")
    assert 0 == page.locator(".results img").count() and not visit.errors


def test_without_script_the_box_leads_to_the_list_from_a_to_z(visits: Visits) -> None:
    page = visits.open(script=False).go("toolkit/trauma/")
    page.fill(BOX, "grooming")
    page.keyboard.press("Enter")
    page.wait_for_url("**/a-to-z/**")
    assert "grooming" not in page.url


def test_without_script_every_resource_and_no_control_is_shown(visits: Visits) -> None:
    page = visits.open(script=False).go("resources/")
    assert page.locator(".finder tbody tr:visible").count() > 300
    assert 0 == page.locator(".finder form:visible").count()


def test_ticks_narrow_the_list_and_the_address_brings_it_back(visits: Visits) -> None:
    page = visits.open().go("resources/")
    page.locator("[data-facet=topic] input[value=trauma]").check()
    page.locator("details.facet:has([data-facet=access]) > summary").click()
    page.locator("[data-facet=access] input[value=free]").check()
    said, rows = count_of(page), page.locator(".finder tbody tr:visible").count()
    assert said.startswith(f"{rows} of ")
    expect_address(page, "#topic=trauma&access=free")
    other = visits.open().go("resources/#topic=trauma&access=free")
    expect(other.locator(".finder__count")).to_have_text(said)
    other.get_by_role("button", name="Remove Access: Free").click()
    expect_address(other, "#topic=trauma")
    other.go_back()
    expect(other.locator(".finder__count")).to_have_text(said)


def test_superseded_resources_are_hidden_until_asked_for(visits: Visits) -> None:
    page = visits.open().go("resources/#kind=statutory-guidance")
    expect(page.locator(".finder--live")).to_be_visible()
    assert 0 == page.locator(".finder tr[data-status=superseded]:visible").count()
    assert "superseded or withdrawn hidden" in count_of(page)
    page.goto(page.url.split("#")[0] + "#status=superseded")
    expect(page.locator(".finder tr[data-status=superseded]:visible").first).to_be_visible()


def test_typed_words_narrow_the_list_with_synonyms(visits: Visits) -> None:
    page = visits.open().go("resources/")
    page.locator("#finder-text").type("sexting", delay=15)
    expect(page.locator(".finder tr[data-id=ukcis-sharing-nudes]")).to_be_visible()
    expect(page.locator(".finder tr[data-id=body-keeps-the-score]")).to_be_hidden()


def test_print_has_all_that_fits_with_the_filters_in_words(visits: Visits) -> None:
    page = visits.open().go("resources/#access=free")
    expect(page.locator(".finder__more")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".finder tbody tr:visible").nth(200)).to_be_visible()
    assert "Filters: Access: Free." == page.locator(".finder__words").inner_text()
    assert 0 == page.locator(".finder__controls:visible").count()


def test_the_list_is_saved_as_csv_with_what_is_shown(visits: Visits) -> None:
    page = visits.open().go("resources/#topic=trauma&kind=book")
    rows = page.locator(".finder tbody tr:visible").count()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV").click()
    lines = list(csv.DictReader(Path(download.value.path()).read_text("utf-8-sig").splitlines()))
    headings = "Title, Summary, Publisher and year, Kind, For, Access, Address, Page in this toolkit"
    assert rows == len(lines) and headings.split(", ") == [*lines[0]]
    assert {"Book"} == {line["Kind"] for line in lines}
    row = page.locator(".finder tbody tr:visible").first
    assert row.locator("th a").inner_text() == lines[0]["Title"]
    assert row.locator("td").nth(2).inner_text() == lines[0]["Access"]
    page_of_it = row.locator("th a").evaluate("link => link.href")
    assert (row.get_attribute("data-url") or page_of_it) == lines[0]["Address"]
    assert f"/r/{row.get_attribute('data-id')}/" in lines[0]["Page in this toolkit"]


def test_what_only_files_show_of_a_resource_is_read_from_its_row_by_name(visits: Visits) -> None:
    page = visits.open().go("resources/#kind=book")
    page.locator(".finder").evaluate("""finder => {
        const columns = [["duration_minutes", "Minutes"], ["title", "T"]].map(([name, heading]) => ({ name, heading }));
        finder.dataset.columns = JSON.stringify(columns);
        for (const row of finder.querySelectorAll("tbody tr")) row.setAttribute("data-file-duration_minutes", "45");
    }""")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV").click()
    lines = Path(download.value.path()).read_text("utf-8-sig").splitlines()
    assert '"Minutes","T","Page in this toolkit"' == lines[0]
    assert lines[1].startswith('"45","')


def test_the_list_is_copied_with_publishers_and_addresses(visits: Visits) -> None:
    page = visits.open().go("resources/#topic=trauma&kind=book")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy list").click()
    expect(page.locator(".finder__count")).to_contain_text("copied")
    first, address = page.evaluate("navigator.clipboard.readText()").split("\n")[:2]
    row = page.locator(".finder tbody tr:visible").first
    publisher = row.locator(".resource-publisher").inner_text()
    assert f"{row.locator('th a').inner_text()} ({publisher})" == first
    assert address in (row.get_attribute("data-url"), row.locator("th a").evaluate("link => link.href"))


def test_ticked_resources_become_a_handout_whose_address_holds_no_notes(visits: Visits) -> None:
    visit = visits.open()
    page = visit.go("resources/#topic=trauma")
    page.locator("tr[data-url^=http]:visible .pick input").first.check()
    page.locator("tr[data-url='']:visible .pick input").first.check()
    page.get_by_role("link", name="Open my list").click()
    expect(page.locator(".my-list__item")).to_have_count(2)
    expect(page.locator(".my-list__code")).to_be_visible()
    own_page, exact = sorted(page.locator(".my-list__address").all_inner_texts(), key=lambda text: "/r/" not in text)
    assert "/r/" in own_page and "/r/" not in exact
    page.locator(".my-list__item textarea").first.fill("My private note")
    first = page.locator(".my-list__item h2").first.inner_text()
    page.get_by_role("button", name="Move down").first.click()
    assert first == page.locator(".my-list__item h2").nth(1).inner_text()
    assert "My private note" == page.locator(".my-list__item textarea").nth(1).input_value()
    assert "note" not in page.url
    assert 0 == page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length")
    assert not visit.errors and not visit.left


def test_a_list_that_names_unknown_things_says_so(visits: Visits) -> None:
    page = visits.open().go("my-list/#list=pants,never-was,%3Cb%3E")
    expect(page.locator(".my-list__said")).to_contain_text("1 of this list is not in the catalogue")


def test_a_table_in_a_chapter_has_a_few_filters(visits: Visits) -> None:
    page = visits.open().go("topics/harmful-sexual-behaviour/")
    page.locator("details.facet:has([data-facet=kind]) > summary").click()
    page.locator("[data-facet=kind] input[value=video], [data-facet=kind] input[value=guide]").first.check()
    assert " of " in count_of(page) and "#" not in page.url


def test_counts_heed_the_other_facets_and_no_dead_end_is_unseen(visits: Visits) -> None:
    page = visits.open().go("resources/#topic=trauma")
    boxes = page.locator("[data-facet=kind] .facet__choice")
    expect(boxes.filter(has_text="(0)").first).to_have_class(re.compile("facet__choice--none"))
    chosen = page.locator("[data-facet=kind] .facet__choice:not(.facet__choice--none)").first
    expected = chosen.locator(".facet__count").inner_text().strip("()")
    chosen.locator("input").check()
    expect(page.locator(".finder__count")).to_have_text(re.compile(rf"^{expected} of "))


def test_the_finder_sorts_and_says_its_order_in_the_address(visits: Visits) -> None:
    page = visits.open().go("resources/#topic=trauma")
    page.get_by_label("Sort by").select_option("newest")
    expect(page).to_have_url(re.compile("sort=newest"))
    years = page.eval_on_selector_all(
        ".finder tbody tr:not([hidden])", "rows => rows.map((row) => row.dataset.year ?? 0)"
    )
    assert years == sorted(years, key=int, reverse=True)
    page.get_by_role("button", name="Clear all").click()
    expect(page.locator(".finder tr[data-id=body-keeps-the-score]")).to_be_attached()
    expect(page).to_have_url(re.compile(r"/resources/#sort=newest$"))


def test_search_and_finder_work_below_a_path(chromium: Browser, site: Path, tmp_path: Path) -> None:
    (tmp_path / "below").symlink_to(site, target_is_directory=True)
    with served(tmp_path) as base:
        page = chromium.new_page()
        page.goto(f"{base}below/toolkit/trauma/")
        type_into_box(page, "sexting")
        page.keyboard.press("Enter")
        page.wait_for_selector(".result")
        assert page.url.startswith(f"{base}below/search/#q=")
        page.locator(".result a").first.click()
        page.wait_for_load_state()
        assert page.url.startswith(f"{base}below/") and page.locator("h1").is_visible()
        page.close()


@pytest.mark.parametrize("start", ["index.html", "toolkit/trauma/index.html"])
def test_search_finder_and_list_work_from_a_folder(chromium: Browser, site: Path, start: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto((site / start).as_uri())
    type_into_box(page, "sexting")
    page.keyboard.press("Enter")
    page.wait_for_selector(".result")
    expect_address(page, "search/index.html#q=sexting")
    page.locator("a", has_text="resource finder").click()
    page.fill("#finder-text", "trauma")
    expect(page).to_have_url(re.compile("#q=trauma$"))
    page.locator("tr:visible .pick input").first.check()
    page.get_by_role("link", name="Open my list").click()
    expect(page.locator(".my-list__code")).to_be_visible()
    context.close()
    assert not errors


def test_results_are_narrowed_by_native_lists_with_counts_that_are_true(visits: Visits) -> None:
    page = visits.open().go("search/#q=trauma")
    page.wait_for_selector(".result")
    page.get_by_text("Narrow the results").click()
    nation = page.locator("[data-facet=nation]")
    label = nation.locator("option[value=wales]").text_content() or ""
    nation.select_option("wales")
    expect_address(page, "search/#q=trauma&nation=wales")
    count = re.search(r"\d+", page.locator(".results__count").inner_text())
    assert count and label.endswith(f"({count[0]})")
    page.reload()
    expect(page.locator("[data-facet=nation]")).to_have_value("wales")
    page.go_back()
    expect(page.locator("[data-facet=nation]")).to_have_value("")


def test_choices_that_leave_nothing_lead_back(visits: Visits) -> None:
    page = visits.open().go("search/#q=trauma&kind=phrases&nation=scotland&topic=bullying")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".result").first).to_be_visible()
    expect(page.locator("[data-facet=kind]")).to_be_focused()
    expect_address(page, "search/#q=trauma")


def test_the_first_result_is_on_the_first_screen_of_a_phone(visits: Visits) -> None:
    page = visits.open(width=390, height=844).go("search/#q=trauma")
    page.wait_for_selector(".result")
    for choice in ("", "&kind=chapters"):
        page.goto(f"{page.url.split('#')[0]}#q=trauma{choice}")
        page.wait_for_selector(".result a")
        box = page.locator(".result a").first.bounding_box()
        assert box and box["y"] + box["height"] < 844, (choice, box)


def test_a_word_that_nothing_has_is_said_first_and_another_only_offered(visits: Visits) -> None:
    page = visits.open().go("search/#q=trawna")
    expect(page.locator(".results__note").first).to_have_text("Nothing here has “trawna”.")
    page.goto(f"{page.url.split('#')[0]}#q=room%20strode")
    expect(page.locator(".results__note").first).to_contain_text("Nothing here has “strode”")
    offered = page.locator(".results__note a").first
    word = offered.inner_text()
    offered.click()
    expect_address(page, f"search/#q={word}")
    expect(page.locator(".result").first).to_be_visible()


def test_a_message_to_the_host_is_made_on_a_press_and_holds_the_words_alone(
    once: Callable[..., Path], chromium: Browser
) -> None:
    folder = once("larkmead", lambda out: build_copy("larkmead-trust", out))
    with served(folder) as base:
        page = chromium.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{base}/search/#q=xyzzyq")
        button = page.get_by_role("button", name="Tell us that this is missing")
        expect(page.locator(".search-page__words")).to_have_text("xyzzyq")
        assert "mailto:" not in page.locator(".search-page").inner_html()
        page.evaluate(CATCH_LINK)
        button.click()
        sent = page.evaluate("window.followed")
        assert sent.startswith("mailto:safeguarding@larkmead.example.org?subject=")
        assert "I looked for this and found nothing: xyzzyq" == unquote(sent.split("&body=")[1])
        assert not [url for url in asked if "xyzzyq" in url.split("#")[0]]
        page.goto(f"{base}/search/#q=trauma")
        expect(button).to_be_hidden()
        page.close()


def test_without_a_host_what_is_missing_may_be_suggested(visits: Visits) -> None:
    page = visits.open().go("search/#q=xyzzyq")
    expect(page.locator("main").get_by_role("link", name="Suggest a resource")).to_be_visible()
    assert 0 == page.get_by_role("button", name="Tell us").count()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("toolkit/sign-of-indicators/old.html", "Signs and indicators"),
        ("safety-plan", "Safety planning"),
        ("x/y/z", ""),
    ],
)
def test_an_address_that_leads_nowhere_is_searched_for_its_words(
    site: Path, visits: Visits, path: str, expected: str
) -> None:
    visit = visits.open()
    html = (site / "404.html").read_text("utf-8")
    visit.page.route(f"**/{path}", lambda route: route.fulfill(status=404, body=html, content_type="text/html"))
    page = visit.go(path)
    if expected:
        expect(page.locator(".lost-address li a", has_text=expected).first).to_be_visible()
        page.get_by_role("link", name="Search for these words").click()
        page.wait_for_selector(".result")
    else:
        page.wait_for_load_state("networkidle")
        expect(page.locator(".lost-address")).to_be_hidden()
    assert not visit.left
