"""What a document shows, whichever program wrote it: paragraphs and tables, and the controls in them.

browser/lib/visible.mjs is its twin.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from toolkit.forms.fingerprint import plain

FIRST_PARAGRAPHS = 12  # among which a form's title is looked for


@dataclass(frozen=True)
class Piece:
    """A stretch of text. `key` is the name of the answer, where a control that carries one holds it."""

    text: str
    key: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A line of a document, or several that belong together."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All that it shows."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def own_text(self) -> str:
        """What it shows besides its controls."""
        return "".join(piece.text for piece in self.pieces if not piece.key)

    @property
    def controls(self) -> tuple[Piece, ...]:
        """Its controls, those that show nothing too."""
        return tuple(piece for piece in self.pieces if piece.key)


@dataclass(frozen=True)
class Cell:
    """A cell of a table, as wide as so many columns."""

    paragraphs: tuple[Paragraph, ...]
    span: int = 1

    @property
    def text(self) -> str:
        """All that it shows."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs).strip()

    @property
    def controls(self) -> tuple[Piece, ...]:
        """The controls in it."""
        return tuple(piece for paragraph in self.paragraphs for piece in paragraph.controls)


@dataclass(frozen=True)
class Table:
    """Rows of cells."""

    rows: tuple[tuple[Cell, ...], ...]

    @property
    def controls(self) -> Iterator[Piece]:
        """The controls in it."""
        return (piece for row in self.rows for cell in row for piece in cell.controls)


@dataclass(frozen=True)
class Document:
    """A document with the form and version that it says it is of, and what a program has hidden in it.

    `hidden` are answers by name; `unseen` those of them that the document never showed. `texts` are the fingerprints
    of what the form itself says in it, `prompts` what it shows where nothing is answered; empty if it does not say.
    """

    blocks: tuple[Paragraph | Table, ...]
    form: str = ""
    version: int = 1
    hidden: Mapping[str, str] = field(default_factory=dict)
    unseen: frozenset[str] = frozenset()
    prompts: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()  # comments and footnotes, which answer nothing
    is_shown: bool = False  # whether a program is known to have shown it and saved it since

    @property
    def controls(self) -> Iterator[Piece]:
        """The controls in it."""
        for block in self.blocks:
            yield from block.controls

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Its paragraphs, those in tables too."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from (p for row in block.rows for cell in row for p in cell.paragraphs)


def shows_title(document: Document, title: str) -> bool:
    """Whether a title is among the first paragraphs of a document."""
    return any(plain(paragraph.text) == plain(title) for paragraph in islice(document.paragraphs, FIRST_PARAGRAPHS))
