"""An id for something new, made from its title."""

from __future__ import annotations

import re
import unicodedata

LONGEST_ID = 60


def make_id(title: str, existing: set[str]) -> str:
    """An id for a new entry, made from its title: letters without accents, whole words, none that exists."""
    plain = unicodedata.normalize("NFKD", title.replace("&", " and ")).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['\u2019]", "", plain))
    id = ""
    for word in words:
        if len(id) + len(word) + 1 > LONGEST_ID:
            break
        id = f"{id}-{word}" if id else word
    number, result = 2, id
    while result and result in existing:
        number, result = number + 1, f"{id}-{number}"
    return result
