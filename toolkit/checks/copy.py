"""What is missing or stale in a copy, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toolkit.checks.finding import Finding
from toolkit.checks.foreign import find_foreign
from toolkit.overlays.folder import FORM_CHANGES, RESOURCES
from toolkit.partnership.compare import compare_copy
from toolkit.partnership.contacts import missing_contacts, overdue
from toolkit.partnership.copy import Copy
from toolkit.site.model import Site


def examine_copy(site: Site, today: date) -> Iterator[Finding]:
    """Every finding about a copy, the gravest first; none for the site without a partnership."""
    if site.copy is None:
        return
    for finding in (
        _missing(site, site.copy),
        _overdue(site, site.copy, today),
        _beneath(site, site.copy),
        _settings(site.copy),
        _unreviewed(site, site.copy),
        _hidden(site, site.copy),
        _foreign(site),
    ):
        if finding.items:
            yield finding


def _missing(site: Site, copy: Copy) -> Finding:
    missing = missing_contacts(site.library, site.pages)
    return Finding(
        "Contacts that pages need and that are not set",
        f"Add each under 'contacts' in {copy.settings_name}. Until then pages say how to find it.",
        tuple(f"{contact.id}: {contact.name} (shown on {len(pages)} pages)" for contact, pages in missing),
    )


def _overdue(site: Site, copy: Copy, today: date) -> Finding:
    return Finding(
        "Numbers that nobody has rung within their review period",
        f"Ring each, then write 'checked: {today.isoformat()}' below it in {copy.settings_name}.",
        tuple(
            f"{contact.id}: {line.number}, "
            + (f"due since {due.isoformat()}" if due else "which has no date: add 'written' and, once rung, 'checked'")
            for contact, line, due in overdue(site.library, today)
        ),
    )


def _beneath(site: Site, copy: Copy) -> Finding:
    changed = [item for item in compare_copy(site.root, copy.folder) if item.state != "same"]
    return Finding(
        "Local changes beneath which upstream has changed, or may have",
        f"See what changed: python3 scripts/compare_partnership.py {copy.folder.name}",
        tuple(f"{item.what}: {item.sentence}" for item in changed),
    )


def _settings(copy: Copy) -> Finding:
    settings = copy.partnership
    recommended = {
        "address": (settings.address, "where the copy is published; without it pages name no canonical address"),
        "legal.email or legal.phone": (
            settings.legal.email or settings.legal.phone,
            "whom readers ask about privacy and accessibility",
        ),
        "legal.privacy": (settings.legal.privacy, "your own privacy notice, because your web host keeps a log"),
        "brand.colours": (settings.brand.colours, "your colours; without them the toolkit's are used"),
        "brand.logo": (settings.brand.logo, "your logo; without it there is the name alone, which is fine too"),
    }
    items = tuple(f"{key}: {reason}" for key, (value, reason) in recommended.items() if not value)
    return Finding("Settings that are not there yet", f"Add what you have to {copy.settings_name}.", items)


def _unreviewed(site: Site, copy: Copy) -> Finding:
    forms = (site.library.forms[id] for id in copy.partnership.switched_on)
    return Finding(
        "Leaflets that are switched on and have no date of review",
        f"Write 'reviewed:' with the day in {copy.folder.name}/{FORM_CHANGES}, below the leaflet's id. Until then each "
        "says that no practitioner has reviewed it.",
        tuple(f"{form.id}: {form.title}" for form in forms if not form.reviewed),
    )


def _hidden(site: Site, copy: Copy) -> Finding:
    library = site.library
    items = tuple(f"{id}: {reason}" for id, reason in [*library.hidden.items(), *library.hidden_forms.items()])
    advice = f"Read the reasons once a year: {RESOURCES} and {FORM_CHANGES} in {copy.folder.name}."
    return Finding("Resources and forms that this copy hides", advice, items)


def _foreign(site: Site) -> Finding:
    items = tuple(f"{place}: {', '.join(words)}" for place, words in find_foreign(site))
    advice = 'Write {{ body("...") }} for the word, or put the passage after {{ nation("...") }}: see "Writing a page".'
    return Finding("Words that another nation alone uses", advice, items)
