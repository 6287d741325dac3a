"""Tables with a line for each setting: what there is of it, and how it rates each row of the form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from toolkit.answers.review import empty_rows, overdue
from toolkit.collation.activity_counts import PlanActivity
from toolkit.collation.cells import RatingCell, ReportValue, make_table
from toolkit.collation.counts import Counts, States
from toolkit.collation.items import state_in_words
from toolkit.collation.plan import Plan
from toolkit.collation.splits import split_questions
from toolkit.forms.days import is_day
from toolkit.forms.definition import Form
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.rating import RATINGS
from toolkit.languages.language import Language
from toolkit.spreadsheet.table import Table


def overview_table(
    form: Form,
    plans: Sequence[Plan],
    entries: Sequence[PlanActivity],
    today: date,
    language: Language,
    *,
    with_names: bool,
) -> Table:
    """A line for each setting: what it says of itself, how much is filled in, and what is late."""
    t = language.translate
    splits = split_questions(form) if with_names else []
    dates = [question for question in form.record if kind_of(question.kind).is_date]
    by_plan: dict[Plan, list[PlanActivity]] = {}
    for entry in entries:
        by_plan.setdefault(entry.plan, []).append(entry)
    lines: list[list[ReportValue]] = []
    for plan in plans:
        texts, activities = plan.current.texts, by_plan.get(plan, [])
        line: list[ReportValue] = [plan.setting, *(plan.record(question.id) for question in splits)]
        line += [_day(plan.record(question.id)) for question in dates]
        line += [plan.version, len(texts), len(list(empty_rows(form, texts)))]
        line += [len(activities), sum(entry.activity.is_closed for entry in activities)]
        line += [len(overdue(form, texts, today)), plan.name]
        lines.append(line if with_names else line[:-1])
    headings = [t("report.setting"), *(question.label for question in (*splits, *dates))]
    headings += [t(f"report.{key}") for key in ("version", "answers", "without", "activities", "closed", "overdue")]
    headings += [t("report.file")] if with_names else []
    return make_table("overview", t("report.overview"), headings, lines, language)


def ratings_table(counts: Counts, states: States, plans: Sequence[Plan], language: Language) -> Table:
    """The heat map, with a line for each setting and a column for each item that is rated."""
    t = language.translate
    items = counts.rated
    lines: list[list[ReportValue]] = []
    for plan in plans:
        values = [(item, states[plan][item.key]) for item in items]
        cells = [
            RatingCell(state_in_words(item, value, language), value if value in RATINGS else "")
            for item, value in values
        ]
        lines.append([plan.setting, *cells])
    headings = (t("report.setting"), *(item.prompt for item in items))
    sections = ("", *(item.section.title for item in items))
    return make_table("ratings", t("panels.ratings"), headings, lines, language, sections=sections)


def _day(text: str) -> ReportValue:
    """A date as one; anything else as it is."""
    return date.fromisoformat(text) if is_day(text) else text
