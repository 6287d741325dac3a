"""Which track beside the boxes each edge takes, so that edges with different targets never run on top of each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

TRACK = 16


@dataclass(frozen=True)
class Segment:
    """An edge that goes round: the position of the box that it leaves, its target, and the heights of both ends."""

    origin: int
    to: str
    leave: int
    enter: int


def give_tracks(segments: Iterable[Segment]) -> list[tuple[Segment, int]]:
    """Each segment with its track, counted from the boxes; short ones are inside, and each target has one track."""
    segments = list(segments)
    spans = {segment.to: _span(segments, segment.to) for segment in segments}
    occupied: list[list[tuple[int, int]]] = []
    tracks: dict[str, int] = {}
    for to in sorted(spans, key=lambda target: (spans[target][1] - spans[target][0], spans[target])):
        top, foot = spans[to]
        free = (i for i, spans_in_track in enumerate(occupied) if all(foot < t or top > f for t, f in spans_in_track))
        track = next(free, len(occupied))
        if track == len(occupied):
            occupied.append([])
        occupied[track].append((top, foot))
        tracks[to] = track + 1
    return [(segment, tracks[segment.to]) for segment in segments]


def _span(segments: list[Segment], to: str) -> tuple[int, int]:
    heights = [height for segment in segments if segment.to == to for height in (segment.leave, segment.enter)]
    return min(heights), max(heights)
