"""Words to say at moments that are hard, and words to leave unsaid."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from toolkit.registers.choices import HOME_NATIONS
from toolkit.registers.fields import (
    AudienceIds,
    Day,
    Entry,
    Line,
    Lines,
    Nations,
    PagePaths,
    QuestionsAnswered,
    SourceIds,
    TopicIds,
)
from toolkit.registers.register import Register


class Phrase(Entry):
    """Words to say at one moment. Pages and steps of pathways show them, and each is a card to print."""

    register: ClassVar[Register] = Register("phrases")

    situation: Annotated[Line, Field(max_length=50)] = Field(description="The moment, short enough to head a card")
    when: Line = Field(description="When to use the words, in one or two sentences")
    also_known_as: Lines = Field((), description="Other words that readers type at that moment, for the search")
    answers: QuestionsAnswered = Field((), description="Questions that it answers, as readers ask them, for the search")
    say: Annotated[Lines, Field(min_length=1)] = Field(description="What to say, a line each, in quotation marks")
    avoid: Annotated[Lines, Field(min_length=1)] = Field(description="What not to say, each with the reason")
    topics: Annotated[TopicIds, Field(min_length=1)]
    audience: Annotated[AudienceIds, Field(min_length=1)] = Field(description="Who may say them")
    pages: PagePaths = Field((), description="Chapters that say more, as paths below docs/")
    jurisdiction: Nations = Field(HOME_NATIONS, description="Nations where they fit; a copy for others leaves them out")
    sources: Annotated[SourceIds, Field(min_length=1)]
    written: Day
    reviewed: Day | None = Field(None, description="When a practitioner reviewed them; leave out until it is true")
    reviewed_by: Line | None = Field(None, description="In which role the reviewer works; no name")
