"""Small helpers of several views."""

from __future__ import annotations

import unicodedata
from typing import Any

from toolkit.languages.sentences import lower_first

__all__ = ["Context", "first_letter", "lower_first"]
Context = dict[str, Any]


def first_letter(text: str) -> str:
    """The letter under which a title is listed."""
    character = unicodedata.normalize("NFD", text[:1])[:1].upper()
    return character if character.isalpha() else "0-9"
