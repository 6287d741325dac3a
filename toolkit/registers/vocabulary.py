"""The words that everything is filed under: topics, audiences, kinds, publishers, areas, sources, contacts."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from toolkit.registers.fields import (
    Address,
    Day,
    Entry,
    Line,
    Lines,
    PartialDate,
    Phone,
    PublisherId,
    Text,
    TopicId,
    Year,
)


class Filed(Entry):
    """Something that resources are filed under."""

    name: Line = Field(description="What readers see")
    also_known_as: Lines = Field((), description="Other words that readers type for it")


class Topic(Filed):
    """A subject that chapters and resources are filed under."""

    intro: Text = Field(description="One or two sentences for the top of the topic's page")
    parent: TopicId | None = Field(None, description="The wider topic that this one belongs to")


class Audience(Filed):
    """A group of people whom a resource is for."""

    intro: Text = Field(description="One sentence for the top of the group's page")
    public: bool = Field(False, strict=True, description="true for children, parents, survivors: not for work")


class Kind(Filed):
    """What sort of thing a resource is; its name is of one thing, such as Video."""

    plural: Line = Field(description="What readers see, many things: Videos")
    intro: Text = Field(description="One sentence for the top of the kind's page")


class Publisher(Entry):
    """Who publishes resources."""

    name: Line = Field(description="The publisher's name as it writes it")
    url: Address | None = Field(None, description="The publisher's front page")
    note: Text | None = None


class Area(Entry):
    """A part of the country that some resources are bound to."""

    name: Line


class Source(Entry):
    """A document that this toolkit's facts and catalogue were drawn from."""

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


class Contact(Entry):
    """A local contact that pages point to; a partnership gives its number, else the advice stands."""

    name: Line
    also_known_as: Lines = Field((), description="What people call it, so that a search finds it")
    when: Text = Field(description="What it is for")
    otherwise: Text = Field(description="What to do where no number is set")
    national: bool = Field(False, strict=True, description="true: the advice holds everywhere, no copy need set it")
    number: Phone | None = Field(None, description="The number to ring, in quotes")
    hours: Line | None = Field(None, description="When somebody answers")
    who: Line | None = Field(None, description="Who may ring")
    url: Address | None = Field(None, description="Where to refer or read more")
    source: Line | None = Field(None, description="Who published the number, and when")
    written: Day | None = Field(None, description="When this number was written down here")
    checked: Day | None = Field(None, description="When somebody last rang it; leave out until it is true")
    review_months: Annotated[int, Field(strict=True, ge=1, le=24)] = Field(6, description="How long a check holds")

    @property
    def is_set(self) -> bool:
        """Whether a reader can do something with it here."""
        return bool(self.number or self.url)


class Noun(Entry):
    """A thing that partnerships call by different words, such as a setting: school, club, college."""

    about: Line = Field(description="What the word stands for")
    word: Line = Field(description="The word where a copy chooses none")
    plural: Line | None = Field(None, description="Its plural, unless that is the word and an s")


class Body(Entry):
    """A body, role or scheme whose name differs between England and Wales."""

    england: Line = Field(description="Its name in England")
    wales: Line = Field(description="Its name in Wales")
    both: Line | None = Field(
        None, description="For a copy that serves both; if left out: the one (England) or the other (Wales)"
    )

    @property
    def of_both(self) -> str:
        """Its name in a copy that serves both nations."""
        return self.both or f"{self.england} (England) or {self.wales} (Wales)"
