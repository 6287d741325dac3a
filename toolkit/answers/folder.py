"""Which files there are to read: those that are named, and those in a named folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.answers.file_names import show_name
from toolkit.answers.unreadable import Reason, Unreadable

MOST_FILES = 5_000  # in one report
LOCKS = ("~$", ".~lock.")  # Word's and LibreOffice's, beside a file that is open
SYSTEM_FILES = {"thumbs.db", "desktop.ini"}
UNFINISHED = {".tmp", ".part", ".crdownload", ".lnk"}


@dataclass
class Listing:
    """Files to read in the order of their names, and those that are not even opened, with the reason.

    `uncertain` are files that were found in a folder and whose names do not say that they hold answers.
    """

    files: list[Path] = field(default_factory=list)
    uncertain: set[Path] = field(default_factory=set)
    passed_over: list[tuple[Path, Unreadable]] = field(default_factory=list)
    not_read: list[tuple[Path, Unreadable]] = field(default_factory=list)


def list_files(paths: Iterable[Path], endings: Iterable[str]) -> Listing:
    """The files, with each folder replaced by what is in it; `endings` are those of files that hold answers."""
    listing, likely = Listing(), tuple(endings)
    first_paths: dict[tuple[int, int] | str, Path] = {}
    for path, is_named in _expand(paths, listing):
        reason = _reason_to_pass_over(path, is_named)
        first = path if reason else first_paths.setdefault(_identity(path), path)
        if reason:
            listing.passed_over.append((path, Unreadable(reason)))
        elif first is not path:
            listing.passed_over.append((path, Unreadable(Reason.SAME_FILE, file=show_name(first))))
        elif len(listing.files) == MOST_FILES:
            listing.not_read.append((path, Unreadable(Reason.TOO_MANY_FILES)))
        else:
            listing.files.append(path)
            if not is_named and path.suffix.lower() not in likely:
                listing.uncertain.add(path)
    return listing


def _expand(paths: Iterable[Path], listing: Listing) -> Iterator[tuple[Path, bool]]:
    """(path, whether it was named itself) of every file; a folder that is empty or cannot be listed is not read."""
    for path in paths:
        try:
            inside = sorted(path.iterdir()) if path.is_dir() else None
        except (OSError, ValueError) as error:
            listing.not_read.append((path, Unreadable(Reason.NOT_OPENED, problem=describe_problem(error))))
            continue
        if inside is None:
            yield path, True
        elif inside:
            yield from ((file, False) for file in inside)
        else:
            listing.not_read.append((path, Unreadable(Reason.EMPTY_FOLDER)))


def _reason_to_pass_over(path: Path, is_named: bool) -> Reason | None:
    if path.name.startswith(LOCKS):
        return Reason.LOCK
    if path.name.startswith(".") or path.name.lower() in SYSTEM_FILES or path.suffix.lower() in UNFINISHED:
        return Reason.SYSTEM_FILE
    return Reason.FOLDER if not is_named and _is_folder(path) else None


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # whoever reads it says why


def _identity(path: Path) -> tuple[int, int] | str:
    """What tells that two names are of one file."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return str(path)
    return (status.st_dev, status.st_ino) if status.st_ino else str(path)


def describe_problem(error: Exception) -> str:
    """What the system says of a file that cannot be opened, without its name."""
    return os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
