"""Bands of a table in a document: a row's prompt, beside what is asked once for it, over the lines of its entries.

browser/lib/bands.mjs is its twin; toolkit/documents/word_bands.py writes them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.answers.cells import tick_in
from toolkit.answers.questions import Questions
from toolkit.answers.visible import Cell, Paragraph, Piece
from toolkit.forms.fingerprint import plain
from toolkit.forms.keys import TICKED_BOX

TICK_WORDS = ("yes", "x")
MOST_CELLS = 3  # with words, of a band; a line of an entry has a cell for each column


def is_band(cells: tuple[Cell, ...], section: dict[str, Any], questions: Questions) -> bool:
    """Whether a line of a section's table is a band: beside its prompt, it names what is asked once."""
    # Of an OpenDocument text the cells that a wide one covers are there, too, and empty.
    if section["free"] or len(cells) < 2 or sum(bool(cell.paragraphs and cell.text) for cell in cells) > MOST_CELLS:
        return False
    labels = once_labels(section, questions)
    return any(_labelled(paragraph, labels)[0] for cell in cells[1:] for paragraph in cell.paragraphs)


def once_labels(section: dict[str, Any], questions: Questions) -> dict[str, str]:
    """The columns that are asked once for a row, by the plain words of their labels."""
    row = section["rows"][0]["id"] if section["rows"] else ""
    columns = questions.columns[section["id"]].items()
    return {label: column for label, column in columns if questions.is_once(f"{section['id']}/{row}/{column}")}


def answers_in(cells: tuple[Cell, ...], labels: dict[str, str]) -> Iterator[tuple[str, Cell]]:
    """(column, what is said of it) of each label in a band, then ("", rest) of what is before the first of a cell.

    What is said of a column follows its label, up to the next; a tick is in the label's own line.
    """
    for cell in cells[1:]:
        column, paragraphs = "", list[Paragraph]()
        for paragraph in cell.paragraphs:
            label, rest = _labelled(paragraph, labels)
            if not label:
                paragraphs.append(paragraph)
                continue
            yield column, Cell(tuple(paragraphs))
            column, paragraphs = label, [rest] if rest.pieces else []
        yield column, Cell(tuple(paragraphs))


def _labelled(paragraph: Paragraph, labels: dict[str, str]) -> tuple[str, Paragraph]:
    """(column, what is said of it in the same line) of a paragraph that begins with a label; ("", ...) of any other."""
    text = paragraph.own_text
    if column := labels.get(plain(text)):
        tick = (Piece(TICKED_BOX),) if tick_in(text) else ()
        return column, Paragraph(paragraph.controls or tick)
    for word in TICK_WORDS:  # LibreOffice shows a tick as one
        if plain(text).startswith(word) and (column := labels.get(plain(text).removeprefix(word))):
            return column, Paragraph((Piece(TICKED_BOX),))
    before, _, after = text.partition(":")
    rest = (Piece(after.strip()),) if plain(after) else ()
    return labels.get(plain(before), ""), Paragraph((*paragraph.controls, *rest))
