"""OpenDocument texts (.odt), as LibreOffice keeps them and Google and Word hand them out.

browser/lib/odt.mjs is its twin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from toolkit.answers.answers import Answers
from toolkit.answers.document_size import check_size, take_blocks
from toolkit.answers.parts import Parts
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.answers.visible import Cell, Document, Paragraph, Piece, Table
from toolkit.answers.word_document import form_in_footer

MIME = b"application/vnd.oasis.opendocument.text"
OFFICE, TEXT, TABLE, DRAW = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "text", "table", "drawing")
)
EXTENDED = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
P, H = f"{TEXT}p", f"{TEXT}h"
ROW, CELL, COVERED = f"{TABLE}table-row", f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
SKIPPED = {f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}note", f"{TEXT}sequence-decls", f"{OFFICE}forms"}
BREAKS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
SPACES = re.compile(r"[ \t\r\n]+")
MOST_REPEATED = 40  # of a row or cell that says how often it is there


def is_odt(content: bytes) -> bool:
    """Whether a file is an OpenDocument text: an archive that begins by saying so."""
    return content.startswith(b"PK") and MIME in content[:200]


def read_odt(content: bytes) -> Answers:
    """The answers of an OpenDocument text; raises Unreadable. Where they belong in a form is found with the form."""
    parts = Parts(content)
    main, styles, manifest = parts.find("content.xml"), parts.find("styles.xml"), parts.find("META-INF/manifest.xml")
    if manifest and "encryption-data" in parts.text(manifest):
        raise Unreadable(Reason.PROTECTED)
    if main is None:
        raise Unreadable(Reason.DAMAGED)
    body = parts.tree(main).find(f"{OFFICE}body")
    blocks = () if body is None else take_blocks(_blocks(body))
    notes = () if body is None else tuple(_notes(body))
    footers = map(_text, parts.tree(styles).iter(P)) if styles else ()
    form, version = form_in_footer(footers)
    document = Document(blocks, form, version, notes=notes)
    check_size(document)
    return Answers(form, version, {}, document=document)


def _notes(body: Any) -> Iterator[str]:
    """What comments and footnotes say."""
    for note in body.iter(f"{OFFICE}annotation", f"{TEXT}note-body"):
        yield "\n".join(_text(paragraph) for paragraph in note.iter(P)).strip()


def _blocks(parent: Any) -> Iterator[Paragraph | Table]:
    for element in parent:
        if element.tag in (P, H):
            boxes: list[Any] = []
            yield Paragraph((Piece(_text(element, boxes)),))
            for box in boxes:
                yield from _blocks(box)
        elif element.tag == f"{TABLE}table":
            yield Table(tuple(_rows(element)))
        elif element.tag not in SKIPPED:
            yield from _blocks(element)


def _rows(parent: Any) -> Iterator[tuple[Cell, ...]]:
    for element in parent:
        if element.tag == ROW:
            yield from [tuple(_cells(element))] * _count(element, "number-rows-repeated")
        elif element.tag != f"{TABLE}table":
            yield from _rows(element)


def _cells(row: Any) -> Iterator[Cell]:
    """The cells of a row. One that another one covers is empty, so that each is in its column."""
    for element in row:
        if element.tag in (CELL, COVERED):
            yield from [_cell(element)] * _count(element, "number-columns-repeated")


def _cell(element: Any) -> Cell:
    blocks = list(_blocks(element))
    tables = [block for block in blocks if isinstance(block, Table)]
    nested = (p for table in tables for row in table.rows for inner in row for p in inner.paragraphs)
    return Cell((*(block for block in blocks if isinstance(block, Paragraph)), *nested))


def _count(element: Any, attribute: str) -> int:
    count = element.get(f"{TABLE}{attribute}", "1")
    return min(int(count), MOST_REPEATED) if count.isdigit() else 1


def _text(element: Any, boxes: list[Any] | None = None) -> str:
    """The text of a paragraph or of what is in one; text boxes that are anchored in it are put aside."""
    # LibreOffice writes the lines of an old text field as they are.
    keep = element.tag == f"{TEXT}text-input"
    text = _spaced(element.text, keep=keep)
    for child in element:
        if child.tag == f"{DRAW}text-box":
            if boxes is not None:
                boxes.append(child)
        elif child.tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            text += " " * (min(int(count), 1000) if count.isdigit() else 1)
        elif child.tag in BREAKS:
            text += BREAKS[child.tag]
        elif isinstance(child.tag, str) and child.tag not in SKIPPED and not _is_prompt(child):
            text += _text(child, boxes)
        text += _spaced(child.tail, keep=keep)
    return text


def _is_prompt(control: Any) -> bool:
    return bool(control.get(f"{EXTENDED}showing-place-holder") == "true")


def _spaced(text: str | None, *, keep: bool) -> str:
    return (text or "") if keep else SPACES.sub(" ", text or "")
