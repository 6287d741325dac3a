"""Forms that do not say which column holds what of an activity, read as if they did."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.answers.activities import OPEN_PARTS
from toolkit.answers.review import can_be_late
from toolkit.forms.definition import Form, Section
from toolkit.forms.holds import Holds
from toolkit.forms.kinds import kind_of
from toolkit.forms.question import Question

LEAD_IDS = ("lead", "who", "owner", "presenter")  # of columns that say who does it, as the calendar takes them


def with_parts(form: Form) -> Form:
    """The form with the parts of an activity in each table that has a date which can be late and names no part.

    The action is the column that takes resources, else the first text that is not the lead.
    """
    return form.model_copy(update={"sections": tuple(_with_parts(section) for section in form.sections)})


def _with_parts(section: Section) -> Section:
    columns = section.columns
    dates = [column for column in columns if can_be_late(column)]
    if not dates or any(column.part in OPEN_PARTS for column in columns):
        return section
    parts = {dates[0].id: Holds.DUE}
    parts |= {column.id: Holds.LEAD for column in columns if column.id in LEAD_IDS and not column.part}
    action = _find_action(columns, parts)
    parts |= {action.id: Holds.ACTION} if action else {}
    update = tuple(column.model_copy(update={"holds": parts.get(column.id, column.holds)}) for column in columns)
    return section.model_copy(update={"columns": update})


def _find_action(columns: Sequence[Question], parts: dict[str, Holds]) -> Question | None:
    texts = [column for column in columns if kind_of(column.kind).is_free_text and column.id not in parts]
    takers = [column for column in texts if column.takes_resources]
    return next(iter([*takers, *texts]), None)
