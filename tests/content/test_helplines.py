"""Lists of helplines and posters are written for the person who rings: those who listen first, with a number."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pypdfium2
import pytest

from macros import MACROS
from tests.documents.conftest import make_print_pdf, make_word
from tests.forms.conftest import IMPRINT
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.registers.resources import Way
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.model import Options, Site
from toolkit.site.read import read_site

IN_WALES = Options(partnership="dyffryn-helyg-demo", language="cy")
HERE = PageLocation("helplines/", "helplines.md")
POSTERS = ["helplines-poster", "helplines-poster-adults", "helplines-poster-children", "helplines-poster-survivors"]
NUMBER = re.compile(r"[0-9][0-9 ]{1,}[0-9]")
# What is for staff, in either language: how to prepare and hang the paper, and the notes that help to choose.
FOR_STAFF = re.compile(
    r"tr(y|ies|ied) every number|before this goes up|write in the local|with room for|choose it|tell a child about it"
    r"|county toolkit|catalogue|ring each one|lists it for|look (at|on) the|as published|version history"
    r"|rhowch gynnig ar bob|cyn ei roi|ysgrifennwch y rhifau|gyda lle i|pecyn cymorth sirol|fel y'i cyhoeddwyd",
    re.IGNORECASE,
)


@pytest.fixture(scope="module", params=["en", "cy"])
def told(root: Path, request: pytest.FixtureRequest) -> Site:
    """The site in a language, as it is read from its sources."""
    return read_site(root, MACROS, IN_WALES if request.param == "cy" else None)


def lines_of(site: Site, audience: str) -> list[str]:
    """Each line of a list as its reader sees it, in order."""
    html = Fragments(site).render("helplines", {"audience": audience}, HERE)
    items = re.findall(r'<li class="helpline">(.*?)</li>', html, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", item).replace("&#39;", "'").split()) for item in items]


def test_a_crisis_list_has_a_number_in_its_first_line_and_no_101(told: Site) -> None:
    lines = lines_of(told, "everyone")
    assert lines[0].startswith("116 123 Samaritans")
    assert "SHOUT" in lines[1] and "85258" in lines[1] and lines[2].startswith("111 ")
    assert [] == [line for line in lines if re.search(r"\b(101|999)\b|1800[01]", line)]


def test_survivors_see_the_lines_for_survivors_first(told: Site) -> None:
    lines = lines_of(told, "adult-survivors")
    firsts = ("NAPAC", "Rape Crisis", "Survivors Trust")
    assert [True] * 3 == [first in line for first, line in zip(firsts, lines, strict=False)]
    assert [True] * 3 == [bool(NUMBER.match(line)) for line in lines[:3]]


def test_lines_without_a_number_come_last(told: Site) -> None:
    for audience in told.library.audiences:
        reach = [line.is_in_reach for line in told.library.helplines(audience)]
        assert reach == sorted(reach, reverse=True), audience


def test_lines_stand_in_order_of_need_and_not_of_the_alphabet(told: Site) -> None:
    titles = [line.title for line in told.library.helplines("adult-survivors")]
    needs = [line.need for line in told.library.helplines("adult-survivors") if line.is_in_reach]
    assert needs == sorted(needs) and titles != sorted(titles)


def test_every_helpline_speaks_to_its_caller_in_one_line(told: Site) -> None:
    lines = [r for r in told.library.resources.values() if r.kind == "helpline"]
    assert len(lines) > 15 and [] == [r.id for r in lines if not r.for_caller]
    second_person = re.compile(
        r"\b(you|your|choose|somebody will)\b|\b(chi|eich|rydych|ydych|cawsoch|gallwch|allwch|dewiswch)\b",
        re.IGNORECASE,
    )
    assert [] == [r.for_caller for r in lines if not second_person.search(r.for_caller or "")]


def test_no_list_shows_the_note_that_helps_a_professional_to_choose(told: Site) -> None:
    for audience in ("children", "parents", "adult-survivors", "everyone", "own-behaviour", "all-professionals"):
        shown = " ".join(lines_of(told, audience))
        for line in told.library.helplines(audience):
            assert line.summary not in shown, line.id


def test_a_helpline_without_a_line_for_its_caller_shows_name_and_number_alone(root: Path) -> None:
    site = read_site(root, MACROS)
    bare = site.library.resources["childline"].model_copy(update={"for_caller": None})
    html = (
        Fragments(site)
        .environment.get_template("helplines/helplines.html")
        .render(helplines=[bare], root="", library=site.library)
    )
    assert "0800 1111" in html and bare.summary not in html


@pytest.mark.parametrize("way", [{"by": "text", "word": "HELP"}, {"by": "webchat", "number": "85258", "word": "HELP"}])
def test_only_a_text_number_has_a_word_to_send(way: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="only a text number has a word to send"):
        Way.model_validate(way)


@pytest.mark.parametrize("word", ["A B", "x&body=y", "<b>", ""])
def test_the_word_of_a_text_number_is_one_word(word: str) -> None:
    with pytest.raises(ValueError, match="word"):
        Way.model_validate({"by": "text", "number": "85258", "word": word})


@pytest.mark.parametrize("id", POSTERS)
def test_a_poster_prints_on_one_sheet_only_what_a_caller_needs(told: Site, id: str) -> None:
    around = Around(told.library, told.page_at)
    form = told.library.forms[id]
    layout = lay_out(form)
    pages = [
        " ".join(page.get_textpage().get_text_range().split())
        for page in pypdfium2.PdfDocument(make_print_pdf(layout, around, IMPRINT))
    ]
    document = docx.Document(io.BytesIO(make_word(layout, around, IMPRINT)))
    word = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert len(pages) == 1
    for paper in (pages[0], word):
        assert "999" in paper and NUMBER.search(paper)
        assert not FOR_STAFF.search(paper), FOR_STAFF.search(paper)
        assert form.about not in paper and (form.before_use or "?")[:40] not in paper
        for section in form.sections:
            for line in around.helplines(section):
                assert line.summary not in paper and (line.phone or "SHOUT") in paper


@pytest.mark.parametrize("id", POSTERS)
def test_a_poster_tells_staff_what_to_do_first_on_its_page(told: Site, id: str) -> None:
    form = told.library.forms[id]
    assert form.before_use and told.language.translate("form-page.before-use")


def test_each_poster_is_for_one_kind_of_reader(root: Path) -> None:
    site = read_site(root, MACROS)
    around = Around(site.library, site.page_at)
    shown = {
        id: [line.id for section in site.library.forms[id].sections for line in around.helplines(section)]
        for id in POSTERS
    }
    assert shown["helplines-poster-children"] == ["childline", "samaritans", "shout", "nhs-111"]
    assert shown["helplines-poster-survivors"][:3] == ["napac", "rape-crisis", "survivors-trust"]
    assert shown["helplines-poster-adults"][0] == "nspcc-helpline"
    assert not any("stop-it-now" in lines or "mind-helpline" in lines for lines in shown.values())
    own = site.library.forms["helplines-poster"]
    assert [section.contacts for section in own.sections if section.contacts] == [("front-door", "out-of-hours")]


ROUTES = {
    "en": ["a child", "a parent", "worried about a child", "sexually abused", "in crisis", "deaf", "my own thoughts"],
    "cy": ["Plentyn", "Rhiant", "poeni am blentyn", "ngham-drin", "argyfwng", "fyddar", "fy meddyliau"],
}


def test_the_page_opens_with_what_its_reader_would_say_of_themselves(root: Path) -> None:
    for code, name in (("en", "helplines.md"), ("cy", "helplines.cy.md")):
        text = (root / "docs" / name).read_text("utf-8")
        opening = text.split("\n# ", 1)[1].split("\n## ", 1)[0]
        routes = re.findall(r"^- \[(.+?)\]\(#[a-z-]+\)$", opening, re.MULTILINE)
        for words in ROUTES[code]:
            assert any(words in route for route in routes), words


def test_a_deaf_caller_finds_a_way_to_999_and_to_every_other_number(site: Path) -> None:
    html = (site / "helplines/index.html").read_text("utf-8")
    part = html.split('id="deaf-or-unable-to-speak"')[1].split("<h2")[0]
    for needed in ("999 BSL", "tel:18000", "18001", "sms:999", "sms:85258?body=SHOUT"):
        assert needed in part, needed
