"""What in a page's text readers would not see as its author meant, because Markdown drops or mangles it in silence."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from toolkit.html.tags import find_tags
from toolkit.pages.author_html import MACRO_CALL
from toolkit.pages.braces import single_braces
from toolkit.pages.code import without_code
from toolkit.pages.table_cells import table_mistakes
from toolkit.sources.pasted import WORD_MARKUP, pasted_mistakes

EMPTY_IMAGE = re.compile(r"!\[\s*\](?:\(|\[)")
EXCHANGED = re.compile(r"\(([^()\n]{1,120})\)\[((?:https?://|mailto:)[^\]\s]+|[\w./-]+\.md(?:#[\w-]+)?)\]")
SPACE_IN_LINK = re.compile(r"\[[^\[\]\n]*[^\W\d]{2}[^\[\]\n]*\] +\((?:https?://|mailto:|[\w./-]+\.md)[^)\s]*\)")
EMPTY_HEADING = re.compile(r"^ {0,3}#{1,6} *$", re.MULTILINE)
COMMENT = re.compile(r"<!--(?!\[if).*?-->", re.DOTALL)
ALT_ADVICE = (
    "a picture has no words for those who do not see it. Write what it shows between the square brackets; "
    'if it only adorns the page, write <img src="..." alt="">'
)


def writing_mistakes(text: str, macros: Collection[str]) -> Iterator[tuple[int, str]]:
    """(line from 1, sentence) for each such place, in the order of the text; `macros` are the names of macros."""
    with_calls, prose = COMMENT.sub(blank, without_code(text)), prose_of(text)
    mistakes = [
        *single_braces(with_calls, macros),
        *matches(EMPTY_IMAGE, prose, lambda _: ALT_ADVICE),
        *matches(
            EXCHANGED, prose, lambda match: f"the brackets of this link are exchanged. Write [{match[1]}]({match[2]})"
        ),
        *matches(SPACE_IN_LINK, prose, lambda _: "a space is between ] and ( here, so this is no link. Take it out"),
        *matches(EMPTY_HEADING, with_calls, lambda _: "this heading has no words. Write them, or take the line out"),
        *((tag.position, ALT_ADVICE) for tag in find_tags(prose) if tag.name == "img" and "alt" not in tag.attributes),
    ]
    by_line = [(prose.count("\n", 0, position) + 1, sentence) for position, sentence in mistakes]
    yield from sorted([*by_line, *pasted_mistakes(prose), *table_mistakes(prose)])


def prose_of(text: str) -> str:
    """A page's text with spaces for code, macro calls and comments; each place stays."""
    return MACRO_CALL.sub(blank, COMMENT.sub(blank, without_code(text)))


def blank(match: re.Match[str]) -> str:
    """As many spaces as what was matched, its line ends kept."""
    return re.sub(r"[^\n]", " ", match[0])


def matches(pattern: re.Pattern[str], text: str, sentence: Callable[[re.Match[str]], str]) -> Iterator[tuple[int, str]]:
    """(position, sentence) of each match about which there is something to say."""
    for match in pattern.finditer(text):
        if words := sentence(match):
            yield match.start(), words


def has_word_markup(row: str) -> bool:
    """Whether Word has left its markup in a line, which is reported once, not for each attribute."""
    return bool(WORD_MARKUP.search(row))
