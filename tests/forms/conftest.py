"""A form of another field, and what its documents are made with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from macros import MACROS
from toolkit.catalogue.library import Library
from toolkit.catalogue.read import load_library
from toolkit.commands.reading import ReadingProcess
from toolkit.documents.around import Around
from toolkit.documents.imprint import Imprint
from toolkit.forms.definition import Form
from toolkit.forms.read import check_forms, read_form_sources
from toolkit.overlays.stages import name_fixed_answers
from toolkit.pages.headings import page_places
from toolkit.site.read import read_site
from toolkit.sources.problems import Problems

HERE = Path(__file__).parent
ALLOTMENT, KITCHEN = HERE / "allotment-plan.yml", HERE / "kitchen-audit.yml"
RIVER = HERE / "river-plan.yml"
BRIDGE = HERE / "bridge-check.yml"
IMPRINT = Imprint("A toolkit", "https://toolkit.example/")


@pytest.fixture(scope="session")
def library(root: Path) -> Library:
    return load_library(root)


@pytest.fixture(scope="session")
def known(root: Path, library: Library) -> dict[str, set[str]]:
    registers = ("topics", "audiences", "sources", "resources", "contacts")
    return {key: set(getattr(library, key)) for key in registers} | page_places(root / "docs")


def read_one(name: str, path: Path, known: dict[str, set[str]], library: Library) -> Form:
    problems = Problems()
    sources = [name_fixed_answers(source, library.language) for source in read_form_sources({name: path}, problems)]
    (form,) = check_forms(sources, known, problems).values()
    problems.stop_if_any()
    return form


@pytest.fixture(scope="session")
def allotment(known: dict[str, set[str]], library: Library) -> Form:
    return read_one("forms/allotment-plan.yml", ALLOTMENT, known, library)


@pytest.fixture(scope="session")
def kitchen(known: dict[str, set[str]], library: Library) -> Form:
    """Every kind of question, sections and rows that repeat, eight columns, forty options, long and foreign words."""
    return read_one("forms/kitchen-audit.yml", KITCHEN, known, library)


@pytest.fixture(scope="session")
def orchard(known: dict[str, set[str]], library: Library) -> dict[str, Form]:
    """Two forms of which one brings answers from the other, in every way there is."""
    problems = Problems()
    files = {f"forms/{name}.yml": HERE / f"{name}.yml" for name in ("orchard-plan", "orchard-review")}
    sources = [name_fixed_answers(source, library.language) for source in read_form_sources(files, problems)]
    forms = check_forms(sources, known, problems)
    problems.stop_if_any()
    return forms


@pytest.fixture(scope="session")
def river(known: dict[str, set[str]], library: Library) -> Form:
    """Levels with next steps, activities in two tables, rows to choose, and a question whose meaning has changed."""
    return read_one("forms/river-plan.yml", RIVER, known, library)


@pytest.fixture(scope="session")
def reading_process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as process:
        yield process


@pytest.fixture
def one_reading_process(reading_process: ReadingProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every run of the command in these tests reads files in the same process, which takes a while to start."""
    monkeypatch.setattr("toolkit.commands.collate.ReadingProcess", lambda: nullcontext(reading_process))


@pytest.fixture(scope="session")
def around(root: Path) -> Around:
    """What the project's forms show of its site."""
    site = read_site(root, MACROS)
    return Around(site.library, site.page_at)
