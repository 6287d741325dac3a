"""Words that belong to one nation alone, and where a copy for the other still uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from toolkit.forms.read import FORMS_FOLDER
from toolkit.pages.page import Page
from toolkit.pathways.read import PATHWAYS_FOLDER as PATHWAYS
from toolkit.registers.choices import Nation
from toolkit.registers.models import registers
from toolkit.site.model import Site

# Bodies, roles, schemes, guidance and law that the other nation does not have. What both have, such as section 47,
# a multi-agency safeguarding hub, early help or RSE as an acronym, does not stand here.
OF_ENGLAND = (
    "LADO", "designated officer", "Ofsted", "Department for Education", "DfE",
    "Keeping children safe in education", "KCSIE", "Working together to safeguard children",
    "safeguarding children partnership", "safeguarding partnership", "safeguarding partner",
    "Local Safeguarding Children Board", "child safeguarding practice review", "joint targeted area inspection", "JTAI",
    "child protection plan", "child in need", "children in need", "section 11", "section 17",
    "designated safeguarding lead", "DSL", "academy", "academies", "virtual school",
    "relationships and sex education", "RSHE", "special educational needs", "SEND", "SEN", "SENCO", "SENDCO",
    "education, health and care plan", "EHCP", "integrated care board", "NHS England", "Care Quality Commission",
    "Crime and Policing Act", "Crime and Policing Bill",
)  # fmt: skip
OF_WALES = (
    "regional safeguarding board", "safeguarding board partner", "child protection register",
    "Wales Safeguarding Procedures", "Keeping learners safe", "designated safeguarding person",
    "additional learning needs", "ALN", "ALNCo", "relationships and sexuality education", "local health board", "Estyn",
    "Welsh Government", "Social Services and Well-being (Wales) Act",
)  # fmt: skip
FOREIGN_WORDS: Mapping[str, tuple[str, ...]] = {Nation.WALES: OF_ENGLAND, Nation.ENGLAND: OF_WALES}
# Names that a copy for the other nation may show, each with the reason.
ALLOWED = {
    "American Academy of Pediatrics": "a body of neither nation",
    "Child Safeguarding Practice Review Panel": "published a review from which boards in Wales are told to learn",
    "a guide for safeguarding children partnerships": "the title of a source that is written for boards in Wales too",
    "Department for Education, July 2022": "credit to a source, on the page about sources",
    "St. Bart's Multi-Academy Trust": "credit to a source, on the page about sources",
}
NOT_SENTENCES = re.compile(r"\{%-?\s*raw.*?endraw\s*-?%\}|\{\{.*?\}\}|\]\([^)]*\)")
SHOWN_IN_FRONT = re.compile(r"(title|description): ")
NEVER_SHOWN = {"id", "named_in", "jurisdiction", "filled_by"}  # keys whose values are ids or for editors


def foreign_words(text: str, nation: str) -> list[str]:
    """The words of a text that are another nation's than the given one's, each once, as the lists spell them."""
    matches = {word.casefold() for word in _pattern(nation).findall(_without_allowed(text))}
    return [word for word in FOREIGN_WORDS[nation] if word.casefold() in matches]


def find_foreign(site: Site) -> Iterator[tuple[str, list[str]]]:
    """(place, words) wherever a copy for one nation alone uses a word that is another's."""
    nations = site.copy.partnership.jurisdictions if site.copy else ()
    if len(nations) != 1:
        return
    for place, text in _texts(site):
        words = foreign_words(text, nations[0])
        if words:
            yield place, words


def _texts(site: Site) -> Iterator[tuple[str, str]]:
    """(place, text) of everything that readers see before it is built."""
    for page in site.pages:
        if page.is_here and not page.path.startswith("development/"):
            yield from _lines(page)
    for register in (register.key for register in registers() if register.has_prose):
        for id, entry in getattr(site.library, register).items():
            file, line = site.library.places.get((register, id), ("", 0))
            yield from ((f"{file}:{line}: {place}", text) for place, text in _values(entry, id))
    for folder, entries in ((PATHWAYS, site.library.pathways), (FORMS_FOLDER, site.library.forms)):
        for id, entry in entries.items():
            yield from ((f"{folder}/{id}.yml: {place}", text) for place, text in _values(entry, id))


def _lines(page: Page) -> Iterator[tuple[str, str]]:
    in_front = page.source.startswith("---")
    for number, line in enumerate(page.source.split("\n"), start=1):
        in_front = in_front and not (number > 1 and line.strip() == "---")
        if not in_front or SHOWN_IN_FRONT.match(line):
            yield f"{page.file}:{number}", NOT_SENTENCES.sub(" ", line)


def _values(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """(place, text) of each text inside an entry."""
    if isinstance(value, BaseModel):
        for key in type(value).model_fields:
            if key not in NEVER_SHOWN:
                yield from _values(getattr(value, key), f"{place} {key}")
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _values(item, f"{place} {item.id}" if isinstance(getattr(item, "id", None), str) else place)
    elif isinstance(value, str):
        yield place, value


def _without_allowed(text: str) -> str:
    for name in ALLOWED:
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return text


@lru_cache
def _pattern(nation: str) -> re.Pattern[str]:
    """Acronyms as they are written, other words in any case; each also in the plural."""
    words = sorted(FOREIGN_WORDS[nation], key=len, reverse=True)
    parts = (re.escape(w) if _is_acronym(w) else f"(?i:{re.escape(w)})" for w in words)
    return re.compile(rf"(?<![\w#/-])({'|'.join(parts)})(?=s?\b(?!-))")


def _is_acronym(word: str) -> bool:
    return word[:3].isupper() and " " not in word
