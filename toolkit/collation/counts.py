"""How many settings say what: of each item, in each group of settings, and together for each area of the form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from toolkit.collation.items import CountedItem, possible_states
from toolkit.collation.plan import Plan
from toolkit.collation.splits import Split
from toolkit.collation.withhold import Name, Sum, withhold

CountName = tuple[str, str, str]  # (group, item or area, state)
States = Mapping[Plan, Mapping[str, str]]  # what each setting says of each item, by its key
ALL_SETTINGS = ""  # the group of all settings


@dataclass(frozen=True)
class Counts:
    """Counts by (group, item or area, state), and which of them are withheld.

    The groups are all settings, and those of each split under the name that `group_name` gives. An area is a section;
    its count is the sum of those of what is rated in it: of judgements, not of settings.
    """

    items: tuple[CountedItem, ...]
    splits: tuple[Split, ...]
    numbers: Mapping[CountName, int]
    sizes: Mapping[str, int]
    hidden: frozenset[Name] = frozenset()

    def number(self, group: str, place: str, state: str) -> int | None:
        """One count; None where it is withheld."""
        return None if (group, place, state) in self.hidden else self.numbers[group, place, state]

    def size(self, group: str) -> int | None:
        """How many settings are in a group; None where that is withheld."""
        return None if group in self.hidden else self.sizes[group]

    @property
    def rated(self) -> tuple[CountedItem, ...]:
        """The items that are rated."""
        return tuple(item for item in self.items if item.is_rated)

    @property
    def areas(self) -> Iterator[tuple[str, tuple[CountedItem, ...]]]:
        """(id, what is rated in it) of each section that has something."""
        for id, items in groupby(self.rated, key=lambda item: item.section.id):
            yield id, tuple(items)


def group_name(split: Split, value: str) -> str:
    """The name of the settings that give one answer to a question of the record."""
    return f"{split.id}={value}"


def count_items(items: Sequence[CountedItem], states: States, splits: Sequence[Split], smallest: int) -> Counts:
    """All counts of some items; where `smallest` is not 0, without those that are below it or would reveal them."""
    groups = {ALL_SETTINGS: tuple(states)}
    groups |= {group_name(split, group.value): group.plans for split in splits for group in split.groups}
    numbers = {
        (group, item.key, state): number
        for group, plans in groups.items()
        for item in items
        for state, number in _count_states(item, plans, states).items()
    }
    sizes = {group: len(plans) for group, plans in groups.items()}
    counts = Counts(tuple(items), tuple(splits), numbers, sizes)
    for area, members in counts.areas:
        for group in groups:
            for state in possible_states(members[0]):
                numbers[group, area, state] = sum(numbers[group, item.key, state] for item in members)
    return replace(counts, hidden=_withhold(counts, smallest)) if smallest else counts


def _count_states(item: CountedItem, plans: Sequence[Plan], states: States) -> dict[str, int]:
    counter = Counter(states[plan][item.key] for plan in plans)
    return {state: counter[state] for state in possible_states(item)}


def _withhold(counts: Counts, smallest: int) -> frozenset[Name]:
    """The names of counts and of groups that are withheld; of a group that is, all counts are."""
    groups = _withhold_groups(counts, smallest)
    forced = {cell for cell in counts.numbers if cell[0] in groups}
    return groups | withhold(counts.numbers, list(_sums(counts, groups)), smallest, forced)


def _withhold_groups(counts: Counts, smallest: int) -> frozenset[Name]:
    sums = [
        Sum(tuple(group_name(split, group.value) for group in split.groups))
        for split in counts.splits
        if not split.is_of_files
    ]
    sizes = {name: counts.sizes[str(name)] for each in sums for name in each.parts}
    return withhold({ALL_SETTINGS: counts.sizes[ALL_SETTINGS], **sizes}, sums, smallest)


def _sums(counts: Counts, hidden: frozenset[Name]) -> Iterator[Sum]:
    """Everything that readers know to add up."""
    for group in counts.sizes:
        for item in counts.items if group not in hidden else ():
            yield Sum(tuple((group, item.key, state) for state in possible_states(item)))
        for area, items in counts.areas if group not in hidden else ():
            for state in possible_states(items[0]):
                yield Sum(tuple((group, item.key, state) for item in items), (group, area, state))
    for split in counts.splits:
        names = [group_name(split, group.value) for group in split.groups]
        for item in counts.items:
            for state in possible_states(item):
                yield Sum(tuple((name, item.key, state) for name in names), (ALL_SETTINGS, item.key, state))
