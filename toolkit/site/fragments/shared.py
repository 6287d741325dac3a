"""Fragments that several copies share: rendered once in a process, as long as what they are made from is the same.

Whether a fragment can be shared is detected, not listed. It is rendered from a view of the site that holds only what
`signature` covers; whatever asks that view for something of one copy alone, such as its name or its contacts, is
rendered again from the site itself, and never shared.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from toolkit.artefacts.artefact import fingerprint
from toolkit.catalogue.library import Library
from toolkit.forms.definition import Form
from toolkit.pages.calls import Call
from toolkit.pages.page import Page
from toolkit.site.model import Site

OF_SITE = frozenset({"pages", "name", "address", "copy", "local", "offline", "languages", "original", "slug"})
OF_LIBRARY = frozenset({"contacts", "places"})
OF_PAGE = frozenset({"text", "source", "file", "related_lines"})
LANGUAGE_FIELD = "language"  # what it holds is covered by its code
MOST_SITES = 2  # how many sites' fragments are kept; 340 resource pages take about 2 MB

T = TypeVar("T")
RenderedFragments = dict[tuple[str, str, str], str]
_rendered: dict[str, RenderedFragments] = {}


class OfOneCopy(Exception):
    """Something that belongs to one copy alone was asked for."""


class SharedPage(Page):
    """A page without its text, which holds a copy's words and notes."""

    def __getattribute__(self, name: str) -> Any:
        if name in OF_PAGE:
            raise OfOneCopy(name)
        return super().__getattribute__(name)


class SharedPages(dict[str, SharedPage]):
    """The pages by path that a signature covers. Of any other page nothing is known, not even whether it is there."""

    def __missing__(self, path: str) -> SharedPage:
        raise OfOneCopy(path)

    def __contains__(self, path: object) -> bool:
        return bool(self[path])  # type: ignore[index]

    def get(self, path: str, default: Any = None) -> SharedPage:
        """The page at a path; never the default."""
        return self[path]


class SharedLibrary(Library):
    """A library without what belongs to one copy alone."""

    def __getattribute__(self, name: str) -> Any:
        if name in OF_LIBRARY:
            raise OfOneCopy(name)
        return super().__getattribute__(name)


class SharedSite(Site):
    """A site without what belongs to one copy alone, and without the pages that no signature covers."""

    filed_pages: tuple[SharedPage, ...]
    page_at: SharedPages

    def __getattribute__(self, name: str) -> Any:
        if name in OF_SITE:
            raise OfOneCopy(name)
        return super().__getattribute__(name)


class SharedFragments:
    """The fragments that a site shares with every other of the same signature."""

    def __init__(self, site: Site) -> None:
        self.site, self.view = site, share(site)
        self.own: set[str] = set()  # names of fragments that have asked for something of the copy
        key = signature(self.view)
        if key not in _rendered:
            while len(_rendered) >= MOST_SITES:
                _rendered.pop(next(iter(_rendered)))
            _rendered[key] = {}
        self.rendered = _rendered[key]

    def get(self, name: str, arguments: Mapping[str, Any], path: str, render: Callable[[Site], str]) -> str:
        """One fragment, rendered from the shared view of the site unless that was done before, else from the site."""
        key = (name, json.dumps(arguments, sort_keys=True), path)
        if name not in self.own and key not in self.rendered:
            try:
                self.rendered[key] = render(self.view)
            except OfOneCopy:
                self.own.add(name)
        return render(self.site) if name in self.own else self.rendered[key]


def share(site: Site) -> SharedSite:
    """The view of a site that shared fragments are made from."""
    forms = {form.id: without_values(form) for form in site.library.forms.values()}
    view = _as(SharedSite, site, library=_as(SharedLibrary, site.library, forms=forms), pages=())
    pages = tuple(_as(SharedPage, page, calls=_without_lines(page)) for page in site.filed_pages)
    view.__dict__ |= {"filed_pages": pages, "page_at": SharedPages({page.path: page for page in pages})}
    return view


def signature(view: SharedSite) -> str:
    """A hash of all that a view gives: equal for two sites only if the fragments made from it would be."""
    library = view.library
    names = [field.name for field in fields(library) if field.name not in {*OF_LIBRARY, LANGUAGE_FIELD}]
    pages = [(page.path, page.meta, page.calls, page.language, page.is_here) for page in view.filed_pages]
    values = {name: getattr(library, name) for name in names}
    return fingerprint(values, pages, str(view.root), view.language.code)


def without_values(form: Form) -> Form:
    """A form without what a copy puts into its record, which only the form's own page shows."""
    if not any(question.value for question in form.record):
        return form
    record = tuple(question.model_copy(update={"value": None}) for question in form.record)
    return form.model_copy(update={"record": record})


def _without_lines(page: Page) -> tuple[Call, ...]:
    return tuple(replace(call, line=0) for call in page.calls)


def _as(kind: type[T], value: Any, **changes: Any) -> T:
    """A frozen value as one of a class below its own, with some fields changed."""
    names = [field.name for field in fields(value)]
    return kind(**{name: getattr(value, name) for name in names} | changes)
