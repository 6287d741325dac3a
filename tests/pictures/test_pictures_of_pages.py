"""Pictures beside a copy's pages: what is published of them, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pictures.samples import SVG, palette_png
from toolkit.overlays.folder import Folder
from toolkit.pages.local import LocalPages, read_local_pages
from toolkit.sources.problems import Problems

PREFIXED = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://www.w3.org/2000/svg">\n<s:script>a()</s:script></svg>'
)


def read(tmp_path: Path, name: str, content: bytes) -> tuple[LocalPages, list[str]]:
    """The pages of a copy with one picture, and the problems."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / name).write_bytes(content)
    problems = Problems()
    local = read_local_pages(Folder("ours", tmp_path, "ours"), tmp_path / "none", problems)
    return local, [str(problem) for problem in problems]


@pytest.mark.parametrize("name", ["map.svg", "MAP.SVG"])
def test_a_picture_that_runs_is_not_published(name: str, tmp_path: Path) -> None:
    local, problems = read(tmp_path, name, PREFIXED.encode())
    assert [f"ours/docs/{name}:2: holds 'script', which can run. Save it as plain SVG, or as PNG"] == problems
    assert not local.pictures


def test_an_svg_is_published_as_it_was_rewritten(tmp_path: Path) -> None:
    local, problems = read(tmp_path, "map.svg", b"<!DOCTYPE svg><!-- by hand -->" + SVG.encode())
    assert not problems and {"map.svg": SVG.encode() + b"\n"} == local.pictures


ACCEPTED = {
    "Map.JPG": b"\xff\xd8\xff\xe0",
    "map.jpeg": b"\xff\xd8\xff\xe0",
    "Map.PNG": palette_png(),
    "map.webp": b"RIFF\x00\x00\x00\x00WEBP",
    "leaflet.PDF": b"%PDF-1.7",
    "photo.png": b"\xff\xd8\xff\xe0",  # a browser shows pixels whatever their name
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_pictures_are_accepted_in_small_letters_and_capitals(name: str, tmp_path: Path) -> None:
    local, problems = read(tmp_path, name, ACCEPTED[name])
    assert not problems and {name: ACCEPTED[name]} == local.pictures


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("map.png", SVG.encode(), "is SVG by its first bytes, not PNG. Call it 'map.svg'"),
        ("map.svg", palette_png(), "is PNG by its first bytes, not SVG. Call it 'map.png'"),
        ("map.pdf", b"\xff\xd8\xff\xe0", "is JPEG by its first bytes, not PDF. Call it 'map.jpg'"),
        ("map.jpg", b"GIF89a", "is not JPEG but something else by its first bytes, whatever its name. Save it as"),
        ("map.svg", b"", "is not SVG but something else by its first bytes, whatever its name. Save it as"),
        ("map.png", b"<html>", "is not PNG but something else by its first bytes"),
        ("map.gif", b"GIF89a", "files ending in '.gif' are not accepted. A copy holds pages (.md) and .jpeg, .jpg, "),
    ],
)
def test_other_files_are_what_their_first_bytes_say(name: str, content: bytes, expected: str, tmp_path: Path) -> None:
    local, (problem,) = read(tmp_path, name, content)
    assert expected in problem and problem.startswith(f"ours/docs/{name}: ") and not local.pictures
