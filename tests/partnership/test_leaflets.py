"""A copy switches on the leaflets that its host has reviewed: the mark goes, and readers are led to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.partnership.conftest import LEAST
from toolkit.checks.copy import examine_copy
from toolkit.site.model import Site

MARK = "Not for giving out until the host has reviewed it"
ON = LEAST + "switched_on: [leaflet-children]\n"
SiteOf = Callable[[dict[str, str]], Site]


def test_what_is_switched_on_loses_its_mark_and_is_offered_where_its_readers_look(hostile: Path) -> None:
    helplines = (hostile / "helplines/index.html").read_text("utf-8")
    parents = (hostile / "toolkit/supporting-parents-and-families/index.html").read_text("utf-8")
    assert "forms/leaflet-children/" in helplines and "downloads/leaflet-children.pdf" in helplines
    assert "forms/leaflet-children/" in parents
    assert MARK not in (hostile / "forms/leaflet-children/index.html").read_text("utf-8")
    assert MARK in (hostile / "forms/leaflet-parents/index.html").read_text("utf-8")
    assert "forms/leaflet-parents/" not in helplines + parents


def test_a_leaflet_that_does_not_exist_or_need_not_be_switched_on_is_told(
    problems_of: Callable[[dict[str, str]], list[str]],
) -> None:
    told = problems_of({"partnership.yml": LEAST + "switched_on: [leaflet-parent, staff-survey]\n"})
    assert [
        "partnership.yml:4: unknown leaflet 'leaflet-parent' in 'switched_on'. Did you mean 'leaflet-parents'?",
        "partnership.yml:4: unknown leaflet 'staff-survey' in 'switched_on'. Known: leaflet-children, leaflet-parents",
    ] == told


def test_the_doctor_asks_for_the_day_of_the_review(site_of: SiteOf) -> None:
    heading = "Leaflets that are switched on and have no date of review"
    found = {finding.heading: finding.items for finding in examine_copy(site_of({"partnership.yml": ON}), date.min)}
    assert ["leaflet-children"] == [item.partition(":")[0] for item in found[heading]]
    dated = {"partnership.yml": ON, "forms.yml": "replace:\n  - id: leaflet-children\n    reviewed: 2026-12-01\n"}
    assert heading not in {finding.heading for finding in examine_copy(site_of(dated), date.min)}
