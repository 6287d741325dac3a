"""Telephone numbers of the United Kingdom: which digits can be one, and how each is rung.

The shapes follow Ofcom's National Telephone Numbering Plan as it was remembered in November 2026: the plan itself was
not at hand. On 28 November the table was gone through for its inner sense, beginning by beginning (01 with the 41 areas
of mixed length, 02, 03, 05, 07, 080, 084 and 087, 09, 116 xxx, 999, 101 and 111, the relay's and the text codes), and
nothing was found wrong. When in doubt it accepts: it is there to catch a lost or a doubled digit.

A small table judges the digits of a number alone and never goes out of date from one week to the next; a library of
all countries' numbers would refuse the numbers that Ofcom keeps for drama, in which our examples are written.
"""

from __future__ import annotations

import re

# Numbers that stand alone. 18000 reaches 999 through Relay UK, and 18001 is dialled before a number.
_SHORT = "999 112 101 105 111 119 116000 116006 116111 116117 116123 18000 18001 18002 08001111"
_AREAS_WITH_TEN = (  # where some numbers have one digit fewer than elsewhere
    "1204 1208 1254 1276 1297 1298 1363 1364 1384 1386 1404 1420 1460 1461 1480 1488 1524 1527 1562 1566 1606 1629 "
    "1635 1647 1659 1695 1697 1726 1744 1750 1768 1827 1837 1884 1900 1905 1935 1946 1949 1963 1995"
)
_WITH_ELEVEN = "020 023 024 028 029 030 033 034 037 055 056 07 084 087 09 01"
SHORT = frozenset(_SHORT.split())
TEXT_SHORT = re.compile(r"[678][0-9]{4,6}")
# By how a number begins, the longest beginning first: how many digits it has, its first 0 included.
LENGTHS: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("0808", (11,)),
    ("0800", (10, 11)),
    *((f"0{code}", (10, 11)) for code in _AREAS_WITH_TEN.split()),
    *((begin, (11,)) for begin in _WITH_ELEVEN.split()),
)
EXTENSION = re.compile(r"[\s,;]*\b(?:ext(?:ension)?|estyniad)\b[.:]?\s*(?P<extension>[0-9]{1,6})$", re.IGNORECASE)
WRITTEN = re.compile(r"(\+44[ -]?)?(\([0-9](?: ?[0-9])*\)[ -]?)?[0-9](?:[ -]?[0-9])*")
LONGEST = 40  # characters
PHONE_EXAMPLE = "such as '0800 1111', '(01632) 960 001' or '01632 960001 ext. 12'"


def phone_mistake(number: str) -> str:
    """Why no telephone in the United Kingdom rings on a number, with what to do; empty if one can."""
    main = EXTENSION.sub("", number.strip())
    if len(number) > LONGEST or not WRITTEN.fullmatch(main):
        return f"a phone number is digits and spaces in quotes, {PHONE_EXAMPLE}"
    digits = national_digits(main)
    if digits in SHORT:
        return ""
    if not digits.startswith("0"):
        if "0" + digits in SHORT or not _shape_mistake("0" + digits):
            return f"a phone number begins with 0. Has it lost its first 0? Write '0{main}', in quotes"
        shape = f"is {_count(digits)} and begins with {digits[0]}"
        return f"no number in the United Kingdom {shape}. Look it up, {PHONE_EXAMPLE}"
    return _shape_mistake(digits)


def text_number_mistake(number: str) -> str:
    """The same for a number that messages are sent to."""
    return "" if TEXT_SHORT.fullmatch(number.replace(" ", "")) else phone_mistake(number)


def national_digits(number: str) -> str:
    """The digits of a number as they are dialled within the country, without an extension."""
    main = EXTENSION.sub("", number.strip())
    abroad = re.sub(r"^\+44[ -]?(\(0\))?[ -]?", "0", main)
    digits = re.sub(r"\D", "", abroad)
    return "0" + digits.lstrip("0") if abroad != main else digits


def dial(number: str) -> str:
    """A printed number as an address to ring; its extension is dialled once somebody has answered."""
    extension = EXTENSION.search(number)
    return f"tel:{national_digits(number)}" + (f";ext={extension['extension']}" if extension else "")


def text_to(number: str, word: str | None = None) -> str:
    """A number as an address to send a message to, with the word that the message begins with."""
    return f"sms:{number.replace(' ', '')}" + (f"?body={word}" if word else "")


def _shape_mistake(digits: str) -> str:
    """What is wrong with the count of digits of a number that begins with 0; empty if nothing is."""
    lengths = next((lengths for begin, lengths in LENGTHS if digits.startswith(begin)), None)
    if lengths is None:
        return f"no number in the United Kingdom begins with {digits[:3]}. Look it up, {PHONE_EXAMPLE}"
    if len(digits) in lengths:
        return ""
    counts = " or ".join(map(str, lengths))
    begin = next(begin for begin, _ in LENGTHS if digits.startswith(begin))
    few = (
        "Is one missing?" if len(digits) < min(lengths) else "Is one too many, or an extension written without 'ext.'?"
    )
    return f"a number that begins with {begin} has {counts} digits, and this one {len(digits)}. {few} Look it up"


def _count(digits: str) -> str:
    return f"{len(digits)} digit" + ("s" if len(digits) > 1 else "")
