"""What was written, sound or not: enough to check what pages name while some of the data cannot be used.

A reference to something that is there and unsound is no mistake of its own: what is wrong is reported where it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from toolkit.languages.read import ENGLISH
from toolkit.overlays.words import Words
from toolkit.pages.local import LocalPages
from toolkit.sources.problems import Problem, ProblemsFound


class AnyId(Collection[str]):
    """The ids of a register that could not be read: whatever is named may be one of them."""

    def __contains__(self, id: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@dataclass(frozen=True)
class SpokenLanguage:
    """As much of a language as a check of pages asks for."""

    code: str = ENGLISH


@dataclass(frozen=True)
class WrittenLibrary:
    """In place of a library, for checks alone: `library.topics` and the others give the ids that were written."""

    ids: Mapping[str, Collection[str]] = field(default_factory=dict)
    language: SpokenLanguage = SpokenLanguage()
    elsewhere: frozenset[tuple[str, str]] = frozenset()

    def __getattr__(self, register: str) -> Any:
        if register.startswith("_"):
            raise AttributeError(register)
        return self.ids.get(register) or AnyId()  # an empty register is reported once, not wherever it is named


class UnsoundData(ProblemsFound):
    """Raised when data cannot be used; holds what is needed to check the pages all the same."""

    def __init__(
        self,
        problems: Iterable[Problem],
        library: WrittenLibrary | None = None,
        words: Words | None = None,
        local: LocalPages | None = None,
    ) -> None:
        super().__init__(problems)
        self.library = library or WrittenLibrary()
        self.words = words or Words()
        self.local = local or LocalPages()
