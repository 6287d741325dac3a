"""What many tests share: the real site, built once, and copies of the project that a test may spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.site.make import build_and_publish
from toolkit.site.model import Options

pytest_plugins = ["tests.browsing"]
ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("docs", "data", "forms", "macros", "overrides", "toolkit", "resources.yml", "mkdocs.yml", "hooks.py")
CopyProject = Callable[[str], Path]


def copy_sources(target: Path) -> Path:
    """A copy of all that a site is made from."""
    target.mkdir(parents=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)
    return target


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's real site, published once for all tests. Read it only."""
    project = copy_sources(tmp_path_factory.mktemp("real") / "project")
    return build_and_publish(
        project, tmp_path_factory.mktemp("published") / "site", Options(), "mkdocs", lambda _: None
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project for one test to change."""
    return copy_sources(tmp_path / "project")
