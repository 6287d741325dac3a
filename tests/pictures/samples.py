"""Pictures as design programs and cameras write them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

from PIL import Image

SIZE, RED, GREY = (60, 30), (200, 50, 20), (100, 100, 100)
Colour = tuple[int, int, int]


def encode(picture: Image.Image, name: str, **options: Any) -> bytes:
    """The bytes of a picture in a format."""
    buffer = io.BytesIO()
    picture.save(buffer, name, **options)
    return buffer.getvalue()


def png(mode: str, colour: Any, **options: Any) -> bytes:
    """A PNG of one colour in a mode."""
    return encode(Image.new(mode, SIZE, colour), "PNG", **options)


def palette_png(**options: Any) -> bytes:
    """A PNG that names its colours in a palette."""
    return encode(Image.new("RGB", SIZE, RED).quantize(4), "PNG", **options)


def deep_png(rows: bytes, colour_type: int, *, interlace: int = 0, clear: bytes = b"") -> bytes:
    """A PNG with 16 bits a channel, of which each pixel is `rows`; Pillow writes only one such mode."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    width, height = SIZE
    head = struct.pack(">IIBBBBB", width, height, 16, colour_type, 0, 0, interlace)
    passes = [(width, height)] if not interlace else list(_adam7(width, height))
    data = b"".join((b"\0" + rows * wide) * high for wide, high in passes if wide)
    transparency = chunk(b"tRNS", clear) if clear else b""
    body = chunk(b"IHDR", head) + transparency + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def _adam7(width: int, height: int) -> list[tuple[int, int]]:
    """How wide and high each of the seven passes of an interlaced PNG is."""
    starts = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    return [(-(-(width - x) // across), -(-(height - y) // down)) for x, y, across, down in starts]


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30" fill="#c83214"/></svg>'
)
# Each picture with the colour that it shows and the end of the name under which it is published.
PICTURES: dict[str, tuple[Callable[[], bytes], Colour, str]] = {
    "SVG": (SVG.encode, RED, ".svg"),
    "PNG of RGB": (lambda: png("RGB", RED), RED, ".png"),
    "PNG of RGBA": (lambda: png("RGBA", (*RED, 255)), RED, ".png"),
    "PNG with a palette": (palette_png, RED, ".png"),
    "PNG with a palette and a clear colour": (lambda: palette_png(transparency=3), RED, ".png"),
    "PNG of grey": (lambda: png("L", 100), GREY, ".png"),
    "PNG of grey and alpha": (lambda: png("LA", (100, 255)), GREY, ".png"),
    "PNG of two colours": (lambda: png("1", 1), (255, 255, 255), ".png"),
    "PNG of 16 bit grey": (lambda: deep_png(b"\x64\x64", 0), GREY, ".png"),
    "PNG of 16 bit grey with a clear shade": (lambda: deep_png(b"\x64\x64", 0, clear=b"\xff\xff"), GREY, ".png"),
    "PNG of 16 bit RGB": (lambda: deep_png(b"\xc8\xc8\x32\x32\x14\x14", 2), RED, ".png"),
    "PNG of 16 bit grey and alpha": (lambda: deep_png(b"\x64\x64\xff\xff", 4), GREY, ".png"),
    "PNG of 16 bit RGBA": (lambda: deep_png(b"\xc8\xc8\x32\x32\x14\x14\xff\xff", 6), RED, ".png"),
    "PNG that is interlaced": (lambda: deep_png(b"\xc8\xc8\x32\x32\x14\x14", 2, interlace=1), RED, ".png"),
    "JPEG": (lambda: encode(Image.new("RGB", SIZE, RED), "JPEG", quality=95), RED, ".jpg"),
    "JPEG that is progressive": (lambda: encode(Image.new("RGB", SIZE, RED), "JPEG", progressive=True), RED, ".jpg"),
    "JPEG of grey": (lambda: encode(Image.new("L", SIZE, 100), "JPEG"), GREY, ".jpg"),
    "JPEG of printers' colours": (lambda: encode(Image.new("RGB", SIZE, RED).convert("CMYK"), "JPEG"), RED, ".jpg"),
}
