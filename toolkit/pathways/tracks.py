"""Which lane beside the boxes each way takes, so that no two ways with different aims run on top of one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

TRACK = 16


@dataclass(frozen=True)
class Segment:
    """A way that goes round: the position of the box that it leaves, its aim, and the heights of both ends."""

    origin: int
    to: str
    leave: int
    enter: int


def give_tracks(segments: Iterable[Segment]) -> list[tuple[Segment, int]]:
    """Each wire with its lane, 1 being nearest to the boxes; short ones lie inside, and one aim has one lane."""
    segments = list(segments)
    spans = {segment.to: _span(segments, segment.to) for segment in segments}
    taken: list[list[tuple[int, int]]] = []
    tracks: dict[str, int] = {}
    for to in sorted(spans, key=lambda aim: (spans[aim][1] - spans[aim][0], spans[aim])):
        top, foot = spans[to]
        free = (i for i, others in enumerate(taken) if all(foot < t or top > f for t, f in others))
        track = next(free, len(taken))
        if track == len(taken):
            taken.append([])
        taken[track].append((top, foot))
        tracks[to] = track + 1
    return [(segment, tracks[segment.to]) for segment in segments]


def _span(segments: list[Segment], to: str) -> tuple[int, int]:
    heights = [height for segment in segments if segment.to == to for height in (segment.leave, segment.enter)]
    return min(heights), max(heights)
