"""Where a copy's sources are on disk, and what messages call them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from toolkit.registers.fields import ID
from toolkit.sources.problems import Problem, ProblemsFound, did_you_mean, one_of

COPIES_FOLDER = "partnerships"
SETTINGS, RESOURCES, FORM_CHANGES = "partnership.yml", "resources.yml", "forms.yml"
DATA, PAGES, NOTES, FORMS_FOLDER, UPSTREAM = "data", "docs", "notes", "forms", "upstream"
LANGUAGES = "languages"
FOLDER_PARTS = (SETTINGS, RESOURCES, FORM_CHANGES, DATA, PAGES, NOTES, FORMS_FOLDER, UPSTREAM, LANGUAGES)


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
    if ID.fullmatch(name) and copy.is_dir():
        return Folder(name, copy, f"{COPIES_FOLDER}/{name}")
    path = Path(name)
    if path.is_dir():
        return Folder(_slug(path), path.resolve(), name.rstrip("/\\"))
    slugs = all_slugs(root)
    advice = did_you_mean(name, slugs) or (f" Known: {one_of(slugs)}" if slugs else " There is none yet")
    raise ProblemsFound([Problem(name, 0, f"is neither a folder nor a copy below {COPIES_FOLDER}/.{advice}")])


def all_slugs(root: Path) -> list[str]:
    """Every copy below partnerships/, by slug."""
    return sorted(path.parent.name for path in (root / COPIES_FOLDER).glob(f"*/{SETTINGS}"))


def _slug(path: Path) -> str:
    """A folder's name as an id: it names the place where the copy is composed."""
    word = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in path.resolve().name.lower()).split())
    return word or "copy"
