"""What a layer wants to change: entries that it adds, replaces or hides, as its files name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.sources.problems import Problems, did_you_mean, one_of, quote
from toolkit.sources.yaml_source import Source

VERBS = ("add", "replace", "hide")
FORMS_KEY, PATHWAYS_KEY, CONTACTS_KEY = "forms", "pathways", "contacts"
MAY_HIDE = ("resources", FORMS_KEY)


@dataclass(frozen=True)
class Change:
    """One entry of an overlay: what to do with an entry of a register, and where it is written."""

    register: str
    verb: str
    entry: Mapping[str, Any]
    source: Source
    place: tuple[str | int, ...]

    @property
    def id(self) -> str:
        """The id of the entry that is changed; empty if it has none."""
        return str(self.entry.get("id", ""))

    @property
    def line(self) -> int:
        """The line on which the change is written."""
        return self.source.line(self.place)


def read_changes(source: Source, register: str, problems: Problems) -> list[Change]:
    """The changes that one file makes to one register."""
    if not isinstance(source.data, dict):
        problems.add(source.file, 1, f"the file must begin with one of: {one_of(VERBS)}, each with a list below it")
        return []
    changes = []
    for verb, entries in source.data.items():
        line = source.line((verb,))
        if verb not in VERBS:
            advice = f"{did_you_mean(verb, VERBS)} It is one of: {one_of(VERBS)}"
            problems.add(source.file, line, f"unknown key {quote(verb)}.{advice}")
        elif verb == "add" and register == FORMS_KEY:
            message = "a form of your own is a file in forms/, named for its id, such as forms/our-plan.yml"
            problems.add(source.file, line, message)
        elif verb == "hide" and register not in MAY_HIDE:
            problems.add(
                source.file, line, f"{register} cannot be hidden, because pages name them. Replace the text instead"
            )
        else:
            changes += read_change_list(source, register, verb, (verb,), entries, problems)
    return changes


def read_change_list(
    source: Source, register: str, verb: str, path: tuple[str | int, ...], entries: Any, problems: Problems
) -> list[Change]:
    """A change for each entry of a list."""
    if entries is None:
        return []
    if not isinstance(entries, list):
        problems.add(
            source.file, source.line(path), f"'{path[-1]}' must be a list: a line beginning with '- id: ...' for each"
        )
        return []
    changes = []
    for position, entry in enumerate(entries):
        place = (*path, position)
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            changes.append(Change(register, verb, entry, source, place))
        else:
            problems.add(source.file, source.line(place), f"an entry of '{path[-1]}' must begin with '- id: ...'")
    return changes
