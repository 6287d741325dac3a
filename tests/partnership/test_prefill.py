"""What a copy says of itself stands in its forms: on the page, in both PDFs and in Word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from tests.partnership.conftest import LEAST
from toolkit.catalogue.read import load_library
from toolkit.partnership.policy import POLICY_PAGE, merge_fields_of
from toolkit.site.compose.downloads import downloads
from toolkit.site.compose.formats import read_answers
from toolkit.site.model import Site

SETTINGS = (
    LEAST
    + "policy:\n  name of setting: Tŷ Gwyn & <b>Daughters</b>\n"
    + "contacts:\n  - id: front-door\n    number: 01632 960 555\n    written: 2026-11-23\n"
)
EXPECTED = {"record/setting": "Tŷ Gwyn & <b>Daughters</b>", "record/front-door": "01632 960 555"}


@pytest.fixture
def site(site_of: Callable[[dict[str, str]], Site]) -> Site:
    return site_of({"partnership.yml": SETTINGS})


def test_files_to_fill_in_begin_with_what_the_copy_says(site: Site, tmp_path: Path) -> None:
    made = downloads(site)
    for name in ("exploitation-policy.pdf", "exploitation-policy.docx"):
        (tmp_path / name).write_bytes(made[f"downloads/{name}"])
        assert EXPECTED == read_answers(tmp_path / name).texts, name
    printed = pypdfium2.PdfDocument(made["downloads/exploitation-policy-print.pdf"])
    words = " ".join(page.get_textpage().get_text_range() for page in printed)
    assert "Tŷ Gwyn & <b>Daughters</b> protects children" in " ".join(words.split())


def test_the_page_begins_with_what_the_copy_says(larkmead: Path, hostile: Path) -> None:
    html = (larkmead / "forms/exploitation-policy/index.html").read_text("utf-8")
    assert 'value="Larkmead Learning Trust"' in html and 'value="01632 960 101"' in html
    assert ">Larkmead Learning Trust</output>" in html
    html = (hostile / "forms/exploitation-policy/index.html").read_text("utf-8")
    assert 'value="**the** [head](https://evil.example) &lt;script&gt;alert(4)&lt;/script&gt; &#123;{ x }}"' in html


def test_whatever_fills_a_question_is_a_gap_of_the_policy_or_a_contact(root: Path) -> None:
    library = load_library(root)
    known = {"name"} | {
        f"policy {merge_field}" for merge_field in merge_fields_of((root / "docs" / POLICY_PAGE).read_text("utf-8"))
    }
    known |= {f"contact {id}" for id in library.contacts}
    asked = {question.filled_by for form in library.forms.values() for question in form.record if question.filled_by}
    assert asked and set() == asked - known
