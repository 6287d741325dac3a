"""The forms ask as much as the documents that they come from, counted there by hand."""

from __future__ import annotations

import pytest

from toolkit.catalogue.library import Library
from toolkit.catalogue.read import load_library
from toolkit.forms.definition import Form

# Theme by theme of the improvement plan's template: outcomes, and suggestions of resources.
THEMES = {
    "ethos-and-relationships": [(3, 1), (2, 0), (2, 0), (2, 0), (2, 0)],
    "equipped-staff": [(2, 2), (2, 8), (4, 9)],
    "curriculum": [(6, 4), (7, 2)],
    "support-for-pupils": [(3, 2), (3, 6), (2, 3)],
    "community-and-networks": [(5, 0), (2, 3)],
    "responding-to-concerns": [(4, 3), (4, 1), (2, 3), (2, 3)],
}


@pytest.fixture(scope="module")
def library(root) -> Library:
    return load_library(root)


def questions(form: Form) -> int:
    return sum(len(section.questions) for section in form.sections)


def points(form: Form) -> int:
    return sum(len(question.points) for section in form.sections for question in section.questions)


def rows(form: Form) -> list[int]:
    return [len(section.rows) for section in form.sections if section.rows]


def test_the_improvement_plan_follows_its_source_theme_by_theme(library: Library) -> None:
    form = library.forms["whole-setting-improvement-plan"]
    assert THEMES == {s.id: [(len(r.outcomes), len(r.resources)) for r in s.rows] for s in form.sections}
    named = [name for section in form.sections for row in section.rows for name in row.resources]
    assert (50, 25) == (len(named), len(set(named)))
    assert (19, 59) == (sum(map(len, THEMES.values())), sum(o for themes in THEMES.values() for o, _ in themes))


@pytest.mark.parametrize(
    ("form", "count", "expected"),
    [
        ("partnership-strategy", lambda form: len(form.sections), 11),
        ("review-of-current-response", questions, 9),
        ("review-of-current-response", points, 11),
        ("review-of-current-response", rows, [6]),
        ("support-map", rows, [6, 3]),
        ("training-needs-audit", questions, 15),
        ("staff-survey", questions, 8),
        ("audit-of-practice-resources", questions, 14),
        ("identification-self-check", rows, [1, 2, 3, 4]),
        ("draft-strategy-review", rows, [5, 4]),
        ("recommendations-tracker", rows, [1, 4, 5, 3, 2, 2]),
    ],
)
def test_a_form_asks_as_much_as_its_source(library: Library, form: str, count, expected) -> None:
    assert expected == count(library.forms[form])


@pytest.mark.parametrize("form", ["family-safety-plan-siblings", "family-safety-plan-adult-at-home"])
def test_a_safety_plan_has_its_ten_and_thirteen_elements_behind_its_conditions(library: Library, form: str) -> None:
    sections = {section.id: len(section.rows) for section in library.forms[form].sections}
    assert (10, 13) == (sections["ten-things"], sections["every-plan"])
    stop = library.forms[form].stop_if
    assert stop and len(stop.conditions) > 10 and "children's social care leads" in stop.intro.lower()
