"""Puts a finished site in place: by renaming, so that a reader never meets half of one."""

from __future__ import annotations

import shutil
from pathlib import Path

from toolkit.site.sources import BESIDE, FOLDERS, PARTNERSHIPS
from toolkit.sources.problems import Problems

MARKER = ".toolkit-site"  # is in every published folder, so that no other folder is ever replaced
PROTECTED_FOLDERS = {*FOLDERS, PARTNERSHIPS, *BESIDE}


def check_target(target: Path, root: Path) -> None:
    """Raises ProblemsFound when publishing to `target` would replace something that is not a published site.

    `root` is the project; nothing is published into the folders that it is made from.
    """
    problems = Problems()
    name = str(target)
    within = target.relative_to(root).parts[:1] if target.is_relative_to(root) else ()
    if root.is_relative_to(target) or (within and within[0] in PROTECTED_FOLDERS):
        problems.add(name, 0, "holds the project's own files. Name another folder to publish to")
    elif any(folder.is_file() for folder in (target, *target.parents)):
        problems.add(name, 0, "is a file, or is below one. Name a folder to publish to")
    elif target.is_dir() and any(target.iterdir()) and not (target / MARKER).is_file():
        problems.add(name, 0, "holds files that are not a published site. Name an empty or a new folder")
    problems.stop_if_any()


def publish(folder: Path, target: Path) -> None:
    """Swaps the finished folder in at `target`; if that fails, what was there is put back.

    Raises ProblemsFound when the place cannot be written to.
    """
    try:
        _swap(folder, target)
    except OSError as error:
        problems = Problems()
        problems.add(str(target), 0, f"cannot be written ({error.strerror or error}). Name another folder, or free it")
        problems.stop_if_any()


def _swap(folder: Path, target: Path) -> None:
    (folder / MARKER).write_text("This folder is replaced as a whole by scripts/build.py.\n", "utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    arriving = target.with_name(f".{target.name}.new")
    leaving = target.with_name(f".{target.name}.old")
    for rest in (arriving, leaving):
        shutil.rmtree(rest, ignore_errors=True)
    shutil.move(folder, arriving)  # may cross disks; the two renames below never do
    if target.exists():
        target.replace(leaving)
    try:
        arriving.replace(target)
    except OSError:
        if leaving.exists():
            leaving.replace(target)
        raise
    shutil.rmtree(leaving, ignore_errors=True)
