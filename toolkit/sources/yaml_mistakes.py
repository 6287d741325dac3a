"""What a YAML parser stumbled over, in words for someone who edits the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import yaml

from toolkit.sources.yaml_rows import indent_of
from toolkit.sources.yaml_slips import find_slip

GENERAL = "Check the indentation, and put text that holds ': ' or ' #' or begins with a symbol in quotes"
MERGE_MARKER = re.compile(r"^(<<<<<<<|=======|>>>>>>>)( |$)", re.MULTILINE)
Parse = Callable[[str], yaml.YAMLError | None]
MOST_SYNTAX_MISTAKES = 12  # of one file; a text that is no YAML at all has one in each line
OWN_REASONS = {"Unicode character escape", "escape", "directive", "incompatible YAML document"}  # right as they are
# What the parser says, and what helps; the first that fits is used.
SYNTAX_ADVICE = (
    ("Unicode character escape", "Type the character itself in place of the backslash and what follows"),
    ("escape", "In double quotes a backslash has a meaning of its own. Use single quotes, or write it twice"),
    ("unexpected end of stream", "A quotation mark is opened here and not closed. Close it"),
    ("directive", "A line that begins with % is an order to the parser. Remove it"),
    ("incompatible YAML document", "Remove the line that begins with %YAML"),
    ("expected ',' or ']'", "A list that begins with [ is not closed. End it with ]"),
    ("expected ',' or '}'", "Keys that begin with { are not closed. End them with }"),
)


def syntax_mistakes(error: yaml.YAMLError, text: str, parse: Parse) -> Iterator[tuple[int, str]]:
    """(line, sentence) of what the parser stumbled over, and of each slip that is recognised further on.

    `parse` gives the error of a text, if it has one. A slip that is recognised is mended in a copy of the text, so
    that the parser goes on.
    """
    lines = re.split("\r\n|\r|\n", text)
    yield (first := syntax_mistake(error, text))
    if MERGE_MARKER.search(text):
        return
    reported, failure = {first[0]}, _mend(lines, min(first[0], len(lines)) - 1, error, parse)
    while failure and len(reported) < MOST_SYNTAX_MISTAKES and (slip := _find_slip(failure, lines)):
        line, sentence = slip[0] + 1, slip[1]
        if line in reported:
            return
        yield line, sentence
        reported.add(line)
        failure = _mend(lines, slip[0], failure, parse)


def syntax_mistake(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """(line, sentence) for an error of the parser."""
    conflict = MERGE_MARKER.search(text)
    if conflict and conflict[1].startswith("<"):
        line = text[: conflict.start()].count("\n") + 1
        return line, "a merge conflict was left here (<<<<<<<). Keep one of the two versions and remove the markers"
    position = getattr(error, "problem_mark", None)
    if position is None:  # the reader met a character that YAML forbids; it gives a position, not a line
        return _forbidden_line(error, text), (
            "there is a control character here that YAML does not allow. Delete it or type the line again"
        )
    if slip := _find_slip(error, re.split("\r\n|\r|\n", text)):
        return slip[0] + 1, slip[1]
    reason = getattr(error, "problem", None) or "the text cannot be read"
    if re.search("end of stream|expected ',' or", reason) and getattr(error, "context_mark", None):
        position = error.context_mark  # type: ignore[attr-defined]  # where it began, not where the file ends
    advice = next((advice for words, advice in SYNTAX_ADVICE if words in reason), GENERAL)
    return position.line + 1, f"this is not valid YAML: {reason}. {advice}"


def _find_slip(error: yaml.YAMLError, lines: Sequence[str]) -> tuple[int, str] | None:
    position, begin = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or ""
    if position is None or any(words in reason for words, _ in SYNTAX_ADVICE if words in OWN_REASONS):
        return None
    return find_slip(lines, min(position.line, len(lines) - 1), begin.line if begin else None)


def _mend(lines: list[str], at: int, error: yaml.YAMLError, parse: Parse) -> yaml.YAMLError | None:
    """Puts what parses furthest in place of a line; gives the error that is further on, or the same one."""
    old, furthest, best = lines[at], _line_of(error), lines[at]
    for line in _replacements(lines, at):
        lines[at] = line
        failure = parse("\n".join(lines))
        if failure is None:
            return None
        if _line_of(failure) > furthest:
            furthest, best, error = _line_of(failure), line, failure
    lines[at] = best if best != old else old
    return error


def _line_of(error: yaml.YAMLError) -> int:
    position = getattr(error, "problem_mark", None)
    return position.line if position else -1


def _replacements(lines: Sequence[str], at: int) -> Iterator[str]:
    """What may have been meant by a line that does not parse: a key or an item, at a level of the lines around."""
    key = re.match(r"[ \t]*(-?) *([A-Za-z_][\w-]*)", lines[at])
    word = key[2] if key else "x"
    around = [line for line in (*lines[max(0, at - 40) : at], *lines[at + 1 : at + 3]) if line.strip()]
    levels = {indent_of(line) + extra for line in (lines[at], *around) for extra in (0, 2)}
    for level in sorted(levels):
        yield f"{' ' * level}- {word}: x" if key and key[1] else f"{' ' * level}{word}: x"
    yield from (f"{' ' * level}- x" for level in sorted(levels))
    yield ""


def _forbidden_line(error: yaml.YAMLError, text: str) -> int:
    position = getattr(error, "position", 0) or 0
    if position:
        return text.encode("utf-8", "replace")[:position].count(b"\n") + 1
    for number, line in enumerate(text.split("\n"), start=1):
        if any(ord(c) < 32 and c not in "\t\r" for c in line):
            return number
    return 1
