"""Applies the changes of a layer to the registers, before their entries are checked.

A layer's entries are checked by the same rules as upstream's, and a problem is reported with the layer's file and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from toolkit.overlays.changes import CONTACTS_KEY, Change
from toolkit.registers.draft import Draft
from toolkit.registers.fields import Entry
from toolkit.sources.problems import Problems, did_you_mean, quote
from toolkit.sources.yaml_source import Source

RIVAL_KEYS = ("url", "host")  # both are addresses: to give one takes out the other


@dataclass(frozen=True)
class Upstream:
    """Upstream's entries by register and id, in their order, before any layer was applied."""

    entries: Mapping[tuple[str, str], Mapping[str, Any]]

    @classmethod
    def of(cls, drafts: Iterable[Draft]) -> Upstream:
        """The entries of drafts that have an id."""
        return cls({(d.key, str(e["id"])): e for d in drafts for e in d.entries if isinstance(e, dict) and "id" in e})

    def in_order(self, register: str, entries: Iterable[Entry]) -> list[Entry]:
        """Entries in upstream's order, what replaces one in its place, and what was added after them."""
        places = {id: place for place, (key, id) in enumerate(self.entries) if key == register}
        return sorted(entries, key=lambda entry: places.get(entry.id, len(self.entries)))


def apply_changes(
    drafts: Sequence[Draft], changes: Iterable[Change], problems: Problems
) -> tuple[tuple[Draft, ...], dict[str, str]]:
    """(drafts, reasons): the drafts with the changes applied, and why each hidden entry is hidden, by id.

    A change of what is not there is a problem with advice.
    """
    entries = Upstream.of(drafts).entries
    hidden: dict[str, str] = {}
    added: dict[tuple[str, str], list[tuple[Change, dict[str, Any]]]] = {}
    replaced: set[tuple[str, str]] = set()
    for change in changes:
        key = change.register, change.id
        if change.verb == "add" or _is_own_contact(change, key in entries):
            added.setdefault((change.register, change.source.file), []).append((change, dict(change.entry)))
        elif key not in entries:
            ids = [id for register, id in entries if register == change.register]
            problems.add(change.source.file, change.line, refuse_change(change, ids))
        elif key in replaced:
            problems.add(change.source.file, change.line, f"{quote(change.id)} is repeated. Keep one of them")
        elif change.verb == "hide":
            hidden |= reason_of(change, problems)
        else:
            replaced.add(key)
            entry = merge_entry(entries[key], change.entry)
            added.setdefault((change.register, change.source.file), []).append((change, entry))
    remaining = tuple(_without(draft, replaced) for draft in drafts)
    return (*remaining, *(_draft(register, pairs) for (register, _), pairs in added.items())), hidden


def _is_own_contact(change: Change, is_known: bool) -> bool:
    """Whether a copy's list of contacts adds one of a new kind: it says what it is and when to ring it."""
    return change.register == CONTACTS_KEY and not is_known and {"name", "when"} <= change.entry.keys()


def merge_entry(upstream: Mapping[str, Any], entry: Mapping[str, Any]) -> dict[str, Any]:
    """Upstream's entry with the given keys in place of its own; a key without a value is removed."""
    result = dict(upstream) | dict(entry)
    for key, rival in (RIVAL_KEYS, RIVAL_KEYS[::-1]):
        if entry.get(key) is not None and rival not in entry:
            result.pop(rival, None)
    return {key: value for key, value in result.items() if value is not None}


def reason_of(change: Change, problems: Problems) -> dict[str, str]:
    """What a change hides, with the reason; empty, with a problem, when it gives none."""
    reason = change.entry.get("reason")
    for key in change.entry:
        if key not in ("id", "reason"):
            problems.add(
                change.source.file,
                change.source.line((*change.place, key)),
                f"unknown key {quote(key)}. It takes 'id' and 'reason'",
            )
    if not isinstance(reason, str) or not reason.strip():
        message = f"{quote(change.id)} is hidden without a reason. Add 'reason: ...'; readers who follow a link see it"
        problems.add(change.source.file, change.line, message)
        return {}
    return {change.id: reason.strip()}


def refuse_change(change: Change, ids: Iterable[str]) -> str:
    """The message about a change to something that does not exist."""
    near = did_you_mean(change.id, ids)
    done = {"hide": "hides", "replace": "replaces"}[change.verb]
    noun = change.register.removesuffix("s")
    advice = near or " Remove this entry"
    return f"{done} the {noun} {quote(change.id)}, which the toolkit does not have (any more).{advice}"


def _without(draft: Draft, replaced: set[tuple[str, str]]) -> Draft:
    """A draft without the entries that are replaced; the others keep their lines."""
    if not replaced:
        return draft
    positions = [
        i
        for i, e in enumerate(draft.entries)
        if not (isinstance(e, dict) and (draft.key, str(e.get("id"))) in replaced)
    ]
    if len(positions) == len(draft.entries):
        return draft
    new_positions: dict[str | int, int] = {old: new for new, old in enumerate(positions)}
    lines = {
        (path if len(path) < 2 else (path[0], new_positions[path[1]], *path[2:])): line
        for path, line in draft.source.lines.items()
        if path[:1] == (draft.key,) and (len(path) < 2 or path[1] in new_positions)
    }
    entries = [draft.entries[i] for i in positions]
    return Draft(Source(draft.source.file, {draft.key: entries}, lines), draft.key, entries)


def _draft(register: str, pairs: Sequence[tuple[Change, dict[str, Any]]]) -> Draft:
    """A copy's entries of one register as if they were in a data file, with the lines on which they are written."""
    source = pairs[0][0].source
    lines = {
        (register, position, *path[len(change.place) :]): line
        for position, (change, _) in enumerate(pairs)
        for path, line in source.lines.items()
        if path[: len(change.place)] == change.place
    }
    entries = [entry for _, entry in pairs]
    return Draft(Source(source.file, {register: entries}, lines), register, entries)
