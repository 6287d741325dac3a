"""Markup in texts of data: readers would see its characters, so it is refused with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from toolkit.sources.pasted import BULLET_ITEM
from toolkit.sources.problems import quote
from toolkit.sources.yaml_source import KeyPath

NO_TEXT_KEYS = frozenset(["id", "url", "host", "doi", "email", "phone"])  # other checks look at these
WORDS_ADVICE = (
    '{{ noun("setting") }}, {{ body("lado") }} and {{ nation("wales") }} are put in here, and no other. Take it out'
)
ENTITIES = (
    "amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|pound|euro|copy|reg|trade|bull|middot"
    "|[a-zA-Z]{1,2}(?:acute|grave|circ|uml|tilde|cedil)"
)
LEAVE_OUT = "readers would see it as it is written. Leave it out"
MARKUP_PATTERNS = (
    (re.compile(r"\{\{(?!-?\s*[A-Za-z_]\w*\s*\().*?(?:\}\}|$)|\{%.*?(?:%\}|$)"), WORDS_ADVICE),
    (re.compile(r"!?\[[^\[\]]*\]\([^()\s]*\)"), LEAVE_OUT),
    (re.compile(r"\*\*[^*\n]*\*\*|(?<!\w)__[^_\n]+__(?!\w)"), LEAVE_OUT),
    (re.compile(r"`[^`\n]*`"), LEAVE_OUT),
    (re.compile(r"</?[a-zA-Z][^<>\n]*>"), LEAVE_OUT),
    (re.compile(rf"&(?:{ENTITIES}|#\d{{2,5}}|#x[0-9a-fA-F]{{2,5}});"), "type the character itself"),
)


def markup_mistakes_of(entry: Any, place: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """(path, sentence) for each text within an entry that holds markup."""
    if isinstance(entry, dict):
        for key, value in entry.items():
            if key not in NO_TEXT_KEYS:
                yield from markup_mistakes_of(value, (*place, key))
    elif isinstance(entry, list):
        for position, value in enumerate(entry):
            yield from markup_mistakes_of(value, (*place, position))
    elif isinstance(entry, str) and not entry.startswith(("https://", "http://")):
        yield from ((place, sentence) for sentence in markup_in(entry))


def markup_in(text: str) -> Iterator[str]:
    """A sentence for each piece of markup in a text."""
    for pattern, advice in MARKUP_PATTERNS:
        for match in pattern.finditer(text):
            yield f"{quote(match[0])} is markup, and texts of data hold none: {advice}"
    if bullet := BULLET_ITEM.match(text):
        yield f"the text begins with {quote(bullet[0].strip())}, the sign of a list in Word. Take it out"
