"""Contrast between two colours, as WCAG 2.2 measures it, and the nearest shade that has enough of it."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TEXT_CONTRAST, GRAPHIC_CONTRAST = (
    4.5,
    3.0,
)  # ratios that WCAG 2.2 AA asks for: text (1.4.3), and parts that carry meaning (1.4.11)
STEPS = 512


@dataclass(frozen=True)
class ColourUse:
    """One place where a colour meets another: what it is for, the other colour and the ratio that it needs."""

    where: str
    against: str
    least: float

    def passes(self, colour: str) -> bool:
        """Whether a colour (#rrggbb) has the contrast that this place needs (WCAG 2.2, 1.4.3 and 1.4.11)."""
        return contrast(colour, self.against) >= self.least


def contrast(first: str, second: str) -> float:
    """The ratio of two colours written as #rrggbb, from 1 to 21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, from 0 to 1."""
    red, green, blue = (_linear(part) for part in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of #rrggbb, each from 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def nearest_passing(colour: str, uses: Sequence[ColourUse]) -> str | None:
    """The shade of a colour (its lightness moved as little as can be) that passes every use; None if there is none."""
    return next((shade for shade in shades(colour) if all(use.passes(shade) for use in uses)), None)


def shades(colour: str) -> Iterator[str]:
    """The colour itself, then its shades and tints, the nearest first."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels(colour))
    levels = sorted((step / STEPS for step in range(STEPS + 1)), key=lambda level: (abs(level - lightness), level))
    yield colour
    for level in levels:
        yield to_hex(colorsys.hls_to_rgb(hue, level, saturation))


def with_lightness(colour: str, factor: float) -> str:
    """The colour with its lightness multiplied: below 1 a shade, above 1 a tint."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels(colour))
    return to_hex(colorsys.hls_to_rgb(hue, min(1.0, lightness * factor), saturation))


def at_lightness(colour: str, lightness: float, most_saturation: float = 1.0) -> str:
    """The colour's hue at a lightness from 0 to 1."""
    hue, _, saturation = colorsys.rgb_to_hls(*channels(colour))
    return to_hex(colorsys.hls_to_rgb(hue, lightness, min(saturation, most_saturation)))


def to_hex(parts: tuple[float, float, float]) -> str:
    """#rrggbb of red, green and blue from 0 to 1."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
