"""The one reader of pages' Markdown: headings with their ids and lines, and where macro calls are.

The parser is the one that renders the site, Python-Markdown with the same extensions, so that what is believed here of
a page is what the page has. It keeps no lines, so each line that may become a heading, and each call, is given a
placeholder of private characters before it is parsed, which is looked for in the tree afterwards. Only headings and
what holds a call are parsed down to their words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import render_inner_html, strip_tags

from toolkit.pages.lists import Lists
from toolkit.pages.tracing import (
    CALL_BEGIN,
    LINE_BEGIN,
    PRIVATE_CHARACTERS,
    TRACE_PLACEHOLDER,
    call_numbers,
    with_call_placeholders,
    with_line_placeholders,
)

# The first three are the engine's own.
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "def_list")
LEVELS = {f"h{level}": level for level in range(1, 7)}
ID_ELSEWHERE = re.compile(r"^(?![ \t>]*#).*\{:?[^}\n]*#\w", re.MULTILINE)


@dataclass(frozen=True)
class Heading:
    """A heading: its lines in the text, from 0, the words that readers see, and the id that it has on the page."""

    line: int
    last_line: int
    level: int
    words: str
    id: str
    has_call: bool  # whether a macro puts some of it in, so that its words are not known here


@dataclass(frozen=True)
class Outline:
    """What a page's Markdown is made of, as far as anything asks.

    `calls` says of each pair of opening braces that Jinja would read, in order, what it is inside of: code, a link or
    a tag; empty if it may be there.
    """

    headings: tuple[Heading, ...]
    calls: tuple[str, ...]

    def of_level(self, level: int) -> list[Heading]:
        """The headings with so many #."""
        return [heading for heading in self.headings if heading.level == level]


@lru_cache(maxsize=2048)
def read_markdown(text: str) -> Outline:
    """The outline of a page's text, without its front matter."""
    text = PRIVATE_CHARACTERS.sub(" ", text)
    traced, underlined_lines = with_line_placeholders(text)
    traced, call_count = with_call_placeholders(traced)
    reader = _make_reader()
    root = _parse_blocks(reader, traced)
    contexts = dict.fromkeys(range(call_count), "")
    contexts |= dict(_contexts_in_html(reader))
    parts = root if ID_ELSEWHERE.search(text) else _parts_with_words(root)
    for processor in reader.treeprocessors:
        if processor is reader.treeprocessors["attr_list"]:
            contexts |= dict(_contexts_in_tree(parts, reader))
            _note_lines(parts)
        if processor is not reader.treeprocessors["prettify"]:
            processor.run(parts)
    headings = tuple(_headings(parts, reader, underlined_lines))
    return Outline(headings, tuple(contexts[number] for number in range(call_count)))


def _make_reader() -> Markdown:
    return Markdown(extensions=[*EXTENSIONS, Lists()], extension_configs={"toc": {"toc_depth": 6}})


def _parse_blocks(reader: Markdown, text: str) -> Element:
    """The tree of the blocks of a text, their words not yet read."""
    rows = text.split("\n")
    for preprocessor in reader.preprocessors:
        rows = preprocessor.run(rows)
    root = reader.parser.parseDocument(rows).getroot()
    assert root is not None  # the parser makes one whatever it is given
    return root


def _parts_with_words(root: Element) -> Element:
    """A tree of the headings, and of what holds a call, side by side: the only parts whose words matter."""
    parts = Element("div")
    for element in root.iter():
        text = element.text or ""
        if element.tag in LEVELS or CALL_BEGIN in text:
            part = Element(element.tag, element.attrib)
            part.text = element.text
            parts.append(part)
    return parts


def _note_lines(parts: Element) -> None:
    """Moves the placeholders of a heading from its words into attributes."""
    for element in parts.iter():
        for part in element.iter() if element.tag in LEVELS else ():
            for name, value in _placeholders(part):
                element.attrib.setdefault(name, value)
    for element in parts.iter():
        for attribute in ("text", "tail"):
            value = getattr(element, attribute)
            if value and PRIVATE_CHARACTERS.search(value):
                setattr(element, attribute, TRACE_PLACEHOLDER.sub("", value))


def _placeholders(element: Element) -> Iterator[tuple[str, str]]:
    """("data-line" or "data-call", number) of each placeholder in the words directly inside an element."""
    for text in (element.text or "", *(child.tail or "" for child in element)):
        yield from (
            ("data-line" if m[0][0] == LINE_BEGIN else "data-call", m[1]) for m in TRACE_PLACEHOLDER.finditer(text)
        )


def _headings(parts: Element, reader: Markdown, underlined_lines: frozenset[int]) -> Iterator[Heading]:
    last = -1
    for element in parts.iter():
        if element.tag not in LEVELS:
            continue
        # A heading of nothing but = or - has no place of its own: it is just below the one before.
        line = int(element.get("data-line", last + 1))
        last = line + 1 if line in underlined_lines else line
        words = html.unescape(strip_tags(render_inner_html(element, reader)))
        has_call = "data-call" in element.attrib
        yield Heading(line, last, LEVELS[element.tag], " ".join(words.split()), element.get("id", ""), has_call)


def _contexts_in_tree(parts: Element, reader: Markdown) -> Iterator[tuple[int, str]]:
    """(number, what it is inside of) of the calls in the tree that are in code or in a link."""
    for element in parts.iter():
        if element.tag == "code":
            yield from ((number, "code") for number in call_numbers("".join(element.itertext())))
        if element.tag == "a":
            yield from ((number, "link") for number in call_numbers("".join(element.itertext())))
        yield from ((number, "link") for value in element.attrib.values() for number in call_numbers(value))
    yield from _contexts_in_html(reader)


def _contexts_in_html(reader: Markdown) -> Iterator[tuple[int, str]]:
    """The same of those in HTML that the author wrote, and in fenced code, which the parser sets aside."""
    for html_block in reader.htmlStash.rawHtmlBlocks:
        text = html_block if isinstance(html_block, str) else "".join(html_block.itertext())
        if text.startswith("<pre") and "<code" in text[:200]:
            yield from ((number, "code") for number in call_numbers(text))
        for tag in re.findall(r"<[a-zA-Z/][^<>]*>", text):
            yield from ((number, "tag") for number in call_numbers(tag))
