"""The ids of a plan and of what repeats in it, beside the answers of a file; browser/lib/entries.mjs makes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeGuard

from toolkit.forms.keys import split

ID = re.compile("[a-z0-9]{6,40}")
MOST_IDS = 20_000


@dataclass(frozen=True)
class EntryIds:
    """The id of a plan, and those of its entries by where they are: `visits~2`, `actions/row~3`."""

    plan: str = ""
    entries: Mapping[str, str] = field(default_factory=dict)


NO_IDS = EntryIds()


def read_entry_ids(plan: object, entries: object) -> EntryIds:
    """The ids of a file that are ids. Others are left out: an id carries no answer."""
    items = entries.items() if isinstance(entries, dict) else ()
    ids = {place: id for place, id in items if _is_id(id) and split(f"{place}/id")}
    return EntryIds(plan if _is_id(plan) else "", ids if len(ids) <= MOST_IDS else {})


def _is_id(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(ID.fullmatch(value))
