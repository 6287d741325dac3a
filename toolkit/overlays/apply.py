"""Applies the changes of a layer to the registers, before their entries are checked.

A layer's entries are checked by the same rules as upstream's, and a problem is reported with the layer's file and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from toolkit.overlays.changes import CONTACTS, Change
from toolkit.registers.draft import Draft
from toolkit.registers.fields import Entry
from toolkit.sources.problems import Problems, did_you_mean, quote
from toolkit.sources.yaml_source import Source

EITHER = ("url", "host")  # one address: whoever gives the one takes the other's place


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
            problems.add(change.source.file, change.line, f"{quote(change.id)} stands twice. Keep one of them")
        elif change.verb == "hide":
            hidden |= reason_of(change, problems)
        else:
            replaced.add(key)
            entry = patched(entries[key], change.entry)
            added.setdefault((change.register, change.source.file), []).append((change, entry))
    kept = tuple(_without(draft, replaced) for draft in drafts)
    return (*kept, *(_draft(register, pairs) for (register, _), pairs in added.items())), hidden


def _is_own_contact(change: Change, is_known: bool) -> bool:
    """Whether a copy's list of contacts adds one of a kind of its own: it says what it is and when to ring it."""
    return change.register == CONTACTS and not is_known and {"name", "when"} <= change.entry.keys()


def patched(upstream: Mapping[str, Any], entry: Mapping[str, Any]) -> dict[str, Any]:
    """Upstream's entry with the given keys in the place of its own; a key without a value is taken out."""
    merged = dict(upstream) | dict(entry)
    for one, other in (EITHER, EITHER[::-1]):
        if entry.get(one) is not None and other not in entry:
            merged.pop(other, None)
    return {key: value for key, value in merged.items() if value is not None}


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


def refuse_change(change: Change, known: Iterable[str]) -> str:
    """The message about a change to something that does not exist."""
    near = did_you_mean(change.id, known)
    done = {"hide": "hides", "replace": "replaces"}[change.verb]
    noun = change.register.removesuffix("s")
    advice = near or " Remove this entry"
    return f"{done} the {noun} {quote(change.id)}, which the toolkit does not have (any more).{advice}"


def _without(draft: Draft, replaced: set[tuple[str, str]]) -> Draft:
    """A draft less the entries that are replaced, each other one with its lines."""
    if not replaced:
        return draft
    kept = [
        i
        for i, e in enumerate(draft.entries)
        if not (isinstance(e, dict) and (draft.key, str(e.get("id"))) in replaced)
    ]
    if len(kept) == len(draft.entries):
        return draft
    moved: dict[str | int, int] = {old: new for new, old in enumerate(kept)}
    lines = {
        (path if len(path) < 2 else (path[0], moved[path[1]], *path[2:])): line
        for path, line in draft.source.lines.items()
        if path[:1] == (draft.key,) and (len(path) < 2 or path[1] in moved)
    }
    entries = [draft.entries[i] for i in kept]
    return Draft(Source(draft.source.file, {draft.key: entries}, lines), draft.key, entries)


def _draft(register: str, pairs: Sequence[tuple[Change, dict[str, Any]]]) -> Draft:
    """A copy's entries of one register as if they stood in a data file, with the lines on which they are written."""
    source = pairs[0][0].source
    lines = {
        (register, position, *path[len(change.place) :]): line
        for position, (change, _) in enumerate(pairs)
        for path, line in source.lines.items()
        if path[: len(change.place)] == change.place
    }
    entries = [entry for _, entry in pairs]
    return Draft(Source(source.file, {register: entries}, lines), register, entries)
