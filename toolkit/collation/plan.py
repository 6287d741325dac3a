"""One setting's file of answers among others."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.answers.answers import Current


@dataclass(frozen=True, eq=False)
class Plan:
    """A file of answers: its name, whose it is, and its answers under today's names.

    `id` is that of the plan, which a file keeps from one review to the next; empty where it has none.
    """

    name: str
    setting: str
    version: int
    current: Current
    id: str = ""

    def record(self, id: str) -> str:
        """What it answers to a question of the record."""
        return self.current.texts.get(f"record/{id}", "")
