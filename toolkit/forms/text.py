"""The small text language of forms: paragraphs, lists, small headings, and fields of the record in braces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from toolkit.forms.question import Question

ITEM = re.compile(r"(?:- |\d+\. )")
FIELD = re.compile(r"\{([a-z0-9-]+)\}")


@dataclass(frozen=True)
class Run:
    """A stretch of text, or the place of an answer of the record: its label, its name, and what may stand there."""

    text: str
    key: str | None = None
    value: str | None = None


@dataclass(frozen=True)
class Block:
    """A paragraph, a small heading or a list; a paragraph and a heading are one item."""

    kind: Literal["paragraph", "heading", "bullets", "numbers"]
    items: tuple[tuple[Run, ...], ...]


def read_text(text: str | None, record: Mapping[str, Question]) -> tuple[Block, ...]:
    """The blocks of a text; `record` gives the questions of the record by their ids."""
    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", (text or "").strip()):
        for kind, lines in _groups([line.strip() for line in chunk.splitlines()]):
            blocks.append(Block(kind, tuple(_runs(line, record) for line in lines)))
    return tuple(blocks)


def _groups(lines: list[str]) -> list[tuple[Literal["paragraph", "heading", "bullets", "numbers"], list[str]]]:
    """Lines that belong together: items of one list, or lines of one paragraph joined."""
    groups: list[tuple[Literal["paragraph", "heading", "bullets", "numbers"], list[str]]] = []
    for line in filter(None, lines):
        item = ITEM.match(line)
        if line.startswith("### "):
            groups.append(("heading", [line[4:]]))
        elif item:
            kind: Literal["bullets", "numbers"] = "bullets" if line.startswith("-") else "numbers"
            if not groups or groups[-1][0] != kind:
                groups.append((kind, []))
            groups[-1][1].append(line[item.end() :])
        elif groups and groups[-1][0] != "heading":
            groups[-1][1][-1] += " " + line
        else:
            groups.append(("paragraph", [line]))
    return groups


def _runs(line: str, record: Mapping[str, Question]) -> tuple[Run, ...]:
    runs = []
    for position, piece in enumerate(FIELD.split(line)):
        if position % 2:
            runs.append(Run(record[piece].label, f"record/{piece}", record[piece].value))
        elif piece:
            runs.append(Run(piece))
    return tuple(runs)
