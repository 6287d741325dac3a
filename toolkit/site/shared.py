"""Fragments that several copies share: rendered once in a process, as long as what they are made from is the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from toolkit.artefacts.artefact import fingerprint
from toolkit.forms.definition import Form
from toolkit.site.model import Site

# These show nothing of a copy's name, contacts, notes or settings. Any other fragment is rendered for each copy.
SHARED = frozenset(
    {
        "a-to-z", "audience", "fact", "figures", "glossary", "guidance", "guidance-register", "helplines", "home",
        "kind",
        "local-resources", "practice-examples", "resource", "resource-page", "resource-table",
        "resources-home", "sources", "term", "topic", "topics-home",
    }
)  # fmt: skip
OWN = ("contacts", "places", "language", "forms")  # what the library holds of one copy alone, and its words
MOST_SITES = 2  # how many sites' fragments are kept; 340 resource pages take about 2 MB

Rendered = dict[tuple[str, str, str], str]
_kept: dict[str, Rendered] = {}


class SharedFragments:
    """The fragments that a site shares with every other that has the same resources and pages."""

    def __init__(self, site: Site) -> None:
        key = signature(site)
        if key not in _kept:
            while len(_kept) >= MOST_SITES:
                _kept.pop(next(iter(_kept)))
            _kept[key] = {}
        self.rendered = _kept[key]

    def get(self, name: str, given: Mapping[str, Any], path: str, render: Callable[[], str]) -> str:
        """One fragment, rendered unless that was done before."""
        if name not in SHARED:
            return render()
        key = (name, json.dumps(given, sort_keys=True), path)
        if key not in self.rendered:
            self.rendered[key] = render()
        return self.rendered[key]


def signature(site: Site) -> str:
    """A hash of all that shared fragments are made from: equal for two sites only if those would be."""
    library = site.library
    values = {field.name: getattr(library, field.name) for field in fields(library) if field.name not in OWN}
    forms = [without_values(form) for form in library.forms.values()]
    used = [(p.path, p.meta, p.mentions, p.facts, p.citations) for p in site.pages]
    named = [use for use in used if use[1].topics or any(use[2:])]  # other pages are in no shared fragment
    return fingerprint(values, forms, named, str(site.root), site.language.code)


def without_values(form: Form) -> Form:
    """A form without what a copy puts into its record, which only the form's own page shows."""
    if not any(question.value for question in form.record):
        return form
    record = tuple(question.model_copy(update={"value": None}) for question in form.record)
    return form.model_copy(update={"record": record})
