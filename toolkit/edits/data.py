"""What an edit makes of the data of a file, as plain values: the measure for what it makes of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

MOSTLY = 0.9
REMOVE: Any = object()  # in place of a value: the key is taken out


@dataclass(frozen=True)
class EntryEdit:
    """What becomes of the entry of a list that has this id; of a new one if the list has none.

    `values` holds the keys that change, each with its plain value or with `REMOVE`.
    """

    place: str  # the key of the list, at the top of the file
    id: str
    values: Mapping[str, Any]


def change_data(data: Any, edits: Sequence[EntryEdit], keys: Sequence[str]) -> dict[str, Any]:
    """The data that the changed file must hold."""
    result = dict(data or {})
    for place in dict.fromkeys(edit.place for edit in edits):
        by_id = {edit.id: edit for edit in edits if edit.place == place}
        entries = result.get(place) or []
        ids = ids_of(entries)
        changed = [
            change_entry(entry, by_id[id].values, keys) if id in by_id else entry
            for id, entry in zip(ids, entries, strict=True)
        ]
        new = in_order([edit for edit in by_id.values() if edit.id not in ids], ids)
        for edit in reversed(new):
            changed.insert(place_of(edit.id, ids), change_entry({"id": edit.id}, edit.values, keys))
        result[place] = changed
    return result


def ids_of(entries: Sequence[Any]) -> list[str]:
    """The id of each entry of a list; empty for what is no entry."""
    return [str(entry.get("id")) if isinstance(entry, dict) else "" for entry in entries]


def _is_sorted(ids: Sequence[str]) -> bool:
    """Whether a list is in the order of its ids, but for a few."""
    pairs = [first < second for first, second in pairwise(ids)]
    return sum(pairs) >= MOSTLY * len(pairs)


def in_order(edits: Sequence[EntryEdit], ids: Sequence[str]) -> list[EntryEdit]:
    """New entries in the order in which they are written."""
    return sorted(edits, key=lambda edit: edit.id) if _is_sorted(ids) else list(edits)


def place_of(id: str, ids: Sequence[str]) -> int:
    """Before which entry a new one is written: the first with a later id where the list is sorted."""
    return next((n for n, later in enumerate(ids) if later > id), len(ids)) if _is_sorted(ids) else len(ids)


def change_entry(entry: Mapping[str, Any], values: Mapping[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    """An entry with its keys changed; a new key after the last one that comes before it in the order of keys."""
    result = {key: values.get(key, value) for key, value in entry.items()}
    for key in sorted(values.keys() - entry.keys(), key=lambda key: _rank(key, keys)):
        before = key_before(key, result, keys)
        pairs = list(result.items())
        place = [name for name, _ in pairs].index(before) + 1 if before else 0
        result = dict([*pairs[:place], (key, values[key]), *pairs[place:]])
    return {key: value for key, value in result.items() if value is not REMOVE}


def key_before(key: str, entry: Mapping[str, Any], keys: Sequence[str]) -> str:
    """The key of an entry after which a new one is written."""
    earlier = [name for name in entry if _rank(name, keys) < _rank(key, keys)]
    return max(earlier, key=lambda name: _rank(name, keys), default=next(iter(entry), ""))


def _rank(key: str, keys: Sequence[str]) -> int:
    return keys.index(key) if key in keys else len(keys)
