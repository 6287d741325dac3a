"""Filled-in examples: each answers its form as it is today, and says on every page that it is invented."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.documents.conftest import make_print_pdf
from tests.documents.office import LibreOffice
from tests.forms.conftest import IMPRINT
from tests.forms.test_pages import AFTER_TELLING, page_at
from toolkit.catalogue.library import Library
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.forms.definition import Form
from toolkit.forms.examples import check_examples, read_examples
from toolkit.forms.parts import papers
from toolkit.languages.read import read_languages
from toolkit.sources.problems import Problems, ProblemsFound

SOUND = {
    "stop/cable": "yes",
    "record/setting": "Hill Road",
    "record/owner": "The two sisters",
    "record/review-date": "2026-03-21",
    "beds/north~3/plan": "Sow\nthen wait",
    "beds/north/state": "amber",
    "water/source": "Tap & rain",
}
MISTAKES: dict[str, tuple[Callable[[Any], Any], int, str]] = {
    "no file of answers": (lambda d: {}, 1, "this is not a file of answers"),
    "another form": (lambda d: d | {"form": "other"}, 4, "answers of 'other', but the file is called"),
    "an older version": (lambda d: d | {"form_version": 2}, 5, "answers version 2, and the form is at version 3"),
    "an unknown key": (lambda d: _with(d, "water/sorce", "Tap"), 14, "asks nothing called 'water/sorce'. Did you mean"),
    "too many": (lambda d: _with(d, "beds/north~9/plan", "Dig"), 14, "does not repeat 'beds/north~9/plan' that often"),
    "no text": (lambda d: _with(d, "water/notes", ""), 14, "the answer 'water/notes' is not a text"),
    "an unknown choice": (
        lambda d: _with(d, "water/source", "Tapp"),
        13,
        "'Tapp' is not an answer to 'water/source'.",
    ),
    "no tick": (lambda d: _with(d, "stop/cable", "true"), 7, "'true' is not an answer to 'stop/cable'"),
    "no date": (lambda d: _with(d, "record/review-date", "21/3/2026"), 10, "must be written as 2026-11-28"),
}


def _with(data: dict[str, Any], key: str, text: str) -> dict[str, Any]:
    return data | {"answers": data["answers"] | {key: text}}


def example_of(form: Form, folder: Path, change: Callable[[Any], Any] = dict) -> Path:
    """A file with sound answers for the allotment plan, or what a change makes of it."""
    data = {"format": "safeguarding-toolkit-answers", "format_version": 1, "form": form.id}
    path = folder / f"{form.id}.json"
    path.write_text(json.dumps(change(data | {"form_version": form.version, "answers": SOUND}), indent=1), "utf-8")
    return path


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_an_example_is_told_with_its_line(name: str, allotment: Form, tmp_path: Path) -> None:
    change, line, message = MISTAKES[name]
    file = "forms/examples/allotment-plan.json"
    problems = Problems()
    read_examples({file: example_of(allotment, tmp_path, change)}, {allotment.id: allotment}, problems, strict=True)
    assert message in problems.entries[0].message
    assert (file, line) == (problems.entries[0].file, problems.entries[0].line)


def test_an_example_of_no_form_is_told(allotment: Form, tmp_path: Path) -> None:
    problems = Problems()
    read_examples({"x.json": example_of(allotment, tmp_path)}, {"allotment-plans": allotment}, problems, strict=True)
    assert "there is no form 'allotment-plan'. Did you mean 'allotment-plans'?" in problems.entries[0].message


def test_what_a_copy_does_not_ask_is_left_out_of_the_toolkits_example(allotment: Form, tmp_path: Path) -> None:
    path = example_of(allotment, tmp_path, lambda d: _with(d, "water/gone", "x"))
    problems = Problems()
    found = read_examples({"x.json": path}, {allotment.id: allotment}, problems, strict=False)
    assert {allotment.id: SOUND} == found and not problems.entries


def test_a_form_of_another_field_shows_its_answers_and_as_many_rows_as_they_fill(
    allotment: Form, around: Around
) -> None:
    pages = _pages(make_print_pdf(lay_out(allotment, answers=SOUND), around, IMPRINT))
    words = " ".join(pages)
    for text in ("Hill Road", "The two sisters keeps the key of Hill Road", "21 March 2026", "then wait"):
        assert text in words, text
    assert 3 == len(re.findall(r"\bX\b", words)), "a tick, a rating and a choice"
    assert "Task 3" in words and "Task 4" not in words
    assert all("Invented example" in page for page in pages)


def test_every_example_of_the_project_is_sound(root: Path, library: Library) -> None:
    assert set(AFTER_TELLING) <= set(check_examples(root, library.forms))


@pytest.mark.parametrize("id", AFTER_TELLING)
def test_an_example_is_offered_beside_its_form_and_says_on_each_page_that_it_is_invented(
    site: Path, library: Library, id: str
) -> None:
    links = {address for _, address in page_at(site, f"forms/{id}").links}
    for stem, _ in papers(library.forms[id]):
        assert f"../../downloads/{stem}-example.pdf" in links
        pages = _pages((site / f"downloads/{stem}-example.pdf").read_bytes())
        assert all(page.count("Invented example") >= 2 for page in pages), "across the page, and in its footer"
        assert "is made up" in pages[0]


@pytest.mark.parametrize("id", AFTER_TELLING)
def test_an_example_names_nobody(library: Library, id: str) -> None:
    said = " ".join(library.form_examples[id].values())
    assert not re.search(r"\b(Mr|Mrs|Ms|Miss|Dr|PC|DC)\b|\d{5,}|@|\.uk", said)
    assert "invented" in said, "the setting says it too"


def test_the_mark_is_told_in_the_language_of_the_form(root: Path) -> None:
    assert "Enghraifft ddychmygol" == read_languages(root)["cy"].translate("document.example")


def test_an_example_in_another_language_is_checked_too(tmp_path: Path, library: Library) -> None:
    folder = tmp_path / "forms/examples/cy"
    folder.mkdir(parents=True)
    (folder / "chronology.json").write_text("[]", "utf-8")
    with pytest.raises(ProblemsFound, match="not a file of answers"):
        check_examples(tmp_path, library.forms)


@pytest.mark.office
def test_a_form_that_must_stay_on_one_page_does_in_every_file(site: Path, library: Library, tmp_path: Path) -> None:
    compact = [stem for form in library.forms.values() if form.compact for stem, _ in papers(form)]
    assert ["record-of-what-a-child-said", "what-happens-next", "what-happens-next-parent"] == compact
    words = LibreOffice(tmp_path).to_pdf([site / f"downloads/{stem}.docx" for stem in compact])
    files = [site / f"downloads/{stem}{end}" for stem in compact for end in (".pdf", "-print.pdf", "-example.pdf")]
    files += words.values()
    assert {} == {file.name: len(pypdfium2.PdfDocument(file)) for file in files if len(pypdfium2.PdfDocument(file)) > 1}


def _pages(document: bytes) -> list[str]:
    read = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(document))
    return [re.sub(r"\s+", " ", text) for text in read]
