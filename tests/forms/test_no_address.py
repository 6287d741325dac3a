"""No address ever carries an answer: Enter in every field of every form, with script and without, submits nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browsing import Visits
from toolkit.catalogue.library import Library

pytestmark = pytest.mark.browser
FIELDS = ".form :is(input, textarea, select)"
# One for each question; in a text of several lines Enter begins a new one, and the first of a form stands for all.
PRESSED = """() => {
  const all = [...document.querySelectorAll(".form :is(input, select)")];
  const names = new Set();
  window.pressed = all.filter(({ name }) => !names.has(name) && names.add(name));
  window.pressed.push(...[...document.querySelectorAll(".form textarea")].slice(0, 1));
  return window.pressed.length;
}"""
WRITE = """(fields) => {
  for (const field of fields) if (["text", "textarea"].includes(field.type)) field.value = "In confidence";
}"""
ENTER = {"key": "Enter", "code": "Enter", "text": "\r", "windowsVirtualKeyCode": 13}
FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
NAMED = re.compile(r"<(?:input|select|textarea|button)\b[^>]*\sname=")
SUBMITTING = re.compile(r"<[^>]*\s(?:formaction=|form=|method=\"(?:get|post)\")")
SOME = ["staff-survey", "pupil-safety-plan", "annual-review-record"]


def press_enter_everywhere(page: Page) -> None:
    page.locator(FIELDS).evaluate_all(WRITE)
    devtools = page.context.new_cdp_session(page)
    for index in range(page.evaluate(PRESSED)):
        page.evaluate(f"window.pressed[{index}].focus({{ preventScroll: true }})")
        devtools.send("Input.dispatchKeyEvent", {"type": "keyDown", **ENTER})


@pytest.mark.parametrize("script", [False, True], ids=["without script", "with script"])
def test_enter_in_every_field_of_every_form_leads_nowhere(visits: Visits, library: Library, script: bool) -> None:
    visit = visits.open(script=script)
    page, asked = visit.page, list[str]()
    page.on("dialog", lambda dialog: dialog.accept())  # whoever leaves unsaved work is asked
    page.on("request", lambda request: asked.append(request.url) if request.is_navigation_request() else None)
    page.route("**/*.css", lambda route: route.fulfill(body="", content_type="text/css"))  # laying out takes longest
    forms = SOME if script else [form.id for form in library.forms.values() if form.is_fillable]
    for id in forms:
        visit.go(f"forms/{id}/")
        if script:
            page.locator(".form-end").wait_for()
        press_enter_everywhere(page)
        assert f"{visit.address}forms/{id}/" == page.url
    assert [f"{visit.address}forms/{id}/" for id in forms] == asked, "no other address was asked for"


def test_no_form_on_the_site_could_put_what_is_typed_into_an_address(site: Path) -> None:
    """Controls with names are in no form element, or in one that submits to nothing."""
    kinds = set()
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not SUBMITTING.search(text), path
        kinds |= set(FORM.findall(text))
    unsafe = [form[:120] for form in kinds if NAMED.search(form) and 'method="dialog"' not in form]
    assert [] == unsafe


def test_what_was_typed_is_gone_on_the_way_back(visits: Visits) -> None:
    for script in (False, True):
        visit = visits.open(script=script)
        page = visit.go("forms/record-of-signs/")
        page.on("dialog", lambda dialog: dialog.accept())
        page.locator(FIELDS).evaluate_all(WRITE)
        visit.go("about/")
        page.go_back()
        assert "In confidence" not in page.locator(FIELDS).evaluate_all("(all) => all.map((field) => field.value)")
