"""Lists and tables as most editors write them: right below a line of text, and inner items two or three spaces in.

Python-Markdown wants an empty line before a list or a table, and four spaces for each level. GitHub, converters from
Word and CommonMark want neither, and Python-Markdown makes one run-on paragraph of what they write. This extension of
the parser puts in the empty lines and the spaces before any block is read. What is written as Python-Markdown wants it
stays as it is. A list that begins with another number than 1 keeps its number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

AFTER_CODE_AND_HTML_ARE_SET_ASIDE = 15  # fenced code has 25, blocks of HTML 20
LEVEL = 4  # spaces for each level of a list, as Python-Markdown reads it
LEAST_INDENT = 2  # spaces that make an item an inner one, for most editors
ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)])(?P<space> +)(?=\S)")
RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
QUOTE = re.compile(r" {0,3}> ?")
DELIMITERS = re.compile(r" {0,3}(?=.*\|)\|?(?: *:?-+:? *\|)* *(?::?-+:? *)?$")  # the second row of a table
DEFINITION = re.compile(r" {0,3}: ")
SET_ASIDE = "\u0002"  # with which the parser's placeholders of code and HTML begin


@dataclass(frozen=True)
class OpenItem:
    """An item that later rows may belong to: where its marker is, and where its text begins."""

    indent: int
    text: int


@dataclass
class _Mender:
    """Goes through the rows of a text once, and knows which items are open."""

    rows: list[str] = field(default_factory=list)  # those that are done
    items: list[OpenItem] = field(default_factory=list)
    in_list: bool = False  # whether the rows since the last empty one began with an item
    in_table: bool = False
    in_definition: bool = False

    @property
    def is_after_text(self) -> bool:
        """Whether the row before would take this one into its paragraph."""
        return bool(self.rows) and bool(self.rows[-1].strip()) and not self.rows[-1].startswith(SET_ASIDE)

    def add(self, row: str, below: str) -> None:
        """Takes the next row, with the one below it."""
        if not row.strip():
            self.in_table = self.in_list = False
            self.rows.append(row)
            return
        item = None if RULE.match(row) or self._is_of_table(row, below) else ITEM.match(row)
        indent = len(row) - len(row.lstrip(" "))
        if self.in_definition and (indent >= LEVEL or self.is_after_text):
            self.rows.append(row)
            return
        self.in_definition = bool(DEFINITION.match(row))
        if item and not self.in_definition:
            self._add_item(row, item, indent)
        else:
            self._add_text(row, indent)

    def _is_of_table(self, row: str, below: str) -> bool:
        """Whether a row is part of a table; an empty line is put above a table's first."""
        if self.in_table and "|" in row:
            return True
        begins = "|" in row and bool(DELIMITERS.match(below)) and not self.items
        if begins and self.is_after_text:
            self.rows.append("")
        self.in_table = begins
        return begins

    def _add_item(self, row: str, item: re.Match[str], indent: int) -> None:
        open_items = [each for each in self.items if indent >= each.indent + LEAST_INDENT]
        after_text, number = self.is_after_text, item["marker"].rstrip(".)")
        is_code = not open_items and indent >= LEVEL
        is_wrapped = not self.in_list and after_text and number.isdigit() and number != "1"
        is_too_deep = bool(open_items) and indent >= open_items[-1].text + LEVEL
        if is_code or is_wrapped or is_too_deep:
            self._add_text(row, indent)
            return
        if after_text and not self.in_list:
            self.rows.append("")
        self.in_list = True
        self.items = [*open_items, OpenItem(indent, item.end())]
        marker = item["marker"].replace(")", ".")
        self.rows.append(" " * LEVEL * len(open_items) + marker + row[item.end("marker") :])

    def _add_text(self, row: str, indent: int) -> None:
        """A row that begins no item: it goes on with the paragraph above, or is a paragraph or code of an open item."""
        if self.is_after_text or not self.items:
            self.rows.append(row)
            return
        self.items = [each for each in self.items if indent >= min(each.text, each.indent + LEVEL)]
        depth = len(self.items)
        if not depth or (self.items[-1].indent == LEVEL * (depth - 1) and indent >= LEVEL * depth):
            self.rows.append(row)
            return
        inner = indent - self.items[-1].text
        code = max(indent - self.items[-1].indent - LEVEL, 0) if inner >= 2 * LEVEL else inner
        self.rows.append(" " * (LEVEL * depth + (code if inner >= LEVEL else 0)) + row.lstrip(" "))


def mend_lists(rows: Sequence[str]) -> list[str]:
    """The rows of a text, with what Python-Markdown needs to see its lists and tables."""
    mender, position = _Mender(), 0
    while position < len(rows):
        quote = _quote_at(rows, position) if not mender.items else []
        if quote:
            inner = [QUOTE.sub("", row, count=1) for row in quote]
            mended = mend_lists(inner)
            mender.rows += quote if mended == inner else [f"> {row}".rstrip() for row in mended]
            position += len(quote)
            continue
        mender.add(rows[position], rows[position + 1] if position + 1 < len(rows) else "")
        position += 1
    return mender.rows


def _quote_at(rows: Sequence[str], position: int) -> list[str]:
    """The rows of the quotation that begins at a row, if one does."""
    end = position
    while end < len(rows) and QUOTE.match(rows[end]):
        end += 1
    return list(rows[position:end])


class ListMender(Preprocessor):
    """Puts `mend_lists` before the parser's own reading of blocks."""

    def run(self, lines: list[str]) -> list[str]:
        """The rows of a page that are neither code nor HTML are made readable."""
        return mend_lists(lines)


class Lists(Extension):
    """Registers the mender of lists, and has numbered lists begin with their own number."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the parser's own name
        """Adds the mender to a parser."""
        md.preprocessors.register(ListMender(md), "list_mender", AFTER_CODE_AND_HTML_ARE_SET_ASIDE)
        md.parser.blockprocessors["olist"].LAZY_OL = False  # type: ignore[attr-defined]
