"""What the checker finds beside the data itself: translations, what is said for one nation, examples of components."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from toolkit.catalogue.read import Data
from toolkit.checks.beside_data import check_beside_data
from toolkit.pages.headings import page_places
from toolkit.sources.problems import ProblemsFound


@pytest.fixture(scope="module")
def sources(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that is checked without a build, for tests that put back what they spoil."""
    target = tmp_path_factory.mktemp("sources")
    for name in ("data", "forms", "components"):
        shutil.copytree(root / name, target / name)
    shutil.copy(root / "resources.yml", target)
    (target / "docs").symlink_to(root / "docs")
    return target


SPOILED = [
    (
        "data/languages/cy/kinds.yml",
        "replace:\n  - {id: vidoe, name: Fideo}\n",
        "data/languages/cy/kinds.yml:2: replaces the kind 'vidoe', which the toolkit does not have",
    ),
    ("data/nations/wales/facts.yml", "replace:\n  - {id: x, statment: y}\n", "data/nations/wales/facts.yml:2: "),
    (
        "components/fact/examples.yml",
        "abut: x\nexamples: [{name: a}]\n",
        "components/fact/examples.yml:1: 'about' is missing. Every file of examples needs it",
    ),
    ("data/languages/cy.yml", "site:\n  nmae: x\n", "data/languages/cy.yml:2: "),
]


@pytest.mark.parametrize(("name", "text", "expected"), SPOILED)
def test_a_mistake_beside_the_data_is_found_without_a_build(sources: Path, name: str, text: str, expected: str) -> None:
    path = sources / name
    usual = path.read_text("utf-8")
    path.write_text(text, "utf-8")
    try:
        with pytest.raises(ProblemsFound) as found:
            check_beside_data(sources, Data.of(sources), page_places(sources / "docs"))
    finally:
        path.write_text(usual, "utf-8")
    assert any(str(problem).startswith(expected) for problem in found.value.problems), str(found.value)


def test_the_real_translations_nations_and_examples_are_sound(sources: Path) -> None:
    assert {"en", "cy"} == check_beside_data(sources, Data.of(sources), page_places(sources / "docs")).keys()
