"""A page of a site, as its author wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from toolkit.languages.read import ENGLISH
from toolkit.pages.calls import Call
from toolkit.pages.front_matter import FrontMatter
from toolkit.pages.links import PageLink
from toolkit.sources.problems import Problem


@dataclass(frozen=True)
class Page:
    """One page as its author wrote it. `path` is below docs/, with forward slashes."""

    path: str
    meta: FrontMatter
    text: str
    calls: tuple[Call, ...]
    related_lines: tuple[int, ...] = ()  # of meta.related, for messages
    source: str = ""  # front matter and text, with the words, passages and notes of this copy
    file: str = ""  # how messages call it
    language: str = ENGLISH  # that of its text: in a site in another language it may have no translation yet
    links: tuple[PageLink, ...] = ()
    advice: tuple[Problem, ...] = ()  # what is no mistake, and could be better
    is_here: bool = True  # false: it is about another nation than this copy, and only says where to look instead

    @property
    def url(self) -> str:
        """The page's address below the site's root, with a slash at its end; the home page is empty."""
        return page_url(self.path)

    @property
    def mentions(self) -> tuple[str, ...]:
        """Ids of the resources that the page names, in the order of its text, then of its front matter."""
        return tuple(dict.fromkeys([*self._ids("resource"), *self.meta.resources]))

    @property
    def facts(self) -> tuple[str, ...]:
        """Ids of the facts that the page states."""
        return self._ids("fact")

    @property
    def citations(self) -> tuple[str, ...]:
        """Ids of the editions of guidance that the page cites."""
        return self._ids("guidance", "duty_to_report")

    @property
    def is_filed(self) -> bool:
        """Whether it is filed under a topic or an audience, or names something of the data."""
        return bool(self.meta.topics or self.meta.audience or self.mentions or self.facts or self.citations)

    def _ids(self, *macros: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(call.arguments["id"] for call in self.calls if call.name in macros))

    @property
    def words(self) -> int:
        """How many words the text has, those of its Markdown included."""
        return len(self.text.split())


def page_url(path: str) -> str:
    """The address of the page at a path below docs/."""
    pure = PurePosixPath(path).with_suffix("")
    parts = pure.parts[:-1] if pure.name == "index" else pure.parts
    return "".join(f"{part}/" for part in parts)
