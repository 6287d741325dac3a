"""A page that could harm its readers is published by nobody: the file and line that wrote it are named."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import MACROS
from toolkit.pages import text_check
from toolkit.site.make import build_and_publish
from toolkit.site.model import Options
from toolkit.site.read import read_site
from toolkit.sources.problems import ProblemsFound

pytestmark = pytest.mark.build

REFRESH = '<meta http-equiv="refresh" content="0;url=https://evil.example/">'
CHAPTER = "docs/toolkit/trauma.md"
COPY = "partnerships/larkmead-trust"
NOTE = f"{COPY}/notes/toolkit/allegations-against-staff.md"
BUILD = "import sys; sys.path.insert(0, '.'); import toolkit.commands.site as site; sys.exit(site.build(sys.argv[1:]))"
TEMPLATE = "components/page-end/page-end.html"
Spoil = Callable[[str, str], int]


@pytest.fixture
def spoil(project: Path) -> Spoil:
    """Adds a text at the end of a file of the project (or makes the file); returns the line that it begins on."""

    def add(name: str, text: str) -> int:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text("utf-8") + "\n" if path.is_file() else ""
        path.write_text(f"{before}{text}\n", "utf-8")
        return before.count("\n") + 1

    return add


@pytest.fixture
def project(project: Path, root: Path) -> Path:
    """A copy of the project with the example copies."""
    shutil.copytree(root / "partnerships", project / "partnerships")
    return project


@pytest.mark.parametrize(("file", "options"), [(CHAPTER, []), (NOTE, ["--partnership", "larkmead-trust"])])
def test_a_build_of_a_poisoned_page_or_note_ends_with_1_and_publishes_nothing(
    file: str, options: list[str], project: Path, spoil: Spoil
) -> None:
    line = spoil(file, REFRESH)
    command = [sys.executable, "-c", BUILD, "--out", "published", *options]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    sentence = "<meta> applies to the whole page, and could send the reader to another host. Take it out"
    assert (1, True) == (done.returncode, f"{file}:{line}: {sentence}" in done.stderr), done.stderr
    assert not (project / "published").exists()


def test_pages_notes_and_translations_are_told_all_at_once(project: Path, spoil: Spoil) -> None:
    lines = {
        CHAPTER: spoil(CHAPTER, "<base href='/x'>"),
        NOTE: spoil(NOTE, "words\n\n<p onclick=x>words</p>") + 2,
        f"{COPY}/docs/larkmead/index.md": spoil(f"{COPY}/docs/larkmead/index.md", "[x](java&#115;cript:y)"),
    }
    assert set(lines.items()) == problems_of(project, "larkmead-trust")


def test_a_poisoned_translation_is_named_and_not_its_original(project: Path, spoil: Spoil) -> None:
    line = spoil("docs/helplines.cy.md", "<plaintext>")
    with pytest.raises(ProblemsFound) as found:
        read_site(project, MACROS, Options(partnership="dyffryn-helyg-demo", language="cy"))
    assert [("docs/helplines.cy.md", line)] == [(each.file, each.line) for each in found.value.problems]


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\ufeff", "\u200b", "\x1b"])
def test_a_character_that_nobody_sees_is_refused_in_pages_and_notes(
    character: str, project: Path, spoil: Spoil
) -> None:
    lines = {name: spoil(name, f"words{character}words") for name in (CHAPTER, NOTE)}
    assert set(lines.items()) == problems_of(project, "larkmead-trust")


@pytest.mark.parametrize("name", ["r/childline.md", "my-list.md", "my-list/index.md", "resources/index.md"])
def test_a_page_in_the_place_of_one_that_the_site_makes_is_refused(name: str, project: Path, spoil: Spoil) -> None:
    file = f"{COPY}/docs/{name}"
    spoil(file, "---\ntitle: Ours\ndescription: Ours.\n---\n\n# Ours")
    assert {(file, 0)} == problems_of(project, "larkmead-trust")


def problems_of(project: Path, slug: str) -> set[tuple[str, int]]:
    """The file and line of each problem of a copy's sources."""
    with pytest.raises(ProblemsFound) as found:
        read_site(project, MACROS, Options(partnership=slug))
    return {(problem.file, problem.line) for problem in found.value.problems}


def test_what_the_first_check_would_overlook_is_named_in_the_finished_page(
    project: Path, spoil: Spoil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_check, "html_mistakes", lambda text: iter(()))
    twice = 'Words.\n\n<p id="in-short">Words.</p>\n\n<p style="color:red">Words.</p>'
    poison = {CHAPTER: twice, NOTE: f"words\n\n{REFRESH}", "docs/toolkit/language.md": "words\n\n</div></div>\n\nwords"}
    first = {name: spoil(name, text) for name, text in poison.items()}
    link = spoil("docs/toolkit/culture-faith-and-race.md", '<a href="java&#115;cript:y">x</a>')
    component = spoil(TEMPLATE, "<b onclick='x'>y</b>")
    with pytest.raises(ProblemsFound) as found:
        options = Options(partnership="larkmead-trust")
        build_and_publish(project, project / "published", options, "mkdocs", lambda _: None)
    told = {(each.file, each.line) for each in found.value.problems}
    expected = {
        (CHAPTER, first[CHAPTER] + 2),
        (CHAPTER, first[CHAPTER] + 4),
        (NOTE, first[NOTE] + 2),
        ("docs/toolkit/language.md", first["docs/toolkit/language.md"] + 2),
        ("docs/toolkit/culture-faith-and-race.md", link),
        (TEMPLATE, component),
    }
    assert expected == told, found.value
    assert not (project / "published").exists()
