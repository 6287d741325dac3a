"""Numbers: those to ring, in every spelling, and those that say nothing of what a text is about."""

from __future__ import annotations

import re

from toolkit.registers.phones import national_digits

# What numbers the headings of chapters and lists: 2c. or 13. or 4) before the words.
PLACE_IN_LIST = re.compile(r"^\s*\(?\d{1,2}[a-z]?[.):](?:\s+|$)", re.IGNORECASE)
AGES = re.compile(
    r"\b\d{1,2}(?:\s*(?:-|–|to|and)\s*\d{1,2})?(?=[\s-]*(?:years?\b|yrs?\b|yo\b|and (?:over|under)\b))", re.IGNORECASE
)


def spellings(number: str) -> tuple[str, ...]:
    """A number as it is printed and as its digits alone, by which a search finds it however it was typed."""
    return tuple(dict.fromkeys((number, national_digits(number))))


def without_places(title: str) -> str:
    """A title without its number in a list and without ages, which are no words of it."""
    return AGES.sub(" ", PLACE_IN_LIST.sub("", title))
