"""Private characters that are put into Markdown before it is parsed, so that lines and calls are found again after."""

from __future__ import annotations

import re

LINE_BEGIN, CALL_BEGIN, PLACEHOLDER_END = "\ue000", "\ue001", "\ue002"
TRACE_PLACEHOLDER = re.compile(f"[{LINE_BEGIN}{CALL_BEGIN}](\\d+){PLACEHOLDER_END}")
PRIVATE_CHARACTERS = re.compile(f"[{LINE_BEGIN}{CALL_BEGIN}{PLACEHOLDER_END}]")
BEFORE = (
    r"(?:\{%-?\s*(?:end)?raw\s*-?%\}|\{#.*?#\}|[ \t>])*(?:(?:[-*+]|\d+\.)[ \t]+)?"  # what may begin a heading's line
)
ATX = re.compile(rf"({BEFORE}#{{1,6}})")
SETEXT = re.compile(rf"{BEFORE}(?=[^\s<])")
AT_THE_END = re.compile(r"(?=[ \t]*(?:\{[^{}]*\})?[ \t]*$)")  # for a line that begins with a tag
FENCE_LINE = re.compile(r" {0,3}(?:`{3}|~{3})")
UNDERLINE = re.compile(r"[ \t>]*(?:=+|-+)[ \t]*")
WITHOUT_CALLS = re.compile(r"\{%-?\s*raw\s*-?%\}(?P<raw>.*?)\{%-?\s*endraw\s*-?%\}|\{#.*?#\}", re.DOTALL)
CALL_BRACES = re.compile(r"\{\{.*?\}\}|\{\{", re.DOTALL)


def without_raw(text: str) -> str:
    """The text with raw passages and notes to authors as spaces, so that every position stays."""
    return WITHOUT_CALLS.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def call_positions(text: str) -> list[int]:
    """Where each pair of opening braces is that Jinja would read, in the order of an outline's `calls`."""
    return [match.start() for match in CALL_BRACES.finditer(without_raw(text))]


def with_line_placeholders(text: str) -> tuple[str, frozenset[int]]:
    """The text with the line's number in each line that may be a heading; and which of them have a line below them."""
    rows, underlined_lines = text.split("\n"), set()
    for number, row in enumerate(rows):
        below = rows[number + 1] if number + 1 < len(rows) else ""
        if ATX.match(row):
            rows[number] = ATX.sub(rf"\g<1>{LINE_BEGIN}{number}{PLACEHOLDER_END}", row, count=1)
        elif FENCE_LINE.match(row):
            continue  # what begins with --- below it is the code itself
        elif WITHOUT_CALLS.sub(r"\g<raw>", row).strip() and not UNDERLINE.fullmatch(row) and UNDERLINE.fullmatch(below):
            match = SETEXT.match(row) or AT_THE_END.search(row)
            end = match.end() if match else 0
            rows[number] = f"{row[:end]}{LINE_BEGIN}{number}{PLACEHOLDER_END}{row[end:]}"
            underlined_lines.add(number)
    return "\n".join(rows), frozenset(underlined_lines)


def with_call_placeholders(text: str) -> tuple[str, int]:
    """The text as Jinja hands it on, with a number in place of each call; and how many calls there are."""
    parts, end, count = [], 0, 0
    for match in [*WITHOUT_CALLS.finditer(text), None]:
        passage = text[end : match.start() if match else len(text)]
        pieces = CALL_BRACES.split(passage)
        for piece in pieces[:-1]:
            parts += [piece, f"{CALL_BEGIN}{count}{PLACEHOLDER_END}"]
            count += 1
        parts.append(pieces[-1])
        if match:
            parts.append(match["raw"] or "")
            end = match.end()
    return "".join(parts), count


def call_numbers(text: str) -> list[int]:
    """The numbers of the calls whose placeholders are in a text."""
    return [int(number) for number in re.findall(f"{CALL_BEGIN}(\\d+){PLACEHOLDER_END}", text)]
