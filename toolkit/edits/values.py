"""Writes one key of a YAML file with another value: in the style of the old one, and with its remark.

Only `ruamel.yaml` reads remarks, quotation marks and the style of lists. It sees the lines of one key at a time.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    ScalarString,
    SingleQuotedScalarString,
)

WIDEST_LIST = 120  # characters of a list on one line
LONGEST_LINE = 1_000_000  # a text is not broken into lines that nobody asked for
REMARK = re.compile(r" (#.*)$")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What some reader of YAML takes for something else than text.
LOOKS_LIKE_ELSE = re.compile(r"[-+.\d][\d\s_.,:eE+-]*|0[xo].*|true|false|null|~|yes|no|on|off|y|n", re.IGNORECASE)
QUOTED_STYLES = (DoubleQuotedScalarString, SingleQuotedScalarString)
BACKSLASHED = set('"\\')  # would be written with backslashes, or twice


def key_lines(key: str, value: Any, before: str = "", *, is_flush: bool = False) -> list[str]:
    """The lines of `key: value`. `before` are those of the key as it was, from its first column; empty if it is new.

    `is_flush`: the items of lists begin in the column of their key.
    """
    if before and "\n- " in before:
        is_flush = True
    parser = _parser(is_flush=is_flush)
    parts = parser.load(before) if before else CommentedMap()
    styled = restyle(parts.get(key), value)
    if key in parts:
        dict.__setitem__(parts, key, styled)  # its own way of setting would quote the new text as the old one was
    else:
        parts[key] = styled
    return _keep_apart(_dump(parser, parts), before)


def entry_lines(values: Mapping[str, Any], before: str = "", *, is_flush: bool = False) -> list[str]:
    """The lines of a whole entry of a list, from its hyphen. `before` are those of the entry as it was."""
    parser = _parser(is_flush=True)
    entries = parser.load(before) if before else CommentedSeq()
    old = entries[0] if before else None
    entries[:] = [restyle(old, values)]
    if before:
        return _dump(parser, entries)
    block = _dump(_parser(is_flush=is_flush), entries[0])
    return [("- " if number == 0 else "  ") + line if line else line for number, line in enumerate(block)]


def _keep_apart(lines: list[str], before: str) -> list[str]:
    """The lines with two spaces before a remark: with one it would be taken for a part of the text."""
    remarks = [match[1] for line in before.split("\n") if (match := REMARK.search(line))]
    for remark in remarks:
        close = [line.endswith(f" {remark}") and not line.endswith(f"  {remark}") for line in lines]
        lines = [
            f"{line[: -len(remark)].rstrip()}  {remark}" if is_close else line
            for line, is_close in zip(lines, close, strict=True)
        ]
    return lines


def restyle(old: Any, new: Any) -> Any:
    """A plain value as ruamel writes it, in the style that the old value has."""
    if isinstance(new, Mapping):
        return _restyle_mapping(old, new)
    if isinstance(new, Sequence) and not isinstance(new, str):
        return _restyle_list(old, list(new))
    if isinstance(new, str):
        return _restyle_text(old, new)
    return new


def _restyle_mapping(old: Any, new: Mapping[str, Any]) -> CommentedMap:
    result = old if isinstance(old, CommentedMap) else CommentedMap()
    for key in [key for key in result if key not in new]:
        del result[key]
    for key, value in new.items():
        result[key] = restyle(result.get(key), value)
    return result


def _restyle_list(old: Any, new: list[Any]) -> CommentedSeq:
    """The items that stay keep their style, wherever they are now."""
    items = list(old) if isinstance(old, CommentedSeq) else []
    result = CommentedSeq()
    for number, value in enumerate(new):
        place = next((n for n, item in enumerate(items) if _plain(item) == value), None)
        if place is None and isinstance(value, Mapping) and number < len(items):
            place = number
        result.append(restyle(None if place is None else items[place], value))
        if place is not None and place in old.ca.items:
            result.ca.items[number] = old.ca.items[place]  # the remark beside it
    if old.fa.flow_style() if isinstance(old, CommentedSeq) and items else _fits_on_a_line(new):
        result.fa.set_flow_style()
    return result


def _restyle_text(old: Any, new: str) -> Any:
    if isinstance(old, ScalarString) and str(old) == new:
        return old
    if isinstance(old, LiteralScalarString) or "\n" in new:
        return LiteralScalarString(new)
    if isinstance(old, FoldedScalarString):
        return _fold(old, new)
    if isinstance(old, QUOTED_STYLES) and not set(new) & BACKSLASHED:
        return type(old)(new)
    if ISO_DAY.fullmatch(new) and not isinstance(old, str):
        try:
            return date.fromisoformat(new)
        except ValueError:
            return DoubleQuotedScalarString(new)
    return _quote_if_needed(new)


def _fold(old: FoldedScalarString, new: str) -> Any:
    """A folded text that breaks its lines where the old one did, and after them at the same width."""
    breaks, start = [place + 1 for place in getattr(old, "fold_pos", [])], 0
    lines = [str(old)[a:b] for a, b in zip([0, *breaks], [*breaks, len(str(old))], strict=True)]
    width = max(map(len, lines), default=WIDEST_LIST)
    places: list[int] = []
    while len(new) - start > width:
        end = new.rfind(" ", start + 1, start + width + 1)
        if end < 0:
            end = new.find(" ", start + 1)
        if end < 0:
            break
        places.append(end)
        start = end + 1
    result: Any = FoldedScalarString(new)
    result.fold_pos = [place for place in places if not _touches_space(new, place)]
    return result


def _touches_space(text: str, place: int) -> bool:
    """Whether a line cannot be broken here, because a second space would be lost."""
    return text[place - 1 : place] == " " or text[place + 1 : place + 2] == " "


def _quote_if_needed(text: str) -> Any:
    """A text without quotation marks where YAML needs none, else in those that need no backslash."""
    flow = CommentedSeq([text])
    flow.fa.set_flow_style()
    if not LOOKS_LIKE_ELSE.fullmatch(text) and _dump(_parser(), flow) == [f"[{text}]"]:
        return text  # within brackets a text needs quotation marks most often
    if not LOOKS_LIKE_ELSE.fullmatch(text) and "," in text and _dump(_parser(is_flush=True), [text]) == [f"- {text}"]:
        return text
    return SingleQuotedScalarString(text) if '"' in text or "\\" in text else DoubleQuotedScalarString(text)


def _fits_on_a_line(items: list[Any]) -> bool:
    return (
        all(isinstance(item, str | int) for item in items) and sum(len(str(item)) + 2 for item in items) <= WIDEST_LIST
    )


def _plain(value: Any) -> Any:
    """A value of ruamel as plain data, for comparison."""
    if isinstance(value, CommentedMap):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, CommentedSeq):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, date | str) else value


def _parser(*, is_flush: bool = False) -> YAML:
    parser = YAML()
    parser.preserve_quotes = True
    parser.width = LONGEST_LINE
    parser.allow_unicode = True
    if not is_flush:
        parser.indent(mapping=2, sequence=4, offset=2)
    return parser


def _dump(parser: YAML, data: Any) -> list[str]:
    out = io.StringIO()
    parser.dump(data, out)
    return out.getvalue().rstrip("\n").split("\n")
