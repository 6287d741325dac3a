"""What is asked: a question or a column, with how it is answered."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field, model_validator

from toolkit.forms.carries_from import Carries as Carries
from toolkit.forms.holds import Holds
from toolkit.forms.kinds import QUESTION_KINDS, SOME_KINDS, QuestionKind, kind_of
from toolkit.registers.choices import HOME_NATIONS
from toolkit.registers.fields import AsList, Day, Entry, Line, Lines, Nations, Refers, ResourceIds, Text, mistake

Chapters = Annotated[tuple[Annotated[str, Refers(("pages", "sections"))], ...], AsList]
Version = Annotated[int, Field(strict=True, ge=1, le=999)]
FILLED_BY_PATTERN = re.compile(r"name|(?:contact|policy) \S.*")


def _check_source(value: str) -> str:
    if not FILLED_BY_PATTERN.fullmatch(value):
        raise mistake(
            "write name, 'contact front-door' or 'policy headteacher': a contact's id, or the name of a merge field"
        )
    return value


FilledBy = Annotated[Line, AfterValidator(_check_source)]


class Group(BaseModel):
    """Keys that belong together and need no id."""

    model_config = Entry.model_config


class VersionChange(Group):
    """A line of the version history."""

    version: Version
    date: Day
    what: Text


class Part(Entry):
    """Anything with an id inside a form. Its id is part of the names under which answers are kept."""

    was: Lines = Field((), description="Ids that it had before; answers given under them are found again")
    jurisdiction: Nations = Field(HOME_NATIONS, description="Nations that ask it; a copy for others leaves it out")
    changed_in: Version | None = Field(None, description="The version in which its wording last changed its meaning")
    changed_note: Text | None = Field(None, description="What to do with an answer from before that version")


class Question(Part):
    """One thing to answer: a question, or a column of a table."""

    label: Line = Field(description="The question or the column's heading")
    kind: QuestionKind = Field(QuestionKind.LONG_TEXT, description="How it is answered")
    help: Text | None = Field(None, description="A sentence or two that help to answer it")
    label_was: Lines = Field((), description="Labels that it had before; documents that show them are still read")
    holds: Holds | None = Field(None, description="Which part of an activity or of a judgement it is")
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
    value: Line | None = Field(None, description="The text that is there to begin with, to be written over")
    filled_by: FilledBy | None = Field(
        None,
        description="In a copy, the text that is there to begin with: name, 'contact <id>' or 'policy <merge field>'",
    )
    split_by: bool = Field(
        False, strict=True, description="true on a text of the record: reports on many settings are split by it"
    )
    once: bool = Field(False, strict=True, description="true on a column: asked once for a row that repeats")
    takes_resources: bool = Field(False, strict=True, description="true on the column where a suggested resource goes")
    carries_from: Carries = Field((), description="Answers of other forms that answer it, too: {form, from}")

    @model_validator(mode="after")
    def _check(self) -> Question:
        kind = kind_of(self.kind)
        for key in sorted(key for key in SOME_KINDS - kind.keys if getattr(self, key)):
            nouns = " or ".join(
                kind_with_key.noun for kind_with_key in QUESTION_KINDS.values() if key in kind_with_key.keys
            )
            setting = f"'{key}: true'" if getattr(self, key) is True else f"'{key}'"
            raise mistake(f"only {nouns} can have {setting}, not {kind.noun}")
        if wrong := kind.check_options(len(self.options)):
            raise mistake(wrong)
        if self.options_said and len(self.options_said) != len(self.options):
            raise mistake("'options_said' needs one for each of the 'options'")
        return self

    @property
    def part(self) -> Holds | None:
        """Which part of an activity or of a judgement it is: what it says, or what its kind is for."""
        return self.holds or kind_of(self.kind).holds

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """(value kept, words shown) of a choice or rating; empty for a tick and for what is typed."""
        kind = kind_of(self.kind)
        if "options" not in kind.keys:
            return ()
        if kind.fixed_answers:
            return tuple(zip(kind.fixed_answers, self.options or kind.fixed_answers, strict=True))
        return tuple(zip(self.options, self.options_said or self.options, strict=True))
