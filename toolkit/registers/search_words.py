"""Words by which readers search: other words for the same thing, and words for things of one kind."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from toolkit.registers.fields import Entry, Lines, mistake
from toolkit.registers.register import Register


class Synonyms(Entry):
    """Words and phrases that mean the same to somebody who searches."""

    register: ClassVar[Register] = Register("synonyms", "search", has_prose=False, is_translated=False)

    words: Annotated[Lines, Field(min_length=1)] = Field(description="Words that mean the same: each finds the others")
    also: Lines = Field((), description="Words that lead to these, never back: of several meanings, or only examples")
    welsh: Lines = Field((), description="What readers in Wales type for it")

    @model_validator(mode="after")
    def _check(self) -> Synonyms:
        words = [word.lower() for word in (*self.words, *self.also)]
        if len(words) + len(self.welsh) < 2:
            raise mistake("one word has no other word for it here. Add one to 'words', 'also' or 'welsh'")
        if len(set(words)) < len(words):
            raise mistake("a word is in both 'words' and 'also'. Take it out of one of them")
        return self


class Likeness(Entry):
    """Words for things of one kind, each of which counts for the others when whole sentences are compared."""

    register: ClassVar[Register] = Register("likenesses", "search", has_prose=False, is_translated=False)

    words: Annotated[Lines, Field(min_length=2)] = Field(description="Words and phrases of up to five words")
