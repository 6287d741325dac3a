"""Slips that people make in YAML, recognised in the lines themselves: a parser stumbles over most of them later."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from toolkit.sources.yaml_rows import (
    BLOCK_OF_TEXT,
    CURLY_QUOTES,
    KEY_AND_VALUE,
    YamlLine,
    count_spaces,
    find_rows,
    indent_of,
    is_item,
    put_in_quotes,
    shorten,
    with_straight_quotes,
)

SPACES = "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"  # what looks like a space and is none for YAML
QUOTATION_MARKS = {'"': "double", "'": "single"}
VALUE_IN_BRACES = re.compile(r"[{,] *([A-Za-z_][\w-]*): +([^\s,\"'{}\[\]][^,\"'{}\[\]]*: [^,{}\[\]]*)[,}]")
SYMBOLS = "@`%&*!|>?,"  # with which a text without quotes cannot begin


def find_slip(lines: Sequence[str], at: int, begin: int | None = None) -> tuple[int, str] | None:
    """(line from 0, sentence) of the slip that made a parser stumble at line `at`; None if it is not recognised.

    `begin` is the line where what the parser was reading began. Looks there, then at the line itself, then upwards.
    """
    rows = find_rows(lines[: at + 2])
    nearest = sorted((row for row in rows if row.number <= at), key=lambda row: -row.number)[:60]
    first = [row for row in nearest if row.number in (begin, at)]
    here = nearest[:1]
    order = (
        (CHARACTER_SLIPS, nearest),
        (LINE_SLIPS, first),
        (LINE_SLIPS, nearest[:6]),
        (QUOTE_SLIPS, nearest),
        (STRAY_SLIPS, here),
        (LEVEL_SLIPS, here),
    )
    for slips, candidates in (*order, (STRAY_SLIPS, nearest[:6])):
        for row in candidates:
            for slip in slips:
                if sentence := slip(row):
                    return row.number, sentence
    return None


def _tab(row: YamlLine) -> str:
    if re.match(r" *\t", row.text):
        return "the line begins with a tab. Use spaces in its place"
    return ""


def _strange_space(row: YamlLine) -> str:
    match = re.match(rf"[ -]*([{SPACES}])|[ -]*[A-Za-z_][\w-]*:([{SPACES}])", row.text)
    character = (match[1] or match[2]) if match else ""
    if not character:
        return ""
    name = "a no-break space" if character in "\u00a0\u202f" else "a wide space"
    return (
        f"{name} (U+{ord(character):04X}) is here, as Word and web pages write it. Type an ordinary space in its place"
    )


def _dash(row: YamlLine) -> str:
    match = re.match(r" *([–—•·▪●*])[ \t]+(?=\S)", row.text)
    if match and not (match[1] == "*" and row.parts):
        return f"'{match[1]}' does not begin an item of a list. Type a hyphen and a space: - "
    return ""


def _pasted_cells(row: YamlLine) -> str:
    if row.text.strip().count("\t") >= 2:
        return "this looks like a row of a spreadsheet. Write each value on a line of its own, as 'key: value'"
    return ""


def _no_space(row: YamlLine) -> str:
    if match := re.match(r" *-(?P<key>[A-Za-z_][\w-]*): ", row.text):
        return f"a space is missing after the hyphen. Write '- {match['key']}: ...'"
    match = re.match(r" *(?:- +)*(?P<key>[A-Za-z_]\w*):(?P<value>[^\s/].*)$", row.text)
    if match and not match["key"].startswith("http"):
        return f"a space is missing after the colon. Write '{match['key']}: {shorten(match['value'])}'"
    return ""


def _no_colon(row: YamlLine) -> str:
    match = re.match(r"(?P<begin> *(?:- +)*)(?P<key>[a-z_]+) +(?P<value>\S.*)$", row.text)
    beside = KEY_AND_VALUE.match(row.below) or KEY_AND_VALUE.match(row.above)
    is_beside = beside and len(beside["begin"]) == len(match["begin"]) if match else False
    if match and is_beside and not row.parts and not re.search(r":(\s|$)", row.text):
        return f"a colon is missing after '{match['key']}'. Write '{match['key']}: {shorten(match['value'])}'"
    return ""


def _colon_in_value(row: YamlLine) -> str:
    value = row.value
    if value and value[0] in CURLY_QUOTES:
        straight = with_straight_quotes(value)
        return f"the quotation marks here are curly, so they are part of the text. Type straight ones: {straight}"
    if value and value[0] not in "\"'[{|>&*!" and re.search(r":( |$)", value):
        assert row.parts
        return f"the text after '{row.parts['key']}:' holds a colon. Put the text in quotes: {put_in_quotes(value)}"
    return ""


def _colon_in_braces(row: YamlLine) -> str:
    match = VALUE_IN_BRACES.search(row.text)
    if not match:
        return ""
    return f"the text after '{match[1]}:' holds a colon. Put the text in quotes: {put_in_quotes(match[2])}"


def _symbol(row: YamlLine) -> str:
    value = row.value
    if value[:1] and value[0] in SYMBOLS and not BLOCK_OF_TEXT.match(value):
        return f"text cannot begin with {value[0]}: put it in quotes: {put_in_quotes(value)}"
    end = {"[": "]", "{": "}"}.get(value[:1])
    if value.startswith(("{{", "{%")) or (end and end in value and not value.endswith((end, ","))):
        return f"text cannot begin with {value[0]}: put it in quotes: {put_in_quotes(value)}"
    return ""


def _words_after_quote(row: YamlLine) -> str:
    """A text that goes on after its closing quotation mark, as with an apostrophe between single ones."""
    opening, rest = row.value[:1], row.value[1:]
    if opening not in QUOTATION_MARKS:
        return ""
    closed = re.match(r"(?:[^']|'')*'(?!')" if opening == "'" else r'(?:[^"\\]|\\.)*"', rest)
    after = rest[closed.end() :].strip() if closed else ""
    if not after or after.startswith("#"):
        return ""
    if opening == "'" and rest.endswith("'"):
        return (
            f"an apostrophe ends the text between single quotation marks. Use double ones: {put_in_quotes(rest[:-1])}"
        )
    return f"the text goes on after its closing quotation mark. Put all of it in quotes: {put_in_quotes(row.value)}"


def _open_quote(row: YamlLine) -> str:
    """A quotation mark without its partner, where the next line is no continuation of the text."""
    opening, rest = row.value[:1], row.value[1:]
    if opening not in QUOTATION_MARKS:
        return ""
    is_closed = re.match(r"(?:[^']|'')*'(?!')" if opening == "'" else r'(?:[^"\\]|\\.)*"', rest)
    if is_closed or not (not row.below or KEY_AND_VALUE.match(row.below) or row.below.lstrip().startswith("- ")):
        return ""
    return f"a {QUOTATION_MARKS[opening]} quotation mark is opened here and not closed. Close it at the end of the text"


def _stray(row: YamlLine) -> str:
    """A line of text where a key should be: most often the rest of the text above, without its spaces."""
    above = KEY_AND_VALUE.match(row.above)
    if row.parts or is_item(row.text) or not above or not above["value"] or row.text[:1] in "[{}]":
        return ""
    if row.indent > len(above["begin"]):
        return ""
    return (
        "this line is neither 'key: value' nor an item that begins with '- '. If it goes on with the text of "
        f"'{above['key']}', begin it with {count_spaces(len(above['begin']) + 2)}"
    )


def _level(row: YamlLine) -> str:
    if is_item(row.text):
        right, word = indent_of(row.item), "the item above"
    elif row.parts and (above := KEY_AND_VALUE.match(row.above)):
        right, word = len(above["begin"]), f"'{above['key']}'"
    else:
        return ""
    if row.indent == right or not (row.item or row.above):
        return ""
    return (
        f"the line begins with {count_spaces(row.indent)}, which is no level of the lines above. "
        f"Begin it where {word} begins, with {count_spaces(right)}"
    )


Slip = Callable[[YamlLine], str]
CHARACTER_SLIPS: tuple[Slip, ...] = (_tab, _strange_space)
LINE_SLIPS: tuple[Slip, ...] = (
    _pasted_cells,
    _dash,
    _no_space,
    _words_after_quote,
    _colon_in_value,
    _colon_in_braces,
    _symbol,
    _no_colon,
)
QUOTE_SLIPS: tuple[Slip, ...] = (_open_quote,)
STRAY_SLIPS: tuple[Slip, ...] = (_stray,)
LEVEL_SLIPS: tuple[Slip, ...] = (_level,)
