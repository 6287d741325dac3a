"""One entry of the catalogue."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolkit.registers.fields import (
    HOME_NATIONS,
    Address,
    Age,
    AreaId,
    AudienceIds,
    Day,
    Doi,
    Entry,
    KindId,
    Line,
    Lines,
    Listed,
    Nations,
    Phone,
    PublisherId,
    ResourceId,
    SourceIds,
    Text,
    TopicId,
    Year,
)

Access = Literal["free", "login", "membership"]
Status = Literal["current", "superseded", "forthcoming", "withdrawn"]
Channel = Literal["phone", "text", "webchat", "email", "post", "bsl", "relay", "online-form", "app"]


class Resource(Entry):
    """Something a reader may want to open, ring, read or use."""

    title: Line = Field(description="The title as its publisher prints it")
    also_known_as: Lines = Field((), description="Other titles under which people know it")
    summary: Text = Field(description="What it gives and who should choose it, in our own words, up to 40 words")
    publisher: PublisherId
    author: Line | None = Field(None, description="Authors of a publication")
    year: Year | None = Field(None, description="Year of publication")
    kind: KindId
    topics: Annotated[tuple[TopicId, ...], Listed, Field(min_length=1, max_length=6)]
    audience: Annotated[AudienceIds, Field(min_length=1)]
    min_age: Age | None = Field(None, description="Youngest age that it is for")
    max_age: Age | None = Field(None, description="Oldest age that it is for")
    access: Access
    cost: Line | None = None
    time: Line | None = Field(None, description="How long it takes")
    format: Line | None = None
    jurisdiction: Nations = Field(HOME_NATIONS, description="Nations where it applies")
    area: AreaId | None = Field(None, description="Only for something bound to one area")
    language: Line | None = Field(None, description="Only if it is not in English")
    url: Address | None = Field(None, description="Its own address, if a source prints it or a public copy showed it")
    address_from: Line | None = Field(None, description="Where 'url' comes from, if no source prints it")
    host: Address | None = Field(None, description="Else its publisher's site, to search there")
    doi: Doi | None = None
    phone: Phone | None = None
    phone_from: Line | None = Field(None, description="Where the number comes from, if no source in named_in prints it")
    hours: Line | None = None
    channels: Annotated[tuple[Channel, ...], Listed] = ()
    cost_to_call: Line | None = None
    status: Status = "current"
    superseded_by: ResourceId | None = Field(None, description="The id of what took its place")
    edition: Line | None = None
    content_note: Text | None = Field(None, description="What a reader may find distressing")
    same_page_as: ResourceId | None = Field(None, description="Another resource with the very same address")
    named_in: SourceIds = Field((), description="The source documents that name it")
    written: Day = Field(description="When this entry was written")
    reviewed: Day | None = Field(None, description="When a practitioner reviewed it; leave out until it is true")
    checked: Day | None = Field(None, description="When address or number was last tried; leave out until it is true")
    owner: Line = Field("editors", description="Who looks after this entry")
