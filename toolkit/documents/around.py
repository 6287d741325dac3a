"""What a form shows of its site beside its own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.catalogue.library import Library
from toolkit.documents.chapter import Chapter, find_chapter
from toolkit.forms.definition import Form, Section
from toolkit.forms.text import Run, is_elsewhere
from toolkit.languages.language import Language
from toolkit.pages.page import Page
from toolkit.registers.resources import Resource
from toolkit.registers.vocabulary import Contact


@dataclass(frozen=True)
class Around:
    """What a form shows of its site: chapters by name, resources by id, helplines and contacts of a section."""

    library: Library
    pages: Mapping[str, Page]  # by path

    def chapters(self, names: Iterable[str]) -> list[Chapter]:
        """The chapters of those names, each once, in the given order."""
        chapters = (find_chapter(name, self.pages) for name in names)
        return list(dict.fromkeys(chapter for chapter in chapters if chapter))

    def link(self, run: Run) -> tuple[str, str | None]:
        """(words, address) of a linked run; an address of the site is below its root.

        A link without words says the title of its page. One to a page that this site has not is words alone.
        """
        if run.link is None or is_elsewhere(run.link):
            return run.text, run.link
        chapter, page = find_chapter(run.link, self.pages), self.pages.get(run.link.partition("#")[0])
        title = chapter.title if chapter else page.meta.title if page else ""
        return run.text or title, chapter.url if chapter else None

    @property
    def language(self) -> Language:
        """The language of the form's files."""
        return self.library.language

    def resources(self, ids: Iterable[str]) -> list[Resource]:
        """The resources that this site lists, in the given order."""
        return self.library.select(ids=ids)

    def forms(self, ids: Iterable[str]) -> list[Form]:
        """The templates that this site offers, in the given order."""
        offered = {form.id: form for form in self.library.offered_forms}
        return [offered[id] for id in ids if id in offered]

    def helplines(self, section: Section) -> list[Resource]:
        """The lines that a caller can reach from what is printed, in the order of need."""
        return [line for line in self.library.helplines(*section.helplines) if line.is_in_reach]

    def contacts(self, section: Section) -> list[Contact]:
        """The local contacts that a section names."""
        return [self.library.contacts[name] for name in section.contacts]
