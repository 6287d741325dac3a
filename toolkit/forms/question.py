"""What is asked: a question or a column, with how it is answered."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, model_validator

from toolkit.registers.fields import (
    HOME_NATIONS,
    Entry,
    Line,
    Lines,
    Listed,
    Nations,
    Refers,
    ResourceId,
    Text,
    mistake,
)

Kind = Literal["text", "long-text", "date", "choice", "rating", "tick"]
ResourceIds = Annotated[tuple[ResourceId, ...], Listed]
Chapters = Annotated[tuple[Annotated[str, Refers(("pages", "sections"))], ...], Listed]
Version = Annotated[int, Field(strict=True, ge=1, le=999)]
FILLED_BY = re.compile(r"name|(?:contact|policy) \S.*")
RATINGS = ("red", "amber", "green")
YES = "yes"  # the value of a ticked box


def _check_filled_by(given: str) -> str:
    if not FILLED_BY.fullmatch(given):
        raise mistake("write name, 'contact front-door' or 'policy headteacher', with a contact's id or a gap's name")
    return given


FilledBy = Annotated[Line, AfterValidator(_check_filled_by)]


class Block(BaseModel):
    """Keys that belong together and need no id."""

    model_config = Entry.model_config


class Part(Entry):
    """Anything with an id inside a form. Its id is part of the names under which answers are kept."""

    was: Lines = Field((), description="Ids that it had before; answers given under them are found again")
    jurisdiction: Nations = Field(HOME_NATIONS, description="Nations that ask it; a copy for others leaves it out")
    changed_in: Version | None = Field(None, description="The version in which its wording last changed its meaning")


class Question(Part):
    """One thing to answer: a question, or a column of a table."""

    label: Line = Field(description="The question or the column's heading")
    kind: Kind = Field("long-text", description="How it is answered")
    help: Text | None = Field(None, description="A sentence or two that help to answer it")
    points: Lines = Field((), description="Sub-questions or points to think of, shown as a list under the label")
    options: Lines = Field((), description="For a choice: the answers to choose from; for a rating: three words")
    pages: Chapters = Field((), description="Chapters that help with it, as paths below docs/; #section names a part")
    resources: ResourceIds = Field((), description="Resources that help with it")
    options_said: Lines = Field((), description="In a translation: how each option reads; the options are what is kept")
    lines: Annotated[int, Field(strict=True, ge=1, le=30)] | None = Field(
        None, description="Lines to write on, on paper"
    )
    needed: bool = Field(False, strict=True, description="true: the page says so when it is empty; saving still works")
    reminder: bool = Field(False, strict=True, description="true on a date: it goes into the calendar file")
    value: Line | None = Field(None, description="What stands there to begin with, to be written over")
    filled_by: FilledBy | None = Field(
        None, description="In a copy, what stands there to begin with: name, 'contact <id>' or 'policy <gap>'"
    )
    once: bool = Field(False, strict=True, description="true on a column: asked once for a row that repeats")
    takes_resources: bool = Field(False, strict=True, description="true on the column where a suggested resource goes")

    @model_validator(mode="after")
    def _check(self) -> Question:
        if self.kind == "choice" and len(self.options) < 2:
            raise mistake("a choice needs at least two 'options'")
        if self.kind == "rating" and len(self.options) not in (0, 3):
            raise mistake("a rating has three 'options', from red to green, or none for the usual words")
        if self.options and self.kind not in ("choice", "rating"):
            raise mistake(f"only a choice or a rating has 'options', not {self.kind}")
        if self.options_said and len(self.options_said) != len(self.options):
            raise mistake("'options_said' needs one for each of the 'options'")
        if (self.value or self.filled_by) and self.kind not in ("text", "long-text"):
            raise mistake("only text can have a 'value' or 'filled_by'")
        if self.reminder and self.kind != "date":
            raise mistake("only a date can have 'reminder: true'")
        return self

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """(value kept, words shown) of a choice, rating or tick; empty for what is typed."""
        if self.kind == "rating":
            return tuple(zip(RATINGS, self.options or RATINGS, strict=True))
        return tuple(zip(self.options, self.options_said or self.options, strict=True))
