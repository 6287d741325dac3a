"""Values as texts in cells, and texts in cells as values: the two are inverse."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from toolkit.worksheets.columns import NOTHING, CellContent, Column

PART_OF_A_CELL = re.compile(r"\s*([a-z_]+)\s*:\s*(.*)", re.DOTALL)
FLAGS = {"true": True, "yes": True, "false": False, "no": False}


class CellMistake(Exception):
    """Why the text of a cell is not a value; the message is for the editor."""


def text_of(value: Any, column: Column) -> str:
    """A value as the text of its cell. An empty list has no text, and is not told from one that is left out."""
    if value is None:
        return NOTHING
    if column.holds is CellContent.PARTS:
        return _text_of_parts(value, column)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return column.separator.join(map(_scalar, value))
    return _scalar(value)


def value_of(text: str, column: Column) -> Any:
    """The value that a text stands for; None for `(none)`. Raises CellMistake."""
    if text == NOTHING:
        return None
    if column.holds is CellContent.PARTS:
        return _value_of_parts(text, column)
    if column.is_list:
        pattern = r"[;\n]" if column.words or column.register else r"\n"
        return [_read_scalar(item.strip(), column) for item in re.split(pattern, text) if item.strip()]
    return _read_scalar(text, column)


def _scalar(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _read_scalar(text: str, column: Column) -> Any:
    if column.holds is CellContent.NUMBER:
        if not re.fullmatch(r"-?[0-9]{1,9}", text):
            raise CellMistake(f"should be a whole number, and is '{text}'")
        return int(text)
    if column.holds is CellContent.FLAG:
        if text.lower() not in FLAGS:
            raise CellMistake(f"should be true or false, and is '{text}'")
        return FLAGS[text.lower()]
    return text


def _text_of_parts(value: Any, column: Column) -> str:
    if not column.is_list:
        return "\n".join(f"{key}: {_scalar(part)}" for key, part in value.items())
    return "\n".join(" | ".join(f"{key}: {_scalar(part)}" for key, part in item.items()) for item in value)


def _value_of_parts(text: str, column: Column) -> Any:
    lines = [line for line in text.split("\n") if line.strip()]
    if not column.is_list:
        return _parts(lines, column)
    return [_parts(line.split(" | "), column) for line in lines]


def _parts(texts: Sequence[str], column: Column) -> Mapping[str, str]:
    result: dict[str, str] = {}
    for text in texts:
        match = PART_OF_A_CELL.fullmatch(text)
        if not match or match[1] not in column.parts:
            example = " | ".join(f"{key}: ..." for key in column.parts[:3])
            raise CellMistake(f"'{text.strip()[:40]}' is not one of its parts. Write them like this: {example}")
        result[match[1]] = match[2].strip()
    return result
