"""JSON out of bytes that anybody may have written: as browsers read it, and within limits."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable

from toolkit.answers.limits import DEEPEST_JSON
from toolkit.answers.unreadable import Reason, Unreadable

UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def parse_json(content: bytes) -> object:
    """The data of a file; raises Unreadable for what is no JSON or is nested too deeply."""
    try:
        data = json.loads(_decode(content), parse_int=_parse_int, parse_constant=_refuse_constant)
    except ValueError:
        raise Unreadable(Reason.CUT_SHORT) from None
    except RecursionError:
        raise Unreadable(Reason.NOT_ANSWERS) from None
    if _is_nested_deeper(data, DEEPEST_JSON):
        raise Unreadable(Reason.NOT_ANSWERS)
    return data


def _decode(content: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 where it begins with its mark, as some editors save it."""
    codec = "utf-16" if content.startswith(UTF_16_MARKS) else "utf-8"
    try:
        return content.decode(codec).lstrip("\ufeff")
    except UnicodeDecodeError:
        raise Unreadable(Reason.ENCODING) from None


def _parse_int(digits: str) -> float:
    return int(digits) if len(digits) < 20 else float(digits)  # as JavaScript reads it, and in no time


def _refuse_constant(name: str) -> None:
    raise ValueError(name)  # Python reads NaN and Infinity, which JSON does not have


def _is_nested_deeper(data: object, most: int) -> bool:
    """Whether more than so many objects and lists of parsed JSON are in one another."""
    level = [data]
    for _ in range(most):
        level = [inner for value in level if isinstance(value, dict | list) for inner in _inside(value)]
    return any(isinstance(value, dict | list) for value in level)


def _inside(data: dict[str, object] | list[object]) -> Iterable[object]:
    return data.values() if isinstance(data, dict) else data
