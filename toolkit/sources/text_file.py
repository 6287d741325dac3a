"""Reads a text file that a person has edited, or says why it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from toolkit.sources.problems import Problems, ProblemsFound

CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")  # all but the tabulator
LARGEST_FILE = 20_000_000  # bytes; 10,000 resources are about 8 million


def read_text(path: Path, name: str) -> str:
    """The text of a UTF-8 file, line ends as they stand; raises ProblemsFound, calling the file `name`."""

    def stop(message: str, line: int = 0) -> ProblemsFound:
        problems = Problems()
        problems.add(name, line, message)
        return ProblemsFound(problems)

    if path.exists() and not path.is_file():  # a pipe or a device would be read without end
        raise stop(f"this is {'a folder' if path.is_dir() else 'something else'}, not a file. Name a text file")
    try:
        raw = path.read_bytes() if path.stat().st_size <= LARGEST_FILE else None
    except OSError as error:
        raise stop(f"cannot be read ({error.strerror or error}). Check that the file is there") from None
    if raw is None:
        raise stop(f"the file is larger than {LARGEST_FILE // 1_000_000} MB. Split it or remove what is not data")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise stop(f"byte {error.start + 1} is not UTF-8. Save the file with the encoding UTF-8", line) from None
    if not text.strip():
        raise stop("the file is empty", 1)
    return text


def control_characters(text: str) -> Iterator[tuple[int, str]]:
    """(line from 1, sentence) for each line that holds a character which no text needs and which tools trip over."""
    for number, line in enumerate(text.split("\n"), start=1):
        if CONTROL.search(line):
            yield number, "a control character stands here. Delete it or type the line afresh"
