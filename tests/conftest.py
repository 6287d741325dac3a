"""What many tests share: the real site, built once, and copies of the project that a test may spoil."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from toolkit.site.folders import FILES, FOLDERS
from toolkit.site.make import build_and_publish
from toolkit.site.model import Options

pytest_plugins = ["tests.browsing"]
ROOT = Path(__file__).resolve().parents[1]
CopyProject = Callable[[str], Path]
BuildOnce = Callable[[str, Callable[[Path], object]], Path]


SHARED_BETWEEN_PROJECTS = ("drafts", "rendered")


def copy_sources(target: Path) -> Path:
    """A copy of all that a site is made from."""
    target.mkdir(parents=True)
    for name in (*FOLDERS, *FILES):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)
    # What is typeset and rendered is kept by the hash of all that it is made from, so every project may share it.
    (target / ".build").mkdir()
    for name in SHARED_BETWEEN_PROJECTS:
        (ROOT / ".build" / name).mkdir(parents=True, exist_ok=True)
        (target / ".build" / name).symlink_to(ROOT / ".build" / name)
    return target


BUILDS = {"site", "sites", "larkmead", "hostile", "hostile_site", "wales", "both", "once"}  # fixtures that build a site
READS = {"site_of", "problems_of", "project", "pair", "copies"}  # fixtures that read all sources, once in each test
# These take longest, in this order. Begun first, they run beside the many short ones.
LONGEST = [
    "tests/browser/test_accessibility.py",
    "tests/site/test_builds.py",
    "tests/partnership/test_many.py",
    "tests/site/test_poisoned_pages.py",
    "tests/forms/test_in_chromium.py",
    "tests/site/test_hostile_values.py",
    "tests/partnership/test_nations.py",
    "tests/forms/test_other_field.py",
    "tests/browser/test_reading.py",
    "tests/documents/test_word_in_libreoffice.py",
]
# These make the files of every form, start a program for each case, or read all sources in most of their tests.
SLOW = {
    "tests/collation/test_any_form.py",
    "tests/collation/test_command.py",
    "tests/collation/test_counts.py",
    "tests/content/test_helplines.py",
    "tests/content/test_tasks.py",
    "tests/edits/test_entries.py",
    "tests/languages/test_translated_site.py",
    "tests/partnership/test_hosting.py",
    "tests/partnership/test_logos.py",
    "tests/partnership/test_nations.py",
    "tests/partnership/test_unknown_addresses.py",
    "tests/site/test_kept_pages.py",
    "tests/worksheets/test_address_worksheet.py",
    "tests/worksheets/test_mangled.py",
    "tests/worksheets/test_round_trip.py",
    "tests/awkward/test_awkward_files.py",
    "tests/documents/test_pdf.py",
    "tests/documents/test_pdf_on_the_page.py",
    "tests/documents/test_pdf_room.py",
    "tests/documents/test_pdf_with_answers.py",
    "tests/documents/test_word.py",
    "tests/documents/test_word_edited.py",
    "tests/collation/test_collate.py",
    "tests/collation/test_awkward_folders.py",
    "tests/scripts/test_check_browser_code.py",
    "tests/scripts/test_scripts.py",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the longest files first; marks the tests that a quick run can do without."""
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.nodeid.partition("::")[0], len(LONGEST)))
    for item in items:
        if BUILDS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.build)
        if READS & set(getattr(item, "fixturenames", ())) or item.nodeid.partition("::")[0] in SLOW:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> BuildOnce:
    """Builds something under a name, unless another process of this run of the tests has; gives its folder."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def build(name: str, make: Callable[[Path], object]) -> Path:
        with FileLock(shared / f"{name}.lock"):
            if not (shared / name).is_dir():
                make(shared / name)
        return shared / name

    return build


@pytest.fixture(scope="session")
def site(once: BuildOnce, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's real site, published once for all tests. Read it only."""

    def build(out: Path) -> None:
        project = copy_sources(tmp_path_factory.mktemp("real") / "project")
        build_and_publish(project, out, Options(), "mkdocs", lambda _: None)

    return once("site", build)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project for one test to change."""
    return copy_sources(tmp_path / "project")
