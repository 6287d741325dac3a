"""Red, amber or green, in the words that the question has for them."""

from dataclasses import replace
from enum import StrEnum

from toolkit.forms.kinds.choice import CHOICE
from toolkit.forms.kinds.kind import QuestionKind


class Rating(StrEnum):
    """What is kept of a rating, from the worst."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


RATINGS = tuple(Rating)


def check_ratings(count: int) -> str | None:
    """What is wrong with so many options of a rating."""
    return None if count in (0, 3) else "a rating has three 'options', from red to green, or none for the usual words"


RATING = replace(
    CHOICE,
    name=QuestionKind.RATING,
    noun="a rating",
    column_share=1.35,
    word_share=1.35,
    fixed_answers=RATINGS,
    words="ratings.{}",
    closing=frozenset({Rating.GREEN}),
    is_rated=True,
    check_options=check_ratings,
)
