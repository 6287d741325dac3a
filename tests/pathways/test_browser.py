"""What a reader meets in a browser: on a phone, in the dark, on paper, and without script."""

import re
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browsing import expect_address

from .conftest import IDS

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 800}}
OVERFLOWING = """() => [...document.querySelectorAll(".pathway-diagram g:has(> rect)")].flatMap((group) => {
  const box = group.querySelector(":scope > rect").getBBox();
  return [...group.querySelectorAll(":scope > text")].filter((text) => {
    const own = text.getBBox();
    return own.x < box.x + 4 || own.x + own.width > box.x + box.width - 4
      || own.y < box.y || own.y + own.height > box.y + box.height;
  }).map((text) => text.textContent);
})"""


def page_count(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("id", IDS)
def test_the_sheet_is_exactly_one_page_of_a4(open_page, id):
    page = open_page(f"pathways/{id}/print/")
    pdf = page.pdf(prefer_css_page_size=True)
    assert 1 == page_count(pdf)
    assert re.search(rb"/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]", pdf)
    assert page.locator(".pathway-sheet__blank").count() >= 3


@pytest.mark.parametrize("id", IDS)
def test_the_sheet_has_room_to_spare(open_page, id):
    """A font that is a little wider, or a number that a partnership adds, must not make a second page."""
    page = open_page(f"pathways/{id}/print/")
    page.evaluate("document.querySelector('.pathway-sheet').style.paddingBottom = '10mm'")
    assert 1 == page_count(page.pdf(prefer_css_page_size=True))


def test_a_sheet_that_is_too_long_is_noticed(open_page):
    page = open_page("pathways/images/print/")
    page.evaluate(
        "() => { const steps = document.querySelector('.pathway-sheet__steps'); steps.after(steps.cloneNode(true)); }"
    )
    assert 1 < page_count(page.pdf(prefer_css_page_size=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["pathways/images/", "pathways/images/print/", "what-to-do/"])
def test_axe_finds_nothing(open_page, path, scheme):
    page = open_page(path, color_scheme=scheme)
    found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
    assert [] == [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found]


@pytest.mark.parametrize("id", IDS)
def test_a_phone_shows_a_pathway_without_scrolling_sideways(open_page, id):
    for path in (f"pathways/{id}/", f"pathways/{id}/print/"):
        page = open_page(path, **PHONE)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("id", IDS)
def test_no_word_of_the_diagram_leaves_its_box(open_page, id):
    page = open_page(f"pathways/{id}/")
    assert page.locator(".pathway-diagram rect").count() >= 10
    assert [] == page.evaluate(OVERFLOWING)


def test_a_word_that_leaves_its_box_is_noticed(open_page):
    page = open_page("pathways/images/")
    page.evaluate("document.querySelector('.pathway-diagram__title tspan').textContent = 'W'.repeat(60)")
    assert ["W" * 60] == page.evaluate(OVERFLOWING)


@pytest.mark.parametrize("id", IDS)
def test_the_diagram_is_a_sound_drawing_with_title_and_description(site, id):
    html = (site / f"pathways/{id}/index.html").read_text("utf-8")
    drawing = ElementTree.fromstring(re.search(r"<svg.*?</svg>", html, re.DOTALL)[0])
    svg = "{http://www.w3.org/2000/svg}"
    assert drawing.findtext(f"{svg}title").startswith("Flow diagram: ")
    assert drawing.findtext(f"{svg}desc")
    named = drawing.get("aria-labelledby").split()
    assert named == [drawing.find(f"{svg}title").get("id"), drawing.find(f"{svg}desc").get("id")]
    assert not [part.tag for part in drawing.iter() if {"style", "fill", "stroke"} & set(part.keys())]


@pytest.mark.parametrize("id", IDS)
def test_every_choice_leads_to_a_step_or_end_on_the_page_without_script(open_page, library, id):
    page = open_page(f"pathways/{id}/", java_script_enabled=False, **PHONE)
    links = page.locator(".step__choices a, .step__then a")
    assert links.count() >= sum(len(step.choices) for step in library.pathways[id].steps)
    for place in range(links.count()):
        target = links.nth(place).get_attribute("href")
        assert re.match(r"#(step|end)-", target)
        assert 1 == page.locator(f"[id='{target[1:]}']").count()


def test_a_chosen_step_stands_out_and_the_others_stay_readable(open_page):
    page = open_page("pathways/child-tells-you/")
    plain = page.locator("#step-ring-999").evaluate("step => getComputedStyle(step).backgroundColor")
    page.get_by_role("link", name="In danger, or I think so").click()
    expect_address(page, "#step-ring-999")
    assert plain != page.locator("#step-ring-999").evaluate("step => getComputedStyle(step).backgroundColor")
    assert page.locator(".step:visible").count() == page.locator(".step").count()


def test_a_step_that_only_some_reach_says_which_answer_leads_there(open_page):
    page = open_page("pathways/child-tells-you/")
    said = page.locator("#step-care .step__if").inner_text()
    assert "If at step 4 you chose “Hurt or unwell, or something physical happened”." == said
    assert 0 == page.locator("#step-record .step__if").count()


def test_a_chapter_leads_to_its_pathway(open_page):
    page = open_page("toolkit/talking-with-a-child/")
    page.locator(".pathway a").click()
    assert "A child tells you" == page.locator("h1").inner_text()


def test_the_home_page_leads_to_a_pathway_in_two_clicks(open_page):
    page = open_page("")
    page.get_by_role("link", name="I am worried about a child").click()
    page.locator(".pathway").get_by_role("link", name="Images of a child").click()
    expect_address(page, "/pathways/images/")
