"""Rules that hold between the entries of one register: what follows what, and what shares a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from toolkit.registers.rules import Raw, fold_address
from toolkit.sources.problems import quote

Together = Callable[[list[Raw]], Iterator[tuple[int, str, str]]]  # (position, key, sentence)


def cycle_rule(key: str, entries: list[Raw]) -> Iterator[tuple[int, str, str]]:
    """No entry may lead back to itself by way of `key`; each member of a cycle is named."""
    following = {str(e.get("id")): str(e[key]) for e in entries if e.get(key) is not None}
    for position, entry in enumerate(entries):
        start = str(entry.get("id"))
        path = {start: None}  # in the order of the steps
        at = following.get(start)
        while at is not None and at not in path:
            path[at] = None
            at = following.get(at)
        if at == start and len(path) > 1:
            yield position, key, f"'{key}' leads back to this entry: {' > '.join([*path, start])}. Correct one of them"


def self_rule(key: str, message: str, entries: list[Raw]) -> Iterator[tuple[int, str, str]]:
    """No entry may name itself under `key`, which holds an id or a list of ids."""
    for position, entry in enumerate(entries):
        value = entry.get(key)
        if entry.get("id") is not None and entry["id"] in (value if isinstance(value, list) else [value]):
            yield position, key, message


def level_rule(entries: list[Raw]) -> Iterator[tuple[int, str, str]]:
    """Topics have two levels: the pages that list them show no third."""
    parents = {str(e.get("id")): e.get("parent") for e in entries}
    for position, entry in enumerate(entries):
        parent = entry.get("parent")
        if isinstance(parent, str) and parent != entry.get("id") and parents.get(parent):
            above = quote(str(parents[parent]))
            yield position, "parent", f"its parent {quote(parent)} is itself below {above}. Topics have two levels"


def shared_page_rule(entries: list[Raw]) -> Iterator[tuple[int, str, str]]:
    """`same_page_as` names a resource that has the very same address."""
    addresses = {str(e.get("id")): e.get("url") for e in entries}
    for position, entry in enumerate(entries):
        id, address = entry.get("same_page_as"), entry.get("url")
        other_address = addresses.get(id) if isinstance(id, str) else None
        if (
            isinstance(address, str)
            and isinstance(other_address, str)
            and fold_address(address) != fold_address(other_address)
        ):
            message = (
                f"says that it shares a page with {quote(id)}, which is at {quote(other_address)}. Correct one of them"
            )
            yield position, "same_page_as", message


RULES_TOGETHER: dict[str, tuple[Together, ...]] = {
    "resources": (partial(cycle_rule, "superseded_by"), shared_page_rule),
    "topics": (partial(self_rule, "parent", "is its own parent. Name the wider topic"), level_rule),
    "terms": (partial(self_rule, "use_instead", "is to be replaced by itself. Name the better word"),),
    "guidance": (
        partial(self_rule, "supersedes", "supersedes itself. Name the older one"),
        partial(cycle_rule, "supersedes"),
    ),
}
