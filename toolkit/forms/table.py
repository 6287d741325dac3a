"""Rows of a form's tables: what good looks like, what each rating means, and what comes next at each."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from toolkit.forms.kinds.rating import Rating
from toolkit.forms.question import Chapters, Group, Part
from toolkit.registers.fields import AsList, Entry, FormIds, Line, Refers, ResourceIds, Text


class Repeat(Group):
    """How often something may be filled in again."""

    noun: Line = Field(description="What one of them is called: action, aim, visit")
    blank: Annotated[int, Field(strict=True, ge=1, le=40)] = Field(3, description="How many there are to begin with")
    in_files: Annotated[int, Field(strict=True, ge=1, le=40)] | None = Field(
        None, description="How many are in PDF and Word files, where the page begins with fewer"
    )
    most: Annotated[int, Field(strict=True, ge=1, le=200)] = Field(40, description="How many the page allows")


class Duty(Group):
    """A place in statutory guidance that asks for an outcome."""

    guidance: Annotated[str, Refers(("guidance",))] = Field(description="Id of the register of guidance")
    paragraph: Line | None = Field(
        None, description="Where in it, such as 'paragraph 14' or 'part two'; left out where no source says so"
    )


class Outcome(Group):
    """What good looks like, in one sentence."""

    text: Line
    duties: Annotated[tuple[Duty, ...], AsList] = Field((), description="Statutory guidance that asks for it")


class NextStep(Entry):
    """Something to do at a level, which readers may take into their plan."""

    activity: Text = Field(description="What to do, as an activity of a plan")
    sign: Text | None = Field(None, description="How people will notice that it worked")
    review_in: Annotated[int, Field(strict=True, ge=1, le=104)] | None = Field(
        None, description="After how many weeks to look at it"
    )
    pages: Chapters = Field((), description="Chapters that help; #section names a part of one")
    resources: ResourceIds = Field((), description="Resources that help")
    forms: FormIds = Field((), description="Templates that help")


class Level(Group):
    """What a rating means in one row, and what may come next there."""

    rating: Rating
    means: Text = Field(description="What is true of a place with this rating, to judge against")
    next: Annotated[tuple[NextStep, ...], AsList] = Field((), description="Next steps")


def _as_outcome(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Outcomes = Annotated[tuple[Annotated[Outcome, BeforeValidator(_as_outcome)], ...], AsList]


class Row(Part):
    """A row of a table that is asked about: a theme, a practice, a group of people."""

    prompt: Line = Field(description="What the row is about")
    outcomes: Outcomes = Field(
        (), description="What good looks like, as a list under the prompt: texts, or text and duties"
    )
    levels: Annotated[tuple[Level, ...], AsList] = Field((), description="What each rating means here")
    example: Text | None = Field(None, description="A good activity in words: who, by when, what people will notice")
    pages: Chapters = Field((), description="Chapters to read for it; #section names a part of one")
    resources: ResourceIds = Field((), description="Suggested resources, offered beside the row")

    def level(self, rating: str) -> Level | None:
        """What a rating means in this row."""
        return next((level for level in self.levels if level.rating == rating), None)
