"""The ids of a plan and of what repeats in it, beside the answers of a file; browser/lib/entries.mjs makes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeGuard

from toolkit.forms.fingerprint import fingerprint
from toolkit.forms.keys import split

ID = re.compile("[a-z0-9]{6,40}")
MOST_IDS = 20_000


@dataclass(frozen=True)
class EntryIds:
    """The id of a plan, and those of its entries by where they are: `visits~2`, `actions/row~3`.

    `setting` is the fingerprint of the setting that a document was made for, where it carries one.
    """

    plan: str = ""
    entries: Mapping[str, str] = field(default_factory=dict)
    setting: str | None = None

    def of(self, texts: Mapping[str, str], origins: Mapping[str, str] | None = None) -> EntryIds:
        """The ids of a file that holds these answers.

        A document that is filled in for another setting than it was made for is another plan. `origins` says of a
        document's entries where they were when it was made, by where they are.
        """
        is_other = self.setting is not None and self.setting != fingerprint(texts.get("record/setting", ""))
        entries = self.entries
        if origins is not None:
            entries = {place: entries[origin] for place, origin in origins.items() if origin in entries}
        return EntryIds("" if is_other else self.plan, entries)


NO_IDS = EntryIds()


def read_entry_ids(plan: object, entries: object, setting: str | None = None) -> EntryIds:
    """The ids of a file that are ids. Others are left out: an id carries no answer."""
    items = entries.items() if isinstance(entries, dict) else ()
    ids = {place: id for place, id in items if _is_id(id) and split(f"{place}/id")}
    return EntryIds(plan if _is_id(plan) else "", ids if len(ids) <= MOST_IDS else {}, setting)


def _is_id(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(ID.fullmatch(value))
