"""How wide a text will be, and where it must break, in whatever plain sans-serif font the reader has.

A diagram is laid out before anyone knows the font, so each character is given the width that it has in the widest of
the usual ones (Verdana and DejaVu Sans); in the others a line ends a little early. Widths are parts of the size.
"""

from __future__ import annotations

BOLD = 1.13
USUAL_SMALL, USUAL_OTHER = 0.64, 0.8
WIDTHS_BY_CHARACTERS = {
    "ijl'’.,:;|!": 0.36,
    " ": 0.36,
    'frt()-/"': 0.46,
    "cksvxyz": 0.6,
    "mw%": 0.99,
    "MW@–—": 1.02,
    "IJ": 0.46,
    "0123456789": 0.65,
}
WIDTHS = {character: wide for characters, wide in WIDTHS_BY_CHARACTERS.items() for character in characters}


def measure(text: str, size: float, bold: bool = False) -> float:
    """The most that a text is wide, in the units of `size`."""
    return sum(_width(character) for character in text) * size * (BOLD if bold else 1)


def wrap(text: str, most: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than `most`; a word that is too wide for a line is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, bold) <= most:
            lines[-1] = longer
        else:
            lines += _cut_word(word, most, size, bold)
    return tuple(lines)


def _cut_word(word: str, most: float, size: float, bold: bool) -> list[str]:
    parts = [""]
    for character in word:
        if parts[-1] and measure(parts[-1] + character, size, bold) > most:
            parts.append("")
        parts[-1] += character
    return parts


def _width(character: str) -> float:
    return WIDTHS.get(character, USUAL_SMALL if character.islower() else USUAL_OTHER)
