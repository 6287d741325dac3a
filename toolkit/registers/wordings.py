"""Words that differ: what copies choose to call things, and what bodies are called in each nation."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from toolkit.registers.fields import Entry, Line
from toolkit.registers.register import Register


class Noun(Entry):
    """A thing that partnerships call by different words, such as a setting: school, club, college."""

    register: ClassVar[Register] = Register("nouns", "words", has_prose=False, is_translated=False)

    about: Line = Field(description="What the word stands for")
    word: Line = Field(description="The word where a copy chooses none")
    plural: Line | None = Field(None, description="Its plural, unless that is the word and an s")


class Body(Entry):
    """A body, role or scheme whose name differs between England and Wales."""

    register: ClassVar[Register] = Register("bodies", "words", has_prose=False)

    england: Line = Field(description="Its name in England")
    wales: Line = Field(description="Its name in Wales")
    both: Line | None = Field(
        None, description="For a copy that serves both; if left out: the one (England) or the other (Wales)"
    )

    @property
    def of_both(self) -> str:
        """Its name in a copy that serves both nations."""
        return self.both or f"{self.england} (England) or {self.wales} (Wales)"
