"""YAML as plain data with the line of every value; refuses what a data file never needs.

PyYAML alone keeps the last of two equal keys, reads `no` as false and `12:30` as 750, and follows aliases and
tags. Here a key may be used once, only `true`, `false`, `null` and whole numbers are read as such, and aliases,
anchors and tags are problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from toolkit.sources.problems import Problem, Problems, quote
from toolkit.sources.text_file import LINE_BREAKS, read_text
from toolkit.sources.yaml_mistakes import syntax_mistakes

KeyPath = tuple[str | int, ...]
DEEPEST_NESTING = 40
MOST_PARSED = 128  # that are not parsed again while their text is the same: copies are built from one upstream
LINE_END = re.compile("\r\n|\r|\n")
WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
NUMBERS_AND_WORDS = re.compile(r"true|false|null|~|[\d-]+")  # which a comment behind it cannot have been a part of
PLAIN_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(frozen=True)
class Source:
    """One file's data (dict, list, str, int, bool or None) and the line on which each path begins.

    Each row of a text that is written as a block (`|`) has a path too: that of the text with the row's number, from 0.
    """

    file: str
    data: Any
    lines: dict[KeyPath, int]

    def line(self, path: KeyPath) -> int:
        """The line of a path such as `("resources", 3, "title")`, or of the nearest thing that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(path: Path, name: str | None = None) -> Source:
    """The data of one YAML file.

    `name` is what messages call the file. Raises ProblemsFound with everything that is wrong with it.
    """
    name = name or str(path)
    return _parse_once(read_text(path, name), name)


@lru_cache(MOST_PARSED)
def _parse_once(text: str, name: str) -> Source:
    """The data of a text, which nobody may change: the next reader is given the same."""
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> Source:
    """The data of a YAML text; raises ProblemsFound."""
    problems = Problems()
    for match in LINE_BREAKS.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        message = f"an invisible line break (U+{ord(match[0]):04X}) is in this line. Delete it or type the line again"
        problems.add(name, line, message)
    problems.stop_if_any()
    builder = _Builder(name, problems, text)
    try:
        data = builder.build(yaml.parse(text, Loader=Loader))
    except yaml.YAMLError as error:
        problems.entries = [Problem(name, line, message) for line, message in syntax_mistakes(error, text, _error_of)]
        data = None
    except RecursionError:
        problems.add(name, 1, "the lists and mappings are nested too deeply to read")
    problems.stop_if_any()
    return Source(name, data, builder.lines)


def _error_of(text: str) -> yaml.YAMLError | None:
    """What the parser stumbles over in a text, if anything."""
    try:
        for _ in yaml.parse(text, Loader=Loader):
            pass
    except yaml.YAMLError as error:
        return error
    return None


class _Builder:
    """Builds data from the parser's events, and notes lines and problems."""

    def __init__(self, file: str, problems: Problems, text: str) -> None:
        self.file, self.problems, self.rows = file, problems, LINE_END.split(text)
        self.lines: dict[KeyPath, int] = {}

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

    def _value(self, event: Any, events: Iterator[Any], path: KeyPath) -> Any:
        self.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, yaml.AliasEvent):
            self._problem(event, f"the alias '*{event.anchor}' is not allowed here. Write the value out")
            return None
        if event.anchor:
            self._problem(event, f"the anchor '&{event.anchor}' is not allowed here. Write the value out each time")
        if event.tag and event.tag != "!":
            tag = quote(event.tag.replace("tag:yaml.org,2002:", "!!"))
            self._problem(event, f"the tag {tag} is not allowed. Write plain text, numbers, lists or keys")
        if len(path) > DEEPEST_NESTING:
            raise RecursionError
        if isinstance(event, yaml.ScalarEvent):
            if event.style == "|":
                self._note_rows(event, path)
            elif not event.style:
                self._check_comment(event)
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _check_comment(self, event: Any) -> None:
        """A problem where a text without quotes is cut by a hash sign, as titles with a hashtag are, and colours.

        A comment behind several words has two spaces before it, or more; behind one word, such as an address or an id,
        it need not have.
        """
        rest = self.rows[event.end_mark.line][event.end_mark.column :]
        is_glued = rest.startswith(" #") and rest[2:3].strip()
        may_be_text = is_glued or (rest.startswith(" #") and " " in event.value)
        if event.value and may_be_text and not NUMBERS_AND_WORDS.fullmatch(event.value):
            whole = quote(f"{event.value.splitlines()[-1]}{rest.rstrip()}")
            advice = f"Put the text in quotes: {whole}. Write two spaces before # if a comment begins there"
            self._problem(event, f"the text would end before ' #'. {advice}")
        elif match := re.match(r"[ \t]+(#\S+)[ \t]*$", rest):
            self._problem(event, f"{quote(match[1])} is not read, because # begins a comment. Put it in quotes")

    def _note_rows(self, event: Any, path: KeyPath) -> None:
        """The line of each row of a text that is written as a block, under the path with the row's number."""
        first = event.start_mark.line + 2
        self.lines |= {(*path, row): first + row for row in range(event.value.count("\n") + 1)}

    def _sequence(self, events: Iterator[Any], path: KeyPath) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            values.append(self._value(event, events, (*path, len(values))))
        return values

    def _mapping(self, events: Iterator[Any], path: KeyPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, events)
            line = event.start_mark.line + 1
            if key in values:
                first = self.lines[(*path, key)]
                message = f"the key {quote(key)} is repeated (first on line {first}). Keep one of them"
                self.problems.add(self.file, line, message)
                self._value(next(events), events, (*path, key, "again"))
                continue
            self.lines[(*path, key)] = line
            values[key] = self._value(next(events), events, (*path, key))
        return values

    def _key(self, event: Any, events: Iterator[Any]) -> str:
        if isinstance(event, yaml.ScalarEvent) and event.value != "<<":
            return str(event.value)
        kind = "'<<'" if isinstance(event, yaml.ScalarEvent) else "a list or mapping"
        advice = "A key is a plain word; put text that begins with a bracket or a brace in quotes"
        self._problem(event, f"{kind} cannot be a key here. {advice}")
        return str(self._value(event, events, ("",)))

    def _problem(self, event: Any, message: str) -> None:
        self.problems.add(self.file, event.start_mark.line + 1, message)


def _scalar(event: Any) -> Any:
    text: str = event.value
    if not event.implicit[0] or event.style:  # quoted, or a block of text
        return text
    if text in PLAIN_WORDS:
        return PLAIN_WORDS[text]
    return int(text) if WHOLE_NUMBER.fullmatch(text) else text
