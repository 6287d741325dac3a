"""Answers as plain data and back: what a process that reads files hands to the one that asked it."""

from __future__ import annotations

from typing import Any

from toolkit.answers.answers import Answers
from toolkit.answers.earlier import Review
from toolkit.answers.entry_ids import EntryIds
from toolkit.answers.visible import Cell, Document, Paragraph, Piece, Table


def to_data(answers: Answers) -> dict[str, Any]:
    """Answers as lists, texts and numbers."""
    document = answers.document
    return {
        "form": answers.form,
        "version": answers.version,
        "texts": dict(answers.texts),
        "saved_on": answers.saved_on,
        "document": document and _document_to_data(document),
        "ids": {"plan": answers.ids.plan, "entries": dict(answers.ids.entries), "setting": answers.ids.setting},
        "origins": {key: list(map(dict, origins)) for key, origins in answers.origins.items()},
        "earlier": [[review.date, review.version, dict(review.texts)] for review in answers.earlier],
        "further": [to_data(part) for part in answers.further],
    }


def from_data(data: dict[str, Any]) -> Answers:
    """The answers that to_data was given."""
    document = data["document"]
    values = {
        "document": document and _document_from_data(document),
        "ids": EntryIds(**data["ids"]),
        "origins": {key: tuple(origins) for key, origins in data["origins"].items()},
        "earlier": tuple(Review(*review) for review in data["earlier"]),
        "further": tuple(map(from_data, data["further"])),
    }
    return Answers(**{**data, **values})


def _document_to_data(document: Document) -> dict[str, Any]:
    return {
        "blocks": [_block_to_data(block) for block in document.blocks],
        "form": document.form,
        "version": document.version,
        "hidden": dict(document.hidden),
        "unseen": sorted(document.unseen),
        "prompts": sorted(document.prompts),
        "texts": sorted(document.texts),
        "notes": list(document.notes),
        "is_shown": document.is_shown,
    }


def _document_from_data(data: dict[str, Any]) -> Document:
    sets = {name: frozenset(data[name]) for name in ("unseen", "prompts", "texts")}
    blocks, notes = tuple(map(_block_from_data, data["blocks"])), tuple(data["notes"])
    return Document(**{**data, **sets, "blocks": blocks, "notes": notes})


def _block_to_data(block: Paragraph | Table) -> Any:
    if isinstance(block, Paragraph):
        return _paragraph_to_data(block)
    return {
        "rows": [[[cell.span, [_paragraph_to_data(p) for p in cell.paragraphs]] for cell in row] for row in block.rows]
    }


def _block_from_data(data: Any) -> Paragraph | Table:
    if isinstance(data, list):
        return _paragraph_from_data(data)
    return Table(
        tuple(tuple(Cell(tuple(map(_paragraph_from_data, ps)), span) for span, ps in row) for row in data["rows"])
    )


def _paragraph_to_data(paragraph: Paragraph) -> list[list[str]]:
    return [[piece.text, piece.key] for piece in paragraph.pieces]


def _paragraph_from_data(data: list[list[str]]) -> Paragraph:
    return Paragraph(tuple(Piece(text, key) for text, key in data))
