"""Where in a page's Markdown a macro call is, and why it cannot be rendered there."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.pages.markdown import read_markdown

OBSTACLES = {
    "code": "is inside code. Between {% raw %} and {% endraw %} it is shown as it is",
    "link": "is inside a link. It makes a link of its own",
    "tag": "is inside a tag. Move it into the text",
}


def obstacle(text: str, position: int, context: str, is_block: bool) -> str:
    """Why a call at a position cannot be rendered, in words that follow the call's name; empty if it can.

    `context` is what it is inside of, as `read_markdown` says.
    """
    if context:
        return OBSTACLES[context]
    start = text.rfind("\n", 0, position) + 1
    close = text.find("}}", position) + 2
    before, after = text[start:position], text[close:].partition("\n")[0]
    if is_block and (before.strip() or after.strip()):
        return "must be alone on its line, with an empty line before and after it"
    return ""


def heading_mistakes(text: str) -> Iterator[tuple[int, str]]:
    """(line from 1, sentence) for a page that has no heading of the first level, or more than one."""
    titles = read_markdown(text).of_level(1)
    for title in titles[1:]:
        yield title.line + 1, "this is a second heading with one #. A page has one: use ## or ###"
    if not titles:
        yield 1, "the page has no heading. Begin its text with '# ' and the page's name"
