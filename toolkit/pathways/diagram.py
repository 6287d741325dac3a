"""The flow diagram of a pathway: where each box, word, line and arrow is.

One column of boxes in the order of the steps, so that it can be read on a phone. What leads to the next box goes
straight down. An edge that leads further down takes a track on the right, one that leads back takes one on the left;
edges with the same target share a track. Units are those of the drawing's own view box.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from toolkit.pathways.flow import Edge, edges_of
from toolkit.pathways.lettering import wrap
from toolkit.pathways.model import End, Pathway, Step
from toolkit.pathways.shapes import BOX, PAD, AnswerRow, Box, Diagram, TextLines
from toolkit.pathways.tracks import TRACK, Segment, give_tracks

BOX_GAP, MARGIN = 30, 4
SIZE, LINE_HEIGHT = 15, 20
ROW_SIZE, ROW_LEADING, ROW_PAD = 14, 18, 7
NUMBER = 28  # room for the step's number
ENTRY = 18  # below a box's top edge, where the tracks come in
HEAD = 7


def draw_diagram(pathway: Pathway) -> Diagram:
    """The drawing of a pathway whose flow is sound; the same pathway gives the same drawing."""
    boxes = tuple(_stack(pathway))
    order = {box.id: position for position, box in enumerate(boxes)}
    segments = list(chain.from_iterable(_segments(box, boxes, order) for box in boxes))
    right_tracks = give_tracks([segment for segment in segments if order[segment.to] > segment.origin])
    left_tracks = give_tracks([segment for segment in segments if order[segment.to] <= segment.origin])
    start = MARGIN + max((track for _, track in left_tracks), default=0) * TRACK
    width = start + BOX + max((track for _, track in right_tracks), default=0) * TRACK + MARGIN
    paths = [_straight(box, boxes[order[box.id] + 1], start) for box in boxes if _goes_down(box, boxes, order)]
    paths += [_around(segment, start + BOX, track * TRACK, 1) for segment, track in right_tracks]
    paths += [_around(segment, start, track * TRACK, -1) for segment, track in left_tracks]
    lines, heads = zip(*paths, strict=True)
    return Diagram(width, boxes[-1].foot + MARGIN, start, boxes, lines, tuple(dict.fromkeys(heads)))


def _stack(pathway: Pathway) -> Iterator[Box]:
    """The boxes one below the other: steps, then ends."""
    y = MARGIN
    edges = edges_of(pathway)
    following = [part.id for part in (*pathway.steps[1:], *pathway.ends)]
    for position, step in enumerate(pathway.steps):
        box = _step_box(step, position + 1, y, edges[step.id], following[position])
        yield box
        y = box.foot + BOX_GAP
    for end in pathway.ends:
        box = _end_box(end, y)
        yield box
        y = box.foot + BOX_GAP


def _step_box(step: Step, number: int, y: int, edges: tuple[Edge, ...], below: str) -> Box:
    title = wrap(step.title, BOX - 2 * PAD - NUMBER, SIZE, bold=True)
    text = TextLines(PAD + NUMBER, y + PAD + SIZE - 2, LINE_HEIGHT, title)
    foot = y + 2 * PAD + len(title) * LINE_HEIGHT - 4
    rows = []
    answers = sorted((edge for edge in edges if edge.label), key=lambda edge: edge.to == below)  # straight down: last
    for edge in answers:
        label = wrap(edge.label or "", BOX - 4 * PAD, ROW_SIZE)
        height = 2 * ROW_PAD + len(label) * ROW_LEADING - 2
        rows.append(
            AnswerRow(foot, height, TextLines(2 * PAD, foot + ROW_PAD + ROW_SIZE - 1, ROW_LEADING, label), edge)
        )
        foot += height + ROW_PAD
    return Box(step.id, number, y, foot + (PAD - ROW_PAD if rows else 0) - y, text, tuple(rows), edges)


def _end_box(end: End, y: int) -> Box:
    title = wrap(end.title, BOX - 4 * PAD, SIZE, bold=True)
    text = TextLines(2 * PAD, y + PAD + SIZE - 2, LINE_HEIGHT, title)
    return Box(end.id, None, y, 2 * PAD + len(title) * LINE_HEIGHT - 4, text)


def _goes_down(box: Box, boxes: tuple[Box, ...], order: dict[str, int]) -> bool:
    """Whether an edge leads from the box's foot to the box below."""
    below = order[box.id] + 1
    if not box.edges or below == len(boxes):
        return False
    last = box.rows[-1].edge if box.rows else box.edges[0]
    return last.to == boxes[below].id


def _segments(box: Box, boxes: tuple[Box, ...], order: dict[str, int]) -> Iterator[Segment]:
    """The edges of a box that must go round other boxes."""
    down = _goes_down(box, boxes, order)
    if box.rows:
        exits = [(row.edge, row.y + row.height // 2) for row in box.rows]
    else:
        exits = [(edge, box.foot - PAD) for edge in box.edges]
    for edge, y in exits[:-1] if down else exits:
        yield Segment(order[box.id], edge.to, y, boxes[order[edge.to]].y + ENTRY)


def _straight(box: Box, below: Box, start: int) -> tuple[str, str]:
    x = start + BOX // 2
    return f"M{x} {box.foot}V{below.y - HEAD}", f"M{x} {below.y}l-{HEAD - 1} -{HEAD + 2}h{2 * HEAD - 2}z"


def _around(segment: Segment, border: int, out: int, side: int) -> tuple[str, str]:
    """A line out of one side of a box, along its track, and back in; `side` is 1 on the right, -1 on the left."""
    line = f"M{border} {segment.leave}H{border + side * out}V{segment.enter}H{border + side * HEAD}"
    return line, f"M{border} {segment.enter}l{side * (HEAD + 2)} -{HEAD - 1}v{2 * HEAD - 2}z"
