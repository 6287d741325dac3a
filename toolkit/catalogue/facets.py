"""What resources can be narrowed by: each facet's values for one resource, and its choices for many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from toolkit.catalogue.library import Library
from toolkit.registers.resources import Resource

AGES = {"under-5": (0, 4), "5-to-10": (5, 10), "11-to-15": (11, 15), "16-to-17": (16, 17)}
NO_AGE = "no-age"
ACCESS = ("free", "login", "membership")
NATIONS = ("england", "wales", "scotland", "northern-ireland", "international")
STATUS = ("current", "forthcoming", "superseded", "withdrawn")
ENGLISH = "english"


@dataclass(frozen=True)
class Choice:
    """One value of a facet as readers tick it. `below` stands under the choice before it (a topic within a topic)."""

    value: str
    label: str
    count: int
    below: bool = False


@dataclass(frozen=True)
class Facet:
    """A question that a list of resources can be narrowed by, with its choices."""

    id: str
    legend: str
    choices: tuple[Choice, ...]


def values_of(library: Library, resource: Resource) -> dict[str, list[str]]:
    """By facet: the values under which a resource is found. A topic brings the one that it belongs to."""
    parents = [library.topics[id].parent for id in resource.topics]
    return {
        "topic": list(dict.fromkeys([*resource.topics, *(parent for parent in parents if parent)])),
        "audience": list(resource.audience),
        "kind": [resource.kind],
        "access": [resource.access],
        "age": _ages(resource),
        "nation": list(resource.jurisdiction),
        "publisher": [resource.publisher],
        "language": [_slug(resource.language) if resource.language else ENGLISH],
        "status": [resource.status],
    }


def facets_of(library: Library, resources: Sequence[Resource], only: Iterable[str] = ()) -> list[Facet]:
    """The facets of a list, or `only` some of them; a facet that tells nothing apart is left out."""
    counts: dict[str, Counter[str]] = {}
    for resource in resources:
        for name, values in values_of(library, resource).items():
            counts.setdefault(name, Counter()).update(values)
    wanted = set(only) or set(LABELS)
    facets = (_facet(library, resources, name, counts.get(name, Counter())) for name in LABELS if name in wanted)
    return [facet for facet in facets if len(facet.choices) > 1]


def filed_under(resource: Resource, library: Library) -> dict[str, str]:
    """The `data-` attributes of a resource's row."""
    return {f"data-{name}": " ".join(values) for name, values in values_of(library, resource).items()}


def _facet(library: Library, resources: Sequence[Resource], name: str, counts: Counter[str]) -> Facet:
    known = LABELS[name](library, resources)
    subtopics = {t.id for t in library.topics.values() if t.parent} if name == "topic" else set()
    choices = (Choice(v, label, counts[v], v in subtopics) for v, label in known if counts[v])
    return Facet(name, library.language.translate(f"facets.{name}"), tuple(choices))


def _ages(resource: Resource) -> list[str]:
    if resource.min_age is None and resource.max_age is None:
        return [NO_AGE]
    low, high = resource.min_age or 0, 25 if resource.max_age is None else resource.max_age
    return [id for id, (first, last) in AGES.items() if low <= last and high >= first]


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


Labels = Callable[[Library, Sequence[Resource]], list[tuple[str, str]]]


def _topics(library: Library, _: Sequence[Resource]) -> list[tuple[str, str]]:
    """Each topic followed by those within it."""
    topics = library.topics.values()
    main = [t for t in topics if t.parent is None]
    ordered = [topic for m in main for topic in (m, *(t for t in topics if t.parent == m.id))]
    return [(topic.id, topic.name) for topic in ordered]


def _publishers(library: Library, _: Sequence[Resource]) -> list[tuple[str, str]]:
    return sorted(((p.id, p.name) for p in library.publishers.values()), key=lambda pair: pair[1].casefold())


def _languages(library: Library, resources: Sequence[Resource]) -> list[tuple[str, str]]:
    others = sorted({(_slug(r.language), r.language) for r in resources if r.language})
    return [(ENGLISH, library.language.translate("facets.english")), *others]


def _said(component: str, values: Iterable[str]) -> Labels:
    """Labels that are words of the interface."""
    return lambda library, _: [(value, library.language.translate(f"{component}.{value}")) for value in values]


LABELS: dict[str, Labels] = {
    "topic": _topics,
    "audience": lambda library, _: [(a.id, a.name) for a in library.audiences.values()],
    "kind": lambda library, _: [(k.id, k.plural) for k in library.kinds.values()],
    "access": _said("access", ACCESS),
    "age": _said("ages", (*AGES, NO_AGE)),
    "nation": _said("nations", NATIONS),
    "publisher": _publishers,
    "language": _languages,
    "status": _said("status", STATUS),
}
