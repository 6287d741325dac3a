"""Outcomes by the guidance that asks for them: what the plan names, what is superseded, and what another nation has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from toolkit.catalogue.duties import duties_of, duty_groups, superseded_duties
from toolkit.catalogue.library import Library
from toolkit.catalogue.read import load_library

PLAN = "whole-setting-improvement-plan"


@pytest.fixture(scope="module")
def library(root: object) -> Library:
    return load_library(root)  # type: ignore[arg-type]


def test_duties_are_grouped_by_guidance_with_their_outcomes(library: Library) -> None:
    groups = {group.guidance.id: group for group in duty_groups(library.forms[PLAN], library)}
    assert {"kcsie", "working-together-2026", "education-act-2002"} <= set(groups)
    places = [(entry.duty.paragraph, entry.row.id) for entry in groups["kcsie"].duties]
    assert ("Part five", "patterns") in places
    assert all(group.newer is None for group in groups.values()), "the plan names editions that are current"


def test_guidance_for_another_nation_alone_is_left_out(library: Library) -> None:
    welsh = replace(library, elsewhere=frozenset({("guidance", "kcsie")}))
    assert "kcsie" not in {group.guidance.id for group in duty_groups(library.forms[PLAN], welsh)}


def test_an_edition_that_is_superseded_lists_the_outcomes_that_need_a_look(library: Library) -> None:
    plan = library.forms[PLAN]
    assert not list(superseded_duties([plan], library))
    newer = library.guidance["kcsie"].model_copy(update={"id": "kcsie-2027", "title": "Next", "supersedes": "kcsie"})
    later = replace(library, guidance={**library.guidance, newer.id: newer})
    lines = list(superseded_duties([plan], later))
    assert len(lines) == sum(entry.duty.guidance == "kcsie" for entry in duties_of(plan)) >= 2
    assert all("superseded by Next" in line and f"forms/{PLAN}.yml" in line for line in lines)
    assert {"Next"} == {group.newer.title for group in duty_groups(plan, later) if group.newer}
