"""Something that an editor should know of a sound site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A heading, what to do about it, and the things that it concerns, one a line."""

    heading: str
    advice: str
    items: tuple[str, ...]
