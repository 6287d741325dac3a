"""Everything that can be found, each as one entry: sections of finished pages, and the registers' own entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.library import Library
from toolkit.pages.page import Page
from toolkit.registers.resources import Resource
from toolkit.search.page_text import PageText, Section, read_page_text
from toolkit.site.model import Site

# The kinds of result, in the order in which a reader in a hurry needs them.
KINDS = (
    "pathways",
    "chapters",
    "topics",
    "templates",
    "helplines",
    "resources",
    "examples",
    "glossary",
    "about",
)
KIND_OF_FOLDER = {
    "pathways": "pathways",
    "what-to-do": "pathways",
    "forms": "templates",
    "helplines": "helplines",
    "about": "about",
}
# Pages that only list what is found as itself, and those for people who work on the toolkit.
FOLDERS_LEFT_OUT = frozenset(
    ["topics", "audiences", "kinds", "r", "resources", "a-to-z", "glossary", "search", "my-list", "development"]
)
FOR_PRINT = "/print/"  # a second face of a page that is found already
EXCERPT = 150  # characters of a section that a result shows
AGES = {"early-years": (0, 4), "primary": (5, 10), "secondary": (11, 17)}


@dataclass(frozen=True)
class Entry:
    """One thing that can be found. `within` is the page of a section; `about` holds the words it is filed under."""

    kind: str
    url: str
    title: str
    summary: str = ""
    names: tuple[str, ...] = ()
    within: str = ""
    about: tuple[str, ...] = ()
    text: str = ""
    status: str = ""


def entries_of(site: Site, out: Path) -> list[Entry]:
    """Every entry of a finished site, in a lasting order: pages by address, then the registers."""
    return [*_page_entries(site, out), *register_entries(site.library), *_example_entries(site)]


def register_entries(library: Library) -> Iterator[Entry]:
    """The entries of topics, audiences, kinds, resources and terms."""
    say = library.language.say
    for topic in library.topics.values():
        terms = [t for t in library.terms.values() if t.topics[:1] == (topic.id,)]
        about = tuple(word for t in terms for word in (t.term, *t.acronyms))
        yield Entry("topics", f"topics/{topic.id}/", topic.name, topic.intro, about=about)
    for audience in library.audiences.values():
        yield Entry("topics", f"audiences/{audience.id}/", say("search.for", audience=audience.name), audience.intro)
    for kind in library.kinds.values():
        yield Entry("topics", f"kinds/{kind.id}/", say("search.all", kinds=kind.plural.lower()), kind.intro)
    yield from (_resource_entry(library, resource) for resource in library.general)
    for term in library.terms.values():
        shown = f"{term.term} ({', '.join(term.acronyms)})" if term.acronyms else term.term
        names = (*term.acronyms, *term.synonyms)
        yield Entry("glossary", f"glossary/#{term.id}", shown, term.meaning, names)


def _resource_entry(library: Library, resource: Resource) -> Entry:
    kind = library.kinds[resource.kind]
    say = library.language.say
    access = say(f"search.{resource.access}")
    about = [kind.name, library.publishers[resource.publisher].name, access, resource.status, resource.author or ""]
    about += [library.topics[id].name for id in resource.topics] + [
        library.audiences[id].name for id in resource.audience
    ]
    about += [resource.language or "", *resource.channels, *(n for n in resource.jurisdiction if n != "england")]
    about += [say(f"search.{age}") for age, (low, high) in AGES.items() if _overlaps(resource, low, high)]
    found_as = "helplines" if resource.kind == "helpline" else "resources"
    number = [resource.phone, resource.phone.replace(" ", "")] if resource.phone else []
    status = "" if resource.status == "current" else say(f"status.{resource.status}")
    return Entry(found_as, f"r/{resource.id}/", resource.title, resource.summary, (*resource.also_known_as, *number),
                 about=tuple(filter(None, about)), status=status)  # fmt: skip


def _overlaps(resource: Resource, low: int, high: int) -> bool:
    if resource.min_age is None and resource.max_age is None:
        return False
    return (resource.min_age or 0) <= high and (resource.max_age or 25) >= low


def _example_entries(site: Site) -> Iterator[Entry]:
    pages = [(page, c) for page in site.pages for c in page.calls if c.name == "practice_examples"]
    for example in site.library.examples.values():
        fitting = [page for page, call in pages if call.given["theme"] in {"all", example.theme}]
        page = next((p for p in fitting if "practice-examples" in p.path), fitting[0] if fitting else None)
        if page:
            about = tuple(site.library.topics[id].name for id in example.topics)
            title = f"{example.area}: {example.title}"
            yield Entry("examples", f"{page.url}#example-{example.id}", title, _excerpt(example.what_they_did),
                        within=page.meta.title, about=about, text=example.what_they_did)  # fmt: skip


def _page_entries(site: Site, out: Path) -> Iterator[Entry]:
    for url in _addresses(out):
        sources = (f"{url}index.md", f"{url.rstrip('/')}.md")
        page = next((site.page_at[path] for path in sources if path in site.page_at), None)
        folder = url.split("/", 1)[0]
        if folder in FOLDERS_LEFT_OUT or url.endswith(FOR_PRINT) or (page and not (page.meta.search and page.is_here)):
            continue
        text = read_page_text((out / url / "index.html").read_text("utf-8"))
        topics = [site.library.topics[id].name for id in page.meta.topics] if page else []
        first = site.language.say("search.joined-to-beginning")
        yield from page_entries(url, KIND_OF_FOLDER.get(folder, "chapters"), text, page, topics, first)


def _addresses(out: Path) -> list[str]:
    """The address of each finished page but the first."""
    folders = (path.relative_to(out).parent.as_posix() for path in out.rglob("index.html"))
    return sorted(f"{folder}/" for folder in folders if folder != ".")


def page_entries(
    url: str, kind: str, text: PageText, page: Page | None, topics: list[str], first: str = ""
) -> Iterator[Entry]:
    """A page as a whole, then each of its sections that has an address; one headed `first` joins the beginning."""
    title = page.meta.title if page else text.title
    beginning = [s for s in text.sections if not s.anchor or s.heading == first]
    sections = [s for s in text.sections if s.anchor and s.heading != first]
    summary = page.meta.description if page else _excerpt(_text(beginning))
    about = (*topics, *(section.heading for section in sections))
    names = (text.title,) if text.title and text.title != title else ()
    yield Entry(kind, url, title, summary, names, about=about, text=_text(beginning))
    for section in sections:
        address = f"{url}#{section.anchor}"
        yield Entry(kind, address, section.heading, _excerpt(section.text), within=title, text=section.text)


def _text(sections: Iterable[Section]) -> str:
    return " ".join(section.text for section in sections)


def _excerpt(text: str) -> str:
    if len(text) <= EXCERPT:
        return text
    return text[:EXCERPT].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
