"""What axe can find: no violation of WCAG on any kind of page, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.kinds import PAGES
from tests.browsing import Visits
from toolkit.catalogue.read import load_library

pytestmark = pytest.mark.browser
ALL = {
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2, which axe leaves out unless it is asked
    "resultTypes": ["violations"],
}
# In the dark nothing changes but colours, so the rules about colours are enough there.
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}


def one_of_each_status() -> dict[str, str]:
    """The page of one resource of each status, and of one with a number to ring."""
    found: dict[str, str] = {}
    for resource in load_library(Path(__file__).resolve().parents[2]).resources.values():
        found.setdefault(f"resource, {resource.status}", f"r/{resource.id}/")
        found.setdefault(f"resource, {'with' if resource.phone else 'without'} a number", f"r/{resource.id}/")
    return found


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation_in_light_or_dark(width: int, visits: Visits) -> None:
    visit = visits.open(width, scheme="light")
    violations = []
    for name, path in (PAGES | one_of_each_status()).items():
        page = visit.go(path)
        violations += [f"{name}, light: {line}" for line in find_violations(page, ALL)]
        page.emulate_media(color_scheme="dark")
        violations += [f"{name}, dark: {line}" for line in find_violations(page, COLOURS)]
        page.emulate_media(color_scheme="light")
    assert [] == violations


def find_violations(page: Page, options: dict[str, object]) -> list[str]:
    """What axe finds on a page, each rule with the element that breaks it."""
    page.evaluate("Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => null)))")
    violations = Axe().run(page, options=options).response["violations"]
    return [f"{violation['id']}: {node['target']}" for violation in violations for node in violation["nodes"]]


def test_axe_would_find_a_violation(visits: Visits) -> None:
    page = visits.open().go("toolkit/trauma/")
    link = "Object.assign(document.createElement('a'), {href: '#'})"
    page.evaluate(f"document.querySelector('h1').replaceChildren(new Image(), {link})")
    assert {"image-alt", "link-name"} <= {line.partition(":")[0] for line in find_violations(page, ALL)}


def test_axe_would_find_a_colour_that_is_too_pale_in_the_dark(visits: Visits) -> None:
    page = visits.open().go("toolkit/trauma/")
    page.emulate_media(color_scheme="dark")
    page.evaluate("document.querySelector('h1').style.color = '#444'")
    assert {"color-contrast"} == {line.partition(":")[0] for line in find_violations(page, COLOURS)}
