"""Answers that go on where a PDF has more room, on its last page. browser/lib/more-room.mjs is its twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from toolkit.forms.keys import CONTINUED, CONTINUES, MORE_ROOM, join, split


def join_continued(
    texts: Mapping[str, str], gone: Mapping[str, str], name_today: Callable[[str], str | None]
) -> tuple[dict[str, str], dict[str, str]]:
    """Answers with what continues them, and what is still without a place: text that does not say what it continues."""
    joined, left = dict(texts), dict(gone)
    for number in sorted(_numbers(gone)):
        chosen, text = (join((MORE_ROOM, number), (name, 1)) for name in (CONTINUES, CONTINUED))
        key = name_today(left.get(chosen, ""))
        if text not in left:
            left.pop(chosen, None)
        elif key is not None:
            joined[key] = "\n".join(filter(None, (joined.get(key), left.pop(text))))
            del left[chosen]
    return joined, left


def _numbers(gone: Mapping[str, str]) -> set[int]:
    found = [split(key) for key in gone]
    return {key.numbers[0] for key in found if key and key.ids in ((MORE_ROOM, CONTINUES), (MORE_ROOM, CONTINUED))}
