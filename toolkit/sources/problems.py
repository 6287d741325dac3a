"""What is wrong with the input, as data: collected first, reported all at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

SHOWN_CHARACTERS = 60
NOT_UTF_8 = re.compile(r"(?:the file|byte \d+) is not UTF-8")  # reported first: all else may come of it


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: where it is, what was found and what to do about it."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.message}"


class ProblemsFound(Exception):
    """Raised when work cannot go on; carries every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems), key=lambda problem: (not NOT_UTF_8.match(problem.message), problem))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[ProblemsFound], tuple[list[Problem]]]:
        return ProblemsFound, (self.problems,)  # it may come from another process


@dataclass
class Problems:
    """A collector that any stage adds to; `stop_if_any` ends a stage with all of them."""

    entries: list[Problem] = field(default_factory=list)

    def add(self, file: str, line: int, message: str) -> None:
        """Adds one problem. `line` counts from 1; 0 where the whole file is meant."""
        self.entries.append(Problem(file, line, message))

    @contextmanager
    def collect(self) -> Iterator[None]:
        """Adds the problems that end the block, and goes on after it."""
        try:
            yield
        except ProblemsFound as error:
            self.entries += error.problems

    def stop_if_any(self) -> None:
        """Raises ProblemsFound when something was added."""
        if self.entries:
            raise ProblemsFound(self.entries)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


def quote(value: object) -> str:
    """A value for a message: on one line, without control characters, short; text is quoted."""
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in _yaml_text(value))
    if len(text) > SHOWN_CHARACTERS:
        text = text[: SHOWN_CHARACTERS - 1].rstrip() + "…"
    return f"'{text}'" if isinstance(value, str) else text


def _yaml_text(value: object) -> str:
    """A value as an editor would write it in YAML, so that no message shows Python's own notation."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(_yaml_text(item) for item in value[:SHOWN_CHARACTERS])}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_yaml_text(item)}" for key, item in value.items()) + "}"
    return "nothing" if value is None else str(value)


def did_you_mean(word: object, words: Iterable[str]) -> str:
    """` Did you mean 'trauma'?` when one of the words is close to the given one, else an empty text."""
    near = difflib.get_close_matches(str(word)[:100].lower(), list(words), n=1, cutoff=0.6)
    return f" Did you mean '{near[0]}'?" if near else ""


def one_of(words: Iterable[str], most: int = 12) -> str:
    """A list of allowed words for a message, cut when it is long."""
    names = list(words)
    text = ", ".join(names[:most])
    return f"{text} and {len(names) - most} more" if len(names) > most else text
