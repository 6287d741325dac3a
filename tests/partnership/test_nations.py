"""A copy for one nation: nothing of the other's bodies, guidance and law in any of its files."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import MACROS
from tests.partnership.conftest import ROOT, build_copy
from tests.partnership.reading import words_of_files
from toolkit.checks.foreign import ALLOWED, OF_ENGLAND, find_foreign, foreign_words
from toolkit.site.model import Options, Site
from toolkit.site.read import read_site

Make = Callable[[dict[str, str]], Site]
LEAST = "name: Ours\nsite_name: Our toolkit\nkind: partnership\n"


@pytest.fixture(scope="session")
def wales(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """The built example of a board in Wales."""
    return once("dyffryn-helyg", lambda out: build_copy("dyffryn-helyg-demo", out))


def test_no_file_of_a_copy_for_wales_holds_a_word_of_england(wales: Path) -> None:
    read = dict(words_of_files(wales))
    kinds = {Path(name).suffix for name in read}
    assert {".html", ".pdf", ".docx", ".js", ".json"} <= kinds
    assert {} == {name: found for name, text in read.items() if (found := foreign_words(text, "wales"))}


def test_no_file_of_a_copy_for_england_holds_a_word_of_wales(larkmead: Path) -> None:
    read = dict(words_of_files(larkmead))
    assert {} == {name: found for name, text in read.items() if (found := foreign_words(text, "england"))}


def test_the_search_of_a_copy_for_wales_knows_no_acronym_of_england(wales: Path) -> None:
    index = dict(words_of_files(wales))["assets/search/index.js"]
    acronyms = [word.lower() for word in OF_ENGLAND if word.isupper() and word not in ("SEND", "SEN")]
    assert [] == [word for word in acronyms if re.search(rf"(?<![\w-]){word}(?![\w-])", index)]


def test_what_is_allowed_is_really_there(wales: Path) -> None:
    text = " ".join(text for _, text in words_of_files(wales))
    assert [] == [name for name in ALLOWED if name not in re.sub(r"\s+", " ", text)]


def test_a_copy_for_wales_says_what_is_said_there(wales: Path) -> None:
    allegations = (wales / "pathways/allegation-about-staff/index.html").read_text("utf-8")
    assert "Whoever you told rings the local authority." in allegations
    assert "Social Services and Well-being (Wales) Act 2014" in allegations
    glossary = (wales / "glossary/index.html").read_text("utf-8")
    assert "designated safeguarding person" in glossary and "child protection register" in glossary
    plan = (wales / "forms/exploitation-policy/index.html").read_text("utf-8")
    assert "Wales Safeguarding Procedures" in plan and "kcsie-edition" not in plan


@pytest.mark.parametrize("nations", ["england", "wales"])
def test_doctor_finds_no_word_of_the_other_nation_in_what_upstream_says(site_of: Make, nations: str) -> None:
    site = site_of({"partnership.yml": LEAST + f"jurisdictions: [{nations}]\n"})
    assert [] == list(find_foreign(site))


def test_doctor_names_a_word_of_the_other_nation_with_file_and_line(site_of: Make) -> None:
    page = "---\ntitle: Ours\ndescription: Ring the LADO.\n---\n\n# Ours\n\nOfsted came.\n"
    changed = "replace:\n  - id: childline\n    summary: Ask your DSL.\n"
    files = {"docs/new.md": page, "resources.yml": changed, "partnership.yml": LEAST + "jurisdictions: [wales]\n"}
    site = site_of(files)
    found = {place.rsplit("/ours/")[-1]: words for place, words in find_foreign(site)}
    assert {
        "docs/new.md:3": ["LADO"],
        "docs/new.md:8": ["Ofsted"],
        "resources.yml:2: childline summary": ["DSL"],
    } == found


def test_a_site_for_both_nations_says_both() -> None:
    pages = read_site(ROOT, MACROS, Options()).page_at
    text = pages["toolkit/protecting-the-child.md"].text
    assert "Crime" in text or "crime-and-policing-bill" in text
    assert "social-services-and-well-being-wales-act-2014" in text
    assert "in England, or the local authority in Wales" in pages["toolkit/allegations-against-staff.md"].text


def test_words_are_found_as_people_write_them() -> None:
    assert ["LADO", "child protection plan"] == foreign_words(
        "Child protection plans, LADOs; a lad, ofstedly.", "wales"
    )
    assert [] == foreign_words("Send it to the American Academy of Pediatrics.", "wales")
