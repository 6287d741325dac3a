"""What is around the text of a chapter."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.pages.page import Page, page_url
from toolkit.site.model import Site
from toolkit.site.views.words import Context

WORDS_A_MINUTE = 200


def page_top(site: Site, path: str) -> Context:
    """The line under a chapter's heading."""
    page = site.page_at[path]
    shows_minutes = site.copy is None or site.copy.partnership.features.reading_time
    return {"page": page, "minutes": max(1, round(page.words / WORDS_A_MINUTE)), "shown": shows_minutes}


def page_end(site: Site, path: str) -> Context:
    """What every chapter ends with: contacts, resources, related pages, sources and dates."""
    page = site.page_at[path]
    library = site.library
    contacts = [library.contacts[id] for id in page.meta.contacts]
    resources = library.select(ids=site.resources_of(page))
    return {
        "page": page,
        "contacts": contacts,
        "any_missing": any(not (contact.is_set or contact.national) for contact in contacts),
        "forms": [(form, parts) for form, parts in site.forms_naming.get(path, ()) if not form.held_for_review],
        "resources": resources,
        "related": _related_pages(site, page.meta.related),
        "topics": [library.topics[id] for id in page.meta.topics],
    }


def _related_pages(site: Site, paths: Iterable[str]) -> list[tuple[str, str, Page | None]]:
    """(address, title, page) of each related page of this nation; a generated page is known by its entry's name."""
    here = [path for path in paths if path not in site.page_at or site.page_at[path].is_here]
    return [(page_url(path), _title_at(site, path), site.page_at.get(path)) for path in here]


def _title_at(site: Site, path: str) -> str:
    return site.page_at[path].meta.title if path in site.page_at else site.generated_titles[path]


VIEWS = (page_top, page_end)
