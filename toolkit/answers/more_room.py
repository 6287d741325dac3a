"""Answers that go on where a PDF has more room, on its last page. browser/lib/more-room.mjs is its twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from toolkit.forms.keys import CONTINUED, CONTINUES, MORE_ROOM, join, split


def join_continued(
    texts: Mapping[str, str], obsolete: Mapping[str, str], name_today: Callable[[str], str | None]
) -> tuple[dict[str, str], dict[str, str]]:
    """Answers with what continues them, and what is still without a place: text that does not say what it continues."""
    joined, rest = dict(texts), dict(obsolete)
    for number in sorted(_numbers(obsolete)):
        target, text = (join((MORE_ROOM, number), (name, 1)) for name in (CONTINUES, CONTINUED))
        key = name_today(rest.get(target, ""))
        if text not in rest:
            rest.pop(target, None)
        elif key is not None:
            joined[key] = "\n".join(filter(None, (joined.get(key), rest.pop(text))))
            del rest[target]
    return joined, rest


def _numbers(obsolete: Mapping[str, str]) -> set[int]:
    keys = [split(key) for key in obsolete]
    return {key.numbers[0] for key in keys if key and key.ids in ((MORE_ROOM, CONTINUES), (MORE_ROOM, CONTINUED))}
