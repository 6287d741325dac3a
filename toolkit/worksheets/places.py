"""The cell of a sheet that a problem in the changed file comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from toolkit.sources.problems import Problem
from toolkit.sources.yaml_source import Source, parse_yaml
from toolkit.worksheets.merge import Merge

MISSING_KEY = re.compile(r"'([a-z_]+)' is missing")
# Advice about YAML, which an editor of a sheet does not see.
OF_YAML = (
    (", in quotes", ""),
    ("is digits and spaces in quotes", "is digits and spaces"),
    (", or leave the key out", ""),
)


def problems_by_cell(problems: Sequence[Problem], merges: Sequence[Merge], texts: Mapping[str, str]) -> list[str]:
    """A line for each problem: with its cell where it comes from a sheet. `texts` are the changed files by name."""
    lines = []
    for problem in problems:
        source = parse_yaml(texts[problem.file], problem.file) if problem.file in texts else None
        cell = source and _cell(problem, source, merges)
        lines.append(
            f"{cell}: {_without_yaml(problem.message)} ({problem.file}:{problem.line})" if cell else str(problem)
        )
    return lines


def _cell(problem: Problem, source: Source, merges: Sequence[Merge]) -> str:
    """The name of the cell that the line of a problem was written from; empty if it is none of a sheet's."""
    paths = [path for path, line in source.lines.items() if len(path) in (2, 3) and line <= problem.line]
    if not paths:
        return ""
    path = max(paths, key=lambda path: (source.lines[path], len(path)))
    place, number = path[0], path[1]
    entries = source.data.get(place)
    entry = entries[number] if isinstance(entries, list) and isinstance(number, int) else None
    id = str(entry.get("id")) if isinstance(entry, dict) else ""
    key = str(path[2]) if len(path) > 2 else "id"
    if missing := MISSING_KEY.search(problem.message):
        key = missing[1]
    for merge in merges:
        if merge.sheet.file == source.file and place in merge.sheet.places and id in merge.rows:
            return merge.rows[id].place(key)
    return ""


def _without_yaml(message: str) -> str:
    for words, better in OF_YAML:
        message = message.replace(words, better)
    return message
