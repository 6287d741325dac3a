"""How much a document holds, told before anything is looked for in it. browser/lib/document-size.mjs is its twin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.answers.limits import MOST_CHARACTERS, MOST_IN_DOCUMENT, MOST_PROMPTS
from toolkit.answers.texts import utf16_length
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.answers.visible import Document, Paragraph, Table

Block = Paragraph | Table


def check_size(document: Document, most: int = MOST_IN_DOCUMENT, longest: int = MOST_CHARACTERS) -> None:
    """Raises Unreadable for a document that holds more than any form does.

    Finding where texts belong takes time for each of them; with this limit it takes seconds for the worst document.
    `most` is how many there may be, `longest` of how many characters together.
    """
    if len(document.prompts) > MOST_PROMPTS:
        raise Unreadable(Reason.TOO_MANY_PARTS)
    size = _Size(most, longest)
    for text in _contents(document):
        size.add(text)


def take_blocks(
    blocks: Iterable[Block], most: int = MOST_IN_DOCUMENT, longest: int = MOST_CHARACTERS
) -> tuple[Block, ...]:
    """The blocks of a document; raises Unreadable at the first that is too much, and asks for no more then."""
    size, result = _Size(most, longest), []
    for block in blocks:
        for text in _block_contents(block):
            size.add(text)
        result.append(block)
    return tuple(result)


class _Size:
    """Counts what a document holds; raises Unreadable where that becomes too much."""

    def __init__(self, most: int, longest: int) -> None:
        self.things_left, self.characters_left = most, longest

    def add(self, text: str) -> None:
        self.things_left -= 1
        self.characters_left -= utf16_length(text)
        if self.things_left < 0:
            raise Unreadable(Reason.TOO_MANY_PARTS)
        if self.characters_left < 0:
            raise Unreadable(Reason.TOO_LARGE)


def _contents(document: Document) -> Iterator[str]:
    """Each piece with its name, and all that is hidden; an empty one for each table, row, cell and paragraph."""
    for block in document.blocks:
        yield from _block_contents(block)
    yield from map("".join, document.hidden.items())
    yield from document.texts
    yield from document.prompts
    yield from document.notes


def _block_contents(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from _texts_of(block)
        return
    yield ""
    for row in block.rows:
        yield ""
        for cell in row:
            yield ""
            for paragraph in cell.paragraphs:
                yield from _texts_of(paragraph)


def _texts_of(paragraph: Paragraph) -> Iterator[str]:
    yield ""
    for piece in paragraph.pieces:
        yield piece.key + piece.text
