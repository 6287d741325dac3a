"""Builds: the same bytes from the same sources, nothing written for nothing, nothing changed by a failure."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros import MACROS
from tests.conftest import SHARED_BETWEEN_PROJECTS, copy_sources
from toolkit.site.compose.tree import compose
from toolkit.site.make import build_and_publish
from toolkit.site.model import Options
from toolkit.site.publish import publish
from toolkit.site.read import read_site
from toolkit.sources.problems import ProblemsFound

pytestmark = pytest.mark.build

# Builds in a process of its own whose clock stands elsewhere, before anything has looked at it.
BUILD_ELSEWHEN = """
import datetime, sys, time
AHEAD = 400 * 24 * 3600.0
real, localtime, gmtime = time.time, time.localtime, time.gmtime
time.time = lambda: real() + AHEAD
time.localtime = lambda s=None: localtime(time.time() if s is None else s)
time.gmtime = lambda s=None: gmtime(time.time() if s is None else s)
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls): return cls.now(datetime.timezone.utc).replace(tzinfo=None)
datetime.datetime = Later
sys.path.insert(0, sys.argv[1])
import toolkit.commands.site
raise SystemExit(toolkit.commands.site.build(["--out", sys.argv[2]]))
"""


def digests(folder: Path) -> dict[str, str]:
    """The hash of every file below a folder, by path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def build(project: Path, out: Path) -> Path:
    return build_and_publish(project, out, Options(), "mkdocs", lambda _: None)


