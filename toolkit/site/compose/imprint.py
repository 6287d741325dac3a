"""What a site's documents and its card say of it, and how they look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.artefacts.artefact import Artefact
from toolkit.artefacts.store import Store
from toolkit.documents.card import CARD_TEMPLATE, make_card
from toolkit.documents.imprint import Imprint, Picture

if TYPE_CHECKING:
    from toolkit.site.model import Site


def imprint_of(site: Site) -> Imprint:
    """What documents say of the site and how they look."""
    if site.copy is None:
        return Imprint(site.name, site.address)
    partnership, palette, logo = site.copy.partnership, site.copy.palette.light, site.copy.logo
    brand = partnership.brand
    picture = Picture(logo.content, brand.logo_words or "", site.copy.has_backing) if logo else None
    contact = " · ".join(filter(None, (partnership.legal.email, partnership.legal.phone)))
    t = site.language.translate
    publisher = t("document.demonstration", name=partnership.name) if partnership.demonstration else partnership.name
    names = {"brand": "link", "header": "brand", "on_header": "on-brand"} if palette else {}
    colours = {name: palette[variable] for name, variable in names.items()}
    return Imprint(site.name, site.address, publisher, contact, **colours, logo=picture)


def card_of(site: Site) -> bytes:
    """The picture that is shown beside a link to the site."""
    imprint = imprint_of(site)
    card = Artefact.of("card.png", CARD_TEMPLATE, imprint)
    return Store(site.root / ".build" / site.slug / "card", 1).get(card, lambda: make_card(imprint))
