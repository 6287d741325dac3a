"""What the command that collates says of the files that it read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.answers.review import unread_days
from toolkit.catalogue.library import Library
from toolkit.collation.collate import Skipped
from toolkit.collation.plan import Plan
from toolkit.commands.collate_pages import Collation

MOST_NAMED_DAYS = 5  # dates of a file that the command names; the report has all
PlansByForm = Mapping[str, tuple[Plan, ...]]


@dataclass(frozen=True)
class ReadingResult:
    """What became of the files that were named: plans by form, and what gave nothing."""

    plans: PlansByForm
    not_read: list[Skipped]
    passed_over: list[Skipped]


def report_counts(now: ReadingResult, before: ReadingResult, collation: Collation) -> None:
    """Says how many files became what."""
    count = sum(map(len, now.plans.values()))
    parts = [f"{count} {'file' if count == 1 else 'files'} read"]
    if collation.options.filters:
        parts.append(f"{collation.count} as --where asks")
    if earlier := sum(map(len, before.plans.values())):
        parts.append(f"{earlier} from before")
    parts += [f"{len(collation.not_read)} not read", f"{len(collation.passed_over)} passed over"]
    print(f"{', '.join(parts)}.")


def report_unread_days(library: Library, plans: PlansByForm) -> None:
    """Reports dates that were not understood. What cannot be overdue for that reason must not be missed in silence."""
    for name, dates in _unread_days(library, plans):
        quotes = [f"{text[:40]!r} ({question})" for _, question, text in dates[:MOST_NAMED_DAYS]]
        more = [f"and {len(dates) - MOST_NAMED_DAYS} more"] if len(dates) > MOST_NAMED_DAYS else []
        what = "date was" if len(dates) == 1 else "dates were"
        print(
            f"{name}: {len(dates)} {what} not understood, so not counted: {'; '.join(quotes + more)}.", file=sys.stderr
        )


def _unread_days(library: Library, plans: PlansByForm) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    for id, members in plans.items():
        for plan in members:
            if dates := unread_days(library.forms[id], plan.current.texts):
                yield plan.name, dates
