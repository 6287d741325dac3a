"""What pages state and cite: figures, words and editions of guidance."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from toolkit.registers.choices import HOME_NATIONS, Theme
from toolkit.registers.fields import (
    AsList,
    Day,
    Entry,
    GuidanceId,
    Line,
    Lines,
    Nations,
    PartialDate,
    PublisherId,
    Refers,
    ResourceId,
    SourceIds,
    TermId,
    Text,
    TopicIds,
    Year,
)
from toolkit.registers.register import ListPage, Register, Result

HERE = Field(HOME_NATIONS, description="Nations where it applies; a copy for others leaves it out")


class Fact(Entry):
    """One figure or finding that pages may state, with where it comes from."""

    register: ClassVar[Register] = Register("facts", is_translated=False, page=ListPage("about/figures.md", "figures"))

    statement: Text = Field(description="A whole sentence in our own words")
    figure: Line | None = None
    population: Text | None = Field(None, description="Who was counted or asked")
    resource: ResourceId | None = Field(None, description="The catalogued publication that gives it")
    source: Line | None = Field(None, description="Else the publication in words")
    year: Year | None = None
    year_note: Line | None = Field(None, description="Why there is no year")
    named_in: SourceIds
    topics: Annotated[TopicIds, Field(min_length=1, description="The first is where the page of figures puts it")]
    jurisdiction: Nations = HERE
    note: Text | None = Field(None, description="What it can and cannot say")


class Term(Entry):
    """A word of the field: what it means, its acronyms, and other words by which readers look for it."""

    register: ClassVar[Register] = Register(
        "terms",
        unique=("id", "term"),
        is_translated=False,
        is_in_workbook=True,
        page=ListPage("glossary.md", "glossary"),
        result=Result("glossary", "heading", "meaning", ("acronyms", "synonyms")),
    )

    term: Line
    acronyms: Lines = ()
    synonyms: Lines = Field((), description="Older, informal and neighbouring words")
    meaning: Text
    topics: TopicIds = ()
    jurisdiction: Nations = HERE
    use_instead: Annotated[tuple[TermId, ...], AsList] = Field((), description="On a word to avoid: the better one")

    @property
    def heading(self) -> str:
        """The word with its acronyms."""
        return f"{self.term} ({', '.join(self.acronyms)})" if self.acronyms else self.term


class ReportingDuty(BaseModel):
    """A duty to report that a law holds: every page that speaks of it draws its words from here."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sentence: Line = Field(description="The duty in one sentence, for pages that only point to it")
    who: Text = Field(description="Who must report")
    triggers: Text = Field(description="What must be reported")
    to_whom: Text = Field(description="Whom to tell")
    also: Text | None = Field(None, description="What else the law says of reporting")
    how_to_check: Text = Field(description="How a reader finds out whether it has begun and binds them")


class Guidance(Entry):
    """An edition of statutory or key guidance, or a law."""

    register: ClassVar[Register] = Register(
        "guidance", is_translated=False, page=ListPage("about/guidance.md", "guidance-register")
    )

    title: Line
    edition: Line | None = None
    publisher: PublisherId
    jurisdiction: Nations
    kind: Literal["statutory-guidance", "guidance", "law", "bill"]
    date: PartialDate | None = None
    in_force: Line = Field(description="A date, 'yes', or 'unknown'")
    supersedes: GuidanceId | None = None
    resource: ResourceId | None = None
    what_it_does: Text
    note: Text | None = None
    duty: ReportingDuty | None = Field(None, description="A duty to report: sentence, who, triggers, to_whom ...")
    named_in: SourceIds
    written: Day


class Example(Entry):
    """What one local area did, as it told others."""

    register: ClassVar[Register] = Register("examples", is_translated=False, is_in_workbook=True)

    area: Line = Field(description="The council or partnership, by its place")
    theme: Theme
    title: Line
    what_they_did: Text
    year: Year = Field(description="When it was published")
    resources: Annotated[tuple[ResourceId, ...], AsList] = ()
    topics: TopicIds
    jurisdiction: Nations = HERE
    source: Annotated[str, Refers(("sources",))]
    written: Day
