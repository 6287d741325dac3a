"""The pages that data alone determines: a stub of Markdown each, whose content is its fragment."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.catalogue.library import Library
from toolkit.forms.definition import Form
from toolkit.languages.sentences import lower_first
from toolkit.pages.placeholders import block
from toolkit.pathways.model import Pathway
from toolkit.registers.models import list_pages
from toolkit.registers.register import ListPage
from toolkit.site.pages.reference_pages import reference_pages

SHELL = "r/_resource.md"  # the frame that every resource page is rendered into, see finish/pages.py
SHELL_TITLE, SHELL_DESCRIPTION = "resource-title-goes-here", "resource-description-goes-here"
LIST_PAGES = (
    *list_pages(),
    ListPage("a-to-z.md", "a-to-z"),
    ListPage("my-list.md", "my-list"),
    ListPage("search.md", "search-page"),
    ListPage("resources/local.md", "local-resources"),
    ListPage("forms/index.md", "template-library"),
    ListPage("development/components.md", "component-list"),
)  # pages of one component each


@dataclass(frozen=True)
class Stub:
    """A generated page: its path below docs/, its front matter and the placeholder that it consists of."""

    path: str
    title: str
    description: str
    placeholder: str
    layout: str = "page"

    @property
    def text(self) -> str:
        """The page as Markdown; JSON is YAML that no title can break."""
        front = {"title": self.title, "description": self.description, "generated": True}
        if self.layout != "page":
            front["layout"] = self.layout
        lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items())
        return f"---\n{lines}---\n{self.placeholder.strip()}\n"


def stubs(library: Library) -> Iterator[Stub]:
    """Every generated page of a site."""
    t = library.language.translate
    for page in LIST_PAGES:
        name = page.component
        yield Stub(page.path, t(f"{name}.title"), t(f"{name}.description"), block(name), page.layout)
    yield from (Stub(*page) for page in reference_pages(library))
    for topic in library.topics.values():
        yield _entry_stub(library, "topic", topic.id, topic.name)
    for audience in library.audiences.values():
        yield _entry_stub(library, "audience", audience.id, audience.name)
    for kind in library.kinds.values():
        yield _entry_stub(library, "kind", kind.id, kind.plural)
    yield from (form_stub(form) for form in library.forms.values())
    for pathway in library.pathways.values():
        yield from _pathway_stubs(library, pathway)
    yield Stub(SHELL, SHELL_TITLE, SHELL_DESCRIPTION, block("resource-page", id=""))


def form_stub(form: Form) -> Stub:
    """The page of a form."""
    return Stub(f"forms/{form.id}.md", form.title, form.about[:200], block("form-page", id=form.id))


def _entry_stub(library: Library, name: str, id: str, title: str) -> Stub:
    """The page of a topic, an audience or a kind."""
    about = library.language.translate(f"{name}.description", name=lower_first(title))
    return Stub(f"{name}s/{id}.md", title, about, block(name, id=id))


def _pathway_stubs(library: Library, pathway: Pathway) -> Iterator[Stub]:
    page, t = f"pathways/{pathway.id}", library.language.translate
    yield Stub(f"{page}.md", pathway.title, pathway.when, block("pathway-page", id=pathway.id))
    title = t("pathway-sheet.title", title=pathway.title)
    about = t("pathway-sheet.description", when=pathway.when)
    yield Stub(f"{page}/print.md", title, about, block("pathway-sheet", id=pathway.id))
