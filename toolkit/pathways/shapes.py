"""What a diagram is made of: boxes, their words and answers, lines and arrow heads."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.pathways.flow import Edge

BOX, PAD = 316, 12  # the width of every box, and the room inside its edges


@dataclass(frozen=True)
class TextLines:
    """Lines of text: where the base line of the first is, and how far the next is below it."""

    x: int
    y: int
    leading: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class AnswerRow:
    """One answer inside a step's box."""

    y: int
    height: int
    text: TextLines
    edge: Edge


@dataclass(frozen=True)
class Box:
    """A step, with its number, or an end, without."""

    id: str
    number: int | None
    y: int
    height: int
    text: TextLines
    rows: tuple[AnswerRow, ...] = ()
    edges: tuple[Edge, ...] = ()

    @property
    def foot(self) -> int:
        """The lowest point of the shape."""
        return self.y + self.height


@dataclass(frozen=True)
class Diagram:
    """A whole drawing; `x` is the left edge of every box, `lines` and `heads` are path data."""

    width: int
    height: int
    x: int
    boxes: tuple[Box, ...]
    lines: tuple[str, ...]
    heads: tuple[str, ...]
    box_width: int = BOX
    pad: int = PAD
