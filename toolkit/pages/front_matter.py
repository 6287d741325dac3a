"""The front matter of a page: what it may hold, and how it is separated from the text."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from toolkit.registers.choices import HOME_NATIONS
from toolkit.registers.fields import (
    AsList,
    AudienceIds,
    Day,
    Line,
    Lines,
    Nations,
    QuestionsAnswered,
    Refers,
    ResourceId,
    SourceIds,
    TopicIds,
    mistake,
)
from toolkit.registers.markup import markup_mistakes_of
from toolkit.registers.messages import findings_of, sentence
from toolkit.sources.problems import Problems, ProblemsFound
from toolkit.sources.yaml_source import Source, parse_yaml

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)
NO_FRONT_MATTER = "the page has no front matter. Begin with ---, 'title: ...', 'description: ...' and ---"
NOT_CLOSED = "the front matter is not closed. End it with a line of ---"
ContactId = Annotated[str, Refers(("contacts",))]


class FrontMatter(BaseModel):
    """What is between the two lines of --- at the top of a page."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    title: Line = Field(description="The page's name in lists and in the browser's title")
    description: Annotated[Line, Field(max_length=200)] = Field(description="One sentence: what the reader gets")
    also_known_as: Lines = Field((), description="Other words that readers type for it, for the search")
    answers: QuestionsAnswered = Field((), description="Questions that it answers, as readers ask them, for the search")
    topics: TopicIds = Field((), description="Topics that the page is listed under")
    audience: AudienceIds = Field((), description="Groups of readers whose own page lists it: for pages of one role")
    sources: SourceIds = Field((), description="The source documents that its facts come from")
    written: Day | None = Field(None, description="When it was written")
    reviewed: Day | None = Field(None, description="When a practitioner reviewed it")
    reviewed_by: Line | None = Field(None, description="In which role the reviewer works; no name")
    related: Lines = Field((), description="Pages to read next, as paths below docs/")
    resources: Annotated[tuple[ResourceId, ...], AsList] = Field((), description="Resources not named in the text")
    contacts: Annotated[tuple[ContactId, ...], AsList] = Field((), description="Local contacts that help here")
    jurisdictions: Nations = Field(HOME_NATIONS, description="Nations that the page is for; others see where to look")
    layout: Literal["page", "home", "wide"] = "page"
    search: bool = Field(True, strict=True, description="false leaves the page out of the search")

    @model_validator(mode="after")
    def _check_review(self) -> FrontMatter:
        if (self.reviewed is None) != (self.reviewed_by is None):
            has, needs = ("reviewed", "reviewed_by") if self.reviewed else ("reviewed_by", "reviewed")
            raise mistake(f"'{has}' needs '{needs}' beside it: when, and by someone in which role")
        return self


def split_front_matter(text: str) -> tuple[str, str, int]:
    """(front matter, text, line on which the text begins); without front matter the first is empty.

    Lines end with a line feed alone.
    """
    match = FRONT_MATTER.match(text)
    if not match:
        return "", text, 1
    return match[1], text[match.end() :], text[: match.end()].count("\n") + 1


def read_front_matter(
    yaml_text: str, file: str, ids: Any, problems: Problems, is_open: bool
) -> tuple[FrontMatter | None, tuple[int, ...]]:
    """The checked front matter and the line of each related page; None, with the problems added, if it is unsound.

    `is_open` means that the page begins as front matter does but never ends it.
    """
    if not yaml_text.strip():
        problems.add(file, 1, NOT_CLOSED if is_open else NO_FRONT_MATTER)
        return None, ()
    try:
        source = parse_yaml("\n" + yaml_text, file)  # the line of --- itself
        if source.data is None:
            problems.add(file, 1, NO_FRONT_MATTER)
            return None, ()
        for place, message in markup_mistakes_of(source.data) if isinstance(source.data, dict) else ():
            problems.add(file, source.line(place), f"front matter: {message}")
        meta = FrontMatter.model_validate(source.data, context=ids)
        return meta, tuple(source.line(("related", i)) for i in range(len(meta.related)))
    except ProblemsFound as error:
        problems.entries += error.problems
    except ValidationError as error:
        _add_problems(error, source, file, problems)
    return None, ()


def _add_problems(error: ValidationError, source: Source, file: str, problems: Problems) -> None:
    for finding in findings_of(error):
        message = sentence(finding, FrontMatter.model_fields, "page")
        problems.add(file, source.line(finding["loc"]), f"front matter: {message}")
