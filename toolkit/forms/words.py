"""Words that every face of a form says, in one place."""

from __future__ import annotations

from datetime import date

PERSONAL_DATA = (
    "Keep it in your setting's own recording system, never on a shared drive or your own device, "
    "and send it only by the secure ways that your setting uses."
)
ROW_HEADING = "What we look at"
YES = "yes"  # the value of a ticked box


def day(value: date) -> str:
    """23 November 2026."""
    return f"{value.day} {value:%B} {value.year}"
