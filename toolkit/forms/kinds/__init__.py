"""Kinds of questions, a module for each. All other code asks a kind for what it needs and never compares its name.

A new kind: a name in QuestionKind, a module with its Kind, a line in QUESTION_KINDS, the same in
browser/lib/kinds.mjs, and cases in tests/vectors/kinds.json.
"""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.forms.kinds.choice import CHOICE
from toolkit.forms.kinds.date import DATE
from toolkit.forms.kinds.kind import Kind, QuestionKind
from toolkit.forms.kinds.long_text import LONG_TEXT
from toolkit.forms.kinds.rating import RATING
from toolkit.forms.kinds.text import TEXT
from toolkit.forms.kinds.tick import TICK
from toolkit.sources.problems import did_you_mean, quote

__all__ = ["QUESTION_KINDS", "SOME_KINDS", "Kind", "QuestionKind", "UnknownKind", "is_rated", "kind_of"]

QUESTION_KINDS: Mapping[QuestionKind, Kind] = {
    kind.name: kind for kind in (TEXT, LONG_TEXT, DATE, CHOICE, RATING, TICK)
}
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


def is_rated(name: object) -> bool:
    """Whether a name, as the data of a form has it, is that of a kind that is rated."""
    return any(kind.is_rated and kind.name == name for kind in QUESTION_KINDS.values())
