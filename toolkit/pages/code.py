"""A page's Markdown without its code, which readers see as it is written."""

from __future__ import annotations

import re

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
SPAN = re.compile(r"(?<![\\`])(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
INDENT = re.compile(r"(?: {4}|\t)")
LIST_ITEM = re.compile(r"\s*([-*+]|\d+[.)]|:)\s")


def without_code(text: str) -> str:
    """The text with spaces for all code: between fences, indented, and between backticks. Each place stays."""
    rows, fence, outer, above = [], "", "", ""
    for row in text.split("\n"):
        before, fence = fence, fence_after(row, fence)
        is_code = bool(before or fence) or _is_indented(row, above, outer)
        if row.strip() and not is_code and not INDENT.match(row):
            outer = row
        above = "" if is_code else row
        rows.append(" " * len(row) if is_code else row)
    return SPAN.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), "\n".join(rows))


def fence_after(row: str, fence: str) -> str:
    """The fence that is open after a row, given the one that was open before it."""
    match = FENCE.match(row)
    if not match:
        return fence
    if not fence:
        return match[1] if "`" not in row[match.end() :] else ""
    return "" if match[1].startswith(fence) and not row.strip(" `~") else fence


def _is_indented(row: str, above: str, outer: str) -> bool:
    """Whether a row is code by its indentation: not the continuation of a paragraph, a list or a block of HTML."""
    return bool(INDENT.match(row)) and not above.strip() and not LIST_ITEM.match(outer) and not outer.startswith("<")
