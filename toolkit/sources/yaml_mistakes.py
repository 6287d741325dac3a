"""What a YAML parser stumbled over, in words for someone who edits the file."""

from __future__ import annotations

import re

import yaml

GENERAL = "Check the indentation, and put text that holds ': ' or ' #' or begins with a symbol in quotes"
MERGE_MARKER = re.compile(r"^(<<<<<<<|=======|>>>>>>>)( |$)", re.MULTILINE)
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
    reason = getattr(error, "problem", None) or "the text cannot be read"
    if re.search("end of stream|expected ',' or", reason) and getattr(error, "context_mark", None):
        position = error.context_mark  # type: ignore[attr-defined]  # where it began, not where the file ends
    return position.line + 1, f"this is not valid YAML: {reason}. {_advice(reason, text, position)}"


def _advice(reason: str, text: str, position: yaml.Mark) -> str:
    lines = text.splitlines()
    line = lines[position.line] if position.line < len(lines) else ""
    if line[: position.column + 1].strip(" ").startswith("\t"):
        return "The line begins with a tab. Use spaces in its place"
    if "cannot start any token" in reason:
        character = line[position.column : position.column + 1]
        return f"Text cannot begin with {character or 'this character'}: put it in quotes"
    return next((advice for words, advice in SYNTAX_ADVICE if words in reason), GENERAL)


def _forbidden_line(error: yaml.YAMLError, text: str) -> int:
    position = getattr(error, "position", 0) or 0
    if position:
        return text.encode("utf-8", "replace")[:position].count(b"\n") + 1
    for number, line in enumerate(text.split("\n"), start=1):
        if any(ord(c) < 32 and c not in "\t\r" for c in line):
            return number
    return 1
