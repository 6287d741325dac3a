"""What axe can find: no violation of WCAG on any kind of page, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.kinds import PAGES
from tests.browsing import Visits
from toolkit.catalogue.read import load_library

pytestmark = pytest.mark.browser
OPTIONS = {"rules": {"target-size": {"enabled": True}}}  # WCAG 2.2, which axe leaves out unless it is asked
VIEWS = [(width, scheme) for scheme in ("light", "dark") for width in (1280, 390)]


def one_of_each_status() -> dict[str, str]:
    """The page of one resource of each status, and of one with a number to ring."""
    found: dict[str, str] = {}
    for resource in load_library(Path(__file__).resolve().parents[2]).resources.values():
        found.setdefault(f"resource, {resource.status}", f"r/{resource.id}/")
        found.setdefault(f"resource, {'with' if resource.phone else 'without'} a number", f"r/{resource.id}/")
    return found


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_axe_finds_no_violation(width: int, scheme: str, visits: Visits) -> None:
    visit = visits.open(width, scheme=scheme)
    found = []
    for name, path in (PAGES | one_of_each_status()).items():
        for violation in Axe().run(visit.go(path), options=OPTIONS).response["violations"]:
            found += [f"{name}: {violation['id']}: {node['target']}" for node in violation["nodes"]]
    assert [] == found


def test_axe_would_find_a_violation(visits: Visits) -> None:
    page = visits.open().go("toolkit/trauma/")
    page.evaluate("document.querySelector('h1').innerHTML = '<img src=\"x.png\"><a href=\"#\"></a>'")
    found = {violation["id"] for violation in Axe().run(page).response["violations"]}
    assert {"image-alt", "link-name"} <= found