def test_another_clock_zone_folder_hash_seed_and_language_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    project = copy_sources(tmp_path / "a folder elsewhere" / "project")
    for name in SHARED_BETWEEN_PROJECTS:
        (project / ".build" / name).unlink()  # so that all is typeset and rendered again
    changed = {
        "TZ": "Pacific/Kiritimati",
        "SOURCE_DATE_EPOCH": "86400",
        "PYTHONHASHSEED": "4711",
        "LC_ALL": "C",
        "LANG": "C",
        "COLUMNS": "40",
    }
    done = subprocess.run(
        [sys.executable, "-c", BUILD_ELSEWHEN, str(project), str(tmp_path / "site")],
        cwd="/",
        env={**os.environ, **changed},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    assert digests(site) == digests(tmp_path / "site")


def test_a_second_compose_of_unchanged_sources_writes_nothing(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "docs"
    compose(read_site(project, MACROS), target)
    for path in target.rglob("*"):
        os.utime(path, ns=(1, 1))
    compose(read_site(project, MACROS), target)
    assert {1} == {path.stat().st_mtime_ns for path in target.rglob("*")}


def test_compose_writes_the_one_page_that_changed_and_removes_the_one_that_left(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "docs"
    page = project / "docs/about/privacy.md"
    (project / "docs/topics").mkdir(exist_ok=True)
    (project / "docs/topics/extra.md").write_text("---\ntitle: Extra\ndescription: Extra.\n---\n\n# Extra\n", "utf-8")
    compose(read_site(project, MACROS), target)
    for path in target.rglob("*"):
        os.utime(path, ns=(1, 1))
    page.write_text(page.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    (project / "docs/topics/extra.md").unlink()
    compose(read_site(project, MACROS), target)
    written = {p.relative_to(target).as_posix() for p in target.rglob("*") if p.is_file() and p.stat().st_mtime_ns != 1}
    assert {"about/privacy.md"} == written
    assert not (target / "topics/extra.md").exists()


def test_an_address_that_was_a_page_may_become_a_folder(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "docs"
    (project / "docs/extra").write_bytes(b"a file")
    compose(read_site(project, MACROS), target)
    (project / "docs/extra").unlink()
    (project / "docs/extra").mkdir()
    (project / "docs/extra/file.txt").write_bytes(b"now in a folder")
    compose(read_site(project, MACROS), target)
    assert b"now in a folder" == (target / "extra/file.txt").read_bytes()


def spoil_data(project: Path) -> None:
    path = project / "resources.yml"
    path.write_text(path.read_text("utf-8").replace("kind: guide\n", "kind: gide\n", 1), "utf-8")


def spoil_a_macro_call(project: Path) -> None:
    with (project / "docs/toolkit/trauma.md").open("a") as page:
        page.write('\n{{ resource("no-such-thing") }}\n')


def spoil_a_link(project: Path) -> None:
    with (project / "docs/toolkit/trauma.md").open("a") as page:
        page.write("\n[nowhere](no-such-page.md)\n")


def spoil_an_image(project: Path) -> None:
    with (project / "docs/toolkit/trauma.md").open("a") as page:
        page.write('\n<img src="https://example.org/pixel.gif" alt="">\n')


def spoil_a_fragment(project: Path) -> None:
    with (project / "components/page-end/page-end.html").open("a") as fragment:
        fragment.write("{{ no_such_name }}")


def spoil_a_template(project: Path) -> None:
    with (project / "overrides/main.html").open("a") as template:
        template.write("{% if %}")


SPOILERS = {
    spoil_data: "resources.yml:",
    spoil_a_macro_call: "docs/toolkit/trauma.md:",
    spoil_a_link: "docs/toolkit/trauma.md",
    spoil_an_image: "docs/toolkit/trauma.md:",
    spoil_a_fragment: "components/page-end/page-end.html",
    spoil_a_template: "overrides/main.html",
}


@pytest.mark.parametrize("spoil", SPOILERS, ids=lambda spoil: spoil.__name__)
def test_a_failed_build_names_the_file_and_leaves_what_was_published_untouched(
    spoil: object, site: Path, project: Path, tmp_path: Path
) -> None:
    assert callable(spoil)
    published = Path(shutil.copytree(site, tmp_path / "published"))
    before = digests(published)
    spoil(project)
    with pytest.raises(ProblemsFound) as found:
        build(project, published)
    assert SPOILERS[spoil] in str(found.value)
    assert before == digests(published)
    assert {"published", "project"} == {path.name for path in tmp_path.iterdir()}
    assert [] == [p.name for p in (project / ".build").glob("finished-*")]


def test_a_build_refuses_to_replace_a_folder_that_is_not_a_published_site(project: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/letter.txt").write_text("Dear", "utf-8")
    with pytest.raises(ProblemsFound, match="not a published site"):
        build(project, tmp_path / "letters")
    assert "Dear" == (tmp_path / "letters/letter.txt").read_text("utf-8")
    with pytest.raises(ProblemsFound, match="is a file"):
        build(project, tmp_path / "letters/letter.txt")
    with pytest.raises(ProblemsFound, match="below one"):
        build(project, tmp_path / "letters/letter.txt/site")


def test_a_build_refuses_to_publish_over_its_own_sources(project: Path) -> None:
    before = digests(project / "docs")
    for target in (project, project / "docs", project.parent, project / "docs/new", project / ".build"):
        with pytest.raises(ProblemsFound):
            build(project, target)
    assert before == digests(project / "docs")


def test_a_place_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "finished").mkdir()
    with pytest.raises(ProblemsFound, match="cannot be written"):
        publish(tmp_path / "finished", Path("/proc/site"))


def test_a_link_to_a_folder_is_followed_and_stays(site: Path, tmp_path: Path) -> None:
    from toolkit.site.publish import check_target

    (tmp_path / "served").symlink_to(tmp_path / "real")
    (tmp_path / "one").mkdir()
    check_target((tmp_path / "served").resolve(), site)
    publish(tmp_path / "one", (tmp_path / "served").resolve())
    assert (tmp_path / "served").is_symlink() and (tmp_path / "real").is_dir()


def test_publishing_removes_what_the_site_no_longer_has(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.html").write_text(name, "utf-8")
        publish(tmp_path / name, tmp_path / "site")
    assert ["two.html"] == sorted(p.name for p in (tmp_path / "site").glob("*.html"))
    assert ["site"] == [p.name for p in tmp_path.iterdir()]


def test_the_engines_own_command_builds_in_strict_mode_without_a_warning(project: Path, tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("mkdocs")  # `python -m mkdocs` would find toolkit/ by itself
    command = [str(program), "build", "--strict", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    assert "WARNING" not in done.stderr and "Traceback" not in done.stderr, done.stderr
    assert (tmp_path / "site/r/childline/index.html").is_file()
