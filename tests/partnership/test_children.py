"""A copy can give its area's numbers to the page that asks how large the problem is."""

from __future__ import annotations

from collections.abc import Callable

from tests.partnership.conftest import LEAST
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.model import Site

PLACE = PageLocation("strategy/how-large-is-the-problem/", "strategy/how-large-is-the-problem.md")
NUMBERS = "children: {count: 25000, identified: 130, year: 2025, source: the council's <own> figures}\n"


def calculator(site: Site) -> str:
    return Fragments(site).render("prevalence-calculator", {}, PLACE)


def test_the_numbers_of_a_copy_stand_in_the_fields_and_in_a_sentence_with_year_and_source(
    site_of: Callable[[dict[str, str]], Site],
) -> None:
    html = calculator(site_of({"partnership.yml": LEAST + NUMBERS}))
    assert 'value="25000"' in html and 'value="130"' in html
    assert "Of 25,000 children here (2025, the council&#39;s &lt;own&gt; figures), at least 2,500" in html


def test_without_numbers_the_fields_are_empty(site_of: Callable[[dict[str, str]], Site]) -> None:
    assert "value=" not in calculator(site_of({}))


def test_a_number_that_cannot_be_is_told_with_its_line(problems_of: Callable[[dict[str, str]], list[str]]) -> None:
    found = problems_of({"partnership.yml": LEAST + "children: {count: -5, year: 2025, source: us}\n"})
    assert ["partnership.yml:4: 'count' is -5: the number must be at least 1"] == [f.split(". ")[0] for f in found]
