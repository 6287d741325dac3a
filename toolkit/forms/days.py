"""Dates that people type, and dates as answers keep them."""

from __future__ import annotations

import re
from datetime import date

MONTHS = tuple(date(2000, month, 1).strftime("%B").lower() for month in range(1, 13))


def is_day(text: str) -> bool:
    """Whether a text is a date as pages keep it."""
    try:
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def read_day(text: str) -> str:
    """2026-11-23 of a date that somebody typed; anything else as it is."""
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(T.*)?", text):
        year, month, day = found[1], int(found[2]), found[3]
    elif found := re.fullmatch(r"([0-9]{1,2})[./ -]([0-9]{1,2})[./ -]([0-9]{4})", text):
        year, month, day = found[3], int(found[2]), found[1]
    elif found := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? ([0-9]{4})", text):
        word = found[2].lower()
        month = next((number for number, name in enumerate(MONTHS, 1) if name.startswith(word)), 0)
        year, day = found[3], found[1]
    else:
        return text
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return text
