"""The drawing of a pathway: complete, the same each time, and without a line through a box."""

import re
from itertools import pairwise

import pytest

from toolkit.pathways.diagram import draw_diagram
from toolkit.pathways.flow import edges_of
from toolkit.pathways.lettering import measure, wrap
from toolkit.pathways.tracks import Segment, give_tracks

from .conftest import IDS


@pytest.mark.parametrize("id", IDS)
def test_every_step_and_end_has_a_box_and_every_answer_a_row(library, id):
    pathway = library.pathways[id]
    boxes = draw_diagram(pathway).boxes
    assert [part.id for part in (*pathway.steps, *pathway.ends)] == [box.id for box in boxes]
    for step, box in zip(pathway.steps, boxes, strict=False):
        assert sorted(choice.label for choice in step.choices) == sorted(row.edge.label for row in box.rows)


@pytest.mark.parametrize("id", IDS)
def test_every_way_on_has_a_line(library, id):
    pathway = library.pathways[id]
    assert sum(len(edges) for edges in edges_of(pathway).values()) == len(draw_diagram(pathway).lines)


@pytest.mark.parametrize("id", IDS)
def test_the_same_pathway_gives_the_same_drawing(library, id):
    assert draw_diagram(library.pathways[id]) == draw_diagram(library.pathways[id].model_copy(deep=True))


@pytest.mark.parametrize("id", IDS)
def test_boxes_stand_apart_and_nothing_leaves_the_drawing(library, id):
    diagram = draw_diagram(library.pathways[id])
    assert all(above.foot < below.y for above, below in pairwise(diagram.boxes))
    assert all(row.y + row.height < box.foot for box in diagram.boxes for row in box.rows)
    assert diagram.boxes[-1].foot < diagram.height
    for line in diagram.lines:
        assert all(0 < int(x) < diagram.width for x in re.findall(r"[MH](\d+)", line))


@pytest.mark.parametrize("id", IDS)
def test_no_line_runs_through_a_box(library, id):
    diagram = draw_diagram(library.pathways[id])
    right = diagram.x + diagram.box_width
    for line in diagram.lines:
        if "H" in line:  # round the side: never further in than the edge of the boxes
            edge = [int(x) for x in re.findall(r"[MH](\d+)", line)]
            assert min(edge) >= right or max(edge) <= diagram.x
        else:  # straight down: from one box's foot to the next one's head
            top, foot = map(int, re.search(r" (\d+)V(\d+)", line).groups())
            assert not [box.id for box in diagram.boxes if box.y < foot and box.foot > top]


def test_ways_with_other_aims_never_share_a_lane_at_one_height():
    segments = [Segment(0, "a", 10, 100), Segment(1, "b", 50, 200), Segment(2, "a", 60, 100), Segment(3, "c", 210, 300)]
    tracks = dict(give_tracks(segments))
    assert [1, 2, 1, 1] == [tracks[segment] for segment in segments]


def test_wrapped_lines_fit_and_hold_every_word():
    lines = wrap("Ask whether a meeting is planned, or whether the child is being threatened", 120, 15, bold=True)
    assert "Ask whether a meeting is planned, or whether the child is being threatened" == " ".join(lines)
    assert all(measure(line, 15, bold=True) <= 120 for line in lines)


def test_a_word_wider_than_a_line_is_cut_rather_than_left_to_stick_out():
    lines = wrap("Gwasanaethaucymdeithasolaphlant", 80, 15)
    assert "Gwasanaethaucymdeithasolaphlant" == "".join(lines)
    assert all(measure(line, 15) <= 80 for line in lines)
