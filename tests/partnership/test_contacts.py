"""The numbers of a copy: several of one contact, contacts of its own kinds, and the search that finds them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pypdfium2
import pytest

from tests.documents.conftest import make_print_pdf, make_word
from tests.forms.conftest import IMPRINT
from tests.search.test_relevance import ask
from toolkit.catalogue.read import load_library
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.partnership.policy import fill_policy
from toolkit.search.register_entries import register_entries
from toolkit.site.finish.numbers import numbers_of
from toolkit.site.finish.search.page_entries import contact_entries
from toolkit.site.finish.search.write import write_files
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.model import Site

Make = Callable[[dict[str, str]], Site]
Read = Callable[[dict[str, str]], list[str]]
LEAST = "name: Ours\nsite_name: Our toolkit\nkind: partnership\n"
TWO = """contacts:
  - id: front-door
    areas:
      - {area: Northshire, number: "01632 960 001", hours: 9am to 5pm, written: 2026-11-23}
      - {area: Southshire, number: "(01632) 960 002 ext. 4", who: Anyone, written: 2026-11-23}
"""
OWN = """contacts:
  - id: night-nurse
    name: Night nurse for children
    when: For a child's health at night.
    number: "01632 960 005"
    also_known_as: [nurse line]
"""
HERE = PageLocation("helplines/", "helplines.md")


def page_of_poster(site: Site) -> str:
    """The sections of the poster as its page shows them."""
    sheets = lay_out(site.library.forms["helplines-poster"]).sheets
    template = Fragments(site).environment.from_string(
        '{% import "form-fields/form-fields.html" as part %}'
        '{% for it in sheets %}{{ part.sheet(it, around, "../") }}{% endfor %}'
    )
    return template.render(sheets=sheets, around=Around(site.library, site.page_at))


@pytest.fixture
def several(site_of: Make) -> Site:
    return site_of({"partnership.yml": LEAST + TWO})


def test_each_area_has_its_number_wherever_the_contact_is_shown(several: Site) -> None:
    around = Around(several.library, several.page_at)
    layout = lay_out(several.library.forms["helplines-poster"])
    pdf = pypdfium2.PdfDocument(make_print_pdf(layout, around, IMPRINT))
    document = docx.Document(io.BytesIO(make_word(layout, around, IMPRINT)))
    policy = fill_policy("---\na\n---\n\n---\n[front door number]", {}, several.library.contacts)
    faces = {
        "panel": Fragments(several).render("local-contacts", {}, HERE),
        "form": page_of_poster(several),
        "sheet": Fragments(several).render("pathway-sheet", {"id": "child-tells-you"}, HERE),
        "list": Fragments(several).render("my-list", {}, HERE),
        "paper": " ".join(pdf[0].get_textpage().get_text_range().split()),
        "word": "\n".join(paragraph.text for paragraph in document.paragraphs),
        "policy": policy,
    }
    for face, text in faces.items():
        for needed in ("Northshire", "01632 960 001", "Southshire", "(01632) 960 002 ext. 4"):
            assert needed in text, (face, needed)
    assert 'href="tel:01632960002;ext=4"' in faces["panel"] and 'href="tel:01632960001"' in faces["form"]
    assert "9am to 5pm" in faces["panel"] and "main number" in faces["panel"], "the others keep their advice"


def test_every_number_of_a_contact_is_a_link_in_plain_text(several: Site) -> None:
    linked = numbers_of(several.library).link_part("<p>Ring 01632 960001 or 01632 960 002.</p>")
    assert 'href="tel:01632960001"' in linked and 'href="tel:01632960002' in linked


def test_a_contact_of_a_kind_of_its_own_is_shown_and_found(site_of: Make) -> None:
    site = site_of({"partnership.yml": LEAST + OWN})
    assert list(site.library.contacts)[-1] == "night-nurse"
    panel = Fragments(site).render("local-contacts", {}, HERE)
    assert 'id="contact-night-nurse"' in panel and "01632 960 005" in panel
    assert [entry.title for entry in contact_entries(site)] == ["Night nurse for children: 01632 960 005"]


def test_a_page_may_name_a_contact_of_a_kind_of_its_own(problems_of: Read) -> None:
    page = (
        "---\ntitle: Ours\ndescription: Ours.\ncontacts: [night-nurse]\nwritten: 2026-11-28\n---\n\n# Ours\n\nText.\n"
    )
    told = problems_of({"partnership.yml": LEAST + OWN, "docs/ours.md": page})
    assert [] == [line for line in told if "contact" in line]


MISTAKES = {
    "a number beside areas": (
        TWO.replace("    areas:", "    number: '01632 960 009'\n    areas:"),
        "has both a number or address of its own and 'areas'",
    ),
    "an area without a name": (
        "contacts:\n  - id: lado\n    areas:\n      - number: '01632 960 001'\n",
        "needs an 'area'",
    ),
    "an area without a number": (
        "contacts:\n  - id: lado\n    areas:\n      - area: North\n",
        "and a 'number' or a 'url'",
    ),
    "a number that cannot ring": (
        "contacts:\n  - id: lado\n    areas:\n      - {area: North, number: '0808 800 500'}\n",
        "a number that begins with 0808 has 11 digits, and this one 10",
    ),
    "a kind of its own without a number": (OWN.replace('    number: "01632 960 005"\n', ""), "has no number"),
    "a kind of its own without a name": (OWN.replace("    name: Night nurse for children\n", ""), "does not have"),
    "a key that is not known": (TWO.replace("hours:", "houers:"), "unknown key 'houers'"),
    "areas that are no list": ("contacts:\n  - id: lado\n    areas: North\n", "this should be a list"),
    "a contact given twice": (OWN + OWN.removeprefix("contacts:\n"), "night-nurse"),
}  # fmt: skip


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_in_contacts_is_told_with_its_line(case: str, problems_of: Read) -> None:
    text, expected = MISTAKES[case]
    told = problems_of({"partnership.yml": LEAST + text})
    assert told and all(line.startswith("partnership.yml:") for line in told)
    assert any(expected in line for line in told), told


def test_hostile_words_of_a_contact_stay_words(site_of: Make) -> None:
    hostile = "'\" onmouseover=\"alert(1)'"  # as YAML; markup is refused before it is shown anywhere
    text = TWO.replace("Northshire", hostile).replace("9am to 5pm", hostile)
    own = OWN.replace("contacts:\n", "").replace("Night nurse for children", hostile)
    site = site_of({"partnership.yml": LEAST + text + own})
    for html in (
        page_of_poster(site),
        Fragments(site).render("local-contacts", {}, HERE),
        Fragments(site).render("my-list", {}, HERE),
    ):
        assert '" onmouseover="' not in html


def test_a_search_answers_with_the_number_of_the_copy(site_of: Make, tmp_path: Path) -> None:
    ours = """contacts:
  - {id: front-door, number: "01632 960 101"}
  - {id: out-of-hours, number: "01632 960 102"}
  - {id: lado, number: "01632 960 103"}
  - {id: sarc, number: "01632 960 104"}
