"""How far an activity is."""

from dataclasses import replace
from enum import StrEnum

from toolkit.forms.holds import Holds
from toolkit.forms.kinds.choice import CHOICE
from toolkit.forms.kinds.kind import QuestionKind


class ActivityStatus(StrEnum):
    """What is kept of a status, in the order of work. No answer counts as not started."""

    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    DONE = "done"
    STOPPED = "stopped"


STATUSES = tuple(ActivityStatus)


def check_statuses(count: int) -> str | None:
    """What is wrong with so many options of a status."""
    return None if count in (0, 4) else "a status has four 'options', from not started to stopped, or none"


STATUS = replace(
    CHOICE,
    name=QuestionKind.STATUS,
    noun="a status",
    column_share=1.1,
    word_share=1.1,
    fixed_answers=STATUSES,
    words="statuses.{}",
    holds=Holds.STATUS,
    closing=frozenset({ActivityStatus.DONE, ActivityStatus.STOPPED}),
    check_options=check_statuses,
)
