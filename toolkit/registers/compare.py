"""Compares the entries of one register with each other: values that may stand once, and rules across entries."""

from __future__ import annotations

from toolkit.registers.draft import Draft, name_of
from toolkit.registers.models import NOUNS
from toolkit.registers.rules import duplicate_rule
from toolkit.registers.rules_together import RULES_TOGETHER
from toolkit.sources.problems import Problems, quote

Places = list[tuple[Draft, int]]
UNIQUE = {"resources": ("id", "url", "title"), "terms": ("id", "term"), "publishers": ("id", "name")}
ADVICE = {
    "id": "Give this one another id",
    "url": "Merge the two, or say 'same_page_as' if both are on that page",
    "title": "Merge the two, or add what tells them apart",
    "term": "Merge the two",
    "name": "Merge the two",
}


def compare(key: str, drafts: list[Draft], problems: Problems) -> None:
    """Adds a problem for whatever cannot stand side by side in the register named `key`."""
    places = [(d, i) for d in drafts for i, entry in enumerate(d.entries) if isinstance(entry, dict)]
    _check_duplicates(key, places, problems)
    _check_together(key, places, problems)


def _check_duplicates(key: str, places: Places, problems: Problems) -> None:
    entries = [d.entries[i] for d, i in places]
    for unique in UNIQUE.get(key, ("id",)):
        for position, _, first in duplicate_rule(unique, entries):
            draft, place = places[position]
            other, other_place = places[first]
            where = f"line {other.line(other_place, unique)}"
            if other.source.file != draft.source.file:
                where = f"{other.source.file}, {where}"
            name = name_of(entries[position], NOUNS[key], place)
            message = f"{name}: the {unique} {quote(entries[position][unique])} stands already at {where}."
            problems.add(draft.source.file, draft.line(place, unique), f"{message} {ADVICE[unique]}")


def _check_together(key: str, places: Places, problems: Problems) -> None:
    entries = [d.entries[i] for d, i in places]
    for rule in RULES_TOGETHER.get(key, ()):
        for position, about, message in rule(entries):
            draft, place = places[position]
            name = name_of(entries[position], NOUNS[key], place)
            problems.add(draft.source.file, draft.line(place, about), f"{name}: {message}")
