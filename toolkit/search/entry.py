"""One thing that can be found, and the kinds of such things."""

from __future__ import annotations

from dataclasses import dataclass

# The kinds of result, in the order in which a reader in a hurry needs them.
RESULT_KINDS = (
    "pathways",
    "phrases",
    "chapters",
    "topics",
    "templates",
    "helplines",
    "resources",
    "examples",
    "glossary",
    "about",
)
LONGEST_EXCERPT = 150  # characters of a section that a result shows


@dataclass(frozen=True)
class Filing:
    """Ids of the topics, audiences and nations that something is for; an empty list says nothing of it."""

    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()


NO_FILING = Filing()


@dataclass(frozen=True)
class SearchEntry:
    """One thing that can be found. `within` is the page of a section; `about` holds the words it is filed under.

    `answers` are questions and sentences, as readers put them, that it answers; `filing` says by facet what narrows
    a search to it.
    """

    kind: str
    url: str
    title: str
    summary: str = ""
    names: tuple[str, ...] = ()
    within: str = ""
    about: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    filing: Filing = NO_FILING
    text: str = ""
    status: str = ""


def excerpt(text: str) -> str:
    """The beginning of a text, as far as a result shows it."""
    if len(text) <= LONGEST_EXCERPT:
        return text
    return text[:LONGEST_EXCERPT].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
