"""What a person who is no developer may do wrong: each slip gives its own messages and no others."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import MACROS
from toolkit.checks.project import check_project
from toolkit.sources.problems import ProblemsFound

HERE = Path(__file__).parent
SLIPS = yaml.safe_load((HERE / "slips.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def small_project(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A sound project of a few pages with a copy, and the words and colours of the real one."""
    project = Path(shutil.copytree(HERE / "project", tmp_path_factory.mktemp("slips") / "project"))
    for name in ("data/languages/en.yml", "styles/base/colours.css"):
        (project / name).parent.mkdir(parents=True)
        shutil.copy(root / name, project / name)
    return project


@pytest.fixture
def project(small_project: Path) -> Iterator[Path]:
    """The same, brought back to what it was after a test has spoilt it."""
    before = {path: path.read_bytes() for path in small_project.rglob("*") if path.is_file()}
    yield small_project
    for path in [path for path in small_project.rglob("*") if path.is_file() and path not in before]:
        path.unlink()
    for path, content in before.items():
        path.write_bytes(content)


def apply_edit(project: Path, edit: dict[str, Any]) -> None:
    path = project / edit["file"]
    text = edit.get("is written", "")
    if "in place of" in edit or "is written" not in edit:
        text = path.read_text("utf-8").replace(edit.get("in place of", text), text, 1)
    path.write_bytes(text.encode(edit.get("encoding", "utf-8")))


def messages_of(project: Path) -> list[str]:
    try:
        check_project(project, MACROS)
    except ProblemsFound as error:
        return [str(problem) for problem in error.problems]
    return []


def test_the_project_is_sound_and_needs_no_advice(project: Path) -> None:
    assert () == check_project(project, MACROS)[1]


@pytest.mark.parametrize("slip", SLIPS, ids=[slip["slip"] for slip in SLIPS])
def test_a_slip_gives_its_own_messages_and_no_others(slip: dict[str, Any], project: Path) -> None:
    for edit in slip["edits"]:
        apply_edit(project, edit)
    assert slip["messages"] == messages_of(project)


def test_one_slip_is_one_message_but_where_it_breaks_what_is_elsewhere() -> None:
    many = {slip["slip"] for slip in SLIPS if len(slip["messages"]) > 1}
    assert many == {
        "a heading renamed to which others link",
        "bullets pasted from Word",  # one for each bullet
        "markup in a summary",  # one for each piece of it
        "slips in data, on a page and in a copy at once",
    }
    assert 40 <= len(SLIPS)


def test_advice_on_pages_notes_and_pages_of_a_copy_is_given_with_file_and_line(project: Path) -> None:
    for name in ("docs/index.md", "partnerships/oakdale/docs/oakdale/our-page.md"):
        with (project / name).open("a", encoding="utf-8") as page:
            page.write("\nMore is [here](https://example.org/).\n")
    note = project / "partnerships/oakdale/notes/toolkit/trauma.md"
    note.write_text(note.read_text("utf-8") + "\nClick [here](https://example.org/).\n", "utf-8")
    advice = [(each.file, each.line) for each in check_project(project, MACROS)[1]]
    assert [
        ("docs/index.md", 12),
        ("partnerships/oakdale/docs/oakdale/our-page.md", 11),
        ("partnerships/oakdale/notes/toolkit/trauma.md", 5),
    ] == advice


@pytest.mark.slow
def test_the_real_project_is_sound_and_needs_no_advice(root: Path) -> None:
    assert () == check_project(root, MACROS)[1]
