"""The three questions on What to do now: what stands behind them, and what a reader is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browsing import Visits, expect_address
from toolkit.catalogue.library import Library

from .test_read import CASES, KNOWN, problems_of

WHAT_TO_DO = "what-to-do/"
SOUND = next(case for case in CASES if case.stem == "sound").read_text("utf-8").split("=====\n")[1]


def test_every_pathway_answers_what_happened_in_words_of_its_own(library: Library) -> None:
    said = [pathway.happened for pathway in library.pathways.values()]
    assert all(said) and len(set(said)) == len(said)


def test_a_form_that_does_not_exist_is_told_with_file_and_line(tmp_path: Path) -> None:
    text = SOUND.replace("  topics:", "  forms: [recrod]\n  topics:", 1)
    line = text.split("forms:")[0].count("\n") + 1
    known = {**KNOWN, "forms": ["record"]}
    assert [
        f"data/pathways/small.yml:{line}: pathway 'small': unknown form 'recrod' in 'forms'. Did you mean 'record'?"
    ] == problems_of(tmp_path, text, known)


@pytest.mark.parametrize("answer", ["x" * 71, '""'])
def test_an_answer_to_what_happened_is_short_and_not_empty(tmp_path: Path, answer: str) -> None:
    text = SOUND.replace("  topics:", f"  happened: {answer}\n  topics:", 1)
    assert 1 == len(problems_of(tmp_path, text))


def answer_of(page: Page) -> str:
    return page.locator(".situation-finder__answer").inner_text()


@pytest.mark.browser
def test_a_child_who_is_not_safe_means_999_at_once_whatever_else_is_answered(visits: Visits) -> None:
    visit = visits.open(width=390, height=844)
    page = visit.go(WHAT_TO_DO)
    expect(page.locator(".situation-finder__answer")).to_be_hidden()
    page.get_by_label("No", exact=True).check()
    now = page.locator(".situation-finder__now:visible")
    assert 1 == now.count() and "ring 999" in now.inner_text()
    assert "tel:999" == now.locator("a").get_attribute("href")
    page.select_option("#situation-who", "parents")
    page.select_option("#situation-happened", "images")
    assert "ring 999" in page.locator(".situation-finder__now:visible").inner_text()
    assert not visit.errors and not visit.left


@pytest.mark.browser
def test_the_answer_is_a_pathway_with_numbers_words_and_a_form(visits: Visits) -> None:
    page = visits.open().go(WHAT_TO_DO)
    page.select_option("#situation-who", "parents")
    page.select_option("#situation-happened", "child-tells-you")
    page.get_by_label("Yes, for now").check()
    answer = page.locator(".situation-finder__answer")
    hrefs = answer.locator("a:visible").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    for wanted in ("pathways/child-tells-you/", "words-to-say/#phrase-child-begins-to-tell",
                   "forms/record-of-what-a-child-said/", "tel:08088005000"):  # fmt: skip
        assert any(wanted in href for href in hrefs), (wanted, hrefs)
    assert not any("phrase-parent-at-the-gate" in href for href in hrefs), "words for staff are not a parent's"
    page.select_option("#situation-happened", "parent-under-investigation")
    assert "Family safety plan" not in answer.inner_text(), "a plan that social care leads is not a parent's to fill in"
    page.select_option("#situation-who", "all-professionals")
    plan = answer.locator("a:visible", has_text="Family safety plan: an adult of concern at home")
    assert "../before-a-safety-plan/" == plan.get_attribute("href")
    page.select_option("#situation-who", "parents")
    page.select_option("#situation-happened", "child-tells-you")
    assert answer.inner_text().split("\n\n")[1].startswith("Today: ring children's social care.")
    said = page.locator(".situation-finder__announced")
    assert "status" == said.get_attribute("role")
    assert re.search(r"^Today: .*A child tells you$", said.text_content() or "")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("who", "number"),
    [("young-people", "0800 1111"), ("adult-survivors", "0808 801 0331"), ("own-behaviour", "0808 1000 900")],
)
def test_who_asks_about_themselves_is_not_asked_what_happened_and_finds_whom_to_ring(
    visits: Visits, who: str, number: str
) -> None:
    page = visits.open().go(WHAT_TO_DO)
    page.select_option("#situation-happened", "images")
    page.select_option("#situation-who", who)
    expect(page.locator("#situation-happened")).to_be_hidden()
    assert number in answer_of(page)
    lines = page.locator(".situation-finder__answer li:visible").all_inner_texts()
    assert number in lines[1], "the line for them comes first"
    assert "Images of a child" not in answer_of(page)


@pytest.mark.browser
def test_the_questions_are_answered_by_keyboard_and_focus_stays(visits: Visits) -> None:
    page = visits.open().go(WHAT_TO_DO)
    page.locator("#situation-who").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert "no" == page.evaluate("document.activeElement.value")
    assert "This minute: ring 999" in answer_of(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".situation-finder__answer")).to_be_hidden()
    assert "situation-who" == page.evaluate("document.activeElement.id")
    assert ["", ""] == [page.locator(f"#situation-{name}").input_value() for name in ("who", "happened")]
    assert not page.locator("input[name=safe]:checked").count()


@pytest.mark.browser
def test_nothing_that_is_answered_is_stored_or_stands_in_the_address(visits: Visits) -> None:
    visit = visits.open()
    page = visit.go(WHAT_TO_DO)
    page.select_option("#situation-who", "all-professionals")
    page.get_by_label("I do not know").check()
    expect_address(page, WHAT_TO_DO)
    assert [0, 0, ""] == page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    page.reload()
    expect(page.locator(".situation-finder__answer")).to_be_hidden()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_answer(visits: Visits, scheme: str) -> None:
    page = visits.open(width=390, height=844, scheme=scheme).go(WHAT_TO_DO)
    page.select_option("#situation-who", "all-professionals")
    page.select_option("#situation-happened", "after-the-referral")
    page.get_by_label("I do not know").check()
    found = Axe().run(page, context=".situation-finder").response["violations"]
    assert [] == [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found]


@pytest.mark.browser
def test_without_script_the_situations_stand_as_a_list_and_no_question(visits: Visits, library: Library) -> None:
    page = visits.open(script=False).go(WHAT_TO_DO)
    expect(page.locator(".situation-finder__questions")).to_be_hidden()
    expect(page.locator(".situation-finder__answer")).to_be_hidden()
    assert len(library.pathways) == page.locator(".pathway__title a:visible").count()


@pytest.mark.browser
def test_the_situations_are_asked_in_the_order_of_the_list(visits: Visits) -> None:
    page = visits.open().go(WHAT_TO_DO)
    listed = page.locator(".pathway__title a").evaluate_all(
        "ls => ls.map((l) => l.getAttribute('href').split('/').at(-2))"
    )
    asked = page.locator("#situation-happened option").evaluate_all("options => options.map((o) => o.value)")
    assert ["", *listed] == asked
