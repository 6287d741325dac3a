"""Where in a form a reader of a document is: in which section, and in which of its repetitions."""

from __future__ import annotations

from collections import Counter
from typing import Any

from toolkit.answers.questions import Questions
from toolkit.forms.keys import Key, join, split


class Position:
    """The section that was begun last, and how often each has begun."""

    def __init__(self, questions: Questions) -> None:
        self.questions = questions
        self.section: dict[str, Any] | None = None
        self.number = 1  # of the section, where it is repeated
        self.begun = Counter[str]()

    def enter(self, section: dict[str, Any]) -> None:
        """Begins a section, or the next repetition of it."""
        self.begun[section["id"]] += 1
        self.section = section
        self.number = self.begun[section["id"]] if section.get("repeat") else 1

    def name_of(self, section: dict[str, Any]) -> str:
        """The name of a section in the repetition that is read now."""
        return join((section["id"], self.number))

    def here(self, key: str) -> str:
        """The name that a control or question has in the repetition of a section that it is in."""
        current = self.questions.current(key)
        steps = split(current)
        if steps is None or self.section is None or steps.ids[0] != self.section["id"]:
            return current
        return str(Key(steps.ids, (self.number, *steps.numbers[1:])))
