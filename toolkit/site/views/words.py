"""Small helpers of several views."""

from __future__ import annotations

import unicodedata
from typing import Any

Context = dict[str, Any]


def first_letter(text: str) -> str:
    letter = unicodedata.normalize("NFD", text[:1])[:1].upper()
    return letter if letter.isalpha() else "0-9"


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
