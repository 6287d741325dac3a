"""The words that belong to England alone, and where a copy for Wales still uses them."""

from __future__ import annotations

import re

from toolkit.site.model import Site

# Bodies, roles, guidance and law that Wales does not have. A page may still name a publication by its title.
ENGLAND_ONLY = (
    "LADO",
    "local authority designated officer",
    "Ofsted",
    "Department for Education",
    "Keeping children safe in education",
    "KCSIE",
    "Working together to safeguard children",
    "safeguarding children partnership",
    "Local Safeguarding Children Board",
    "child protection plan",
    "academy",
    "academies",
    "Crime and Policing Bill",
    "relationships and sex education",
)
ENGLAND = re.compile(r"\b(" + "|".join(map(re.escape, ENGLAND_ONLY)) + r")s?\b", re.I)
NOT_PROSE = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|^---\n.*?\n---\n", re.S)


def england_only(site: Site) -> list[tuple[str, list[str]]]:
    """(page, words) for each page of a copy for Wales alone whose text uses a word that is England's."""
    if site.copy is None or site.copy.partnership.jurisdictions != ("wales",):
        return []
    found = ((page.file, words_of_england(page.text)) for page in site.pages)
    return [(file, words) for file, words in found if words]


def words_of_england(text: str) -> list[str]:
    """England's words in a text, each once, as the list spells them."""
    known = {word.casefold(): word for word in ENGLAND_ONLY}
    words = (match[1].casefold() for match in ENGLAND.finditer(NOT_PROSE.sub(" ", text)))
    return sorted({known[word] for word in words})
