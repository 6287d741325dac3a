"""What a page or a document of a site depends on besides its own text."""

from __future__ import annotations

from dataclasses import fields

from toolkit.artefacts.artefact import fingerprint
from toolkit.pages.headings import sections_of
from toolkit.site.made_with import made_with
from toolkit.site.model import Site


def hash_around_pages(site: Site) -> str:
    """A hash of a site's data, its copy, what its pages say of themselves, and what all pages are made with.

    Of a page's text only the headings count, which forms name: no page shows more of another one's text. Whatever a
    view takes of a site must be covered here, or finished pages would be kept for too long.
    """
    pages = [
        (page.path, page.meta, page.calls, page.language, page.is_here, page.file, sections_of(page.text))
        for page in site.pages
    ]
    library = {part.name: getattr(site.library, part.name) for part in fields(site.library)}
    names = (site.name, site.address, site.offline, site.languages, site.slug)
    original = hash_around_pages(site.original) if site.original else ""
    return fingerprint(made_with(site.root), library, pages, _copy_files(site), names, original)


def _copy_files(site: Site) -> list[tuple[str, object]]:
    folder = site.copy.folder.path if site.copy else None
    files = sorted(folder.rglob("*")) if folder else []
    return [(path.relative_to(folder).as_posix(), path) for path in files if folder and path.is_file()]
