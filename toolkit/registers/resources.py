"""One entry of the catalogue."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from toolkit.registers.choices import AGE_BANDS, HOME_NATIONS, Access, Nation, Status
from toolkit.registers.display import InFacet, InFile, InRecord, InSearch
from toolkit.registers.fields import (
    Address,
    Age,
    AreaId,
    AsList,
    AudienceIds,
    Day,
    Doi,
    Email,
    Entry,
    KindId,
    Line,
    Lines,
    Nations,
    Phone,
    PublisherId,
    QuestionsAnswered,
    ResourceId,
    SourceIds,
    Text,
    TextNumber,
    TopicId,
    Year,
    mistake,
)
from toolkit.registers.register import ListPage, Register

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
    """Something a reader may want to open, ring, read or use. Its record shows the fields in this order."""

    register: ClassVar[Register] = Register(
        "resources",
        unique=("id", "url", "title"),
        is_translated=False,
        is_in_workbook=True,
        page=ListPage("resources/index.md", "resources-home", "wide"),
    )

    title: Annotated[Line, InFile("finder.sort-title", is_in_row=True)] = Field(
        description="The title as its publisher prints it"
    )
    summary: Annotated[Text, InFile("finder.summary", is_in_row=True)] = Field(
        description="What it gives and who should choose it, in our own words, up to 40 words"
    )
    described_from: Literal["title", "source", "seen"] | None = Field(
        None, description="What the summary rests on: the title alone, what a source says of it, or the thing itself"
    )
    publisher: Annotated[
        PublisherId,
        InRecord("resource-page.publisher"),
        InFacet("publisher", 7, is_by_name=True),
        InFile("finder.publisher-and-year", is_in_row=True),
        InSearch(),
    ]
    author: Annotated[Line | None, InRecord("resource-page.author"), InSearch()] = Field(
        None, description="Authors of a publication"
    )
    edition: Annotated[Line | None, InRecord("guidance-register.edition")] = None
    year: Annotated[Year | None, InRecord("figures.year")] = Field(None, description="Year of publication")
    kind: Annotated[
        KindId,
        InRecord("resource-table.kind"),
        InFacet("kind", 3),
        InFile("resource-table.kind", is_in_row=True),
        InSearch(),
    ]
    audience: Annotated[
        AudienceIds,
        Field(min_length=1),
        InRecord("resource-table.for"),
        InFacet("audience", 2),
        InFile("resource-table.for", is_in_row=True),
        InSearch(),
    ]
    min_age: Annotated[
        Age | None,
        InRecord("resource-page.age", beside=("max_age",)),
        InFacet("age", 5, words="ages", bands=AGE_BANDS, to="max_age", none="no-age"),
    ] = Field(None, description="Youngest age that it is for")
    max_age: Age | None = Field(None, description="Oldest age that it is for")
    topics: Annotated[
        tuple[TopicId, ...],
        AsList,
        Field(min_length=1, max_length=6),
        InRecord("topics-home.title"),
        InFacet("topic", 1),
        InSearch(),
    ]
    access: Annotated[
        Access,
        InRecord("resource-table.access", beside=("cost",)),
        InFacet("access", 4, words="access"),
        InFile("resource-table.access", is_in_row=True),
        InSearch(words="search"),
    ]
    cost: Line | None = None
    time: Annotated[Line | None, InRecord("resource-page.time")] = Field(None, description="How long it takes")
    format: Annotated[Line | None, InRecord("resource-page.format")] = None
    language: Annotated[
        Line | None, InRecord("resource-page.language"), InFacet("language", 8, none="english"), InSearch()
    ] = Field(None, description="Only if it is not in English")
    url: Annotated[Address | None, InFile("finder.address", is_in_row=True)] = Field(
        None, description="Its own address, if a source prints it or a public copy showed it"
    )
    address_from: Line | None = Field(None, description="Where 'url' comes from, if no source prints it")
    host: Address | None = Field(None, description="Else its publisher's site, to search there")
    candidate: Address | None = Field(
        None, description="An address that was seen and may be its own, for an editor to try; no reader sees it"
    )
    candidate_note: Text | None = Field(None, description="Why the candidate may be wrong; no reader sees it")
    phone: Phone | None = None
    phone_from: Line | None = Field(None, description="Where the number comes from, if no source in named_in prints it")
    hours: Annotated[Line | None, InRecord("resource-page.hours")] = None
    cost_to_call: Annotated[Line | None, InRecord("resource-page.cost-to-call")] = None
    channels: Annotated[
        tuple[Channel, ...], AsList, InRecord("resource-page.channels", words="channels", beside=("ways",)), InSearch()
    ] = ()
    ways: Annotated[tuple[Way, ...], AsList] = Field((), description="Ways to reach a helpline beside its 'phone'")
    for_caller: Annotated[Line, Field(max_length=120)] | None = Field(
        None, description="A helpline in one line to the person who rings: 'You can ...'"
    )
    need: Annotated[int, Field(strict=True, ge=1, le=99)] = Field(
        50, description="Place in a list of helplines: 1 is for those in the greatest need"
    )
    emergency: bool = Field(
        False, strict=True, description="true: belongs beside 999 in the box of danger, in no list of people who listen"
    )
    jurisdiction: Annotated[
        Nations,
        InRecord("guidance-register.nation", words="nations"),
        InFacet("nation", 6, words="nations"),
        InSearch(leave_out=(Nation.ENGLAND,)),
    ] = Field(HOME_NATIONS, description="Nations where it applies")
    area: Annotated[AreaId | None, InRecord("resource-page.area", sentence="resource-page.area-only")] = Field(
        None, description="Only for something bound to one area"
    )
    also_known_as: Annotated[Lines, InRecord("resource-page.also-known-as")] = Field(
        (), description="Other titles under which people know it"
    )
    answers: QuestionsAnswered = Field((), description="Questions that it answers, as readers ask them, for the search")
    doi: Annotated[Doi | None, InRecord("resource-page.doi")] = None
    status: Annotated[Status, InFacet("status", 9, words="status"), InSearch()] = Status.CURRENT
    superseded_by: ResourceId | None = Field(None, description="The id of what took its place")
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
        return bool(self.phone) or any(route.number for route in self.ways)


# What a page shows by its own template, and what no reader sees; any other field says by a mark where it is shown.
FOR_EDITORS = frozenset(
    {"id", "answers", "candidate", "candidate_note", "phone_from", "same_page_as", "need", "emergency", "owner"}
)
