"""Everything in a page's text that readers would not see as it was meant: characters, tags, and slips of Markdown."""

from __future__ import annotations

from collections.abc import Collection

from toolkit.pages.author_html import html_mistakes
from toolkit.pages.writing import has_word_markup, writing_mistakes
from toolkit.sources.text_file import character_mistakes


def text_mistakes(text: str, macros: Collection[str]) -> list[tuple[int, str]]:
    """(line from 1, sentence) of each mistake, in the order of the lines; `macros` are the names of macros.

    What one cause has made is reported once: markup of Word not for each of its attributes, a bullet of Word not as
    an invisible character too.
    """
    rows = text.split("\n")
    html = [mistake for mistake in html_mistakes(text) if not has_word_markup(rows[mistake[0] - 1])]
    slips = list(writing_mistakes(text, macros))
    lines = {line for line, _ in slips}
    characters = [mistake for mistake in character_mistakes(text) if mistake[0] not in lines]
    return sorted([*characters, *html, *slips])
