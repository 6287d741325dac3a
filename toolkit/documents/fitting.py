"""What fits where: widths of words in the font that fields are typed in, and the size at which a text fits its box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.documents.font import width_of

LARGEST, SMALLEST = 10.0, 8.0  # points; viewers go on below the smallest, down to 4, rather than hide words
LEADING = 1.25  # the height of a line, in sizes of its letters
PADDING = 2.0  # points that viewers keep free on each side of a box
SIZE_STEP = 0.5


@dataclass(frozen=True)
class Fitted:
    """A text in lines, at a size in points. `fits` is False where the smallest size is still too large."""

    size: float
    lines: tuple[str, ...]
    fits: bool


def wrap(text: str, width: float, size: float) -> Iterator[str]:
    """The lines of a text no wider than `width` points; a word that is wider by itself is broken."""
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if width_of(longer, size) <= width:
                line = longer
                continue
            if line:
                yield line
            *whole, line = _broken(word, width, size)
            yield from whole
        yield line


def fit(text: str, width: float, height: float, *, in_lines: bool = True) -> Fitted:
    """A text at the largest size at which it fits a box, in lines or in one."""
    size = LARGEST
    while True:
        lines = tuple(wrap(text, width - 2 * PADDING, size)) if in_lines else (text,)
        is_narrow = all(width_of(line, size) <= width - 2 * PADDING for line in lines)
        fits = is_narrow and len(lines) * size * LEADING <= max(height - PADDING, size * LEADING)
        if fits or size <= SMALLEST:
            return Fitted(size, lines, fits)
        size -= SIZE_STEP


def height_for(text: str, width: float, size: float) -> float:
    """The height in points of a box so wide in which a text fits at a size."""
    return len(list(wrap(text, width - 2 * PADDING, size))) * size * LEADING + PADDING


def _broken(word: str, width: float, size: float) -> Iterator[str]:
    part = ""
    for character in word:
        if part and width_of(part + character, size) > width:
            yield part
            part = ""
        part += character
    yield part
