"""What a document says of its publisher, and how it looks for it.

A form's files are made once for all copies, with placeholders. Each copy's imprint is then put into them, which costs
a fraction: see pdf_imprint.py and word_imprint.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from toolkit.documents.typeset import typeset
from toolkit.pictures.pixels import as_svg

DRAFT_SITE, DRAFT_ADDRESS = "site-name-goes-here", "https://site-address-goes-here.invalid/"
PIXELS_PER_INCH = 300
LOGO_FILE = "logo.svg"


@dataclass(frozen=True)
class Picture:
    """A logo: its bytes (SVG, PNG or JPEG), what it says, and whether it has a white backing."""

    content: bytes
    words: str = ""
    has_backing: bool = False

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The file that a document draws it from. Typst takes text alone, so pixels come in an SVG around them."""
        return {LOGO_FILE: as_svg(self.content)}


@dataclass(frozen=True)
class Imprint:
    """The site's name and address, who publishes it and how to reach them, its colours (#rrggbb) and its logo."""

    site: str
    address: str = ""
    publisher: str = ""
    reached: str = ""
    brand: str = "#0b4a5e"  # words on paper
    header: str = "#0b4a5e"
    on_header: str = "#ffffff"
    logo: Picture | None = None

    @property
    def line(self) -> str:
        """What is at the foot of each page."""
        return " · ".join(filter(None, (self.publisher or self.site, self.reached, self.address)))

    @property
    def template_data(self) -> dict[str, Any]:
        """What the templates that draw it are given."""
        return {
            "site": self.site,
            "publisher": self.publisher,
            "line": self.line,
            "brand": self.brand,
            "header": self.header,
            "on": self.on_header,
            "logo": LOGO_FILE if self.logo else None,
            "backing": bool(self.logo and self.logo.has_backing),
        }


DRAFT = Imprint(DRAFT_SITE, DRAFT_ADDRESS)


def picture_of(logo: Picture) -> bytes:
    """The logo as PNG, whatever it was, on its backing if it has one."""
    backing = "fill: white, inset: 2pt, radius: 2pt, " if logo.has_backing else ""
    source = (
        "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
        f'#box({backing}image("{LOGO_FILE}", height: 1.5cm))'
    )
    return typeset(source.encode(), {}, logo.files, format="png", ppi=PIXELS_PER_INCH)
