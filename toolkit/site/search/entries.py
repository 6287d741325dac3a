"""Everything that can be found, each as one entry: sections of finished pages, and the registers' own entries."""

from __future__ import annotations

from pathlib import Path

from toolkit.search.entry import Entry
from toolkit.search.register_entries import register_entries
from toolkit.site.model import Site
from toolkit.site.search.page_entries import example_entries, site_page_entries


def entries_of(site: Site, out: Path) -> list[Entry]:
    """Every entry of a finished site, in a lasting order: pages by address, then the registers."""
    return [*site_page_entries(site, out), *register_entries(site.library), *example_entries(site)]
