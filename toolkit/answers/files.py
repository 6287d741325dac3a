"""Answers out of the files that people fill in, told apart by their content."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from toolkit.answers.answers import Answers
from toolkit.answers.folder import describe_problem
from toolkit.answers.limits import LARGEST_FILE
from toolkit.answers.unreadable import Reason, Unreadable

OLD_WORD = b"\xd0\xcf"


@dataclass(frozen=True)
class Reading:
    """How files of one format are recognised and read. `recognises` is None for the one that is tried last."""

    recognises: Callable[[bytes], bool] | None
    parse: Callable[[bytes], Answers]  # raises Unreadable


def read_file(path: Path, readings: Iterable[Reading]) -> Answers:
    """The answers of one file; raises Unreadable, whatever the file is."""
    return read_answers(read_content(path), readings)


def read_answers(content: bytes, readings: Iterable[Reading]) -> Answers:
    """The answers of a file's bytes; raises Unreadable."""
    if not content:
        raise Unreadable(Reason.EMPTY)
    if len(content) > LARGEST_FILE:
        raise Unreadable(Reason.TOO_LARGE)
    if content.startswith(OLD_WORD):
        raise Unreadable(Reason.OLD_WORD)
    # Those that recognise their files by the content are asked first.
    for reading in sorted(readings, key=lambda reading: reading.recognises is None):
        if reading.recognises is None or reading.recognises(content):
            return reading.parse(content)
    raise Unreadable(Reason.NOT_ANSWERS)


def read_content(path: Path) -> bytes:
    """The bytes of a regular file, cut where they become too many; raises Unreadable.

    A pipe or a device is never waited for.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            return _read_regular(handle)
        finally:
            os.close(handle)
    except IsADirectoryError:
        raise Unreadable(Reason.FOLDER) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise Unreadable(Reason.NOT_OPENED, problem=describe_problem(error)) from None


def _read_regular(handle: int) -> bytes:
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        raise Unreadable(Reason.FOLDER if stat.S_ISDIR(mode) else Reason.NOT_REGULAR)
    with open(handle, "rb", closefd=False) as file:
        return file.read(LARGEST_FILE + 1)
