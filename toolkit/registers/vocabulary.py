"""The words that everything is filed under: topics, audiences, kinds, publishers, areas, sources, contacts."""

from __future__ import annotations

from pydantic import Field

from toolkit.registers.fields import Address, Entry, Line, PartialDate, PublisherId, Text, TopicId, Year


class Topic(Entry):
    """A subject that chapters and resources are filed under."""

    name: Line = Field(description="What readers see")
    intro: Text = Field(description="One or two sentences for the top of the topic's page")
    parent: TopicId | None = Field(None, description="The wider topic that this one belongs to")


class Audience(Entry):
    """A group of people whom a resource is for."""

    name: Line = Field(description="What readers see")
    intro: Text = Field(description="One sentence for the top of the group's page")
    public: bool = Field(False, strict=True, description="true for children, parents, survivors: not for work")


class Kind(Entry):
    """What sort of thing a resource is."""

    name: Line = Field(description="What readers see, one thing: Video")
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


class Contact(Entry):
    """A local contact that pages point to; a partnership gives its numbers, else the advice stands."""

    name: Line
    when: Text = Field(description="What it is for")
    otherwise: Text = Field(description="What to do where no number is set")
