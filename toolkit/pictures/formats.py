"""What a picture is, by its first bytes and whatever its name."""

from __future__ import annotations

import re
from enum import StrEnum


class PictureFormat(StrEnum):
    """A format that a copy may publish."""

    SVG = "SVG"
    PNG = "PNG"
    JPEG = "JPEG"
    WEBP = "WebP"
    PDF = "PDF"

    @property
    def suffix(self) -> str:
        """The end of the name of a published file."""
        return {"JPEG": ".jpg"}.get(self, f".{self.lower()}")


SUFFIXES = {f".{name}": PictureFormat[name.upper()] for name in ("svg", "png", "jpeg", "webp", "pdf")} | {
    ".jpg": PictureFormat.JPEG
}
PIXEL_FORMATS = frozenset({PictureFormat.PNG, PictureFormat.JPEG, PictureFormat.WEBP})
LOGO_FORMATS = frozenset({PictureFormat.SVG, PictureFormat.PNG, PictureFormat.JPEG})
SIGNATURES = {
    PictureFormat.PNG: re.compile(rb"\x89PNG\r\n\x1a\n"),
    PictureFormat.JPEG: re.compile(rb"\xff\xd8\xff"),
    PictureFormat.WEBP: re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    PictureFormat.PDF: re.compile(rb"%PDF-"),
}
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")  # how a text may say its encoding
BEGIN = 4000  # bytes in which an XML file of a picture names its first element, or its document type


def format_of(content: bytes) -> PictureFormat | None:
    """What the first bytes say; None when they are of nothing that a copy may publish."""
    for name, signature in SIGNATURES.items():
        if signature.match(content):
            return name
    return PictureFormat.SVG if _is_xml(content) else None


def _is_xml(content: bytes) -> bool:
    """Whether it is a text that begins as XML does; UTF-16 has a zero beside each of its first characters."""
    begin = content[:BEGIN]
    for prefix in BYTE_ORDER_MARKS:
        begin = begin.removeprefix(prefix)
    return begin.replace(b"\0", b"").lstrip().startswith(b"<")
