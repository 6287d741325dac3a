"""Where in a page's Markdown a macro call stands, and why it could not be filled in there."""

from __future__ import annotations

import re
from collections.abc import Iterator

UNCALLED = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}|\{#.*?#\}", re.DOTALL)
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
LIST_ITEM = re.compile(r"\s*([-*+]|\d+[.)]|:)\s")
HEADING = re.compile(r"# \S")


def without_raw(text: str) -> str:
    """The text with raw passages and notes to authors as spaces, so that every position stays."""
    return UNCALLED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def call_positions(text: str) -> list[int]:
    """Where each pair of opening braces stands that Jinja would read."""
    return [found.start() for found in re.finditer(r"\{\{", without_raw(text))]


def unclosed_line(text: str) -> int | None:
    """The first line, from 1, on which braces are opened and not closed before the paragraph ends."""
    bare = without_raw(text)
    for found in re.finditer(r"\{\{|\{%|\{#", bare):
        end = re.compile(r"\}\}|%\}|\{\{|\{%|\n[ \t]*\n|\Z").search(bare, found.end())
        if found[0] == "{#" or (end and end[0] not in {"}}", "%}"}):
            return bare.count("\n", 0, found.start()) + 1
    return None


def obstacle(text: str, position: int, is_block: bool) -> str:
    """Why a call at a position cannot be filled in, in words that follow the call's name; empty if it can."""
    start = text.rfind("\n", 0, position) + 1
    close = text.find("}}", position) + 2
    before, after = text[start:position], text[close:].partition("\n")[0]
    if _is_fenced(text[:start]) or _is_indented(text[:start], before):
        return "stands inside code. Between {% raw %} and {% endraw %} it is shown as it is"
    if before.count("`") % 2 and "`" in after:
        return "stands inside code. Between {% raw %} and {% endraw %} it is shown as it is"
    if re.search(r"\]\([^)]*$", before) or (re.search(r"\[[^\]\[]*$", before) and re.match(r"[^\[\]]*\]\(", after)):
        return "stands inside a link. It makes a link of its own"
    if re.search(r"<[a-zA-Z/][^<>]*$", before):
        return "stands inside a tag. Put it into the text"
    if is_block and (before.strip() or after.strip()):
        return "must stand alone on its line, with an empty line before and after it"
    return ""


def heading_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """(line from 1, sentence) for a page that has no heading of the first level, or more than one."""
    found, fence = 0, ""
    for number, line in enumerate(without_raw(text).split("\n"), start=1):
        fence = _fence_after(line, fence)
        if fence or not HEADING.match(line):
            continue
        found += 1
        if found > 1:
            yield number, "a second heading with one # stands here. A page has one: use ## or ###"
    if not found:
        yield 1, "the page has no heading. Begin its text with '# ' and the page's name"


def _is_fenced(above: str) -> bool:
    fence = ""
    for line in above.split("\n"):
        fence = _fence_after(line, fence)
    return bool(fence)


def _fence_after(line: str, fence: str) -> str:
    """The fence that is open after a line, given the one that was open before it."""
    found = FENCE.match(line)
    if not found:
        return fence
    if not fence:
        return found[1]
    return "" if found[1].startswith(fence) and not line.strip(" `~") else fence


def _is_indented(above: str, before: str) -> bool:
    """Whether a line is a block of code by its indentation, and not the continuation of a list."""
    if len(before.expandtabs(4)) - len(before.expandtabs(4).lstrip()) < 4 or LIST_ITEM.match(before):
        return False
    lines = above.split("\n")[:-1]
    if lines and lines[-1].strip():
        return False  # it continues a paragraph
    outer = next((line for line in reversed(lines) if line.strip() and not line.startswith(("    ", "\t"))), "")
    return not LIST_ITEM.match(outer)
