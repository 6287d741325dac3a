"""Dates that people type, the day first, and dates as answers keep them; browser/lib/days.mjs is its twin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

# In English and in Welsh, with the forms that a Welsh word before them gives them: a form travels between languages.
MONTHS = (
    ("january", "ionawr"),
    ("february", "chwefror"),
    ("march", "mawrth", "fawrth"),
    ("april", "ebrill"),
    ("may", "mai", "fai"),
    ("june", "mehefin", "fehefin"),
    ("july", "gorffennaf", "orffennaf", "ngorffennaf"),
    ("august", "awst"),
    ("september", "medi", "fedi"),
    ("october", "hydref"),
    ("november", "tachwedd", "dachwedd", "nhachwedd", "thachwedd"),
    ("december", "rhagfyr", "ragfyr"),
)
WEEKDAYS = (
    ("monday", "llun", "lun"),
    ("tuesday", "mawrth", "fawrth"),
    ("wednesday", "weds", "mercher", "fercher"),
    ("thursday", "iau"),
    ("friday", "gwener", "wener"),
    ("saturday", "sadwrn"),
    ("sunday", "sul"),
)
SHORTEST_NAME = 3
LAST_SHORT_YEAR = 69  # 26 is 2026; what 98 means, nobody can say

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
DASH = re.compile("[\u2010-\u2015\u2212]")
AROUND = re.compile(r"^(?:by|on|erbyn|ar) |,? 00:00(?::00)?$|[ .,;]+$")
WEEKDAY_BEFORE = re.compile(r"(?:d?dydd )?([a-z]{3,9})\.?,? (.+)")
WEEKDAY_AFTER = re.compile(r"(.+?),? \(?(?:d?dydd )?([a-z]{3,9})\.?\)?")

_DAY, _MONTH, _NAME = "(?P<day>[0-9]{1,2})", "(?P<month>[0-9]{1,2})", r"(?P<name>[a-z]{3,11})\.?"
_YEAR, _SHORT_YEAR = "(?P<year>[0-9]{4})", "(?P<year>[0-9]{4}|'?[0-9]{2})"
_DAY_IN_WORDS = f"{_DAY}(?: ?(?:st|nd|rd|th)|af|il|ail|ydd|ed|fed|eg|ain)?"
_SEPARATOR = " ?[./ -] ?"
_BETWEEN_WORDS = "[ ,./-]"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        f"{_YEAR} ?[./-] ?{_MONTH} ?[./-] ?{_DAY}(?:t.*)?",
        "(?P<year>(?:19|20)[0-9]{2}) ?(?P<month>[0-9]{2}) ?(?P<day>[0-9]{2})",
        f"{_DAY}{_SEPARATOR}{_MONTH}{_SEPARATOR}{_SHORT_YEAR}",
        f"{_DAY_IN_WORDS}{_BETWEEN_WORDS}*(?:of |o )?{_NAME}{_BETWEEN_WORDS}*{_SHORT_YEAR}",
        f"{_NAME}{_BETWEEN_WORDS}*{_DAY_IN_WORDS}{_BETWEEN_WORDS}+{_SHORT_YEAR}",
        f"{_YEAR}{_BETWEEN_WORDS}+{_NAME}{_BETWEEN_WORDS}*{_DAY_IN_WORDS}",
    )
)


def is_day(text: str) -> bool:
    """Whether a text is a date as pages keep it."""
    try:
        return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def read_day(text: str) -> str:
    """2026-11-23 of a date that somebody typed; anything else as it is, without the spaces around it."""
    clean = INVISIBLE.sub("", text)
    clean = " ".join(DASH.sub("-", clean).replace("\u2019", "'").replace("\u2018", "'").lower().split())
    clean = AROUND.sub("", AROUND.sub("", clean))
    for rest, weekday in _weekdays(clean):
        day = next(filter(None, (_day_of(pattern.fullmatch(rest)) for pattern in PATTERNS)), None)
        # A weekday that is not that of the day says that one of them is wrong, and not which.
        if day and weekday in (None, day.weekday()):
            return day.isoformat()
    return text.strip()


def _weekdays(text: str) -> Iterator[tuple[str, int | None]]:
    """The text as it is, then without the weekday before or behind it, with the number of that weekday."""
    yield text, None
    if before := WEEKDAY_BEFORE.fullmatch(text):
        yield before[2], _number_of(before[1], WEEKDAYS)
    if after := WEEKDAY_AFTER.fullmatch(text):
        yield after[1], _number_of(after[2], WEEKDAYS)


def _day_of(match: re.Match[str] | None) -> date | None:
    """The day that a pattern found; None for none, and for one that is in no calendar."""
    if not match:
        return None
    parts = match.groupdict()
    name = parts.get("name")
    month = _number_of(name, MONTHS) + 1 if name else int(parts["month"])
    year = parts["year"].removeprefix("'")
    if len(year) == 2 and int(year) > LAST_SHORT_YEAR:
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(parts["day"]))
    except ValueError:
        return None


def _number_of(name: str, lists: tuple[tuple[str, ...], ...]) -> int:
    """Which list has a name that begins so, from 0; -1 for none."""
    if len(name) < SHORTEST_NAME:
        return -1
    return next(
        (number for number, names in enumerate(lists) if any(full_name.startswith(name) for full_name in names)), -1
    )
