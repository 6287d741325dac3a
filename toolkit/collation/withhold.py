"""Small counts withheld, and as many others as it takes so that no sum gives them away.

Whoever reads a report knows how its counts add up. So where one count is small, others of the same sums are withheld
with it until (1) what is withheld in a sum is at least two counts, of together no less than the smallest that is
given, and (2) no count can be worked out from the sums all together. The second is a question of linear algebra: a
count is known if the sums, as equations in the withheld counts, have one solution for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Name = Any  # what a count is called: anything that a mapping can have as a key
Equation = dict[Name, int]
PRIME = (1 << 61) - 1  # equations are solved in this field: exact, and fast
MOST = 1_000_000_000  # no count is higher
MOST_PASSES = 50
MOST_LINKED = 4_000  # counts that hang together by their sums; beyond it, totals are withheld with their parts


@dataclass(frozen=True)
class Sum:
    """A total that readers know to be the sum of its parts. `total` is the name of a count; None: given anyway."""

    parts: tuple[Name, ...]
    total: Name | None = None

    @property
    def names(self) -> tuple[Name, ...]:
        """All counts in it."""
        return self.parts if self.total is None else (*self.parts, self.total)


def withhold(
    counts: Mapping[Name, int], sums: Sequence[Sum], smallest: int, forced: Collection[Name] = ()
) -> frozenset[Name]:
    """The names of the counts to withhold: those from 1 to below `smallest`, `forced` ones, and what would reveal them.

    A count that no sum holds is withheld where it is small itself, and never else.
    """
    hidden = {name for name, count in counts.items() if 0 < count < smallest} | set(forced)
    for group in _groups_of(sums):
        _protect(counts, group, smallest, hidden)
    return frozenset(hidden)


def _protect(counts: Mapping[Name, int], sums: Sequence[Sum], smallest: int, hidden: set[Name]) -> None:
    """Adds to what is hidden until nothing small can be worked out from sums that hang together."""
    if len({name for each in sums for name in each.names}) > MOST_LINKED:
        hidden |= {each.total for each in sums if each.total is not None and hidden & set(each.parts)}
    while True:
        is_changed = True
        while is_changed:
            is_changed = False
            for each in sums:
                is_changed |= _cover(counts, each, smallest, hidden)
        revealed = {name for name in find_revealed(counts, sums, hidden) if counts[name]}
        more = {name for each in sums if revealed & set(each.names) for name in _choose(counts, each, hidden)}
        if not more:
            return
        hidden |= more


def _cover(counts: Mapping[Name, int], each: Sum, smallest: int, hidden: set[Name]) -> bool:
    """Whether something had to be added to what is hidden, so that one sum does not give it away."""
    parts = [name for name in each.parts if name in hidden]
    if each.total in hidden:
        is_safe = bool(parts)
    else:
        amount = sum(counts[name] for name in parts)
        is_safe = not parts or amount == 0 or (len(parts) > 1 and amount >= smallest)
    more = set() if is_safe else _choose(counts, each, hidden)
    hidden |= more
    return bool(more)


def _choose(counts: Mapping[Name, int], each: Sum, hidden: Collection[Name]) -> set[Name]:
    """What to withhold next in a sum: the smallest part that is not nothing, else the total, else a part that is."""
    open_parts = [name for name in each.parts if name not in hidden]
    positive = [name for name in open_parts if counts[name]]
    if positive:
        return {min(positive, key=lambda name: counts[name])}
    if each.total is not None and each.total not in hidden:
        return {each.total}
    return set(open_parts[:1])


def _groups_of(sums: Sequence[Sum]) -> Iterator[list[Sum]]:
    """The sums that hang together by the counts in them, in the given order."""
    roots: dict[Name, Name] = {}

    def root(name: Name) -> Name:
        while roots.setdefault(name, name) != name:
            roots[name] = roots[roots[name]]
            name = roots[name]
        return name

    for each in sums:
        for name in each.names[1:]:
            roots[root(name)] = root(each.names[0])
    groups: dict[Name, list[Sum]] = {}
    for each in sums:
        if each.names:
            groups.setdefault(root(each.names[0]), []).append(each)
    yield from groups.values()


def find_revealed(counts: Mapping[Name, int], sums: Sequence[Sum], hidden: Collection[Name]) -> set[Name]:
    """The hidden counts that can be worked out from the others: by equations, or because none is below nothing."""
    return _solve(sums, hidden) | _narrow(counts, sums, hidden)


def _solve(sums: Iterable[Sum], hidden: Collection[Name]) -> set[Name]:
    """The hidden counts for which the sums, as equations, have one solution."""
    solved: dict[Name, Equation] = {}  # by the count that each is solved for
    for each in sums:
        equation: Equation = {name: 1 for name in each.parts if name in hidden}
        if each.total in hidden:
            equation[each.total] = -1
        for name in [name for name in equation if name in solved]:
            _subtract(equation, solved[name], equation.get(name, 0))
        if not equation:
            continue
        pivot = next(iter(equation))
        factor = pow(equation[pivot], -1, PRIME)
        equation = {name: value * factor % PRIME for name, value in equation.items()}
        for neighbour in solved.values():
            _subtract(neighbour, equation, neighbour.get(pivot, 0))
        solved[pivot] = equation
    return {pivot for pivot, equation in solved.items() if len(equation) == 1}


def _subtract(equation: Equation, neighbour: Equation, factor: int) -> None:
    """Takes another equation, so many times, from an equation."""
    for name, value in neighbour.items() if factor else ():
        rest = (equation.get(name, 0) - factor * value) % PRIME
        if rest:
            equation[name] = rest
        else:
            equation.pop(name, None)


def _narrow(counts: Mapping[Name, int], sums: Sequence[Sum], hidden: Collection[Name]) -> set[Name]:
    """The hidden counts that have one value left once each sum has narrowed what its counts can be."""
    least = {name: 0 if name in hidden else count for name, count in counts.items()}
    most = {name: MOST if name in hidden else count for name, count in counts.items()}
    for _ in range(MOST_PASSES):
        is_narrower = False
        for each in sums:
            total = sum(counts[name] for name in each.parts)
            low, high = (total, total) if each.total is None else (least[each.total], most[each.total])
            floor, ceiling = sum(least[name] for name in each.parts), sum(most[name] for name in each.parts)
            new = {name: (low - ceiling + most[name], high - floor + least[name]) for name in each.parts}
            if each.total is not None:
                new[each.total] = (floor, ceiling)
            for name, (lower, upper) in new.items():
                if lower > least[name] or upper < most[name]:
                    least[name], most[name] = max(lower, least[name]), min(upper, most[name])
                    is_narrower = True
        if not is_narrower:
            break
    return {name for name in hidden if name in least and least[name] == most[name]}
