"""Earlier reviews in a file: the answers as they were on some days; browser/lib/earlier.mjs writes the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.answers.limits import MOST_REVIEWS
from toolkit.answers.texts import clean_text, texts_of, version_of
from toolkit.answers.unreadable import Reason, Unreadable


@dataclass(frozen=True)
class Review:
    """The answers of a form as they were at a review."""

    date: str
    version: int
    texts: Mapping[str, str]


def read_earlier(raw: object) -> tuple[Review, ...]:
    """The earlier reviews of a file, the oldest first; raises Unreadable where they are anything else."""
    if raw is None:
        return ()
    if not isinstance(raw, list) or len(raw) > MOST_REVIEWS:
        raise Unreadable(Reason.NOT_ANSWERS)
    return tuple(sorted((_read_review(entry) for entry in raw), key=lambda review: review.date))


def _read_review(raw: object) -> Review:
    if not isinstance(raw, dict) or not isinstance(raw.get("answers"), dict) or not isinstance(raw.get("date"), str):
        raise Unreadable(Reason.NOT_ANSWERS)
    return Review(clean_text(raw["date"])[:10], version_of(raw.get("version")), texts_of(raw["answers"]))


def earlier_as_data(earlier: tuple[Review, ...]) -> list[dict[str, Any]]:
    """Earlier reviews as a file has them."""
    return [
        {"date": review.date, "version": review.version, "answers": dict(sorted(review.texts.items()))}
        for review in earlier
    ]
