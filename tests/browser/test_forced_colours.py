"""Where the reader's own colours replace the site's, what told by colour alone tells by its edge."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browsing import Visits

pytestmark = pytest.mark.browser
EDGE = "element => { const style = getComputedStyle(element); return [style.{side}Width, style.{side}Color] }"


@pytest.fixture
def page(visits: Visits) -> Page:
    page = visits.open().page
    page.emulate_media(forced_colors="active", color_scheme="light")
    return page


def edges(page: Page, selector: str, side: str) -> list[list[str]]:
    return page.locator(selector).evaluate_all(f"all => all.map({EDGE.replace('{side}', side)})")


@pytest.mark.parametrize(("place", "side"), [(".site-header__nav", "borderBottom"), (".section-nav", "borderLeft")])
def test_only_the_current_page_has_a_line_in_the_navigation(place: str, side: str, page: Page, visits: Visits) -> None:
    page.goto(visits.address + "toolkit/trauma/")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    (current,) = edges(page, f"{place} a[aria-current]", side)
    others = edges(page, f"{place} a:not([aria-current])", side)
    assert paper != current[1] and "4px" == current[0]
    assert len(others) > 3 and {paper} == {colour for _, colour in others}


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("pathways/child-tells-you/", ".exit-this-page__button"),
        ("pathways/child-tells-you/", ".pathway-page__danger"),
        ("r/childline/", "a.button"),
        ("resources/", ".tag >> nth=0"),
    ],
)
def test_what_was_a_field_of_colour_has_an_edge_on_every_side(
    path: str, selector: str, page: Page, visits: Visits
) -> None:
    page.goto(visits.address + path)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for side in ("Top", "Right", "Bottom", "Left"):
        found = edges(page, selector, f"border{side}")
        assert found and all(width != "0px" and colour != paper for width, colour in found), side
