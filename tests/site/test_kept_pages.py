"""Pages and documents that are kept between builds: what changes is made again, and only that."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import MACROS
from tests.conftest import copy_sources
from tests.site.test_builds import build, digests
from toolkit.artefacts.kept_files import KeptFiles, pack, unpack
from toolkit.site.compose.around_pages import hash_around_pages
from toolkit.site.finish.finished_pages import FinishedPages
from toolkit.site.model import ERROR_PAGES, Options
from toolkit.site.read import read_site
from toolkit.site.render.rendered_pages import RenderedPages

CHAPTER = "docs/toolkit/trauma.md"
SETTINGS = "name: Ours\nsite_name: Our toolkit\nkind: partnership\n"


def replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        file = project / path
        text = file.read_text("utf-8")
        assert old in text, path
        file.write_text(text.replace(old, new, 1), "utf-8")

    return change


def write(path: str, text: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")

    return change


ORDINARY_WORD = replace(CHAPTER, "\n\nA child", "\n\nWord. A child")
# Whatever an editor or developer may change, beside the words below a heading.
CHANGES = {
    "the title of a chapter": replace(CHAPTER, "title: ", "title: New "),
    "a heading": replace(CHAPTER, "\n## ", "\n## New "),
    "a page": write("docs/topics/new.md", "---\ntitle: New\ndescription: New.\nwritten: 2026-11-28\n---\n\n# New\n"),
    "a note of a copy": write("partnerships/ours/notes/toolkit/trauma.md", "## In short\n\nOurs.\n"),
    "a setting of a copy": replace("partnerships/ours/partnership.yml", "Our toolkit", "Our own toolkit"),
    "a resource": replace("resources.yml", "title: ", "title: New "),
    "a topic": replace("data/vocabulary.yml", "name: ", "name: New "),
    "a fact": replace("data/facts.yml", "statement: ", "statement: New "),
    "a pathway": replace("data/pathways/images.yml", "title: ", "title: New "),
    "a form": replace("forms/action-plan.yml", "title: ", "title: New "),
    "a word of the interface": replace("data/languages/en.yml", "language:\n", "language:\n  note: x\n"),
    "a template of a component": replace("components/home/home.html", "<div", "<p></p><div"),
    "the frame": replace("overrides/main.html", "{%", "<!-- x -->{%"),
    "the navigation": replace("mkdocs.yml", "  - home: index.md\n", "  - home: index.md\n  - home: helplines.md\n"),
}


@pytest.fixture(scope="module")
def project_with_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_sources(tmp_path_factory.mktemp("kept") / "project")
    write("partnerships/ours/partnership.yml", SETTINGS)(project)
    return project


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_may_show_on_other_pages_makes_them_again(
    change: Callable[[Path], None], project_with_copy: Path
) -> None:
    before = copy_files(project_with_copy)
    known = hash_of(project_with_copy)
    try:
        change(project_with_copy)
        assert known != hash_of(project_with_copy)
    finally:
        restore(project_with_copy, before)
    assert known == hash_of(project_with_copy)


def hash_of(project: Path) -> str:
    return hash_around_pages(read_site(project, MACROS, Options(partnership="ours")))


SOURCES = ("docs/toolkit", "partnerships/ours", "data", "forms", "components/home", "overrides")


def copy_files(project: Path) -> dict[Path, bytes]:
    files = [path for name in SOURCES for path in (project / name).rglob("*") if path.is_file()]
    return {path: path.read_bytes() for path in [*files, project / "resources.yml", project / "mkdocs.yml"]}


def restore(project: Path, files: dict[Path, bytes]) -> None:
    (project / "docs/topics/new.md").unlink(missing_ok=True)
    for name in SOURCES:
        for path in (project / name).rglob("*"):
            if path.is_file() and path not in files:
                path.unlink()
    for path, content in files.items():
        if path.read_bytes() != content:
            path.write_bytes(content)


def test_words_below_a_heading_change_no_other_page(project_with_copy: Path) -> None:
    before = copy_files(project_with_copy)
    known = hash_of(project_with_copy)
    ORDINARY_WORD(project_with_copy)
    assert known == hash_of(project_with_copy)
    restore(project_with_copy, before)


@pytest.mark.build
def test_a_changed_word_and_damaged_files_give_what_a_build_from_nothing_gives(tmp_path: Path) -> None:
    project = copy_sources(tmp_path / "project")
    build(project, tmp_path / "site")
    ORDINARY_WORD(project)
    finished = sorted((project / ".build/finished").iterdir())
    assert len(finished) > 400
    for file in finished[:20]:
        file.write_bytes(file.read_bytes()[:-100])  # cut by a full disk
    finished[21].write_bytes(b"not ours")
    (project / ".build/finished/foreign").write_text("x", "utf-8")
    build(project, tmp_path / "site")
    shutil.rmtree(project / ".build", ignore_errors=True)
    (project / ".build").mkdir()
    (project / ".build/drafts").symlink_to(Path(__file__).resolve().parents[2] / ".build/drafts")
    build(project, tmp_path / "from-nothing")
    assert digests(tmp_path / "from-nothing") == digests(tmp_path / "site")


def test_a_link_of_a_changed_page_to_a_kept_page_is_checked(root: Path, tmp_path: Path) -> None:
    site = read_site(root, MACROS)
    docs, out, pages = tmp_path / "docs", tmp_path / "out", RenderedPages(tmp_path / "rendered")
    for page in site.pages:
        write(page.path, page.source)(docs)
        write(f"{page.url}index.html", page.path)(out)
    for name in ERROR_PAGES:
        write(name, name)(out)
    assert len(site.pages) + len(ERROR_PAGES) == len(pages.give(site, docs, tmp_path / "first"))
    pages.take(site, docs, out)
    assert [] == pages.give(site, docs, tmp_path / "second")
    write("toolkit/trauma.md", "[Text](signs-and-indicators.md#nowhere)")(docs)
    assert ["toolkit/signs-and-indicators.md", "toolkit/trauma.md"] == pages.give(site, docs, tmp_path / "third")
    assert "toolkit/language.md" == (tmp_path / "third/toolkit/language/index.html").read_text("utf-8")


def test_what_is_kept_is_whole_or_not_there(tmp_path: Path) -> None:
    files = KeptFiles(tmp_path / "kept", 2)
    files.keep("a", b"text")
    assert b"text" == files.find("a")
    (tmp_path / "kept/a").write_bytes((tmp_path / "kept/a").read_bytes()[:-1])
    assert files.find("a") is None and not files.has("a")
    for key in "bcd":
        files.keep(key, key.encode())
    files.remove_oldest()
    assert files.find("b") is None and b"d" == files.find("d")


def test_a_folder_that_cannot_be_written_to_keeps_nothing_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    files = KeptFiles(tmp_path / "file/kept", 2)
    files.keep("a", b"text")
    files.remove_oldest()
    assert files.find("a") is None


@pytest.mark.parametrize("files", [{}, {"a": b""}, {"a": b"1\n2", "b/\u00e4": b"\0\xff"}])
def test_packed_files_are_unpacked_as_they_were(files: dict[str, bytes]) -> None:
    assert files == unpack(pack(files))


def test_a_page_in_which_something_is_wrong_is_not_kept(root: Path, tmp_path: Path) -> None:
    from dataclasses import replace as with_

    from toolkit.site.finish.finished_pages import FinishedPage
    from toolkit.sources.problems import Problems

    kept = FinishedPages(with_(read_site(root, MACROS), root=tmp_path), {})
    kept.around = "same"  # type: ignore[misc]
    problems = Problems()
    makes = []

    def make() -> FinishedPage:
        makes.append(1)
        if len(makes) == 1:
            problems.add("page.md", 1, "is wrong")
        return FinishedPage("<p>é</p>")

    for _ in range(3):
        assert "<p>é</p>" == kept.get("page", (), problems, make).html
    assert 2 == len(makes)
