"""One pathway as its file says it: steps with choices, the ends that they lead to, and what is around them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from toolkit.registers.choices import HOME_NATIONS
from toolkit.registers.fields import (
    AsList,
    ContactIds,
    Day,
    Entry,
    FormIds,
    Id,
    Line,
    Lines,
    Nations,
    PagePaths,
    QuestionsAnswered,
    Refers,
    ResourceId,
    SourceIds,
    TopicIds,
)

PathwayId = Annotated[str, Refers(("pathways",))]
PhraseIds = Annotated[tuple[Annotated[str, Refers(("phrases",))], ...], AsList]
Title = Annotated[Line, Field(max_length=70)]  # it must fit a box of the diagram


class Choice(BaseModel):
    """One answer at a step, and the step or end that it leads to."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    label: Title = Field(description="The answer, in the reader's words")
    to: Id = Field(description="The id of a step or an end")


class Step(Entry):
    """One thing to do. It leads to its choices, or to `then`, or to the step below it."""

    title: Title
    do: Annotated[Lines, Field(min_length=1)] = Field(description="What to do, a short sentence each")
    avoid: Lines = Field((), description="What not to do, a whole sentence each")
    choices: Annotated[tuple[Choice, ...], AsList, Field(min_length=2)] = ()
    then: Id | None = Field(None, description="The step or end that follows, if it is not the next one")
    phrases: PhraseIds = Field((), description="Words to say at this step, see data/phrases.yml")
    pages: PagePaths = Field((), description="Chapters that say more, as paths below docs/")
    pathways: Annotated[tuple[PathwayId, ...], AsList] = Field((), description="Pathways to follow as well")
    resources: Annotated[tuple[ResourceId, ...], AsList] = ()
    contacts: ContactIds = Field((), description="Local contacts to ring at this step")
    jurisdiction: Nations = Field(HOME_NATIONS, description="Nations that take this step; a copy for others skips it")


class End(Entry):
    """Where a pathway ends, and the pathway that takes over, if one does."""

    title: Title
    text: Line
    pathway: PathwayId | None = None


class Pathway(Entry):
    """What to do at one moment that matters."""

    title: Title
    when: Annotated[Line, Field(max_length=155)] = Field(description="One sentence: the moment that it is for")
    happened: Title | None = Field(
        None, description="The answer to What happened? that leads here; in the first person"
    )
    forms: FormIds = Field((), description="Forms to fill in at that moment, the first one first")
    also_known_as: Lines = Field((), description="Other words that readers type at that moment, for the search")
    answers: QuestionsAnswered = Field(
        (), description="What people say or ask at that moment, as they say it, for the search"
    )
    topics: Annotated[TopicIds, Field(min_length=1)]
    before_you_begin: Annotated[Lines, Field(min_length=1)]
    steps: Annotated[tuple[Step, ...], AsList, Field(min_length=1)]
    ends: Annotated[tuple[End, ...], AsList, Field(min_length=1)]
    what_happens_next: Annotated[Lines, Field(min_length=1)]
    look_after_yourself: Annotated[Lines, Field(min_length=1)]
    sources: Annotated[SourceIds, Field(min_length=1)]
    written: Day
    reviewed: Day | None = Field(None, description="When a practitioner reviewed it; leave out until it is true")
    reviewed_by: Line | None = Field(None, description="In which role the reviewer works; no name")

    @property
    def resources(self) -> tuple[str, ...]:
        """Ids of the resources that its steps name, in order."""
        return tuple(dict.fromkeys(id for step in self.steps for id in step.resources))

    @property
    def contacts(self) -> tuple[str, ...]:
        """Ids of the local contacts that its steps name, in order."""
        return tuple(dict.fromkeys(id for step in self.steps for id in step.contacts))
