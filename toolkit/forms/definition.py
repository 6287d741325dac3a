"""What a form is made of, as its YAML file says it. Every format shows the same parts under the same ids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from toolkit.forms.choosing import USUAL_LABEL, add_choice
from toolkit.forms.question import Carries, Chapters, Group, Part, Question, Version, VersionChange
from toolkit.forms.table import Repeat, Row
from toolkit.registers.fields import (
    AsList,
    AudienceIds,
    ContactIds,
    Day,
    Entry,
    Line,
    LongText,
    PagePaths,
    QuestionsAnswered,
    Refers,
    ResourceIds,
    SourceIds,
    Text,
    TopicIds,
    mistake,
)

PaperLayout = Literal["portrait", "landscape", "poster", "card", "leaflet"]


class Section(Part):
    """A part of a form under its own heading: text to read, questions, a table, or all of these in this order."""

    title: Line
    part: Line | None = Field(None, description="The part that it belongs to, in a form with 'parts'")
    intro: Text | None = Field(None, description="A sentence or two under the heading")
    text: LongText | None = Field(
        None,
        description="Text to read or keep: paragraphs, lists, '### ' headings, **bold**, *italics*, links, {fields}",
    )
    helplines: AudienceIds = Field((), description="Shows the helplines for these groups")
    contacts: ContactIds = Field((), description="Shows these local contacts with room for their numbers")
    pages: Chapters = Field((), description="Chapters to read for this section; #section names a part of one")
    resources: ResourceIds = Field((), description="Resources that help with this section")
    questions: Annotated[tuple[Question, ...], AsList] = ()
    columns: Annotated[tuple[Question, ...], AsList, Field(max_length=13)] = ()
    rows: Annotated[tuple[Row, ...], AsList] = Field((), description="The table's given rows")
    row_repeat: Repeat | None = Field(
        None, description="Given rows: each may be answered several times. Else: free rows"
    )
    repeat: Repeat | None = Field(None, description="The whole section may be filled in again")
    carries_from: Carries = Field((), description="Sections of other forms that ask the same under the same ids")
    page_break: bool = Field(False, strict=True, description="true: begins a new page on paper")

    @property
    def table_rows(self) -> tuple[Row, ...]:
        """The rows of its table: the given ones, or one unnamed row that repeats."""
        return self.rows or ((Row(id="row", prompt=self.row_repeat.noun),) if self.row_repeat else ())

    @model_validator(mode="after")
    def _check(self) -> Section:
        if self.columns and not (self.rows or self.row_repeat):
            raise mistake("the table has columns but no rows. Add 'rows', or 'row_repeat' for rows to add freely")
        if (self.rows or self.row_repeat) and not self.columns:
            raise mistake("the table has rows but no columns. Add 'columns'")
        return self


class Condition(Part):
    """Something that ends the form in advice if it holds."""

    text: Line = Field(description="A statement that may hold, such as 'There is ...'")


class StopIf(Group):
    """What every format begins with, where a form must not be filled in under some conditions."""

    title: Line = "Before you begin"
    part: Line | None = Field(None, description="The part that begins with it, in a form with 'parts'")
    intro: Text = Field(description="Who leads, and why these come first")
    conditions: Annotated[tuple[Condition, ...], AsList, Field(min_length=1)]
    advice: Text = Field(description="What to do instead, if one of them holds")


class FormPart(Part):
    """A part of a form that prints, and goes into files, apart from the others."""

    title: Line = Field(description="Which part it is and for whom; shown at its top and in each footer")
    heading: Line | None = Field(None, description="The heading of its paper, if it is not the form's title")
    about: Text = Field(description="What this part is for, in one or two sentences")
    who: Line | None = Field(None, description="Who fills it in, where that differs from the form")
    intro: LongText | None = Field(None, description="Text before its first section")
    handed_out: bool = Field(False, strict=True, description="true: for people outside the agency, who keep it")


class RetiredQuestion(Group):
    """A question or row that is no longer asked."""

    key: Line = Field(description="The ids that its answers were kept under: section/question or section/row/column")
    label: Line = Field(description="What was asked, so that old answers still make sense")


class Form(Entry):
    """A template or plan: one YAML file in forms/, named for its id."""

    title: Line
    heading: Line | None = Field(None, description="The heading of the paper, if it is not the title")
    about: Text = Field(description="What it is for, in one or two sentences")
    answers: QuestionsAnswered = Field((), description="Questions that it answers, as readers ask them, for the search")
    who: Line = Field(description="Who fills it in")
    time: Line = Field(description="How long it takes")
    version: Version
    written: Day
    reviewed: Day | None = Field(None, description="When a practitioner reviewed it; leave out until it is true")
    changes: Annotated[tuple[VersionChange, ...], AsList] = Field((), description="What changed in each version")
    audience: AudienceIds
    topics: TopicIds = ()
    sources: SourceIds = ()
    pages: PagePaths = Field((), description="Chapters that it belongs to, as paths below docs/")
    leads_through: Annotated[str, Refers(("pages",))] | None = Field(
        None, description="Page below docs/ that readers pass on their way to the form; it ends in links to go on"
    )
    resources: ResourceIds = Field((), description="Resources that help with the whole form")
    holds_personal_data: bool = Field(strict=True, description="true if an answer could be about a child or a person")
    names_nobody: bool = Field(False, strict=True, description="true: personal, yet no answer may name a child")
    save: Literal["file", "draft", "none"] = Field(description="draft: the reader may also keep a draft on the device")
    layout: PaperLayout = Field("portrait", description="Paper: a plan with wide tables is landscape")
    held_for_review: bool = Field(
        False, strict=True, description="true: not for giving out until a copy has reviewed it and switched it on"
    )
    before_use: LongText | None = Field(None, description="What whoever prints it does first; not on the paper")
    intro: LongText | None = Field(None, description="Text before the first section: how to use the form")
    stop_if: StopIf | None = None
    parts: Annotated[tuple[FormPart, ...], AsList] = Field((), description="Parts that print and are filed apart")
    compact: bool = Field(False, strict=True, description="true: set closer, for a form that must stay on one page")
    record: Annotated[tuple[Question, ...], AsList] = Field((), description="Who, which setting, when: at the top")
    sections: Annotated[tuple[Section, ...], AsList, Field(min_length=1)]
    choose_rows: Annotated[int, Field(strict=True, ge=1, le=40)] | None = Field(
        None, description="About how many rows people choose to work on first; each given row has a tick for it"
    )
    choose_label: Line = Field(USUAL_LABEL, description="What that tick is called; a language has words for it")
    texts_was: Annotated[tuple[Text, ...], AsList] = Field(
        (), description="Texts of earlier versions, so that a document that shows them is not asked where they belong"
    )
    retired: Annotated[tuple[RetiredQuestion, ...], AsList] = Field((), description="What is no longer asked")

    @model_validator(mode="before")
    @classmethod
    def _add_choice(cls, data: Any) -> Any:
        return add_choice(data)

    @property
    def paper_heading(self) -> str:
        """The heading on paper, where there may be less room."""
        return self.heading or self.title

    @property
    def address(self) -> str:
        """Where its page is, below the site's root."""
        return f"forms/{self.id}/"

    @property
    def entrance(self) -> str:
        """Where lists and offers lead: its page, or the one that readers pass on their way to it."""
        return f"{self.leads_through.removesuffix('.md')}/" if self.leads_through else self.address

    @property
    def is_fillable(self) -> bool:
        """Whether there is anything to fill in."""
        return any(True for _ in self.questions)

    @property
    def named_resources(self) -> frozenset[str]:
        """Ids of all resources that it names anywhere."""
        holders: list[Any] = [self, *self.questions, *self.sections, *(row for s in self.sections for row in s.rows)]
        holders += [step for s in self.sections for row in s.rows for level in row.levels for step in level.next]
        return frozenset(id for holder in holders for id in holder.resources)

    @property
    def questions(self) -> Iterator[Question]:
        """Every question and column."""
        yield from self.record
        for section in self.sections:
            yield from (*section.questions, *section.columns)
