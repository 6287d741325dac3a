"""Where a copy's sources are on disk, and what messages call them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from toolkit.forms.read import FORMS_FOLDER
from toolkit.registers.fields import ENTRY_ID
from toolkit.sources.problems import Problem, Problems, ProblemsFound, did_you_mean, one_of

COPIES_FOLDER = "partnerships"
SETTINGS, RESOURCES, FORM_CHANGES = "partnership.yml", "resources.yml", "forms.yml"
DATA, PAGES, NOTES_FOLDER, UPSTREAM = "data", "docs", "notes", "upstream"
LANGUAGES = "languages"
FOLDER_PARTS = (SETTINGS, RESOURCES, FORM_CHANGES, DATA, PAGES, NOTES_FOLDER, FORMS_FOLDER, UPSTREAM, LANGUAGES)


@dataclass(frozen=True)
class Folder:
    """A copy's folder: its slug, its place on disk, and its name in messages."""

    slug: str
    path: Path
    name: str

    def display(self, path: Path) -> str:
        """What messages call a file in it."""
        return f"{self.name}/{path.relative_to(self.path).as_posix()}"


def find_folder(root: Path, name: str) -> Folder:
    """The folder of a slug below partnerships/, or of any folder on disk; raises ProblemsFound."""
    copy = root / COPIES_FOLDER / name
    if ENTRY_ID.fullmatch(name) and copy.is_dir():
        return Folder(name, copy, f"{COPIES_FOLDER}/{name}")
    path = Path(name)
    if path.is_dir():
        return Folder(_slug(path), path.resolve(), name.rstrip("/\\"))
    slugs = all_slugs(root)
    advice = did_you_mean(name, slugs) or (f" Known: {one_of(slugs)}" if slugs else " There is none yet")
    raise ProblemsFound([Problem(name, 0, f"is neither a folder nor a copy below {COPIES_FOLDER}/.{advice}")])


def check_links(folder: Folder) -> None:
    """Raises ProblemsFound for what is in a copy's folder without being a file of it.

    A link that leads out of the folder would publish files of the machine that builds; a pipe would never end.
    """
    problems = Problems()
    home = folder.path.resolve()
    for place, folders, files in os.walk(folder.path):
        for path in (Path(place, name) for name in sorted([*folders, *files])):
            if path.is_symlink() and not _leads_inside(path, home):
                message = "is a link to something that is not in the copy's folder. Put the file itself here"
                problems.add(folder.display(path), 0, message)
            elif not path.is_dir() and not path.is_file():
                problems.add(folder.display(path), 0, "is neither a file nor a folder. Take it out")
    problems.stop_if_any()


def _leads_inside(link: Path, home: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(home)
    except (OSError, RuntimeError):  # it leads nowhere, or round and round
        return False


def all_slugs(root: Path) -> list[str]:
    """Every copy below partnerships/, by slug."""
    return sorted(path.parent.name for path in (root / COPIES_FOLDER).glob(f"*/{SETTINGS}"))


def _slug(path: Path) -> str:
    """A folder's name as an id: it names the place where the copy is composed."""
    word = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in path.resolve().name.lower()).split())
    return word or "copy"
