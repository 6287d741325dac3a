"""Answers out of PDF files whose fields somebody filled in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from toolkit.answers.answers import Answers, Unreadable, filled
from toolkit.forms.keys import FORM_KEY, split
from toolkit.forms.kinds.tick import YES

DEEPEST = 20


def is_pdf(content: bytes) -> bool:
    """Whether a file is a PDF. Some programs put a few bytes before it."""
    return b"%PDF-" in content[:1024]


def read_pdf(content: bytes) -> Answers:
    """The answers of a PDF whose fields somebody filled in; raises Unreadable."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            form: Any = pdf.Root.get("/AcroForm")
            fields = form.get("/Fields", []) if form is not None else []
            texts = {key: text for key, text in _fields(fields) if split(key)}
            mark = pdf.Root.get(f"/{FORM_KEY}")
            if mark is not None:
                return Answers(str(mark.Form), int(mark.Version), filled(texts))
            if not texts:
                raise Unreadable("it is not a PDF of this toolkit, or a program has taken its fields out")
            return Answers("", 1, filled(texts))  # a program that saved it kept the fields alone
    except (pikepdf.PdfError, pikepdf.PasswordError, AttributeError, TypeError, ValueError, RecursionError, KeyError):
        raise Unreadable("it is damaged, protected, or not a PDF of this toolkit") from None


def _fields(fields: Any, above: str = "", inherited: Any = None, depth: int = 0) -> Iterator[tuple[str, str]]:
    """(full name, answer) of every field of a list and below it."""
    for field in fields if depth <= DEEPEST else ():
        name = ".".join(filter(None, (above, str(field.get("/T", "")))))
        value = field.get("/V", inherited)
        if value is not None:
            yield name, _text(value)
        yield from _fields(field.get("/Kids", ()), name, value, depth + 1)


def _text(value: Any) -> str:
    if isinstance(value, pikepdf.Array):
        return _text(value[0]) if len(value) else ""
    if isinstance(value, pikepdf.Stream):
        return str(pikepdf.String(value.read_bytes()))
    if isinstance(value, pikepdf.Name):
        return "" if value == "/Off" else YES
    return str(value)
