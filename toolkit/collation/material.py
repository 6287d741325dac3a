"""What the tables of a report are made from: plans, what they say of each item, counts, activities, a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from toolkit.collation.activity_counts import ActivityCounts, PlanActivity, count_activities, list_activities
from toolkit.collation.before import pair_plans, pair_with_reviews
from toolkit.collation.before_tables import Comparison, compare_plans, split_by_before
from toolkit.collation.counts import Counts, States, count_items
from toolkit.collation.items import items_of, states_of
from toolkit.collation.names import leave_names_out
from toolkit.collation.options import ReportOptions
from toolkit.collation.parts import with_parts
from toolkit.collation.plan import Plan
from toolkit.collation.splits import split_plans
from toolkit.forms.definition import Form
from toolkit.languages.language import Language


@dataclass(frozen=True)
class Material:
    """What the tables of a report are made from."""

    form: Form
    plans: Sequence[Plan]
    states: States
    counts: Counts
    entries: Sequence[PlanActivity]
    activity_counts: ActivityCounts
    comparison: Comparison | None
    options: ReportOptions
    language: Language


def prepare_material(
    form: Form, plans: Sequence[Plan], before: Sequence[Plan], options: ReportOptions, language: Language
) -> Material:
    """All that is counted once, before any table; without names where that was asked."""
    form = with_parts(form)
    pairs = pair_plans(plans, before) if before else pair_with_reviews(form, plans)
    is_compared = bool(before or pairs.pairs)
    if options.without_names:
        names = leave_names_out(form, plans, language)
        plans = sorted(names.values(), key=lambda plan: int("".join(filter(str.isdigit, plan.setting)) or 0))
        pairs = replace(
            pairs,
            pairs=tuple((names[now], old) for now, old in pairs.pairs),
            only_now=tuple(names[plan] for plan in pairs.only_now),
        )
    items = items_of(form)
    states = {plan: states_of(form, items, plan.current.texts) for plan in plans}
    earlier = {plan: states_of(form, items, plan.current.texts) for _, plan in pairs.pairs}
    splits = split_plans(form, plans, language)
    splits += (split_by_before(pairs),) if is_compared else ()
    counts = count_items(items, states, splits, options.smallest)
    entries = list_activities(form, plans, options.today)
    activity_counts = count_activities(entries, form, counts, options.smallest)
    comparison = compare_plans(pairs, counts, {**states, **earlier}, options.smallest) if is_compared else None
    return Material(form, plans, states, counts, entries, activity_counts, comparison, options, language)
