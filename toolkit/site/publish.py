"""Puts a finished site in place: in one step where the system has one, so that a reader never meets half of one."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
from pathlib import Path

from toolkit.site.folders import FOLDERS, OTHER_FOLDERS, PARTNERSHIPS
from toolkit.sources.problems import Problems

MARKER_FILE = ".toolkit-site"  # is in every published folder, so that no other folder is ever replaced
MARKER_TEXT = "This folder is replaced as a whole by scripts/build.py.\n"
PROTECTED_FOLDERS = {*FOLDERS, PARTNERSHIPS, *OTHER_FOLDERS}
CURRENT_FOLDER, EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def check_target(target: Path, root: Path) -> None:
    """Raises ProblemsFound when publishing to `target` would replace something that is not a published site.

    `root` is the project; nothing is published into the folders that it is made from. A site that an interrupted build
    left aside is put back first.
    """
    problems = Problems()
    name = str(target)
    within = target.relative_to(root).parts[:1] if target.is_relative_to(root) else ()
    if root.is_relative_to(target) or (within and within[0] in PROTECTED_FOLDERS):
        problems.add(name, 0, "holds the project's own files. Name another folder to publish to")
    elif any(folder.is_file() for folder in (target, *target.parents)):
        problems.add(name, 0, "is a file, or is below one. Name a folder to publish to")
    elif target.is_dir() and any(target.iterdir()) and not _is_site(target):
        problems.add(name, 0, "holds files that are not a published site. Name an empty or a new folder")
    problems.stop_if_any()
    restore(target)


def restore(target: Path) -> None:
    """Puts back the site that a publish left aside when it was interrupted between its two renames.

    Where the new site is in place, the one that was left aside goes.
    """
    for leftover in filter(_is_site, _names_beside(target, "old")):
        if _is_site(target):
            shutil.rmtree(leftover, ignore_errors=True)
        elif not target.exists():
            try:
                leftover.replace(target)
            except OSError as error:
                _stop(target, error)


def publish(folder: Path, target: Path) -> None:
    """Puts the finished folder in at `target`; if that fails, what was there stays.

    Raises ProblemsFound when the place cannot be written to. Nothing beside it is touched, unless it is what an
    interrupted publish left.
    """
    arriving = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        arriving = _move_beside(folder, target)
        _open_to_web_servers(arriving)
        _swap(arriving, target)
    except OSError as error:
        _stop(target, error)
    finally:
        if arriving is not None:
            shutil.rmtree(arriving, ignore_errors=True)


def _stop(target: Path, error: OSError) -> None:
    reason = error.args[0][0][-1] if isinstance(error, shutil.Error) else error.strerror or error  # the first of many
    problems = Problems()
    problems.add(str(target), 0, f"cannot be written ({reason}). Name another folder, or free it")
    problems.stop_if_any()


def _is_site(folder: Path) -> bool:
    return (folder / MARKER_FILE).is_file()


def _names_beside(target: Path, kind: str) -> list[Path]:
    """Where a site is put aside for a moment: names that nobody gives by hand, and more where they are taken."""
    return [target.with_name(f".{target.name}.toolkit-{kind}{number}") for number in ("", *range(2, 10))]


def _clear_beside(target: Path, kind: str) -> Path:
    """A place beside the target where nothing is: what an interrupted publish left there is taken away."""
    for path in _names_beside(target, kind):
        if _is_site(path):
            shutil.rmtree(path, ignore_errors=True)
        if not os.path.lexists(path):
            return path
    raise OSError(errno.EEXIST, f"the names beside it are taken, such as {path.name}")


def _move_beside(folder: Path, target: Path) -> Path:
    """Moves the finished folder beside its place, from which it takes one step, also from another disk."""
    (folder / MARKER_FILE).write_text(MARKER_TEXT, "utf-8")
    arriving = _clear_beside(target, "new")
    try:
        folder.rename(arriving)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        arriving.mkdir()
        (arriving / MARKER_FILE).write_text(MARKER_TEXT, "utf-8")  # first, so that the rest is known as ours
        _copy(folder, arriving)
    return arriving


def _copy(folder: Path, arriving: Path) -> None:
    try:
        shutil.copytree(folder, arriving, dirs_exist_ok=True)
    except OSError:
        shutil.rmtree(arriving, ignore_errors=True)
        raise


def _open_to_web_servers(folder: Path) -> None:
    """Lets everyone read the site: a web server is another user, whom a careful umask shuts out."""
    for path in (folder, *folder.rglob("*")):
        mode = path.stat().st_mode
        readable = mode | (0o555 if path.is_dir() else 0o444)
        if readable != mode:
            path.chmod(stat.S_IMODE(readable))


def _swap(arriving: Path, target: Path) -> None:
    """Puts `arriving` at the target and what was there at `arriving`, or takes it away."""
    if not target.exists():
        arriving.replace(target)
    elif not _exchange(arriving, target):
        _swap_in_two_steps(arriving, target)


def _exchange(first: Path, second: Path) -> bool:
    """Exchanges two folders in one step; False where the system or the disk has none."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False  # not Linux
    return bool(rename(CURRENT_FOLDER, os.fsencode(first), CURRENT_FOLDER, os.fsencode(second), EXCHANGE) == 0)


def _swap_in_two_steps(arriving: Path, target: Path) -> None:
    leaving = _clear_beside(target, "old")
    target.replace(leaving)
    try:
        arriving.replace(target)
    except OSError:
        leaving.replace(target)
        raise
    shutil.rmtree(leaving, ignore_errors=True)
