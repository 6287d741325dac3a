"""The pages that data alone determines: a stub of Markdown each, filled in by its fragment."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.forms.definition import Form
from toolkit.library import Library
from toolkit.pages.marks import block
from toolkit.registers.vocabulary import Audience, Kind, Topic
from toolkit.site.reference_pages import reference_pages
from toolkit.text import lower_first

SHELL = "r/_resource.md"  # the frame that every resource page is poured into, see finish.py
SHELL_TITLE, SHELL_DESCRIPTION = "resource-title-goes-here", "resource-description-goes-here"
SINGLE = (
    (
        "resources/index.md",
        "Find a resource",
        "Every resource in the toolkit, by topic, by whom it is for and by kind.",
        block("resources-home"),
        "wide",
    ),
    ("a-to-z.md", "Resources A to Z", "Every resource of the toolkit in one list, by title.", block("a-to-z")),
    ("my-list.md", "My list", "Resources put together as a handout, to print or to share.", block("my-list")),
    (
        "search.md",
        "Search",
        "Look through chapters, resources, helplines and the glossary at once.",
        block("search-page"),
    ),
    (
        "resources/local.md",
        "Resources of particular areas",
        "Procedures and services that belong to one area of the country.",
        block("local-resources"),
    ),
    (
        "topics/index.md",
        "Topics",
        "The subjects of the toolkit, each with its chapters and resources.",
        block("topics-home"),
    ),
    (
        "glossary.md",
        "Glossary",
        "What the words and acronyms of this field mean, in plain English.",
        block("glossary"),
    ),
    (
        "about/figures.md",
        "Figures we use",
        "Every figure that the toolkit states, with its source, year and who was counted.",
        block("figures"),
    ),
    (
        "about/guidance.md",
        "Law and guidance we cite",
        "Each edition of guidance and each law that the toolkit cites, with its date, nation and what it replaces.",
        block("guidance-register"),
    ),
    (
        "forms/index.md",
        "Templates and plans",
        "Every template and plan: to fill in here, in a PDF or in Word, or to print.",
        block("template-library"),
    ),
)


@dataclass(frozen=True)
class Stub:
    """A generated page: its path below docs/, its front matter and the mark that it consists of."""

    path: str
    title: str
    description: str
    mark: str
    layout: str = "page"

    @property
    def text(self) -> str:
        """The page as Markdown; JSON is YAML that no title can break."""
        front = {"title": self.title, "description": self.description, "generated": True}
        if self.layout != "page":
            front["layout"] = self.layout
        lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items())
        return f"---\n{lines}---\n{self.mark.strip()}\n"


def stubs(library: Library) -> Iterator[Stub]:
    """Every generated page of a site."""
    yield from (Stub(*single) for single in (*SINGLE, *reference_pages(library)))
    yield from _each("topics", library.topics.values(), "topic", "Chapters and resources on {}.")
    yield from _each("audiences", library.audiences.values(), "audience", "Resources for {}.")
    yield from _each("kinds", library.kinds.values(), "kind", "All resources of the kind: {}.")
    yield from (form_stub(form) for form in library.forms.values())
    for pathway in library.pathways.values():
        page = f"pathways/{pathway.id}"
        yield Stub(f"{page}.md", pathway.title, pathway.when, block("pathway-page", id=pathway.id))
        title = f"{pathway.title}: one page to print"
        yield Stub(
            f"{page}/print.md", title, f"One page for a wall. {pathway.when}", block("pathway-sheet", id=pathway.id)
        )
    yield Stub(SHELL, SHELL_TITLE, SHELL_DESCRIPTION, block("resource-page", id=""))


def form_stub(form: Form) -> Stub:
    """The page of a form."""
    return Stub(f"forms/{form.id}.md", form.title, form.about[:200], block("form-page", id=form.id))


def _each(folder: str, entries: Iterable[Topic | Audience | Kind], mark: str, description: str) -> Iterator[Stub]:
    for entry in entries:
        title = getattr(entry, "plural", entry.name)
        about = description.format(lower_first(title))
        yield Stub(f"{folder}/{entry.id}.md", title, about, block(mark, id=entry.id))
