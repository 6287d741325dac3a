"""What can be found of the registers: topics, audiences, kinds, resources and the words of the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.catalogue.library import Library
from toolkit.registers.resources import Resource
from toolkit.search.entry import Entry

AGES = {"early-years": (0, 4), "primary": (5, 10), "secondary": (11, 17)}


def register_entries(library: Library) -> Iterator[Entry]:
    """The entries of topics, audiences, kinds, resources and terms."""
    t = library.language.translate
    for topic in library.topics.values():
        terms = [t for t in library.terms.values() if t.topics[:1] == (topic.id,)]
        about = tuple(word for t in terms for word in (t.term, *t.acronyms))
        yield Entry("topics", f"topics/{topic.id}/", topic.name, topic.intro, topic.also_known_as, about=about)
    for audience in library.audiences.values():
        shown = t("search.for", audience=audience.name)
        yield Entry("topics", f"audiences/{audience.id}/", shown, audience.intro, audience.also_known_as)
    for kind in library.kinds.values():
        shown = t("search.all", kinds=kind.plural.lower())
        yield Entry("topics", f"kinds/{kind.id}/", shown, kind.intro, kind.also_known_as)
    yield from (_resource_entry(library, resource) for resource in library.general)
    for term in library.terms.values():
        shown = f"{term.term} ({', '.join(term.acronyms)})" if term.acronyms else term.term
        names = (*term.acronyms, *term.synonyms)
        yield Entry("glossary", f"glossary/#{term.id}", shown, term.meaning, names)


def _resource_entry(library: Library, resource: Resource) -> Entry:
    found_as = "helplines" if resource.kind == "helpline" else "resources"
    numbers = (resource.phone, *(way.number for way in resource.ways))
    number = [said for given in numbers if given for said in dict.fromkeys((given, given.replace(" ", "")))]
    status = "" if resource.status == "current" else library.language.translate(f"status.{resource.status}")
    about = tuple(filter(None, _filing(library, resource)))
    summary = f"{resource.phone} · {resource.summary}" if resource.phone else resource.summary
    return Entry(found_as, f"r/{resource.id}/", resource.title, summary, (*resource.also_known_as, *number),
                 about=about, text=resource.for_caller or "", status=status)  # fmt: skip


def _filing(library: Library, resource: Resource) -> Iterator[str | None]:
    """The words that a resource is filed under, so that "HSB primary free" finds what fits all three."""
    t = library.language.translate
    yield from (library.publishers[resource.publisher].name, t(f"search.{resource.access}"))
    yield from (resource.status, resource.author, resource.language, *resource.channels)
    yield from (nation for nation in resource.jurisdiction if nation != "england")
    topics = (library.topics[id] for id in resource.topics)
    audiences = (library.audiences[id] for id in resource.audience)
    for filed in (library.kinds[resource.kind], *topics, *audiences):
        yield from (filed.name, *filed.also_known_as)
    yield from (t(f"search.{age}") for age, (low, high) in AGES.items() if _overlaps(resource, low, high))


def _overlaps(resource: Resource, low: int, high: int) -> bool:
    """Whether a resource is for these ages; what names none and is for schools is for all of them."""
    if resource.min_age is None and resource.max_age is None:
        return high > AGES["early-years"][1] and "education" in resource.audience
    return (resource.min_age or 0) <= high and (resource.max_age or 25) >= low
