"""YAML as plain data with the line of every value; refuses what a data file never needs.

PyYAML alone keeps the last of two equal keys, reads `no` as false and `12:30` as 750, and follows aliases and
tags. Here a key may stand once, only `true`, `false`, `null` and whole numbers are read as such, and aliases,
anchors and tags are problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from toolkit.problems import Problems, ProblemsFound, shown

Path_ = tuple[str | int, ...]
LARGEST_FILE = 20_000_000  # bytes; 10,000 resources are about 8 million
DEEPEST = 40
WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(frozen=True)
class Source:
    """One file's data (dict, list, str, int, bool or None) and the line on which each path begins."""

    file: str
    data: Any
    lines: dict[Path_, int]

    def line(self, path: Path_) -> int:
        """The line of a path such as `("resources", 3, "title")`, or of the nearest thing that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(path: Path, name: str | None = None) -> Source:
    """The data of one YAML file.

    `name` is how messages call the file. Raises ProblemsFound with everything that stands in the way.
    """
    name = name or str(path)
    return parse_yaml(_read_text(path, name), name)


def parse_yaml(text: str, name: str) -> Source:
    """The data of a YAML text; raises ProblemsFound."""
    problems = Problems()
    builder = _Builder(name, problems)
    try:
        data = builder.build(yaml.parse(text, Loader=Loader))
    except yaml.YAMLError as error:
        problems.add(name, *_syntax_problem(error, text))
        data = None
    except RecursionError:
        problems.add(name, 1, "the lists and mappings are nested too deeply to read")
    problems.stop_if_any()
    return Source(name, data, builder.lines)


def _read_text(path: Path, name: str) -> str:
    def stop(message: str, line: int = 0) -> ProblemsFound:
        problems = Problems()
        problems.add(name, line, message)
        return ProblemsFound(problems)

    if path.is_dir():
        raise stop("this is a folder, not a file. Name a YAML file")
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


class _Builder:
    """Builds data from the parser's events, noting lines and problems on the way."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.file, self.problems = file, problems
        self.lines: dict[Path_, int] = {}

    def build(self, events: Iterator[Any]) -> Any:
        data: Any = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._problem(event, "a second document begins here (a line of ---). Keep one document in a file")
                    break
            elif not isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
                data = self._value(event, events, ())
        return data

    def _value(self, event: Any, events: Iterator[Any], path: Path_) -> Any:
        self.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, yaml.AliasEvent):
            self._problem(event, f"the alias '*{event.anchor}' is not allowed here. Write the value out")
            return None
        if event.anchor:
            self._problem(event, f"the anchor '&{event.anchor}' is not allowed here. Write the value out each time")
        if event.tag and event.tag != "!":
            self._problem(event, f"the tag {shown(event.tag)} is not allowed. Write plain text, numbers, lists or keys")
        if len(path) > DEEPEST:
            raise RecursionError
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _sequence(self, events: Iterator[Any], path: Path_) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            values.append(self._value(event, events, (*path, len(values))))
        return values

    def _mapping(self, events: Iterator[Any], path: Path_) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, events)
            line = event.start_mark.line + 1
            if key in values:
                first = self.lines[(*path, key)]
                message = f"the key {shown(key)} stands twice (first on line {first}). Keep one of them"
                self.problems.add(self.file, line, message)
                self._value(next(events), events, (*path, key, "again"))
                continue
            self.lines[(*path, key)] = line
            values[key] = self._value(next(events), events, (*path, key))
        return values

    def _key(self, event: Any, events: Iterator[Any]) -> str:
        if isinstance(event, yaml.ScalarEvent) and event.value != "<<":
            return str(event.value)
        found = "'<<'" if isinstance(event, yaml.ScalarEvent) else "a list or mapping"
        self._problem(event, f"{found} cannot be a key here. A key is a plain word")
        return str(self._value(event, events, ("",)))

    def _problem(self, event: Any, message: str) -> None:
        self.problems.add(self.file, event.start_mark.line + 1, message)


def _scalar(event: Any) -> Any:
    text: str = event.value
    if not event.implicit[0] or event.style:  # quoted, or a block of text
        return text
    if text in WORDS:
        return WORDS[text]
    return int(text) if WHOLE_NUMBER.fullmatch(text) else text


def _syntax_problem(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    mark = getattr(error, "problem_mark", None)
    if mark is None:  # the reader met a character that YAML forbids; it tells a position, not a line
        position = getattr(error, "position", 0) or 0
        line = text.encode()[:position].count(b"\n") + 1 if position else _control_line(text)
        return line, "a control character stands here that YAML does not allow. Delete it or type the line afresh"
    reason = getattr(error, "problem", None) or "the text cannot be read"
    advice = "Check the indentation, and put text that holds ': ' or ' #' or begins with a sign in quotes"
    return mark.line + 1, f"this is not valid YAML: {reason}. {advice}"


def _control_line(text: str) -> int:
    for number, line in enumerate(text.split("\n"), start=1):
        if any(ord(c) < 32 and c not in "\t\r" for c in line):
            return number
    return 1
