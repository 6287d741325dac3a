"""The parts that do something: the calculator and the choice of practice examples."""

from __future__ import annotations

import pytest

from tests.browsing import Visits

pytestmark = pytest.mark.browser
CALCULATOR = "strategy/how-large-is-the-problem/"
EXAMPLES = "schools/practice-examples/"


def test_the_calculator_sets_the_estimate_beside_what_is_known(visits: Visits) -> None:
    visit = visits.open()
    page = visit.go(CALCULATOR)
    page.fill("#children-in-area", "25 000")
    page.fill("#children-identified", "130")
    sentence = page.locator(".calculator__sentence").inner_text()
    assert "at least 2,500" in sentence and "leaves 2,370" in sentence
    assert ["25,000", "2,500", "130"] == page.locator(".calculator__table td").all_inner_texts()
    bars = [page.locator(f".calculator__{name}") for name in ("known", "estimate")]
    known, estimate = (float(bar.get_attribute("width") or 0) for bar in bars)
    assert abs(known / estimate - 130 / 2500) < 0.001
    assert not visit.left and not visit.errors


@pytest.mark.parametrize("typed", ["abc", "-5", "1e9", "<b>1</b>", "99999999999999"])
def test_the_calculator_says_what_it_cannot_use(visits: Visits, typed: str) -> None:
    page = visits.open().go(CALCULATOR)
    page.fill("#children-in-area", typed)
    assert page.locator("#children-error").is_visible()
    assert page.locator(".calculator__result").is_hidden()
    assert "true" == page.locator("#children-in-area").get_attribute("aria-invalid")


def test_the_calculator_says_when_more_are_known_than_the_cautious_estimate(visits: Visits) -> None:
    page = visits.open().go(CALCULATOR)
    page.fill("#children-in-area", "100")
    page.fill("#children-identified", "50")
    assert "more than this cautious estimate" in page.locator(".calculator__sentence").inner_text()


def test_without_script_the_calculator_is_a_table_of_examples(visits: Visits) -> None:
    page = visits.open(script=False).go(CALCULATOR)
    assert page.locator(".calculator").is_hidden()
    assert "10,000" in page.locator(".calculator__examples").inner_text()


def test_ticking_a_theme_shows_its_examples_only_and_says_how_many(visits: Visits) -> None:
    page = visits.open().go(EXAMPLES)
    assert "17 examples shown" == page.locator(".theme-filter__count").inner_text()
    page.check("#show-audit")
    assert "3 examples shown" == page.locator(".theme-filter__count").inner_text()
    assert 3 == page.locator(".practice-example:visible").count()
    page.uncheck("#show-audit")
    assert 17 == page.locator(".practice-example:visible").count()


def test_without_script_every_example_stands_on_the_page(visits: Visits) -> None:
    page = visits.open(script=False).go(EXAMPLES)
    assert 17 == page.locator(".practice-example:visible").count()
    assert page.locator(".theme-filter").is_hidden()
