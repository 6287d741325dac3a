"""What can be found of the registers: topics, audiences, kinds, resources and the words of the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.catalogue.library import Library
from toolkit.pages.page import page_url
from toolkit.registers.display import InSearch, list_values, marks_of, register_of
from toolkit.registers.models import registers
from toolkit.registers.register import ListPage, Result
from toolkit.registers.resources import Resource
from toolkit.search.entry import Filing, SearchEntry
from toolkit.search.numbers import spellings

SCHOOL_AGES = {"early-years": (0, 4), "primary": (5, 10), "secondary": (11, 17)}


def register_entries(library: Library) -> Iterator[SearchEntry]:
    """The entries of topics, audiences, kinds and resources, and of registers that say how theirs are found."""
    translate = library.language.translate
    for topic in library.topics.values():
        terms = [term for term in library.terms.values() if term.topics[:1] == (topic.id,)]
        about = tuple(word for term in terms for word in (term.term, *term.acronyms))
        url, filing = f"topics/{topic.id}/", Filing(topics=(topic.id,))
        yield SearchEntry("topics", url, topic.name, topic.intro, topic.also_known_as, about=about, filing=filing)
    for audience in library.audiences.values():
        title = translate("search.for", audience=audience.name)
        url, filing = f"audiences/{audience.id}/", Filing(audiences=(audience.id,))
        yield SearchEntry("topics", url, title, audience.intro, audience.also_known_as, filing=filing)
    for kind in library.kinds.values():
        title = translate("search.all", kinds=kind.plural.lower())
        yield SearchEntry("topics", f"kinds/{kind.id}/", title, kind.intro, kind.also_known_as)
    yield from (_resource_entry(library, resource) for resource in library.general)
    for register in registers():
        if register.result and register.page:
            yield from _listed_entries(library, register.key, register.result, register.page)


def _listed_entries(library: Library, key: str, result: Result, page: ListPage) -> Iterator[SearchEntry]:
    """The entries of a register that says how they are found, at their places on its page."""
    for entry in getattr(library, key).values():
        names = tuple(name for field in result.names for name in list_values(entry, field))
        url = f"{page_url(page.path)}#{entry.id}"
        filing = Filing(getattr(entry, "topics", ()), (), getattr(entry, "jurisdiction", ()))
        title, summary = getattr(entry, result.title), getattr(entry, result.summary)
        yield SearchEntry(result.kind, url, title, summary, names, filing=filing)


def _resource_entry(library: Library, resource: Resource) -> SearchEntry:
    kind = "helplines" if resource.kind == "helpline" else "resources"
    numbers = (resource.phone, *(route.number for route in resource.ways))
    printed = [spelling for number in numbers if number for spelling in spellings(number)]
    status = "" if resource.status == "current" else library.language.translate(f"status.{resource.status}")
    about = tuple(filter(None, _filing(library, resource)))
    summary = f"{resource.phone} · {resource.summary}" if resource.phone else resource.summary
    names = (*resource.also_known_as, *printed)
    text = resource.for_caller or ""
    return SearchEntry(
        kind,
        f"r/{resource.id}/",
        resource.title,
        summary,
        names,
        about=about,
        answers=resource.answers,
        filing=Filing(resource.topics, resource.audience, resource.jurisdiction),
        text=text,
        status=status,
    )


def _filing(library: Library, resource: Resource) -> Iterator[str | None]:
    """The words that a resource is filed under, so that "HSB primary free" finds what fits all three."""
    t = library.language.translate
    for field, annotation in marks_of(Resource, InSearch).items():
        register = register_of(Resource, field)
        for value in list_values(resource, field):
            if register:
                entry = getattr(library, register)[value]
                yield from (entry.name, *getattr(entry, "also_known_as", ()))
            elif value not in annotation.leave_out:
                yield t(f"{annotation.words}.{value}") if annotation.words else str(value)
    yield from (t(f"search.{age}") for age, (low, high) in SCHOOL_AGES.items() if _overlaps(resource, low, high))


def _overlaps(resource: Resource, low: int, high: int) -> bool:
    """Whether a resource is for these ages; what names none and is for schools is for all of them."""
    if resource.min_age is None and resource.max_age is None:
        return high > SCHOOL_AGES["early-years"][1] and "education" in resource.audience
    return (resource.min_age or 0) <= high and (resource.max_age or 25) >= low
