"""How many activities there are, how far they are and how many are late: by row, by area and by group of settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.answers.activities import Activity, activities
from toolkit.collation.counts import Counts, group_name
from toolkit.collation.plan import Plan
from toolkit.collation.splits import Split
from toolkit.collation.withhold import Name, Sum, withhold
from toolkit.forms.definition import Form
from toolkit.forms.holds import Holds

ALL_PLACES, EACH, LATE, ON_TIME = "", "all", "late", "on-time"  # all places; all activities; those late, and the others
CLOSED, OPEN = "closed", "open"  # of activities whose table asks for no status


@dataclass(frozen=True)
class PlanActivity:
    """An activity of a setting's plan."""

    plan: Plan
    activity: Activity
    is_late: bool

    @property
    def state(self) -> str:
        """Its status; where its table asks for none, whether anything is due of it any more."""
        return self.activity.status or (CLOSED if self.activity.is_closed else OPEN)

    @property
    def place(self) -> str:
        """The name of the row that it is for."""
        return f"{self.activity.section.id}/{self.activity.row.id}"


@dataclass(frozen=True)
class ActivityCounts:
    """Counts by (place, state), and which are withheld. A place is a row, all of them, or a group of settings."""

    states: tuple[str, ...]
    places: Mapping[str, Activity]  # by name, one activity that is there
    numbers: Mapping[tuple[str, str], int]
    hidden: frozenset[Name]

    def number(self, place: str, state: str) -> int | None:
        """One count; None where it is withheld."""
        return None if (place, state) in self.hidden else self.numbers.get((place, state), 0)


def list_activities(form: Form, plans: Sequence[Plan], today: date) -> list[PlanActivity]:
    """Every activity of every plan, in the order of plans."""
    return [
        PlanActivity(plan, activity, activity.is_late(today))
        for plan in plans
        for activity in activities(form, plan.current.texts)
    ]


def has_activities(form: Form) -> bool:
    """Whether a form has a table of activities."""
    parts = {Holds.ACTION, Holds.DUE, Holds.STATUS}
    return any(column.part in parts for section in form.sections for column in section.columns)


def count_activities(entries: Sequence[PlanActivity], form: Form, counts: Counts, smallest: int) -> ActivityCounts:
    """All counts of activities; where `smallest` is not 0, without those below it and those that would reveal them."""
    states = tuple(_states_in(form))
    places = {entry.place: entry.activity for entry in entries}
    order = [f"{section.id}/{row.id}" for section in form.sections for row in section.table_rows]
    places = {place: places[place] for place in order if place in places}
    numbers = Counter(
        {(place, state): 0 for place in (ALL_PLACES, *places) for state in (*states, EACH, LATE, ON_TIME)}
    )
    groups = _groups_by_plan(counts.splits)
    for entry in entries:
        timing = LATE if entry.is_late else ON_TIME
        for place in (ALL_PLACES, entry.place, *groups.get(entry.plan, ())):
            numbers.update([(place, entry.state), (place, EACH), (place, timing)])
    hidden: frozenset[Name] = frozenset()
    if smallest:
        groups_hidden = {name for name in counts.sizes if name in counts.hidden}
        forced = {cell for cell in numbers if cell[0] in groups_hidden or ALL_PLACES in groups_hidden}
        sums = list(_sums(numbers, states, tuple(places), counts.splits))
        numbers.update({name: 0 for each in sums for name in each.names})
        hidden = withhold(numbers, sums, smallest, forced)
    return ActivityCounts(states, places, numbers, hidden)


def _states_in(form: Form) -> Iterator[str]:
    """The states that activities of a form can have."""
    tables = [section.columns for section in form.sections if section.columns]
    statuses = [column for columns in tables for column in columns if column.part is Holds.STATUS]
    if statuses:
        yield from (value for value, _ in statuses[0].choices)
    without = [columns for columns in tables if not any(column.part is Holds.STATUS for column in columns)]
    if any(column.part in (Holds.ACTION, Holds.DUE) for columns in without for column in columns):
        yield from (OPEN, CLOSED)


def _groups_by_plan(splits: Sequence[Split]) -> dict[Plan, list[str]]:
    groups: dict[Plan, list[str]] = {}
    for split in splits:
        for group in split.groups:
            for plan in group.plans:
                groups.setdefault(plan, []).append(group_name(split, group.value))
    return groups


def _sums(
    numbers: Mapping[tuple[str, str], int], states: Sequence[str], places: Sequence[str], splits: Sequence[Split]
) -> Iterator[Sum]:
    for place in dict.fromkeys(place for place, _ in numbers):
        yield Sum(tuple((place, state) for state in states), (place, EACH))
        yield Sum(((place, LATE), (place, ON_TIME)), (place, EACH))
    for state in (*states, EACH, LATE):
        yield Sum(tuple((place, state) for place in places), (ALL_PLACES, state))
        for split in splits:
            names = [group_name(split, group.value) for group in split.groups]
            yield Sum(tuple((name, state) for name in names), (ALL_PLACES, state))
