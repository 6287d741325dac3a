"""Names of pages and of other files of a site: what Windows, a web server or a stick cannot hold is refused."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from toolkit.sources.names import is_reserved_name
from toolkit.sources.problems import quote

NAME_PART = re.compile(r"[a-z0-9_]+(?:[-_.]+[a-z0-9_]+)*")
LONGEST_PATH = 120  # characters below docs/; Windows allows 260 for the whole of it, and copies lie deep


def name_mistakes(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(path, sentence) for each path below docs/ that some system cannot hold, or takes for another."""
    by_folded: dict[str, list[str]] = defaultdict(list)
    for path in sorted(paths):
        by_folded[path.casefold()].append(path)
        for part in PurePosixPath(path).parts:
            if sentence := _part_mistake(part):
                yield path, sentence
                break
        else:
            if len(path) > LONGEST_PATH:
                sentence = f"the path has {len(path)} characters, too many for Windows. Keep it below {LONGEST_PATH}"
                yield path, sentence
    for same in by_folded.values():
        for path in same[1:]:
            yield path, f"differs from {quote(same[0])} in capitals alone, which are one file on Windows. Rename one"


def _part_mistake(part: str) -> str:
    stem = part.partition(".")[0]
    if is_reserved_name(stem):
        return f"{quote(stem)} is the name of a device on Windows, which cannot hold such a file. Give it another name"
    if not NAME_PART.fullmatch(part):
        better = "-".join(re.findall(r"[a-z0-9]+", part.removesuffix(".md").casefold())) or "page"
        ending = ".md" if part.endswith(".md") else ""
        name = quote(better + ending)
        return f"a name becomes an address, so it is made of small letters, digits and hyphens. Call it {name}"
    return ""
