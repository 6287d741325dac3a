"""Everything that can be found, each as one entry: sections of finished pages, and the registers' own entries."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.search.entry import SearchEntry
from toolkit.search.page_text import PageText
from toolkit.search.register_entries import register_entries
from toolkit.site.finish.search.page_entries import contact_entries, example_entries, phrase_entries, site_page_entries
from toolkit.site.model import Site


def entries_of(site: Site, texts: Mapping[str, PageText]) -> list[SearchEntry]:
    """Every entry of a site, in a lasting order: pages by address, with what `texts` says of each, then registers."""
    return [
        *site_page_entries(site, texts),
        *register_entries(site.library),
        *contact_entries(site),
        *example_entries(site),
        *phrase_entries(site),
    ]
