"""The lines of a YAML text as an editor sees them: keys with values, and items of lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.sources.problems import quote

CURLY_QUOTES = "\u201c\u201d\u2018\u2019"
KEY_AND_VALUE = re.compile(r"(?P<begin> *(?:- +)*)(?P<key>[A-Za-z_][\w-]*):(?: +(?P<value>.*?))? *$")
BLOCK_OF_TEXT = re.compile(r"[|>][+-]?\d?(?: +#.*)?$")


@dataclass(frozen=True)
class YamlLine:
    """A line of a file: its number, from 0, its text, and the nearest lines above and below it that hold something.

    `item` is the nearest line above that begins an item of a list.
    """

    number: int
    text: str
    above: str
    below: str
    item: str

    @property
    def parts(self) -> re.Match[str] | None:
        """The line as a key with a value, if it is one."""
        return KEY_AND_VALUE.match(self.text)

    @property
    def value(self) -> str:
        """The value on the line; empty if it has none."""
        return (self.parts["value"] or "") if self.parts else ""

    @property
    def indent(self) -> int:
        """How many spaces the line begins with."""
        return indent_of(self.text)


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def is_item(line: str) -> bool:
    """Whether a line begins an item of a list."""
    return line.lstrip(" ").startswith("- ")


def find_rows(lines: Sequence[str]) -> list[YamlLine]:
    """The lines that hold something and are in no block of text."""
    numbers: list[int] = []
    block: int | None = None
    for number, line in enumerate(lines):
        if not line.strip(" ") or line.lstrip(" ").startswith("#"):
            continue
        if block is not None and indent_of(line) > block:
            continue
        match = KEY_AND_VALUE.match(line)
        block = indent_of(line) if match and BLOCK_OF_TEXT.match(match["value"] or "") else None
        numbers.append(number)
    texts = ["", *(lines[number] for number in numbers), ""]
    rows, item = [], ""
    for i, number in enumerate(numbers):
        rows.append(YamlLine(number, texts[i + 1], texts[i], texts[i + 2], item))
        item = texts[i + 1] if is_item(texts[i + 1]) else item
    return rows


def count_spaces(count: int) -> str:
    """`4 spaces`, for a sentence."""
    return f"{count} space" if count == 1 else f"{count or 'no'} spaces"


def shorten(value: str) -> str:
    """A value for a sentence, without quotation marks of its own."""
    return quote(value.strip())[1:-1]


def put_in_quotes(value: str) -> str:
    """A text in quotes, as it would be right; short."""
    text = shorten(value)
    return f"'{text}'" if "'" not in text else '"' + text.replace('"', "'") + '"'


def with_straight_quotes(value: str) -> str:
    """A text that is in curly quotation marks, as it would be right; short."""
    return put_in_quotes(value.strip(CURLY_QUOTES + " "))
