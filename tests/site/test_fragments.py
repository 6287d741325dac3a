"""Placeholders of a page become fragments that fit together on it."""

from __future__ import annotations

import re
from pathlib import Path

from macros import MACROS, term
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.read import read_site


def test_a_term_that_a_page_uses_twice_has_its_meaning_under_two_ids(root: Path) -> None:
    fragments = Fragments(read_site(root, MACROS))
    html = fragments.render_page(f"{term('trauma')} {term('grooming')} {term('trauma')}", PageLocation("x/", "x.md"))
    described = re.findall(r'aria-describedby="([^"]+)"', html)
    assert ["term-trauma", "term-grooming", "term-trauma-2"] == described == re.findall(r' id="([^"]+)"', html)
