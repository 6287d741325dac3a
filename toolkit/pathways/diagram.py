"""The flow diagram of a pathway: where each box, word, line and arrow stands.

One column of boxes in the order of the steps, so that it can be read on a phone. What leads to the next box goes
straight down. What leads further down goes by a lane on the right, what leads back by a lane on the left; ways with
the same aim share a lane. Units are those of the drawing's own view box.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from toolkit.pathways.flow import Way, ways_on
from toolkit.pathways.lanes import LANE, Wire, give_lanes
from toolkit.pathways.lettering import wrap
from toolkit.pathways.model import End, Pathway, Step
from toolkit.pathways.shapes import BOX, PAD, Box, Diagram, Row, Text

GAP, EDGE = 30, 4
SIZE, LEADING = 15, 20
ROW_SIZE, ROW_LEADING, ROW_PAD = 14, 18, 7
NUMBER = 28  # room for the step's number
ENTRY = 18  # below a box's top edge, where side lanes come in
HEAD = 7


def draw_diagram(pathway: Pathway) -> Diagram:
    """The drawing of a pathway whose flow is sound; the same pathway gives the same drawing."""
    boxes = tuple(_stack(pathway))
    order = {box.id: position for position, box in enumerate(boxes)}
    wires = list(chain.from_iterable(_wires(box, boxes, order) for box in boxes))
    right = give_lanes([w for w in wires if order[w.to] > w.origin])
    left = give_lanes([w for w in wires if order[w.to] <= w.origin])
    start = EDGE + max((lane for _, lane in left), default=0) * LANE
    width = start + BOX + max((lane for _, lane in right), default=0) * LANE + EDGE
    paths = [_straight(box, boxes[order[box.id] + 1], start) for box in boxes if _goes_down(box, boxes, order)]
    paths += [_around(wire, start + BOX, lane * LANE, 1) for wire, lane in right]
    paths += [_around(wire, start, lane * LANE, -1) for wire, lane in left]
    lines, heads = zip(*paths, strict=True)
    return Diagram(width, boxes[-1].foot + EDGE, start, boxes, lines, tuple(dict.fromkeys(heads)))


def _stack(pathway: Pathway) -> Iterator[Box]:
    """The boxes one below the other: steps, then ends."""
    y = EDGE
    ways = ways_on(pathway)
    following = [part.id for part in (*pathway.steps[1:], *pathway.ends)]
    for position, step in enumerate(pathway.steps):
        box = _step_box(step, position + 1, y, ways[step.id], following[position])
        yield box
        y = box.foot + GAP
    for end in pathway.ends:
        box = _end_box(end, y)
        yield box
        y = box.foot + GAP


def _step_box(step: Step, number: int, y: int, ways: tuple[Way, ...], below: str) -> Box:
    title = wrap(step.title, BOX - 2 * PAD - NUMBER, SIZE, bold=True)
    text = Text(PAD + NUMBER, y + PAD + SIZE - 2, LEADING, title)
    foot = y + 2 * PAD + len(title) * LEADING - 4
    rows = []
    answers = sorted((way for way in ways if way.label), key=lambda way: way.to == below)  # straight down: last
    for way in answers:
        label = wrap(way.label or "", BOX - 4 * PAD, ROW_SIZE)
        height = 2 * ROW_PAD + len(label) * ROW_LEADING - 2
        rows.append(Row(foot, height, Text(2 * PAD, foot + ROW_PAD + ROW_SIZE - 1, ROW_LEADING, label), way))
        foot += height + ROW_PAD
    return Box(step.id, number, y, foot + (PAD - ROW_PAD if rows else 0) - y, text, tuple(rows), ways)


def _end_box(end: End, y: int) -> Box:
    title = wrap(end.title, BOX - 4 * PAD, SIZE, bold=True)
    text = Text(2 * PAD, y + PAD + SIZE - 2, LEADING, title)
    return Box(end.id, None, y, 2 * PAD + len(title) * LEADING - 4, text)


def _goes_down(box: Box, boxes: tuple[Box, ...], order: dict[str, int]) -> bool:
    """Whether a way leads from the box's foot to the box below."""
    below = order[box.id] + 1
    if not box.ways or below == len(boxes):
        return False
    last = box.rows[-1].way if box.rows else box.ways[0]
    return last.to == boxes[below].id


def _wires(box: Box, boxes: tuple[Box, ...], order: dict[str, int]) -> Iterator[Wire]:
    """The ways of a box that must go round."""
    down = _goes_down(box, boxes, order)
    if box.rows:
        exits = [(row.way, row.y + row.height // 2) for row in box.rows]
    else:
        exits = [(way, box.foot - PAD) for way in box.ways]
    for way, y in exits[:-1] if down else exits:
        yield Wire(order[box.id], way.to, y, boxes[order[way.to]].y + ENTRY)


def _straight(box: Box, below: Box, start: int) -> tuple[str, str]:
    x = start + BOX // 2
    return f"M{x} {box.foot}V{below.y - HEAD}", f"M{x} {below.y}l-{HEAD - 1} -{HEAD + 2}h{2 * HEAD - 2}z"


def _around(wire: Wire, edge: int, out: int, side: int) -> tuple[str, str]:
    """A line out of one side of a box, along its lane, and back in; `side` is 1 on the right, -1 on the left."""
    line = f"M{edge} {wire.leave}H{edge + side * out}V{wire.enter}H{edge + side * HEAD}"
    return line, f"M{edge} {wire.enter}l{side * (HEAD + 2)} -{HEAD - 1}v{2 * HEAD - 2}z"
