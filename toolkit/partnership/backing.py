"""Whether a logo can be seen on the header, or needs a white backing."""

from __future__ import annotations

import io
from collections.abc import Iterable

from PIL import Image

from toolkit.colour import GRAPHIC_CONTRAST, contrast, to_hex
from toolkit.documents.imprint import Picture, picture_of
from toolkit.partnership.logo import Logo

BACKING = "#ffffff"
SAMPLE = (48, 24)  # pixels are enough to judge by
LEAST_OPACITY = 128  # how opaque a pixel must be to count


def needs_backing(logo: Logo, headers: Iterable[str]) -> bool:
    """Whether more of the logo can be seen on white than on the header, in the worst of the header's colours."""
    colours = colours_of(logo)
    hidden = max(_hidden(colours, header) for header in headers)
    return hidden > _hidden(colours, BACKING)


def colours_of(logo: Logo) -> list[str]:
    """The colour of each pixel of a small picture of the logo that is not see-through."""
    with Image.open(io.BytesIO(picture_of(Picture(logo.content)))) as picture:
        small = picture.convert("RGBA").resize(SAMPLE)
    pixels = (small.getpixel((x, y)) for x in range(SAMPLE[0]) for y in range(SAMPLE[1]))
    return [
        to_hex((pixel[0] / 255, pixel[1] / 255, pixel[2] / 255))
        for pixel in pixels
        if isinstance(pixel, tuple) and pixel[3] >= LEAST_OPACITY
    ]


def _hidden(colours: list[str], ground: str) -> float:
    """The share of the colours that cannot be told from a ground."""
    return sum(contrast(colour, ground) < GRAPHIC_CONTRAST for colour in colours) / max(1, len(colours))
