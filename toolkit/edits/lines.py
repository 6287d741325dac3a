"""Which lines of a YAML text belong to an entry of a list, and to each of its keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from toolkit.sources.yaml_source import KeyPath, Source

HYPHEN = re.compile(r" *(?:- +)?")


@dataclass(frozen=True)
class Span:
    """Lines from `start` up to `end`, counted from 0; what is in them begins at `column`."""

    start: int
    end: int
    column: int


@dataclass(frozen=True)
class Replacement:
    """Lines to put in place of those from `start` up to `end`. `key` is that of a new key."""

    start: int
    end: int
    lines: list[str]
    key: str = ""


def entry_spans(lines: Sequence[str], source: Source, place: str) -> list[Span]:
    """The lines of each entry of a list, without the remarks and blank lines after it. It begins at its hyphen."""
    starts = [source.line((place, number)) - 1 for number in range(len(source.data[place]))]
    starts = [start - (lines[start - 1].strip() == "-") for start in starts]
    ends = [*starts[1:], _next_line(lines, source, (place,))]
    columns = [len(lines[start]) - len(lines[start].lstrip(" ")) for start in starts]
    return [
        Span(start, _without_remarks(lines, start, end, column), column)
        for start, end, column in zip(starts, ends, columns, strict=True)
    ]


def key_spans(
    lines: Sequence[str], source: Source, path: KeyPath, span: Span, entry: Mapping[str, Any]
) -> dict[str, Span]:
    """The lines of each key of an entry; none where several keys share a line."""
    starts = [source.line((*path, key)) - 1 for key in entry]
    if len(set(starts)) < len(starts):
        return {}
    column = len(HYPHEN.match(lines[starts[0]])[0])  # type: ignore[index]  # it always matches
    ends = [*starts[1:], span.end]
    return {
        key: Span(start, _without_remarks(lines, start, end, column), column)
        for key, start, end in zip(entry, starts, ends, strict=True)
    }


def last_line(lines: Sequence[str], source: Source, path: KeyPath, column: int) -> int:
    """The line behind the last one of a key at the top of a file."""
    return _without_remarks(lines, source.line(path) - 1, _next_line(lines, source, path), column)


def apply_replacements(lines: Sequence[str], replacements: Iterable[Replacement]) -> list[str]:
    """The lines with every replacement made; those of one place are in the order in which they are given."""
    result, at = [], 0
    for replacement in sorted(replacements, key=lambda r: (r.start, r.end)):
        result += [*lines[at : replacement.start], *replacement.lines]
        at = max(at, replacement.end)
    return [*result, *lines[at:]]


def _next_line(lines: Sequence[str], source: Source, path: KeyPath) -> int:
    """The line on which the next key at the top of the file begins, else the end of the file."""
    start = source.line(path)
    later = [line - 1 for path, line in source.lines.items() if len(path) == 1 and line > start]
    return min(later, default=len(lines))


def _without_remarks(lines: Sequence[str], start: int, end: int, column: int) -> int:
    """The end of the lines without blank ones and remarks that follow; a remark further in belongs to its value."""
    while end > start + 1:
        text = lines[end - 1].lstrip(" ")
        if text and not (text.startswith("#") and len(lines[end - 1]) - len(text) <= column):
            break
        end -= 1
    return end
