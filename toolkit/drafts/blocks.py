"""What a Word file holds, block by block: headings, paragraphs, items of lists and tables, with their links."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph as WordParagraph

from toolkit.answers.archive import Archive

TYPED_BULLET = re.compile(r"^\s*[•·▪◦●\uf0b7o\-–*]\s+(?=\S)")
HEADING_STYLE = re.compile(r"heading ([1-9])")
LONGEST_HEADING = 90  # characters of a bold line that may be a heading
TO_ESCAPE = re.compile(r"([\\*_\[\]<>`#|])")


@dataclass(frozen=True)
class Link:
    """A link in a text: its words and its address."""

    text: str
    address: str


@dataclass(frozen=True)
class RichText:
    """A text as Markdown, in plain words, and its links."""

    markdown: str
    plain: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class HeadingBlock:
    """A heading; `is_guess` where only its bold type says so."""

    level: int
    text: RichText
    is_guess: bool = False


@dataclass(frozen=True)
class ParagraphBlock:
    """A paragraph of text."""

    text: RichText


@dataclass(frozen=True)
class ItemBlock:
    """An item of a list; `is_typed` where its bullet is a character of the text."""

    text: RichText
    level: int
    is_ordered: bool
    is_typed: bool = False


@dataclass(frozen=True)
class TableBlock:
    """A table, as rows of texts; merged cells are repeated."""

    rows: Sequence[Sequence[RichText]]
    has_merged_cells: bool = False


@dataclass(frozen=True)
class PictureBlock:
    """A picture, which is left out, and the words that stand for it."""

    words: str


Block = HeadingBlock | ParagraphBlock | ItemBlock | TableBlock | PictureBlock


def read_word(content: bytes) -> list[Block]:
    """The blocks of a Word file; raises Unreadable for what is none, and ValueError for one that Word would mend."""
    archive = Archive(content)
    for entry in archive.entries:  # within the limits of its size
        archive.unpack(entry)
    document = Document(io.BytesIO(content))
    formats = _list_formats(document)
    return [block for part in document.iter_inner_content() for block in _blocks(part, formats)]


def _blocks(part: Any, formats: dict[tuple[str, str], str]) -> Iterator[Block]:
    if isinstance(part, WordTable):
        yield _table(part)
        return
    for picture in part._p.iter(qn("wp:docPr")):
        yield PictureBlock(str(picture.get("descr") or ""))
    text = _text(part)
    if text.plain:
        yield _block_of(part, text, formats)


def _block_of(paragraph: WordParagraph, text: RichText, formats: dict[tuple[str, str], str]) -> Block:
    style = (paragraph.style.name or "").lower() if paragraph.style else ""
    if match := HEADING_STYLE.fullmatch(style):
        return HeadingBlock(int(match[1]), _without_emphasis(text))
    if style == "title":
        return HeadingBlock(1, _without_emphasis(text))
    number = _numbering(paragraph)
    if number or style.startswith(("list bullet", "list number")):
        level = int(number[1]) if number else int((re.search(r"\d$", style) or ["1"])[0]) - 1
        is_ordered = formats.get(number, "bullet") != "bullet" if number else style.startswith("list number")
        return ItemBlock(text, level, is_ordered)
    if TYPED_BULLET.match(text.plain):
        markdown = TYPED_BULLET.sub("", text.markdown.replace("\\*", "*", 1) if text.plain[0] == "*" else text.markdown)
        return ItemBlock(RichText(markdown, TYPED_BULLET.sub("", text.plain), text.links), 0, False, is_typed=True)
    runs = [run for run in paragraph.runs if run.text.strip()]
    if runs and all(run.bold for run in runs) and len(text.plain) <= LONGEST_HEADING and text.plain[-1] not in ".:;,":
        return HeadingBlock(2, _without_emphasis(text), is_guess=True)
    return ParagraphBlock(text)


def _text(paragraph: WordParagraph) -> RichText:
    markdown, plain, links = [], [], []
    for part in paragraph.iter_inner_content():
        words = part.text.replace("\n", " ").replace("\t", " ")
        plain.append(words)
        if isinstance(part, Hyperlink) and part.address:
            links.append(Link(" ".join(words.split()), part.url))
            markdown.append(f"[{_escape(words.strip())}]({part.url.replace(')', '%29').replace(' ', '%20')})")
        elif isinstance(part, Hyperlink):
            markdown.append(_escape(words))
        else:
            markdown.append(_emphasise(words, is_bold=bool(part.bold), is_italic=bool(part.italic)))
    joined = re.sub(r"\*\*(\s*)\*\*", r"\1", "".join(markdown))
    return RichText(" ".join(joined.split()), " ".join("".join(plain).split()), tuple(links))


def _without_emphasis(text: RichText) -> RichText:
    return RichText(_escape(text.plain), text.plain, text.links)


def _emphasise(words: str, *, is_bold: bool, is_italic: bool) -> str:
    inner, around = words.strip(), "**" * is_bold + "*" * is_italic
    if not inner or not around:
        return _escape(words)
    start = words[: len(words) - len(words.lstrip())]
    return f"{start}{around}{_escape(inner)}{around[::-1]}{words[len(words.rstrip()) :]}"


def _escape(words: str) -> str:
    """Words in which Markdown and the macros of pages find nothing to do."""
    return TO_ESCAPE.sub(r"\\\1", words).replace("{", "&#123;").replace("}", "&#125;")


def _table(table: WordTable) -> TableBlock:
    cells = [list(row.cells) for row in table.rows]
    merged = any(first._tc is second._tc for row in cells for first, second in pairwise(row))
    return TableBlock([[_cell(cell) for cell in row] for row in cells], has_merged_cells=merged)


def _cell(cell: Any) -> RichText:
    texts = [text for paragraph in cell.paragraphs if (text := _text(paragraph)).plain]
    links = tuple(link for text in texts for link in text.links)
    return RichText(" ".join(text.markdown for text in texts), " ".join(text.plain for text in texts), links)


def _numbering(paragraph: WordParagraph) -> tuple[str, str] | None:
    """(list, level) of a paragraph that Word numbers or gives a bullet."""
    properties = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if properties is None:
        return None
    id, level = (properties.find(qn(tag)) for tag in ("w:numId", "w:ilvl"))
    if id is None or id.get(qn("w:val")) == "0":
        return None
    return str(id.get(qn("w:val"))), str(level.get(qn("w:val"))) if level is not None else "0"


def _list_formats(document: Any) -> dict[tuple[str, str], str]:
    """How each level of each list is numbered, as Word names it: bullet, decimal ..."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    value = qn("w:val")
    levels = {
        (abstract.get(qn("w:abstractNumId")), level.get(qn("w:ilvl"))): level.find(qn("w:numFmt")).get(value)
        for abstract in root.findall(qn("w:abstractNum"))
        for level in abstract.findall(qn("w:lvl"))
        if level.find(qn("w:numFmt")) is not None
    }
    lists = {num.get(qn("w:numId")): num.find(qn("w:abstractNumId")).get(value) for num in root.findall(qn("w:num"))}
    return {
        (id, level): shape for id, abstract in lists.items() for (of, level), shape in levels.items() if of == abstract
    }