"""
    site = site_of({"partnership.yml": LEAST + ours})
    entries = [*register_entries(site.library), *contact_entries(site)]
    assert [entry.title.rpartition(": ")[2] for entry in contact_entries(site)] == [f"01632 960 10{n}" for n in "1234"]
    write_files(entries, site, tmp_path)
    wanted = {
        "out of hours": "out-of-hours",
        "emergency duty team": "out-of-hours",
        "front door": "front-door",
        "lado": "lado",
        "sarc": "sarc",
        "01632960102": "out-of-hours",
    }
    for query, urls in zip(wanted, ask(tmp_path, list(wanted)), strict=True):
        assert f"helplines/#contact-{wanted[query]}" in urls[:3], (query, urls[:5])


def test_a_helpline_that_is_found_shows_its_number(root: Path) -> None:
    summaries = {entry.url: entry.summary for entry in register_entries(load_library(root))}
    assert summaries["r/samaritans/"].startswith("116 123 · ") and "85258" in summaries["r/shout/"]


def test_helplines_are_found_by_need(site: Path) -> None:
    wanted = {
        "suicide": {"r/samaritans/", "r/shout/", "r/nhs-111/", "helplines/#anyone-in-crisis"},
        "deaf": {"r/bsl-999/", "r/relay-uk/", "helplines/#deaf-or-unable-to-speak"},
        "survivor": {"r/napac/", "r/rape-crisis/", "r/survivors-trust/", "helplines/#an-adult-victim-or-survivor"},
        "116 123": {"r/samaritans/"},
        "85258": {"r/shout/"},
        "18000": {"r/relay-uk/"},
    }
    for query, urls in zip(wanted, ask(site, list(wanted)), strict=True):
        assert wanted[query] & set(urls[:10]), (query, urls[:10])
