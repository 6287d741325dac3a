"""What distinguishes one copy from another: its name, its pages, its notes, its contacts and who answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit import __version__
from toolkit.languages.language import Language
from toolkit.pages.page import page_url
from toolkit.registers.choices import Nation
from toolkit.site.compose.brand import CONTENT_PLACEHOLDER
from toolkit.site.model import ERROR_PAGES, Site
from toolkit.site.views.words import Context

EXIT = "https://www.bbc.co.uk/"


def masthead(site: Site, path: str) -> Context:
    """The bar at the top of every page."""
    languages = [
        (language, url) for language, url in _urls_by_language(site, path) if language.code != site.language.code
    ]
    return {"name": site.name, "languages": languages}


def exit_this_page(site: Site, path: str) -> Context:
    """The exit from every page; no destination where a copy has none."""
    partnership = site.copy.partnership if site.copy else None
    leaves = partnership is None or partnership.features.exit_link
    return {"exit": (partnership.exit if partnership else EXIT) if leaves else None}


def alternates(site: Site, path: str) -> Context:
    """In the head of each page: its addresses in all languages, whole ones where the site knows its own."""
    root = site.address.removesuffix(site.base) if site.address else ""
    whole = [(language, f"{root}{site.base_of(language)}{_url(path)}") for language in site.languages]
    return {"addresses": whole if root else list(_urls_by_language(site, path))}


def _url(path: str) -> str:
    return "" if path in ERROR_PAGES else page_url(path)


def _urls_by_language(site: Site, path: str) -> Iterator[tuple[Language, str]]:
    """Each language with the link from a page to the same page in it."""
    url = _url(path)
    up = "/" if path in ERROR_PAGES else "../" * url.count("/")
    for language in site.languages:
        to_root = up + "../" * site.base.count("/")
        yield language, f"{to_root}{site.base_of(language)}{url}" or "./"


def local_nav(site: Site, path: str) -> Context:
    """The link to the pages that a copy adds."""
    pages = site.local_pages
    title = site.copy.partnership.called if site.copy else ""
    return {"first": pages[0] if pages else None, "title": title, "here": path in {page.path for page in pages}}


def local_contacts(site: Site, path: str) -> Context:
    """The copy's own contacts, those that are asked for."""
    contacts = list(site.library.contacts.values())
    return {"contacts": contacts, "any_missing": any(not (c.is_set or c.national) for c in contacts)}


def site_footer(site: Site, path: str) -> Context:
    """The foot of every page."""
    return {"version": __version__, "newest": site.newest, "content": CONTENT_PLACEHOLDER, "name": site.name}


NATIONAL_GUIDANCE = {
    Nation.ENGLAND: "working-together-2026",
    Nation.WALES: "wales-safeguarding-procedures",
}


def other_nation(site: Site, path: str) -> Context:
    """In place of a page's text, where the copy is for a nation that the page is not about."""
    ours = site.copy.partnership.jurisdictions if site.copy else ()
    theirs = _join_nations(site, site.page_at[path].meta.jurisdictions)
    look = site.library.resources.get(NATIONAL_GUIDANCE[ours[0]]) if ours else None
    return {"theirs": theirs, "ours": _join_nations(site, ours), "look": look}


def _join_nations(site: Site, nations: Iterable[str]) -> str:
    return site.language.join_items(site.language.translate(f"nations.{nation}") for nation in nations)


def host_contact(site: Site, path: str) -> Context:
    """Who answers for this copy."""
    return {"partnership": site.copy.partnership if site.copy else None}


def search_page(site: Site, path: str) -> Context:
    """The page of results: where its reader may write to, if the copy has an e-mail address."""
    return {"host": site.copy.partnership.legal.email if site.copy else None}


VIEWS = (
    masthead,
    exit_this_page,
    alternates,
    local_nav,
    local_contacts,
    site_footer,
    host_contact,
    other_nation,
    search_page,
)
