"""Names of files as they are shown and written: on some systems a name may hold line ends and half characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

NOT_IN_NAMES = re.compile(r"[^\w .()+-]")  # of a new file, on any system
KEPT_FOR_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)")
LONGEST_STEM = 60  # characters, of up to four bytes: a name has at most 255 bytes


def show_name(path: Path) -> str:
    """A file's name on one line, with escapes for what cannot be printed or turns the writing round."""
    return "".join(map(_show_character, str(path)))


def _show_character(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape", "surrogatepass").decode()


def make_stems(names: Iterable[str]) -> list[str]:
    """New files' names, without their endings, for files of these names: one each, also where case does not count."""
    stems: list[str] = []
    used: set[str] = set()
    for name in names:
        plain = NOT_IN_NAMES.sub("_", Path(name).stem)[:LONGEST_STEM].strip(". ") or "plan"
        stem = f"_{plain}" if KEPT_FOR_DEVICES.match(plain) else plain
        if stem.casefold() in used:
            stem = f"{stem}-{len(stems) + 1}"
        used.add(stem.casefold())
        stems.append(stem)
    return stems
