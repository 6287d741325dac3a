"""One entry of the catalogue."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from toolkit.registers.fields import (
    HOME_NATIONS,
    Address,
    Age,
    AreaId,
    AudienceIds,
    Day,
    Doi,
    Email,
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
    TextNumber,
    TopicId,
    Year,
    mistake,
)

Access = Literal["free", "login", "membership"]
Status = Literal["current", "superseded", "forthcoming", "withdrawn"]
Channel = Literal["phone", "text", "webchat", "email", "post", "bsl", "relay", "online-form", "app"]


class Way(BaseModel):
    """One more way to reach a helpline, beside its phone: a text number, a chat, a relay service, an e-mail."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    by: Channel
    number: TextNumber | None = Field(None, description="Number to text or ring, in quotes")
    word: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,20}$")] | None = Field(
        None, description="The word that a text message begins with"
    )
    url: Address | None = Field(None, description="Where the chat, video or form is")
    email: Email | None = None
    note: Line | None = Field(None, description="When to use it, in a few words to the caller")
    hours: Line | None = None
    cost: Line | None = None

    @model_validator(mode="after")
    def _check(self) -> Way:
        if self.word and (self.by != "text" or not self.number):
            raise mistake("only a text number has a word to send. Set 'by: text' and its 'number', or take 'word' out")
        return self


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
    for_caller: Annotated[Line, Field(max_length=120)] | None = Field(
        None, description="A helpline in one line to the person who rings: 'You can ...'"
    )
    need: Annotated[int, Field(strict=True, ge=1, le=99)] = Field(
        50, description="Place in a list of helplines: 1 is for those in the greatest need"
    )
    emergency: bool = Field(
        False, strict=True, description="true: belongs beside 999 in the box of danger, in no list of people who listen"
    )
    ways: Annotated[tuple[Way, ...], Listed] = Field((), description="Ways to reach a helpline beside its 'phone'")
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

    @property
    def is_in_reach(self) -> bool:
        """Whether a caller finds here how to reach it: a number to ring or to text."""
        return bool(self.phone) or any(way.number for way in self.ways)
