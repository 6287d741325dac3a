"""The sections that data can point to are those of the built pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from macros import MACROS
from tests.site.pages import read_pages
from toolkit.documents.chapter import find_chapter
from toolkit.pages.headings import page_places, sections_of
from toolkit.pages.page import page_url
from toolkit.site.read import read_site


def test_every_section_that_data_can_name_has_its_id_on_the_built_page(site: Path, root: Path) -> None:
    pages = read_pages(site)
    sections = page_places(root / "docs")["sections"]
    assert len(sections) > 500
    for name in sections:
        path, _, section = name.partition("#")
        assert section in pages[f"{page_url(path)}index.html"].ids, name


def test_a_section_that_a_copy_took_away_leads_to_its_page(root: Path) -> None:
    pages = read_site(root, MACROS).page_at
    trauma = pages["toolkit/trauma.md"]
    whole = find_chapter("toolkit/trauma.md#what-trauma-is", {trauma.path: replace(trauma, text="# Trauma\n\nOurs.\n")})
    part = find_chapter("toolkit/trauma.md#what-trauma-is", pages)
    assert ("Trauma", "toolkit/trauma/") == (whole and whole.title, whole and whole.url)
    assert ("What trauma is (Trauma)", "toolkit/trauma/#what-trauma-is") == (part and part.title, part and part.url)
    assert find_chapter("toolkit/gone.md", pages) is None


def test_the_same_heading_twice_gets_a_number_and_code_gets_none() -> None:
    text = "# A\n\n## To do\n\n```\n## In code\n```\n\n## To do\n\n## {{ noun('x') }}\n"
    assert {"to-do": "To do", "to-do_1": "To do"} == sections_of(text)
