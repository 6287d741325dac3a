"""Compares the entries of one register with each other: values that must not be repeated, and rules across entries."""

from __future__ import annotations

from toolkit.registers.draft import Draft, name_of
from toolkit.registers.models import MODELS
from toolkit.registers.register import singular
from toolkit.registers.rules import duplicate_rule
from toolkit.registers.rules_together import RULES_TOGETHER
from toolkit.sources.problems import Problems, quote

Places = list[tuple[Draft, int]]
DUPLICATE_ADVICE = {
    "id": "Give this one another id",
    "url": "Merge the two, or say 'same_page_as' if both are on that page",
    "title": "Merge the two, or add what tells them apart",
}
MERGE = "Merge the two"


def compare(key: str, drafts: list[Draft], problems: Problems) -> None:
    """Adds a problem for whatever contradicts or repeats something else in the register named `key`."""
    places = [(d, i) for d in drafts for i, entry in enumerate(d.entries) if isinstance(entry, dict)]
    _check_duplicates(key, places, problems)
    _check_together(key, places, problems)


def _check_duplicates(key: str, places: Places, problems: Problems) -> None:
    entries = [d.entries[i] for d, i in places]
    for unique in MODELS[key].register.unique:
        for position, _, first in duplicate_rule(unique, entries):
            draft, place = places[position]
            first_draft, first_place = places[first]
            where = f"line {first_draft.line(first_place, unique)}"
            if first_draft.source.file != draft.source.file:
                where = f"{where} of {first_draft.source.file}"
            name = name_of(entries[position], singular(key), place)
            message = f"{name}: the {unique} {quote(entries[position][unique])} is also on {where}."
            problems.add(
                draft.source.file, draft.line(place, unique), f"{message} {DUPLICATE_ADVICE.get(unique, MERGE)}"
            )


def _check_together(key: str, places: Places, problems: Problems) -> None:
    entries = [d.entries[i] for d, i in places]
    for rule in RULES_TOGETHER.get(key, ()):
        for position, about, message in rule(entries):
            draft, place = places[position]
            name = name_of(entries[position], singular(key), place)
            problems.add(draft.source.file, draft.line(place, about), f"{name}: {message}")
