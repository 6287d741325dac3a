"""Plans of now beside those of before: which belong together, and what has moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from toolkit.answers.answers import Answers, bring_up_to_date
from toolkit.collation.items import CountedItem
from toolkit.collation.plan import Plan
from toolkit.collation.splits import normalise
from toolkit.forms.definition import Form
from toolkit.forms.kinds.rating import RATINGS


class Movement(StrEnum):
    """What has become of a rating."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "not-comparable"  # it was not rated both times


@dataclass(frozen=True)
class Pairs:
    """Plans with those of before that belong to them, and those of either that have none.

    `are_in_files`: those of before are earlier reviews that the same files hold.
    """

    pairs: tuple[tuple[Plan, Plan], ...]
    only_now: tuple[Plan, ...]
    only_before: tuple[Plan, ...]
    are_in_files: bool = False


def pair_with_reviews(form: Form, plans: Sequence[Plan]) -> Pairs:
    """Plans with the latest earlier review that their own file holds."""
    pairs = [(plan, _review_of(form, plan)) for plan in plans]
    return Pairs(
        tuple((plan, review) for plan, review in pairs if review),
        tuple(plan for plan, review in pairs if not review),
        (),
        are_in_files=True,
    )


def _review_of(form: Form, plan: Plan) -> Plan | None:
    if not plan.current.earlier:
        return None
    review = plan.current.earlier[-1]
    current = bring_up_to_date(form, Answers(form.id, review.version, review.texts))
    return Plan(plan.name, plan.setting, review.version, current, plan.id)


def pair_plans(now: Sequence[Plan], before: Sequence[Plan]) -> Pairs:
    """Plans with those of before: by the id of the plan, else by the name of the setting.

    An id or a name that several files of one time have belongs to none of them: nobody could say which is meant.
    """
    matches: dict[Plan, Plan] = {}
    keys: list[Callable[[Plan], str]] = [lambda plan: plan.id, lambda plan: normalise(plan.record("setting"))]
    for key in keys:
        free = set(matches.values())
        olds = _unique(key, (plan for plan in before if plan not in free))
        news = _unique(key, (plan for plan in now if plan not in matches))
        matches |= {plan: olds[value] for value, plan in news.items() if value in olds}
    partners = set(matches.values())
    return Pairs(
        tuple((plan, matches[plan]) for plan in now if plan in matches),
        tuple(plan for plan in now if plan not in matches),
        tuple(plan for plan in before if plan not in partners),
    )


def _unique(key: Callable[[Plan], str], plans: Iterable[Plan]) -> dict[str, Plan]:
    by_key: dict[str, list[Plan]] = {}
    for plan in plans:
        by_key.setdefault(key(plan), []).append(plan)
    return {value: group[0] for value, group in by_key.items() if value and len(group) == 1}


def movement_of(before: str, now: str) -> Movement:
    """What has become of a rating."""
    if before not in RATINGS or now not in RATINGS:
        return Movement.UNKNOWN
    places = RATINGS.index(now), RATINGS.index(before)
    return Movement.BETTER if places[0] > places[1] else Movement.WORSE if places[0] < places[1] else Movement.SAME


def count_movements(
    items: Iterable[CountedItem],
    pairs: Iterable[tuple[Plan, Plan]],
    states: Mapping[Plan, Mapping[str, str]],
) -> dict[str, Counter[Movement]]:
    """By the key of each item: how many settings have moved how."""
    pairs = tuple(pairs)
    return {
        item.key: Counter(movement_of(states[before][item.key], states[now][item.key]) for now, before in pairs)
        for item in items
    }
