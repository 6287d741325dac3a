"""Texts without what programs and people change in passing: what is the form's own is known by it in any document."""

from __future__ import annotations

import zlib


def plain(text: str) -> str:
    """The letters and digits of a text: what is left when programs and people have changed signs and spaces."""
    return "".join(character for character in text.lower() if character.isalnum())


def fingerprint(text: str) -> str:
    """A short mark of a text's letters and digits; empty where it has none."""
    words = plain(text)
    return f"{zlib.crc32(words.encode()):x}" if words else ""
