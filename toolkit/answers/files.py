"""Answers out of the files that people fill in, told apart by their content."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from toolkit.answers.answers import Answers, Unreadable

LARGEST_FILE = 20_000_000
OLD_WORD = b"\xd0\xcf"


@dataclass(frozen=True)
class Reading:
    """How files of one format are recognised and read. `recognises` is None for the one that is tried last."""

    recognises: Callable[[bytes], bool] | None
    read: Callable[[bytes], Answers]  # raises Unreadable


def read_file(path: Path, readings: Iterable[Reading]) -> Answers:
    """The answers of one file; raises Unreadable, whatever the file is."""
    content = _content(path)
    if content.startswith(OLD_WORD):
        raise Unreadable("it is an old Word file (.doc) or has a password. Save it as .docx without one")
    # Those that recognise their files by the content are asked first.
    for reading in sorted(readings, key=lambda reading: reading.recognises is None):
        if reading.recognises is None or reading.recognises(content):
            return reading.read(content)
    raise Unreadable("it is not a file of answers")


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable("it is a folder")
        if path.stat().st_size > LARGEST_FILE:
            raise Unreadable("it is too large to be a form")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"it cannot be opened ({error.strerror or error})") from None
