"""What the fragments about topics show, and the home page."""

from __future__ import annotations

from typing import Any

from toolkit.site.model import Site
from toolkit.site.views.words import Context


def topic(site: Site, path: str, id: str) -> Context:
    """The page of a topic."""
    library = site.library
    entry = library.topics[id]
    return {
        "topic": entry,
        "subtopics": [t for t in library.topics.values() if t.parent == id],
        "pathways": site.pathways_on(id),
        "pages": site.pages_on(id),
        "resources": library.select(topic=id),
        "terms": [t for t in library.terms.values() if id in t.topics],
    }


def topics_home(site: Site, path: str) -> Context:
    """All topics."""
    return {"topics": topic_tree(site)}


def home(site: Site, path: str) -> Context:
    """The home page."""
    return {"topics": topic_tree(site), "total": len(site.library.general)}


def topic_tree(site: Site) -> list[tuple[Any, list[Any], int]]:
    """Each main topic with those below it and the number of its resources."""
    library = site.library
    main = [t for t in library.topics.values() if t.parent is None]
    return [
        (t, [s for s in library.topics.values() if s.parent == t.id], len(library.select(topic=t.id))) for t in main
    ]


VIEWS = (topic, topics_home, home)
