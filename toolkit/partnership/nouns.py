"""Words that a copy may choose for its nouns."""

from __future__ import annotations

import re

NOUN_TEXT = re.compile(
    r"[^\W\d_][^\W_]*([ '’-][^\W_]+)*"
)  # letters of any language, joined by spaces, hyphens, apostrophes
LONGEST_WORD = 50


def is_word(value: str) -> bool:
    """Whether a copy may use it for one of its nouns: it must fit a heading in which a noun stands."""
    return NOUN_TEXT.fullmatch(value) is not None and len(value) <= LONGEST_WORD
