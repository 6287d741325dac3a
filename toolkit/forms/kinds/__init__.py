"""Kinds of questions, a module for each. All other code asks a kind for what it needs and never compares its name.

A new kind: a member of QuestionKind, a module of its name with a constant of its name, the same in
browser/lib/kinds.mjs, and cases in tests/vectors/kinds.json.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from toolkit.forms.kinds.kind import Kind, QuestionKind
from toolkit.sources.problems import did_you_mean, quote

__all__ = ["QUESTION_KINDS", "SOME_KINDS", "Kind", "QuestionKind", "UnknownKind", "find_kind", "kind_of"]


def _load(kind: QuestionKind) -> Kind:
    """The constant of a kind's name, from the module of its name."""
    loaded: Kind = getattr(import_module(f"{__name__}.{kind.name.lower()}"), kind.name)
    return loaded


QUESTION_KINDS: Mapping[QuestionKind, Kind] = {kind: _load(kind) for kind in QuestionKind}
SOME_KINDS = frozenset(
    key for kind in QUESTION_KINDS.values() for key in kind.keys
)  # keys that not every question may have


class UnknownKind(ValueError):
    """Raised with the name of a kind of question that does not exist."""


def kind_of(name: str) -> Kind:
    """The kind of a name; raises UnknownKind, so that no kind is ever silently taken for text."""
    by_name: Mapping[str, Kind] = {str(name): kind for name, kind in QUESTION_KINDS.items()}
    if name not in by_name:
        raise UnknownKind(f"there is no kind of question {quote(name)}.{did_you_mean(name, by_name)}")
    return by_name[name]


def find_kind(name: object) -> Kind | None:
    """The kind of a name, as the unchecked data of a form has it; None if it is the name of none."""
    return next((kind for kind in QUESTION_KINDS.values() if kind.name == name), None)
