"""Which lane beside the boxes each way takes, so that no two ways with different aims run on top of one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LANE = 16


@dataclass(frozen=True)
class Wire:
    """A way that goes round: the position of the box that it leaves, its aim, and the heights of both ends."""

    origin: int
    to: str
    leave: int
    enter: int


def give_lanes(wires: Iterable[Wire]) -> list[tuple[Wire, int]]:
    """Each wire with its lane, 1 being nearest to the boxes; short ones lie inside, and one aim has one lane."""
    wires = list(wires)
    spans = {wire.to: _span(wires, wire.to) for wire in wires}
    taken: list[list[tuple[int, int]]] = []
    lanes: dict[str, int] = {}
    for to in sorted(spans, key=lambda aim: (spans[aim][1] - spans[aim][0], spans[aim])):
        top, foot = spans[to]
        free = (i for i, others in enumerate(taken) if all(foot < t or top > f for t, f in others))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((top, foot))
        lanes[to] = lane + 1
    return [(wire, lanes[wire.to]) for wire in wires]


def _span(wires: list[Wire], to: str) -> tuple[int, int]:
    heights = [height for wire in wires if wire.to == to for height in (wire.leave, wire.enter)]
    return min(heights), max(heights)
