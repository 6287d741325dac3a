"""Roles that readers name when they say who they are, each with the audiences that it belongs to."""

from __future__ import annotations

from toolkit.search.words import words_of
from toolkit.site.model import Site

LONGEST_ROLE = 4  # words


def roles_of(site: Site) -> dict[str, tuple[str, ...]]:
    """By role, in small letters and in the singular or plural as it is written: ids of its audiences.

    They are the names of the audiences and of the pages written for one role, with the other words for each.
    """
    audiences: dict[str, set[str]] = {}
    for audience in site.library.audiences.values():
        for name in (audience.name, *audience.also_known_as):
            audiences.setdefault(_role(name), set()).add(audience.id)
    for page in site.pages:
        for name in (page.meta.title, *page.meta.also_known_as) if page.meta.audience else ():
            audiences.setdefault(_role(name), set()).update(page.meta.audience)
    return {
        role: tuple(sorted(ids)) for role, ids in sorted(audiences.items()) if 0 < len(role.split()) <= LONGEST_ROLE
    }


def _role(name: str) -> str:
    return " ".join(words_of(name))
