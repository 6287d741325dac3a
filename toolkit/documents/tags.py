"""Completes the structure tree of a form's PDF, which the typesetter cannot do yet: row headers, and its fields."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from toolkit.documents.layout import Layout


def finish(document: bytes, layout: Layout, *more: Callable[[Pdf, Layout], None]) -> bytes:
    """The document with row headers, and with whatever else is to be done to it."""
    with pikepdf.open(io.BytesIO(document)) as pdf:
        tables = elements(pdf.Root.StructTreeRoot, Name.Table)
        for sheet, table in zip((sheet for sheet in layout.sheets if sheet.rows), tables, strict=False):
            if sheet.section.rows:
                _head_rows(table)
        for work in more:
            work(pdf, layout)
        return save_pdf(pdf)


def save_pdf(pdf: Pdf) -> bytes:
    """The document as a file whose bytes depend on its content alone."""
    out = io.BytesIO()
    pdf.save(out, static_id=True, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def elements(element: Any, kind: Name) -> Iterator[Any]:
    """Every structure element of a kind, in reading order."""
    if isinstance(element, Array):
        for child in element:
            yield from elements(child, kind)
    elif isinstance(element, Dictionary):
        if element.get("/S") == kind:
            yield element
        elif "/K" in element:
            yield from elements(element.K, kind)


def _head_rows(table: Any) -> None:
    for body in elements(table, Name.TBody):
        for row in elements(body, Name.TR):
            first = row.K[0]
            if first.S != Name.TH:
                first.S = Name.TH
                first.A = Array([Dictionary(O=Name.Table, Scope=Name.Row)])
