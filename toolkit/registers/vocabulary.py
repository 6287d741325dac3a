"""The words that everything is filed under: topics, audiences, kinds, publishers, areas, sources, contacts."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from toolkit.registers.fields import (
    Address,
    AsList,
    Day,
    Entry,
    Line,
    Lines,
    PartialDate,
    Phone,
    PublisherId,
    SearchAddress,
    Text,
    TopicId,
    Year,
    mistake,
)
from toolkit.registers.register import ListPage, Register


class Filed(Entry):
    """Something that resources are filed under."""

    name: Line = Field(description="What readers see")
    also_known_as: Lines = Field((), description="Other words that readers type for it")


class Topic(Filed):
    """A subject that chapters and resources are filed under."""

    register: ClassVar[Register] = Register(
        "topics", "vocabulary", is_completed=True, page=ListPage("topics/index.md", "topics-home")
    )

    intro: Text = Field(description="One or two sentences for the top of the topic's page")
    parent: TopicId | None = Field(None, description="The wider topic that this one belongs to")


class Audience(Filed):
    """A group of people whom a resource is for."""

    register: ClassVar[Register] = Register("audiences", "vocabulary", is_completed=True)

    intro: Text = Field(description="One sentence for the top of the group's page")
    public: bool = Field(False, strict=True, description="true for children, parents, survivors: not for work")


class ResourceKind(Filed):
    """What sort of thing a resource is; its name is of one thing, such as Video."""

    register: ClassVar[Register] = Register("kinds", "vocabulary", is_completed=True)

    plural: Line = Field(description="What readers see, many things: Videos")
    intro: Text = Field(description="One sentence for the top of the kind's page")


class Publisher(Entry):
    """Who publishes resources."""

    register: ClassVar[Register] = Register(
        "publishers",
        "vocabulary",
        unique=("id", "name"),
        has_prose=False,
        is_translated=False,
        is_completed=True,
        is_in_workbook=True,
    )

    name: Line = Field(description="The publisher's name as it writes it")
    url: Address | None = Field(None, description="The publisher's front page")
    search: SearchAddress | None = Field(
        None, description="The search of its own site, with {words} where the words go; only if somebody has seen it"
    )
    note: Text | None = None


class Area(Entry):
    """A part of the country that some resources are bound to."""

    register: ClassVar[Register] = Register(
        "areas", "vocabulary", has_prose=False, is_translated=False, is_completed=True
    )

    name: Line


class SourceDocument(Entry):
    """A document that this toolkit's facts and catalogue were drawn from."""

    register: ClassVar[Register] = Register("sources", has_prose=False, is_translated=False, is_completed=True)

    title: Line
    short: Line = Field(description="A short name for lines such as 'Written ... from ...'")
    publisher: PublisherId
    year: Year
    date: PartialDate
    gives: Text = Field(description="What the toolkit took from it")

    @property
    def cited(self) -> str:
        """The document in short, with its year."""
        return f"{self.short}, {self.year}"


class ContactNumber(BaseModel):
    """One of several that a copy has of a contact: a council of the partnership, a hospital, a part of the week."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    area: Line | None = Field(None, max_length=80, description="For whom it is, such as a council's name")
    number: Phone | None = Field(None, description="The number to ring, in quotes")
    hours: Line | None = Field(None, description="When somebody answers")
    who: Line | None = Field(None, description="Who may ring")
    url: Address | None = Field(None, description="Where to refer or read more")
    source: Line | None = Field(None, description="Who published the number, and when")
    written: Day | None = Field(None, description="When this number was written down here")
    checked: Day | None = Field(None, description="When somebody last rang it; leave out until it is true")


class Contact(Entry):
    """A local contact that pages point to; a partnership gives its number, else the advice stands."""

    register: ClassVar[Register] = Register("contacts", is_in_workbook=True)

    name: Line
    also_known_as: Lines = Field((), description="What people call it, so that a search finds it")
    when: Text = Field(description="What it is for")
    otherwise: Text | None = Field(None, description="What to do where no number is set")
    national: bool = Field(False, strict=True, description="true: the advice holds everywhere, no copy need set it")
    number: Phone | None = Field(None, description="The number to ring, in quotes")
    hours: Line | None = Field(None, description="When somebody answers")
    who: Line | None = Field(None, description="Who may ring")
    url: Address | None = Field(None, description="Where to refer or read more")
    source: Line | None = Field(None, description="Who published the number, and when")
    written: Day | None = Field(None, description="When this number was written down here")
    checked: Day | None = Field(None, description="When somebody last rang it; leave out until it is true")
    areas: Annotated[tuple[ContactNumber, ...], AsList, Field(max_length=40)] = Field(
        (), description="Several of it, in place of 'number': each with its 'area', number, hours, who, source, checked"
    )
    review_months: Annotated[int, Field(strict=True, ge=1, le=24)] = Field(6, description="How long a check holds")

    @model_validator(mode="after")
    def _check(self) -> Contact:
        if self.areas and (self.number or self.url):
            raise mistake("has both a number or address of its own and 'areas'. Move it below 'areas', with its 'area'")
        if any(not (line.area and (line.number or line.url)) for line in self.areas):
            raise mistake("each of its 'areas' needs an 'area', and a 'number' or a 'url'. Add what is missing")
        if not (self.otherwise or self.is_set):
            raise mistake("has no number. Add 'number', 'url' or 'areas', or say in 'otherwise' what to do without one")
        return self

    @property
    def is_set(self) -> bool:
        """Whether a reader can do something with it here."""
        return bool(self.number or self.url or self.areas)

    @property
    def lines(self) -> tuple[ContactNumber, ...]:
        """What the copy gives of it: one without an area, or one for each area; none where it is not set."""
        if self.areas or not self.is_set:
            return self.areas
        values = {key: getattr(self, key) for key in ContactNumber.model_fields if key != "area"}
        return (ContactNumber.model_construct(area=None, **values),)

    @property
    def numbers(self) -> tuple[str, ...]:
        """Each of its numbers in words, with the area before it where there are several."""
        return tuple(f"{line.area}: {line.number}" if line.area else line.number for line in self.lines if line.number)
