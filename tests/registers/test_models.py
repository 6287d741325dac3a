"""What a register is follows from its model: its file, its page, its search results, what it is checked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.catalogue.library import Library
from toolkit.catalogue.read import load_library
from toolkit.languages.read import read_languages
from toolkit.registers.models import MODELS, list_pages
from toolkit.registers.reference import describe_registers
from toolkit.search.entry import RESULT_KINDS
from toolkit.search.register_entries import register_entries


@pytest.fixture(scope="module")
def library(root: Path) -> Library:
    return load_library(root)


def test_a_library_has_every_register_that_a_model_names(library: Library) -> None:
    assert all({entry.id for entry in getattr(library, key).values()} == getattr(library, key).keys() for key in MODELS)
    assert all(isinstance(entry, MODELS[key]) for key in MODELS for entry in getattr(library, key).values())


@pytest.mark.parametrize("key", MODELS)
def test_what_a_register_says_of_itself_names_fields_that_its_entries_have(key: str) -> None:
    register = MODELS[key].register
    assert register.key == key and set(register.unique) <= MODELS[key].model_fields.keys()
    if register.result:
        names = {register.result.title, register.result.summary, *register.result.names}
        assert register.page and register.result.kind in RESULT_KINDS
        assert all(name in MODELS[key].model_fields or hasattr(MODELS[key], name) for name in names)


def test_the_page_of_a_register_has_a_template_and_is_named_in_every_language(root: Path) -> None:
    for page in list_pages():
        assert (root / f"components/{page.component}/{page.component}.html").is_file(), page.path
        for language in read_languages(root).values():
            assert {f"{page.component}.title", f"{page.component}.description"} <= language.words.keys()


def test_the_editors_page_names_the_file_of_every_register(root: Path) -> None:
    files = {help.file for help in describe_registers()}
    assert {"resources.yml", *(f"data/{path.name}" for path in (root / "data").glob("*.yml"))} == files


def test_the_words_of_the_glossary_are_found_by_their_acronyms_at_their_places(library: Library) -> None:
    (entry,) = (entry for entry in register_entries(library) if entry.url == "glossary/#lado")
    assert "glossary" == entry.kind and library.terms["lado"].meaning == entry.summary
    assert set(library.terms["lado"].acronyms) <= set(entry.names)
