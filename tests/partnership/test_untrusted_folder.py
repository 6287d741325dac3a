"""A copy's folder is not trusted: no link leads out of it, and its notes are read as strictly as pages."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.overlays.folder import Folder, check_links
from toolkit.sources.problems import ProblemsFound
from toolkit.sources.text_file import SAVE_AS

NOTE = "notes/toolkit/trauma.md"
OUTSIDE = "is a link to something that is not in the copy's folder. Put the file itself here"


@pytest.fixture
def folder(copy_folder: Callable[[dict[str, str]], Path]) -> Folder:
    path = copy_folder({"docs/ours.md": "---\ntitle: Ours\ndescription: Ours.\n---\n\n# Ours\n"})
    return Folder("ours", path, "ours")


def problems(folder: Folder) -> list[str]:
    try:
        check_links(folder)
    except ProblemsFound as found:
        return [str(problem) for problem in found.problems]
    return []


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("docs/a.png", "/etc/passwd"),
        ("docs/a.png", "../../outside/secret"),
        (NOTE, "../../../outside/secret"),
        ("data/glossary.yml", "/etc/passwd"),
        ("docs/more", "../../outside"),
        ("docs/lost.png", "nowhere.png"),
        ("docs/round.png", "round.png"),
    ],
)
def test_a_link_that_leads_out_of_the_folder_is_refused(folder: Folder, name: str, target: str) -> None:
    outside = folder.path.parent / "outside"
    outside.mkdir()
    (outside / "secret").write_text("secret")
    (folder.path / name).parent.mkdir(parents=True, exist_ok=True)
    (folder.path / name).symlink_to(target)
    assert [f"ours/{name}: {OUTSIDE}"] == problems(folder)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_within_the_folder_and_a_link_to_the_folder_itself_are_followed(folder: Folder, tmp_path: Path) -> None:
    (folder.path / "docs/copy.md").symlink_to("ours.md")
    assert [] == problems(folder)
    (tmp_path / "linked").symlink_to(folder.path)
    assert [] == problems(Folder("linked", tmp_path / "linked", "linked"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_a_pipe_in_the_folder_is_refused(folder: Folder) -> None:
    os.mkfifo(folder.path / "docs/pipe.png")
    assert ["ours/docs/pipe.png: is neither a file nor a folder. Take it out"] == problems(folder)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_refused_before_what_it_leads_to_is_read(
    folder: Folder, problems_of: Callable[[dict[str, str]], list[str]]
) -> None:
    (folder.path / "data").mkdir()
    (folder.path / "data/glossary.yml").symlink_to("/etc/passwd")
    assert [f"data/glossary.yml: {OUTSIDE}"] == problems_of({})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "## In short\n\nOur LADO’s number.".encode("cp1252"),
            ":3: byte 22 is not UTF-8 (but '’' in Windows-1252, or ANSI). " + SAVE_AS,
        ),
        (
            "## In short\n".encode("utf-16"),
            ":1: the file is not UTF-8 but UTF-16, which Windows calls Unicode. " + SAVE_AS,
        ),
        (b"## In short\n\nRing\x07 us.\n", ":3: there is a control character here. Delete it or type the line again"),
    ],
)
def test_a_note_in_another_encoding_or_with_control_characters_is_refused(
    folder: Folder, problems_of: Callable[[dict[str, str]], list[str]], content: bytes, message: str
) -> None:
    (folder.path / NOTE).parent.mkdir(parents=True)
    (folder.path / NOTE).write_bytes(content)
    assert [NOTE + message] == problems_of({})
