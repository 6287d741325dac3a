"""How much a document holds, told before anything is looked for in it. browser/lib/document-size.mjs is its twin."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.answers.answers import utf16_length
from toolkit.answers.limits import MOST_CHARACTERS, MOST_IN_DOCUMENT, MOST_PROMPTS
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.answers.visible import Document, Paragraph


def check_size(document: Document, most: int = MOST_IN_DOCUMENT, longest: int = MOST_CHARACTERS) -> None:
    """Raises Unreadable for a document that holds more than any form does.

    Finding where texts belong takes time for each of them; with this limit it takes seconds for the worst document.
    `most` is how many there may be, `longest` of how many characters together.
    """
    if len(document.prompts) > MOST_PROMPTS:
        raise Unreadable(Reason.TOO_MANY_PARTS)
    length = 0
    for count, text in enumerate(_contents(document), start=1):
        length += utf16_length(text)
        if count > most:
            raise Unreadable(Reason.TOO_MANY_PARTS)
        if length > longest:
            raise Unreadable(Reason.TOO_LARGE)


def _contents(document: Document) -> Iterator[str]:
    """Each piece with its name, and all that is hidden; an empty one for each table, row, cell and paragraph."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from _texts_of(block)
            continue
        yield ""
        for row in block.rows:
            yield ""
            for cell in row:
                yield ""
                for paragraph in cell.paragraphs:
                    yield from _texts_of(paragraph)
    yield from map("".join, document.hidden.items())
    yield from document.texts
    yield from document.prompts
    yield from document.notes


def _texts_of(paragraph: Paragraph) -> Iterator[str]:
    yield ""
    for piece in paragraph.pieces:
        yield piece.key + piece.text
