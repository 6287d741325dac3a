"""Answers out of the files that people fill in: JSON, Word and PDF, told apart by their content."""

from __future__ import annotations

from pathlib import Path

from toolkit.answers.answers import Answers, Unreadable, read_json
from toolkit.answers.pdf import read_pdf
from toolkit.answers.word import read_word

LARGEST_FILE = 20_000_000


def read_answers(path: Path) -> Answers:
    """The answers of one file; raises Unreadable, whatever the file is."""
    try:
        if path.is_dir():
            raise Unreadable("it is a folder")
        if path.stat().st_size > LARGEST_FILE:
            raise Unreadable("it is too large to be a form")
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"it cannot be opened ({error.strerror or error})") from None
    if content.startswith(b"PK"):
        return read_word(content)
    if b"%PDF-" in content[:1024]:
        return read_pdf(content)
    if content.startswith(b"\xd0\xcf"):
        raise Unreadable("it is an old Word file (.doc) or has a password. Save it as .docx without one")
    return read_json(content)
