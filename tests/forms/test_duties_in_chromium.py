"""The plan by duty, on its page: with what the plan says of each outcome, and printed alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing import Visits
from tests.forms.test_in_chromium import PLAN, ready

pytestmark = pytest.mark.browser


def test_the_view_by_duty_shows_ratings_and_evidence_and_prints_alone(visits: Visits) -> None:
    visit = visits.open()
    page = ready(visit, PLAN)
    place = "responding-to-concerns/patterns"
    page.evaluate("for (const row of document.querySelectorAll('.form-row')) row.toggleAttribute('data-folded', false)")
    page.locator(f'[name="{place}/rating"][value="amber"]').check(force=True)
    page.locator(f'[name="{place}/evidence"]').evaluate(
        "field => { field.value = 'Read by a governor'; field.dispatchEvent(new Event('input', {bubbles: true})); }"
    )
    row = page.locator(f'.plan-duties [data-rating="{place}/rating"]')
    expect(row).to_contain_text("Part five")
    expect(row).to_contain_text("Partly in place")
    expect(row).to_contain_text("Read by a governor")
    page.evaluate("window.print = () => dispatchEvent(new Event('beforeprint'))")
    page.get_by_role("button", name="Print this view").click()
    page.emulate_media(media="print")
    expect(page.locator(".plan-duties")).to_be_visible()
    expect(page.locator(".form-sheet")).to_be_hidden()
    expect(row).to_contain_text("Read by a governor")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".plan-duties")).to_be_hidden()
    assert not visit.left and not visit.errors
