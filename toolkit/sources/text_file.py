"""Reads a text file that a person has edited, or says why it cannot be read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from toolkit.sources.problems import Problems, ProblemsFound

SUSPECT = re.compile(r"[^\t\n\x20-\x7e]")  # quick to tell from the characters of nearly all text
INVISIBLE_CATEGORIES = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}  # Unicode categories that a reader cannot see
HARMLESS_CHARACTERS = {"\u200c", "\u200d", "\u00ad"}  # joiners that some scripts need; soft hyphen
LARGEST_SOURCE = 20_000_000  # bytes; 10,000 resources are about 8 million


def read_text(path: Path, name: str) -> str:
    """The text of a UTF-8 file, line ends as they are; raises ProblemsFound, calling the file `name`."""

    def stop(message: str, line: int = 0) -> ProblemsFound:
        problems = Problems()
        problems.add(name, line, message)
        return ProblemsFound(problems)

    if path.exists() and not path.is_file():  # a pipe or a device would be read without end
        raise stop(f"this is {'a folder' if path.is_dir() else 'something else'}, not a file. Name a text file")
    try:
        raw = path.read_bytes() if path.stat().st_size <= LARGEST_SOURCE else None
    except OSError as error:
        raise stop(f"cannot be read ({error.strerror or error}). Check that the file is there") from None
    if raw is None:
        raise stop(f"the file is larger than {LARGEST_SOURCE // 1_000_000} MB. Split it or remove what is not data")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise stop(f"byte {error.start + 1} is not UTF-8. Save the file with the encoding UTF-8", line) from None
    if not text.strip():
        raise stop("the file is empty", 1)
    return text


def is_invisible(character: str) -> bool:
    """Whether a reader cannot see a character which no text needs: controls, direction marks, unassigned ones."""
    return unicodedata.category(character) in INVISIBLE_CATEGORIES and character not in HARMLESS_CHARACTERS


def invisible_characters(text: str) -> Iterator[tuple[int, str]]:
    """(line from 1, sentence) for each line with a character that hides from readers and that tools trip over."""
    for number, line in enumerate(text.split("\n"), start=1):
        hidden = next((match[0] for match in SUSPECT.finditer(line) if is_invisible(match[0])), "")
        if hidden and unicodedata.category(hidden) == "Cc":
            yield number, "there is a control character here. Delete it or type the line again"
        elif hidden:
            yield (
                number,
                f"an invisible character (U+{ord(hidden):04X}) is in this line. Delete it or type the line again",
            )
