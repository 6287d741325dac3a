"""Which entries of a document were in it when it was handed out, told by their controls.

browser/lib/entry-origins.mjs is its twin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.answers.questions import Questions
from toolkit.forms.keys import join, split


class EntryOrigins:
    """Follows entries from where they were to where they are. A row that was copied is a new entry."""

    def __init__(self, questions: Questions) -> None:
        self.questions = questions
        self.origins: dict[str, str] = {}  # by where an entry is, where it was
        self.taken: set[str] = set()

    def follow(self, was: str, key: str) -> None:
        """Takes in that a control with the name `was` is where the answer `key` is."""
        before, old, now = split(was), split(self.questions.current(was)), split(key)
        if before is None or old is None or now is None or old.plain != now.plain:
            return
        for place in self.entries_of(key):
            steps = list(zip(before.ids, before.numbers, strict=True))
            origin = join(*steps[: len(place.split("/"))])
            if place not in self.origins and origin not in self.taken:
                self.origins[place] = origin
                self.taken.add(origin)

    def of_answers(self, keys: Iterable[str]) -> dict[str, str]:
        """Where the entries that have an answer were, by where they are."""
        places = {place for key in keys for place in self.entries_of(key)}
        return {place: origin for place, origin in self.origins.items() if place in places}

    def entries_of(self, key: str) -> Iterator[str]:
        """Where an answer's entries are, the outer before the inner: `visits~2`, `visits~2/gate~3`."""
        name = split(key)
        sections = (section for section in self.questions.sections if name and section["id"] == name.ids[0])
        section = next(sections, None)
        if name is None or section is None:
            return
        steps = list(zip(name.ids, name.numbers, strict=True))
        if section.get("repeat"):
            yield join(*steps[:1])
        if section.get("row_repeat") and len(steps) == 3 and not self.questions.is_once(key):
            yield join(*steps[:2])
