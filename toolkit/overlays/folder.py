"""Where a copy's sources stand on disk, and how messages call them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from toolkit.registers.fields import ID
from toolkit.sources.problems import Problem, ProblemsFound, did_you_mean, one_of

FOLDER = "partnerships"
SETTINGS, RESOURCES, FORM_CHANGES = "partnership.yml", "resources.yml", "forms.yml"
DATA, PAGES, NOTES, FORMS, UPSTREAM = "data", "docs", "notes", "forms", "upstream"
LANGUAGES = "languages"
KNOWN = (SETTINGS, RESOURCES, FORM_CHANGES, DATA, PAGES, NOTES, FORMS, UPSTREAM, LANGUAGES)


@dataclass(frozen=True)
class Folder:
    """A copy's folder: its slug, its place on disk, and its name in messages."""

    slug: str
    path: Path
    name: str

    def display(self, path: Path) -> str:
        """How messages call a file in it."""
        return f"{self.name}/{path.relative_to(self.path).as_posix()}"


def find_folder(root: Path, given: str) -> Folder:
    """The folder of a slug below partnerships/, or of any folder on disk; raises ProblemsFound."""
    own = root / FOLDER / given
    if ID.fullmatch(given) and own.is_dir():
        return Folder(given, own, f"{FOLDER}/{given}")
    path = Path(given)
    if path.is_dir():
        return Folder(_slug(path), path.resolve(), given.rstrip("/\\"))
    known = all_slugs(root)
    advice = did_you_mean(given, known) or (f" Known: {one_of(known)}" if known else " There is none yet")
    raise ProblemsFound([Problem(given, 0, f"is neither a folder nor a copy below {FOLDER}/.{advice}")])


def all_slugs(root: Path) -> list[str]:
    """Every copy below partnerships/, by slug."""
    return sorted(path.parent.name for path in (root / FOLDER).glob(f"*/{SETTINGS}"))


def _slug(path: Path) -> str:
    """A folder's name as an id: it names the place where the copy is composed."""
    word = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in path.resolve().name.lower()).split())
    return word or "copy"
