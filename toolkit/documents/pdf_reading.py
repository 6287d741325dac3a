"""Answers out of PDF files whose fields somebody filled in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from toolkit.documents.widgets import FORM_MARK
from toolkit.forms.answers import Answers, Unreadable, filled
from toolkit.forms.keys import split
from toolkit.forms.words import YES


def read_pdf(content: bytes) -> Answers:
    """The answers of a PDF whose fields somebody filled in; raises Unreadable."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            form: Any = pdf.Root.get("/AcroForm")
            fields = form.get("/Fields", []) if form is not None else []
            texts = {key: text for key, text in _fields(fields) if split(key)}
            mark = pdf.Root.get(f"/{FORM_MARK}")
            if mark is not None:
                return Answers(str(mark.Form), int(mark.Version), filled(texts))
            if not texts:
                raise Unreadable("it is not a PDF of this toolkit, or a program has taken its fields out")
            return Answers("", 1, filled(texts))  # a program that saved it kept the fields alone
    except (pikepdf.PdfError, pikepdf.PasswordError, AttributeError, TypeError, ValueError, RecursionError, KeyError):
        raise Unreadable("it is damaged, protected, or not a PDF of this toolkit") from None


def _fields(fields: Any) -> Iterator[tuple[str, str]]:
    for field in fields:
        value = field.get("/V")
        if value is None or "/T" not in field:
            continue
        if isinstance(value, pikepdf.Name):
            value = str(value).removeprefix("/")
            value = "" if value == "Off" else YES
        yield str(field.T), str(value)
