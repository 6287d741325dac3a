"""Everything that a site is made from, read and checked once, with the questions that pages ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from toolkit.catalogue.check import Checked, check_data
from toolkit.catalogue.form_examples import read_form_examples
from toolkit.forms.definition import Form
from toolkit.forms.examples import Examples
from toolkit.forms.read import form_files
from toolkit.languages.language import Language
from toolkit.languages.read import ENGLISH, read_languages
from toolkit.overlays.layers import Layer
from toolkit.overlays.stages import Choice, apply_layers, put_words, read_raw
from toolkit.pages.headings import page_places
from toolkit.pathways.model import Pathway
from toolkit.pathways.read import pathway_files
from toolkit.registers.knowledge import Example, Fact, Guidance, Term
from toolkit.registers.read import data_files
from toolkit.registers.resources import Resource
from toolkit.registers.vocabulary import Area, Audience, Body, Contact, Kind, Noun, Publisher, Source, Topic
from toolkit.sources.problems import Problems

Translated = frozenset[tuple[str, str]]  # (kind of entry, id) of what is told in the language of the site


@dataclass(frozen=True)
class Library:
    """The registers of one site, each by id in the order of its file, and the language that it speaks."""

    topics: Mapping[str, Topic]
    audiences: Mapping[str, Audience]
    kinds: Mapping[str, Kind]
    publishers: Mapping[str, Publisher]
    areas: Mapping[str, Area]
    sources: Mapping[str, Source]
    resources: Mapping[str, Resource]
    facts: Mapping[str, Fact]
    terms: Mapping[str, Term]
    guidance: Mapping[str, Guidance]
    contacts: Mapping[str, Contact]
    examples: Mapping[str, Example]
    nouns: Mapping[str, Noun]
    bodies: Mapping[str, Body]
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
        listed = (r for r in self.resources.values() if r.area is None or r.area in self.areas_shown)
        return tuple(sorted((r for r in listed if r.id not in self.hidden), key=title_order))

    @cached_property
    def offered_forms(self) -> tuple[Form, ...]:
        """The forms that this site does not hide, in order of id."""
        return tuple(form for form in self.forms.values() if form.id not in self.hidden_forms)

    def is_translated(self, kind: str, id: str) -> bool:
        """Whether an entry, a form or a pathway is told in the library's own language; `kind` is its class."""
        return self.language.code == ENGLISH or (kind, id) in self.translated

    @cached_property
    def listed_ids(self) -> frozenset[str]:
        """The ids of the resources that this site lists."""
        return frozenset(r.id for r in self.general)

    @cached_property
    def local(self) -> tuple[Resource, ...]:
        """The resources bound to areas that this site is not for, by title."""
        listed = (r for r in self.resources.values() if r.area and r.area not in self.areas_shown)
        return tuple(sorted((r for r in listed if r.id not in self.hidden), key=title_order))

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
    def _on_topic(self) -> Mapping[str, list[Resource]]:
        """By topic: the listed resources on it or on one below it; asked for on every resource's page."""
        families = {topic: self.topic_family(topic) for topic in self.topics}
        return {topic: [r for r in self.general if family & set(r.topics)] for topic, family in families.items()}

    @cached_property
    def replaced(self) -> Mapping[str, list[Resource]]:
        """By id: the resources that it took the place of."""
        found: dict[str, list[Resource]] = {}
        for resource in self.resources.values():
            if resource.superseded_by:
                found.setdefault(resource.superseded_by, []).append(resource)
        return found

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


def title_order(resource: Resource) -> str:
    """Where a title stands in an A to Z: without leading quotes, articles and case."""
    words = resource.title.casefold().lstrip("'\"‘’“”(").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


@dataclass(frozen=True)
class Data:
    """The files that a library is read from, by the name that messages give them."""

    registers: Mapping[str, Path]
    pathways: Mapping[str, Path]
    forms: Mapping[str, Path]

    @classmethod
    def of(cls, root: Path, catalogue: Path | None = None) -> Data:
        """The data files of the project at `root`, with another catalogue in the place of its own."""
        return cls(data_files(root, catalogue), pathway_files(root), form_files(root))


def load_library(root: Path, catalogue: Path | None = None, areas: Iterable[str] = ()) -> Library:
    """The library of the project at `root`, without any copy; raises ProblemsFound with every problem."""
    language, checked = read_project(root, catalogue)
    return make_library(language, checked, areas)


def read_project(
    root: Path,
    catalogue: Path | None = None,
    layers: Sequence[Layer] = (),
    choice: Choice | None = None,
    code: str = ENGLISH,
) -> tuple[Language, Checked]:
    """A language of the project at `root`, and its checked data; raises ProblemsFound with every problem of both."""
    problems, language = Problems(), None
    with problems.gathered():
        language = read_languages(root)[code]
    checked = read_data(Data.of(root, catalogue), page_places(root / "docs"), problems, layers, choice, language)
    assert language is not None  # or read_data would have raised its problems
    return language, replace(checked, form_examples=read_form_examples(root, checked.forms, layers, code))


def read_data(
    data: Data,
    places: Mapping[str, Iterable[str]],
    problems: Problems,
    layers: Sequence[Layer] = (),
    choice: Choice | None = None,
    language: Language | None = None,
) -> Checked:
    """What the files hold, under the layers and in the site's words; raises ProblemsFound with every problem."""
    raw = read_raw(data.registers, data.pathways, data.forms, problems)
    overlaid = apply_layers(raw, layers, problems)
    worded = put_words(overlaid, choice or Choice(), language, problems)
    return check_data(worded, places, problems)


def make_library(
    language: Language,
    checked: Checked,
    areas_shown: Iterable[str] = (),
    translated: Translated = frozenset(),
) -> Library:
    """The library of checked data, which lists the resources of the areas given besides those for everywhere."""
    by_id: dict[str, Any] = {
        key: {entry.id: entry for entry in entries} for key, entries in checked.registers.entries.items()
    }
    return Library(
        **by_id,
        places=checked.registers.places,
        language=language,
        translated=translated,
        areas_shown=frozenset(areas_shown),
        hidden=checked.hidden,
        hidden_forms=checked.hidden_forms,
        pathways={pathway.id: pathway for pathway in checked.pathways},
        forms=checked.forms,
        form_examples=checked.form_examples,
    )
