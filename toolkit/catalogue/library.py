"""Everything that a site is made from, read and checked once, with the questions that pages ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, make_dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toolkit.catalogue.filed_under import FiledUnder
from toolkit.forms.definition import Form
from toolkit.forms.examples import Examples
from toolkit.languages.language import Language
from toolkit.languages.read import ENGLISH
from toolkit.pathways.model import Pathway
from toolkit.registers.knowledge import Example, Fact, Guidance, Term
from toolkit.registers.models import MODELS
from toolkit.registers.phrases import Phrase
from toolkit.registers.resources import Resource
from toolkit.registers.search_words import Likeness, Synonyms
from toolkit.registers.vocabulary import (
    Area,
    Audience,
    Contact,
    Publisher,
    ResourceKind,
    SourceDocument,
    Topic,
)
from toolkit.registers.wordings import Body, Noun

Translated = frozenset[tuple[str, str]]  # (kind of entry, id) of what is told in the language of the site


if TYPE_CHECKING:

    @dataclass(frozen=True)
    class Registers:
        """The registers by name, as far as Python code speaks of them by name."""

        topics: Mapping[str, Topic]
        audiences: Mapping[str, Audience]
        kinds: Mapping[str, ResourceKind]
        publishers: Mapping[str, Publisher]
        areas: Mapping[str, Area]
        sources: Mapping[str, SourceDocument]
        resources: Mapping[str, Resource]
        facts: Mapping[str, Fact]
        terms: Mapping[str, Term]
        guidance: Mapping[str, Guidance]
        contacts: Mapping[str, Contact]
        examples: Mapping[str, Example]
        phrases: Mapping[str, Phrase]
        nouns: Mapping[str, Noun]
        bodies: Mapping[str, Body]
        synonyms: Mapping[str, Synonyms]
        likenesses: Mapping[str, Likeness]

else:
    Registers = make_dataclass("Registers", [(key, Mapping[str, model]) for key, model in MODELS.items()], frozen=True)


@dataclass(frozen=True)
class Library(Registers):
    """The registers of one site, each by id in the order of its file, and the language that it speaks.

    There is a field for every register that a model names, so a new one needs no line here.
    """

    places: Mapping[tuple[str, str], tuple[str, int]]
    language: Language
    translated: Translated = frozenset()
    areas_shown: frozenset[str] = frozenset()
    hidden: Mapping[str, str] = field(default_factory=dict)
    hidden_forms: Mapping[str, str] = field(default_factory=dict)
    elsewhere: frozenset[tuple[str, str]] = frozenset()  # (register, id) of what is for other nations alone
    forms: Mapping[str, Form] = field(default_factory=dict)
    form_examples: Examples = field(default_factory=dict)
    pathways: Mapping[str, Pathway] = field(default_factory=dict)

    @cached_property
    def general(self) -> tuple[Resource, ...]:
        """The resources that this site lists: those for everywhere and for its own areas, by title."""
        candidates = (r for r in self.resources.values() if r.area is None or r.area in self.areas_shown)
        return tuple(sorted((r for r in candidates if r.id not in self.hidden), key=title_order))

    @cached_property
    def offered_forms(self) -> tuple[Form, ...]:
        """The forms that this site does not hide, in order of id."""
        return tuple(form for form in self.forms.values() if form.id not in self.hidden_forms)

    @cached_property
    def entrances(self) -> dict[str, str]:
        """By path of a form's page: the page that readers pass on their way to it, of each form that has such a one."""
        return {f"forms/{form.id}.md": form.leads_through for form in self.forms.values() if form.leads_through}

    def is_translated(self, kind: str, id: str) -> bool:
        """Whether an entry, a form or a pathway is in the library's own language; `kind` is its class."""
        return self.language.code == ENGLISH or (kind, id) in self.translated

    @cached_property
    def listed_ids(self) -> frozenset[str]:
        """The ids of the resources that this site lists."""
        return frozenset(r.id for r in self.general)

    @cached_property
    def local(self) -> tuple[Resource, ...]:
        """The resources bound to areas that this site is not for, by title."""
        candidates = (r for r in self.resources.values() if r.area and r.area not in self.areas_shown)
        return tuple(sorted((r for r in candidates if r.id not in self.hidden), key=title_order))

    def select(
        self,
        *,
        topic: str | None = None,
        audience: str | None = None,
        kind: str | None = None,
        source: str | None = None,
        ids: Iterable[str] | None = None,
        superseded: bool = False,
    ) -> list[Resource]:
        """The listed resources that fit every given condition; `ids` keeps its own order."""
        if ids is not None:
            return [self.resources[i] for i in dict.fromkeys(ids) if i in self.listed_ids]
        return [
            resource
            for resource in (self._on_topic[topic] if topic else self.general)
            if (not audience or audience in resource.audience)
            and (not kind or resource.kind == kind)
            and (not source or source in resource.named_in)
            and (superseded or resource.status != "superseded")
        ]

    @cached_property
    def by_filing_on(self) -> Mapping[str, Mapping[FiledUnder, list[Resource]]]:
        """By topic, and the topics below it: the listed resources, those that are filed alike together, by title."""
        groups: dict[str, dict[FiledUnder, list[Resource]]] = {}
        for topic in self.topics:
            by_filing = groups.setdefault(topic, {})
            for resource in self.select(topic=topic):
                by_filing.setdefault(FiledUnder.of(resource), []).append(resource)
        return groups

    def helplines(self, *audiences: str) -> list[Resource]:
        """The people who listen to these groups, in the order of need; what is for danger is beside 999."""
        groups = ([r for r in self.select(audience=a, kind="helpline") if not r.emergency] for a in audiences)
        resources = [line for group in groups for line in sorted(group, key=need_order)]
        return list(dict.fromkeys(resources))

    @cached_property
    def _on_topic(self) -> Mapping[str, list[Resource]]:
        """By topic: the listed resources on it or on one below it; asked for on every resource's page."""
        families = {topic: self.topic_family(topic) for topic in self.topics}
        return {topic: [r for r in self.general if family & set(r.topics)] for topic, family in families.items()}

    @cached_property
    def replaced(self) -> Mapping[str, list[Resource]]:
        """By id: the resources that it took the place of."""
        older: dict[str, list[Resource]] = {}
        for resource in self.resources.values():
            if resource.superseded_by:
                older.setdefault(resource.superseded_by, []).append(resource)
        return older

    @cached_property
    def superseded_guidance(self) -> Mapping[str, Guidance]:
        """By id of an edition that is no longer the one to work from: the edition that took its place."""
        return {newer.supersedes: newer for newer in self.guidance.values() if newer.supersedes}

    @cached_property
    def duties(self) -> Mapping[str, Guidance]:
        """By id: the laws with a duty to report, in the order of their register."""
        return {id: edition for id, edition in self.guidance.items() if edition.duty}

    def topic_family(self, topic: str) -> set[str]:
        """A topic with the topics below it."""
        return {topic} | {t.id for t in self.topics.values() if t.parent == topic}


def need_order(line: Resource) -> tuple[bool, int, str]:
    """The place of a helpline in a list for callers: those with a number first, then by need."""
    return not line.is_in_reach, line.need, title_order(line)


def title_order(resource: Resource) -> str:
    """The place of a title in an A to Z: without leading quotes, articles and case."""
    words = resource.title.casefold().lstrip("'\"‘’“”(").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)
