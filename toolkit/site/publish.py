"""Puts a finished site in place: by renaming, so that a reader never meets half of one."""

from __future__ import annotations

import shutil
from pathlib import Path

from toolkit.problems import Problems

MARKER = ".toolkit-site"  # stands in every published folder, so that no other folder is ever replaced


def check_target(target: Path) -> None:
    """Raises ProblemsFound when publishing to `target` would replace something that is not a published site."""
    problems = Problems()
    if target.is_file():
        problems.add(str(target), 0, "is a file. Name a folder to publish to")
    elif target.is_dir() and any(target.iterdir()) and not (target / MARKER).is_file():
        problems.add(str(target), 0, "holds files that are not a published site. Name an empty or a new folder")
    problems.stop_if_any()


def publish(finished: Path, target: Path) -> None:
    """Swaps the finished folder in at `target`; if that fails, what stood there is put back."""
    (finished / MARKER).write_text("This folder is replaced as a whole by scripts/build.py.\n", "utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    arriving = target.with_name(f".{target.name}.new")
    leaving = target.with_name(f".{target.name}.old")
    for rest in (arriving, leaving):
        shutil.rmtree(rest, ignore_errors=True)
    shutil.move(finished, arriving)  # may cross disks; the two renames below never do
    if target.exists():
        target.replace(leaving)
    try:
        arriving.replace(target)
    except OSError:
        if leaving.exists():
            leaving.replace(target)
        raise
    shutil.rmtree(leaving, ignore_errors=True)
