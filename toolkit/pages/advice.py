"""Advice on a page's text: what is most often a slip, or a hurdle to somebody, though a reader sees it as written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from toolkit.pages.code import fence_after, without_code
from toolkit.pages.markdown import read_markdown
from toolkit.pages.table_cells import table_advice
from toolkit.pages.writing import matches, prose_of
from toolkit.sources.problems import quote

# Words of links that say nothing of where they lead; a screen reader lists links without the text around them.
EMPTY_WORDS = {
    *("here", "click here", "click", "this", "this link", "link", "this page", "read more", "more", "see here", "go"),
    *("find out more", "learn more", "more information", "details", "download", "pdf", "website"),
    *("yma", "cliciwch yma", "y ddolen hon", "dolen", "darllenwch fwy", "mwy", "rhagor", "rhagor o wybodaeth"),
}
LINK_WORDS = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])+)\](?:\(|\[)")
FILE_NAME = re.compile(
    r"!\[\s*((?:image|img|picture|photo|screenshot)[\s_-]*\d*|[\w-]+\.(?:png|jpe?g|svg|gif))\s*\]\(", re.IGNORECASE
)
NO_SPACE = re.compile(r"^#{2,6}(?=[^\s#])", re.MULTILINE)
INDENTED_ITEM = re.compile(r"(?: {4}|\t)\s*(?:[-*+]|\d+[.)])\s+[A-Z]\w* ")
HTML_BLOCK = re.compile(r"^<(div|section|figure|details)\b[^>\n]*>\n(.*?)^</\1>", re.MULTILINE | re.DOTALL)
MARKDOWN_MARKUP = re.compile(r"^(?:[-*+] \S|#{1,6} \S|\d+\. \S)|\*\*\S|\]\(", re.MULTILINE)
DISK = re.compile(r"(?<![\w`])(?:[A-Za-z]:\\\w|file:///)")


def writing_advice(text: str) -> Iterator[tuple[int, str]]:
    """(line from 1, sentence) for each such place, in the order of the text."""
    prose = prose_of(text)
    places = [
        *matches(LINK_WORDS, prose, _link_words),
        *matches(FILE_NAME, prose, lambda match: f"{quote(match[1])} says nothing of the picture. Write what it shows"),
        *matches(NO_SPACE, prose, lambda _: "write a space after the # of a heading: other programs need it"),
        *matches(HTML_BLOCK, prose, _markdown_in_html),
        *matches(DISK, prose, lambda _: "this place is on your own computer, where no reader can open it"),
    ]
    by_line = [(prose.count("\n", 0, position) + 1, sentence) for position, sentence in places]
    yield from sorted([*by_line, *_headings(text), *_indented_lists(text), *table_advice(prose)])


def _link_words(match: re.Match[str]) -> str:
    words = " ".join(match[1].strip(" *_.!>").casefold().split())
    if words not in EMPTY_WORDS:
        return ""
    return f"the link {quote(match[1])} does not say where it leads. Give it the name of the page or document"


def _markdown_in_html(match: re.Match[str]) -> str:
    if not MARKDOWN_MARKUP.search(match[2]):
        return ""
    return f"within <{match[1]}> Markdown is shown as it is written. Write HTML there, or take the tag out"


def _headings(text: str) -> Iterator[tuple[int, str]]:
    """Levels that are left out, which lose those who go from heading to heading, and sections of one name."""
    headings = [heading for heading in read_markdown(text).headings if not heading.has_call]
    counts = Counter(heading.words.casefold() for heading in headings if heading.level == 2)
    above = 0
    for heading in headings:
        if above and heading.level > above + 1:
            level = "#" * (above + 1)
            yield heading.line + 1, f"a heading with {'#' * heading.level} follows one with {'#' * above}. Use {level}"
        above = heading.level
        if heading.level == 2 and counts[heading.words.casefold()] > 1:
            yield (
                heading.line + 1,
                f"the heading {quote(heading.words)} is repeated. Links and notes find the first only",
            )


def _indented_lists(text: str) -> Iterator[tuple[int, str]]:
    """A list that begins four spaces in, below no item, is shown as code."""
    fence, above = "", ""
    visible = without_code(text).split("\n")
    for number, (row, rest) in enumerate(zip(text.split("\n"), visible, strict=True), start=1):
        before, fence = fence, fence_after(row, fence)
        is_list = bool(INDENTED_ITEM.match(row)) and not rest.strip() and not before
        if is_list and not INDENTED_ITEM.match(above):
            yield number, "these lines begin with four spaces, so they are shown as code. Begin the list without spaces"
        above = row
