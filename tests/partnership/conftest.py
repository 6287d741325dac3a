"""What the tests of branded copies share: a folder to fill, a project of their own, and built copies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import MACROS
from tests.conftest import copy_sources
from toolkit.site.make import build_and_publish
from toolkit.site.model import Options, Site
from toolkit.site.read import read_site
from toolkit.sources.problems import ProblemsFound

ROOT = Path(__file__).resolve().parents[2]
LEAST = "name: Ours\nsite_name: Our toolkit\nkind: partnership\n"
Write = Callable[[dict[str, str]], Path]
Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture
def copy_folder(tmp_path: Path) -> Write:
    """Writes files of a copy (partnership.yml is there unless given) and returns its folder."""

    def write(files: dict[str, str]) -> Path:
        folder = tmp_path / "ours"
        for name, text in ({"partnership.yml": LEAST} | files).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return folder

    return write


@pytest.fixture
def problems_of(copy_folder: Write) -> Callable[[dict[str, str]], list[str]]:
    """The problems of a copy with the given files, each from the name of its file on."""

    def read(files: dict[str, str]) -> list[str]:
        folder = copy_folder(files)
        try:
            read_site(ROOT, MACROS, Options(partnership=str(folder)))
        except ProblemsFound as found:
            return [str(problem).removeprefix(f"{folder}/") for problem in found.problems]
        return []

    return read


@pytest.fixture
def site_of(copy_folder: Write) -> Callable[[dict[str, str]], Site]:
    """The checked site of a copy with the given files."""
    return lambda files: read_site(ROOT, MACROS, Options(partnership=str(copy_folder(files))))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of the test's own, with the real sources, that it may change."""
    return copy_sources(tmp_path / "project")


def build_copy(folder: str, out: Path) -> Path:
    return build_and_publish(ROOT, out, Options(partnership=folder), "mkdocs", report=lambda text: None)


@pytest.fixture(scope="session")
def larkmead(once: Once) -> Path:
    """The built example of a trust."""
    return once("larkmead", lambda out: build_copy("larkmead-trust", out))


@pytest.fixture(scope="session")
def hostile(once: Once) -> Path:
    """A built copy whose values try to break pages, as if the check of data had overlooked the markup in them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("toolkit.registers.read.markup_mistakes_of", lambda entry: ())
        return once("hostile", lambda out: build_copy(str(Path(__file__).with_name("hostile")), out))
