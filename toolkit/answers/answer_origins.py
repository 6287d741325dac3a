"""Where answers were brought from, kept beside them in a file; browser/lib/answer-origins.mjs writes the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit.answers.limits import LONGEST_NAME, MOST_ANSWERS
from toolkit.answers.texts import clean_text
from toolkit.forms.keys import split

MOST_ORIGINS = 20  # of one answer
TEXTS = ("form", "title", "asked", "setting", "day", "mark")
Origins = Mapping[str, tuple[Mapping[str, str], ...]]


def read_origins(raw: object) -> Origins:
    """What a file says of where its answers are from; anything else is left out: it carries no answer."""
    items = raw.items() if isinstance(raw, dict) else ()
    lists = {key: value for key, value in items if split(key) and len(key) <= LONGEST_NAME}
    if len(lists) > MOST_ANSWERS:
        return {}
    origins = {key: _read_list(value) for key, value in lists.items()}
    return {key: entries for key, entries in origins.items() if entries}


def _read_list(raw: object) -> tuple[Mapping[str, str], ...]:
    entries = raw[:MOST_ORIGINS] if isinstance(raw, list) else []
    origins = (_read_origin(entry) for entry in entries if isinstance(entry, dict))
    return tuple(origin for origin in origins if origin["form"] and origin["title"])


def _read_origin(raw: Mapping[str, Any]) -> dict[str, str]:
    texts = {name: raw.get(name) for name in TEXTS}
    return {name: clean_text(text)[:LONGEST_NAME] if isinstance(text, str) else "" for name, text in texts.items()}
