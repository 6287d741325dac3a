"""One site to build: what it is made from, and which pages use what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from toolkit.catalogue.duties import superseded_duties
from toolkit.catalogue.library import Library
from toolkit.forms.definition import Form
from toolkit.forms.mentions import Mention, mentions
from toolkit.languages.language import Language
from toolkit.pages.local import LocalPages
from toolkit.pages.page import Page
from toolkit.partnership.copy import Copy
from toolkit.pathways.model import Pathway
from toolkit.site.pages.generated import stubs
from toolkit.site.pages.read import NO_LOCAL_PAGES

ERROR_PAGES = ("403.html", "404.html")  # served at whatever address was asked for


@dataclass(frozen=True)
class Options:
    """What a build may be given: another catalogue file, areas whose local resources it lists, and a copy."""

    catalogue: Path | None = None
    areas: frozenset[str] = frozenset()
    partnership: str | None = None  # the slug or folder of a branded copy
    for_publishing: bool = False  # every contact that a page needs must be set
    offline: bool = False  # links lead to files, for a folder that is opened without a web server
    language: str | None = None  # one of the site's; the first if none is named


@dataclass(frozen=True)
class Site:
    """A project that has been read and checked."""

    root: Path
    library: Library
    pages: tuple[Page, ...]
    name: str
    address: str = ""
    copy: Copy | None = None
    local: LocalPages = NO_LOCAL_PAGES
    offline: bool = False
    languages: tuple[Language, ...] = ()  # those that it is published in; the first is at the root
    original: Site | None = None  # the same site in the language that everything is written in first
    slug: str = "toolkit"  # the folder below .build/ in which the site is composed

    @property
    def base(self) -> str:
        """The folder below the root in which the site is in its language; empty for the first."""
        return self.base_of(self.language)

    def base_of(self, language: Language) -> str:
        """The same for another language of the site."""
        return "" if language.code == self.languages[0].code else f"{language.code}/"

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return self.library.language

    @property
    def local_pages(self) -> list[Page]:
        """The pages that a copy adds, its front page first."""
        upstream = self.root / "docs"
        pages = [p for p in self.pages if p.path in self.local.pages and not (upstream / p.path).is_file()]
        return sorted(pages, key=lambda page: (not page.path.endswith("index.md"), page.path))

    @cached_property
    def page_at(self) -> Mapping[str, Page]:
        """The pages by their paths below docs/."""
        return {page.path: page for page in self.pages}

    @cached_property
    def filed_pages(self) -> tuple[Page, ...]:
        """The pages that other pages can show: filed under a topic or an audience, or naming something of the data."""
        return tuple(page for page in self.pages if page.is_here and page.is_filed)

    @cached_property
    def generated_titles(self) -> Mapping[str, str]:
        """The titles of the pages that data alone determines, by path."""
        return {stub.path: stub.title for stub in stubs(self.library)}

    def title_at(self, path: str) -> str:
        """The title of a page of whatever kind."""
        return self.page_at[path].meta.title if path in self.page_at else self.generated_titles.get(path, path)

    @cached_property
    def pages_naming(self) -> Mapping[str, tuple[Page, ...]]:
        """By id of a resource: the pages that name it, by title."""
        return self._pages_by_key(self.resources_of)

    @cached_property
    def pages_stating(self) -> Mapping[str, tuple[Page, ...]]:
        """By id of a fact: the pages that state it, by title."""
        return self._pages_by_key(lambda page: page.facts)

    @cached_property
    def pathways_naming(self) -> Mapping[str, tuple[Pathway, ...]]:
        """By id of a resource: the pathways that name it, in their order."""
        by_resource: dict[str, tuple[Pathway, ...]] = {}
        for pathway in self.library.pathways.values():
            for id in pathway.resources:
                by_resource[id] = (*by_resource.get(id, ()), pathway)
        return by_resource

    @cached_property
    def pathways_saying(self) -> Mapping[str, tuple[Pathway, ...]]:
        """By id of words to say: the pathways with a step that names them, in their order."""
        by_phrase: dict[str, tuple[Pathway, ...]] = {}
        for pathway in self.library.pathways.values():
            for id in dict.fromkeys(id for step in pathway.steps for id in step.phrases):
                by_phrase[id] = (*by_phrase.get(id, ()), pathway)
        return by_phrase

    @cached_property
    def forms_naming(self) -> Mapping[str, tuple[tuple[Form, tuple[Mention, ...]], ...]]:
        """By path of a page: the forms that name it, each with the parts that do; those it belongs to come first."""
        by_page: dict[str, list[tuple[Form, tuple[Mention, ...]]]] = {}
        for form in self.library.offered_forms:
            for path, parts in mentions(form).items():
                by_page.setdefault(path, []).append((form, parts))
        return {path: tuple(sorted(forms, key=lambda it: path not in it[0].pages)) for path, forms in by_page.items()}

    def pathways_on(self, topic: str) -> list[Pathway]:
        """The pathways filed under a topic or one below it."""
        family = self.library.topic_family(topic)
        return [p for p in self.library.pathways.values() if family & set(p.topics)]

    @cached_property
    def pages_citing(self) -> Mapping[str, tuple[Page, ...]]:
        """By id of an edition of guidance: the pages that cite it, by title."""
        return self._pages_by_key(lambda page: page.citations)

    @property
    def superseded_citations(self) -> list[tuple[str, Page]]:
        """(edition, page) wherever a page cites an edition that another has superseded."""
        old = self.library.superseded_guidance
        return [(id, page) for id, pages in self.pages_citing.items() if id in old for page in pages]

    @property
    def superseded_lines(self) -> tuple[str, ...]:
        """A line for each page that cites, and each outcome that names, an edition which another has superseded."""
        old, guidance = self.library.superseded_guidance, self.library.guidance
        pages = (
            f"docs/{page.path}: cites {guidance[id].title}, superseded by {old[id].title}"
            for id, page in self.superseded_citations
        )
        return (*pages, *superseded_duties(self.library.forms.values(), self.library))

    def resources_of(self, page: Page) -> list[str]:
        """Ids of the resources that a page names, by themselves or as an edition that it cites."""
        resources = (self.library.guidance[id].resource for id in page.citations)
        return list(dict.fromkeys([*page.mentions, *(id for id in resources if id)]))

    def pages_on(self, topic: str) -> list[Page]:
        """The pages filed under a topic or one below it, in the order of their paths' titles."""
        family = self.library.topic_family(topic)
        return sorted((p for p in self.filed_pages if family & set(p.meta.topics)), key=lambda p: p.meta.title)

    def pages_for(self, audience: str) -> list[Page]:
        """The pages written for a group of readers, by title."""
        return sorted((p for p in self.filed_pages if audience in p.meta.audience), key=lambda p: p.meta.title)

    @cached_property
    def content_hash(self) -> str:
        """A hash of upstream's pages and data: two copies with the same hash were built from the same release."""
        files = [self.root / "resources.yml", *(self.root / "docs").rglob("*.md")]
        files += [file for name in ("data", "forms") for file in (self.root / name).rglob("*.yml")]
        parts = ((path.relative_to(self.root).as_posix(), path.read_bytes()) for path in sorted(files))
        return sha256(b"".join(name.encode() + b"\0" + content + b"\0" for name, content in parts)).hexdigest()

    @property
    def newest(self) -> date:
        """The latest date that the sources give: the only clock that a build has."""
        dates = [page.meta.written for page in self.pages if page.meta.written]
        dates += [resource.written for resource in self.library.resources.values()]
        dates += [form.written for form in self.library.forms.values()]
        dates += [pathway.written for pathway in self.library.pathways.values()]
        dates += [phrase.written for phrase in self.library.phrases.values()]
        return max(dates, default=date(2026, 1, 1))

    @property
    def epoch(self) -> int:
        """`newest` as seconds since 1970, for SOURCE_DATE_EPOCH."""
        return int(datetime(self.newest.year, self.newest.month, self.newest.day, tzinfo=UTC).timestamp())

    def _pages_by_key(self, ids: Callable[[Page], Iterable[str]]) -> dict[str, tuple[Page, ...]]:
        by_key: dict[str, list[Page]] = {}
        for page in sorted(self.filed_pages, key=lambda p: p.meta.title):
            for key in ids(page):
                by_key.setdefault(key, []).append(page)
        return {key: tuple(pages) for key, pages in by_key.items()}
