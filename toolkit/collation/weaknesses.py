"""What is rated lowest most often, and what the toolkit has that would help there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from toolkit.collation.counts import ALL_SETTINGS, Counts
from toolkit.collation.items import CountedItem
from toolkit.forms.kinds.rating import RATINGS, Rating
from toolkit.forms.table import NextStep

MOST_WEAKNESSES = 5
MOST_STEPS = 3  # of each gap


@dataclass(frozen=True)
class Weakness:
    """Something that settings rate low, with how many do so, and what the form offers for it."""

    item: CountedItem
    low: int
    rated: int | None  # None where it is withheld

    @property
    def steps(self) -> tuple[NextStep, ...]:
        """What the form says comes next at the lowest rating."""
        level = self.item.row.level(Rating.RED) if self.item.row else None
        return level.next[:MOST_STEPS] if level else ()

    @property
    def pages(self) -> tuple[str, ...]:
        """Chapters to read, as paths below docs/."""
        return _merge(holder.pages for holder in self._holders())

    @property
    def resources(self) -> tuple[str, ...]:
        """Ids of resources that help."""
        return _merge(holder.resources for holder in self._holders())

    @property
    def forms(self) -> tuple[str, ...]:
        """Ids of templates that help."""
        return _merge(step.forms for step in self.steps)

    def _holders(self) -> Iterator[Any]:
        yield from self.steps
        yield from filter(None, (self.item.row, self.item.question))
        if not (self.item.row or self.item.question):
            yield self.item.section


def find_weaknesses(counts: Counts, group: str = ALL_SETTINGS) -> tuple[Weakness, ...]:
    """What is rated lowest most often in a group, the most frequent first; where that is even, by the middle rating.

    What is withheld is not among them.
    """
    weaknesses: list[tuple[int, int, int, Weakness]] = []
    for item in counts.rated:
        low, *rest = (counts.number(group, item.key, rating) for rating in RATINGS)
        if low:
            rated = None if None in rest else low + sum(number or 0 for number in rest)
            weaknesses.append((-low, -(rest[0] or 0), len(weaknesses), Weakness(item, low, rated)))
    return tuple(weakness for *_, weakness in sorted(weaknesses, key=lambda entry: entry[:3])[:MOST_WEAKNESSES])


def _merge(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))
