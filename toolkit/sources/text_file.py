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
SAVE_AS = "Save the file with the encoding UTF-8 (in Notepad: File, Save as, Encoding)"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")  # with which UTF-16 and UTF-32 begin
LINE_BREAKS = re.compile("[\u2028\u2029\x85]")  # which YAML and Python take for line ends, and editors do not show
# UTF-8 that a program has read as Windows-1252 and written so: a right quotation mark has become an a with circumflex,
# a euro sign and a trade mark; letters with accents, also those of Welsh, have become two signs each.
MISREAD = re.compile(
    "\u00e2\u20ac(?:[^\\s\\w]|[\u0153\u0161\u017e])|[\u00c2\u00c3][\u00a0-\u00bf\u20ac\u2018-\u2022\u2030]|\u00c5[\u00b4-\u00b7]|\ufffd"
)


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
    if mistake := _encoding_mistake(raw):
        raise stop(*mistake)
    text = raw.decode("utf-8-sig")
    if not text.strip():
        raise stop("the file is empty", 1)
    return text


def read_lines(path: Path, name: str) -> str:
    """The text of a UTF-8 file with line feeds alone at the ends of its lines; raises ProblemsFound as `read_text`."""
    return read_text(path, name).replace("\r\n", "\n").replace("\r", "\n")


def is_invisible(character: str) -> bool:
    """Whether a reader cannot see a character which no text needs: controls, direction marks, unassigned ones."""
    return unicodedata.category(character) in INVISIBLE_CATEGORIES and character not in HARMLESS_CHARACTERS


def character_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """(line from 1, sentence) for each line with a character that is hidden, or that a wrong encoding has left."""
    for number, line in enumerate(text.split("\n"), start=1):
        suspects = [match[0] for match in SUSPECT.finditer(line)]
        hidden = next(filter(is_invisible, suspects), "")
        if hidden and (unicodedata.category(hidden) == "Cc" and hidden != "\x85"):
            yield number, "there is a control character here. Delete it or type the line again"
        elif hidden:
            what = "line break" if LINE_BREAKS.match(hidden) else "character"
            yield number, f"an invisible {what} (U+{ord(hidden):04X}) is in this line. Delete it or type the line again"
        if suspects and (remains := misread_characters(line)):
            yield number, f"{remains}. Type them again"


def misread_characters(text: str) -> str:
    """What a wrong encoding has left of a text's characters, in words; empty if it has left none."""
    match = MISREAD.search(text)
    if not match:
        return ""
    if match[0] == "\ufffd":
        return "characters here were lost when the file was saved in another encoding (\ufffd)"
    return f"'{match[0]}' is what a wrong encoding has made of another character"


def _encoding_mistake(raw: bytes) -> tuple[str, int] | None:
    """A sentence and a line, if the content of a file is not UTF-8."""
    if raw.startswith(WIDE_MARKS) or raw.count(b"\0") > len(raw) // 4:
        return f"the file is not UTF-8 but UTF-16, which Windows calls Unicode. {SAVE_AS}", 1
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        character = raw[error.start : error.start + 1].decode("cp1252", "replace")
        note = (
            f" (but '{character}' in Windows-1252, or ANSI)"
            if character.isprintable() and not {0, 0x81, 0x8D, 0x8F, 0x90, 0x9D} & set(raw)
            else ""
        )
        return f"byte {error.start + 1} is not UTF-8{note}. {SAVE_AS}", line
    return None
