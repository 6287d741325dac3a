"""PNG and JPEG in every colour mode, made ready for documents."""

from __future__ import annotations

import base64
import io
import warnings

from PIL import Image, ImageOps

from toolkit.pictures.formats import PictureFormat, format_of

MOST_PIXELS = 30_000_000
LARGEST_IN_DOCUMENTS = (1400, 500)  # pixels: enough for the card of a link, and for 600 dots an inch on paper
DEEP_GREY = ("I;16", "I;16B", "I;16L", "I")


class UnreadablePixels(Exception):
    """Why a picture of pixels cannot be used, with what to do."""


def read_pixels(content: bytes) -> Image.Image:
    """The picture of a PNG or JPEG, upright, in RGBA with eight bits a channel; raises UnreadablePixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit below is lower
            opened = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
        with opened as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise UnreadablePixels(f"has {picture.width} by {picture.height} pixels. Save it smaller")
            picture.load()
            return _as_rgba(ImageOps.exif_transpose(picture))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadablePixels("is damaged or cut short. Save it again as PNG or JPEG") from error


def _as_rgba(picture: Image.Image) -> Image.Image:
    if picture.mode in DEEP_GREY:  # conversion alone would cut off all but the darkest shades
        clear = picture.info.get("transparency")
        wide = picture.convert("I")
        grey = wide.point(lambda value: value * (1 / 256)).convert("L")
        alpha = Image.new("L", picture.size, 255)
        if isinstance(clear, int):
            opaque = [0 if value == clear else 255 for value in wide.get_flattened_data()]
            alpha.putdata(opaque)
        return Image.merge("RGBA", (grey, grey, grey, alpha))
    if picture.mode in ("CMYK", "YCbCr", "LAB", "HSV"):
        picture = picture.convert("RGB")
    return picture.convert("RGBA")


def as_svg(content: bytes) -> bytes:
    """An SVG as it is; a PNG or JPEG as a PNG within an SVG, not larger than documents need."""
    if format_of(content) is PictureFormat.SVG:
        return content
    picture = read_pixels(content)
    picture.thumbnail(LARGEST_IN_DOCUMENTS, Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    width, height = picture.size
    href = "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode()
    size = f'width="{width}" height="{height}"'
    box = f'xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {width} {height}"'
    return f'<svg {box}><image {size} href="{href}"/></svg>'.encode()
