"""The picture that is shown where somebody shares a link to the site."""

from __future__ import annotations

from pathlib import Path

from toolkit.documents.imprint import Imprint
from toolkit.documents.typeset import typeset

CARD_TEMPLATE = Path(__file__).with_name("card.typ")
CARD_PIXELS_PER_INCH = 72  # a point is a pixel


def make_card(imprint: Imprint) -> bytes:
    """A PNG of 1200 by 630 pixels with logo, site and publisher; the same bytes each time."""
    logo = imprint.logo
    files = logo.files if logo else {}
    return typeset(CARD_TEMPLATE.read_bytes(), imprint.template_data, files, format="png", ppi=CARD_PIXELS_PER_INCH)
