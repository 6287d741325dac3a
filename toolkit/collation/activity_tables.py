"""Tables of activities: each one, how many, who leads how many, and groups of settings beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from toolkit.collation.activity_counts import ALL_PLACES, CLOSED, EACH, LATE, OPEN, ActivityCounts, PlanActivity
from toolkit.collation.cells import ReportValue, count_or_withheld, make_table, share_or_withheld
from toolkit.collation.counts import Counts
from toolkit.collation.rating_tables import add, groups_of
from toolkit.collation.splits import normalise
from toolkit.forms.definition import Form
from toolkit.forms.holds import Holds
from toolkit.forms.kinds.rating import RATINGS
from toolkit.forms.kinds.status import STATUSES, ActivityStatus
from toolkit.languages.language import Language
from toolkit.spreadsheet.table import Chart, Table

TEXT_PARTS = (Holds.ACTION, Holds.LEAD)  # what people write; left out where names are
STATE_COLOURS: dict[str, str] = {
    ActivityStatus.DONE: "green",
    ActivityStatus.UNDER_WAY: "amber",
    ActivityStatus.NOT_STARTED: "blue",
    ActivityStatus.STOPPED: "grey",
    CLOSED: "green",
    OPEN: "amber",
}


def activities_table(form: Form, entries: Sequence[PlanActivity], language: Language, *, with_texts: bool) -> Table:
    """A line for each activity: whose, where, what, who, by when, how far and whether it is late."""
    t = language.translate
    words = _words_by_part(form, language)
    priorities = _priorities(form)
    texts = TEXT_PARTS if with_texts else ()
    lines: list[list[ReportValue]] = []
    for entry in entries:
        activity, parts = entry.activity, entry.activity.parts
        due = activity.due or (parts.get(Holds.DUE) if with_texts else None)
        row = activity.row.prompt if activity.section.rows else ""
        line: list[ReportValue] = [
            entry.plan.setting,
            activity.section.title,
            row,
            *(parts.get(part) for part in texts),
        ]
        priority = parts.get(Holds.PRIORITY, "")
        line += [due, words[entry.state], priorities.get(priority, "" if not with_texts else priority)]
        lines.append([*line, t("report.yes") if entry.is_late else "", _note(entry, language)])
    columns = [t("report.setting"), t("report.section"), t("report.theme")]
    columns += [t(f"report.{part}") for part in (*texts, Holds.DUE, Holds.STATUS, Holds.PRIORITY, "late", "note")]
    if not any(line[-1] for line in lines):
        lines, columns = [line[:-1] for line in lines], columns[:-1]
    return make_table("activities", t("report.activities"), columns, lines, language)


def _note(entry: PlanActivity, language: Language) -> str:
    """Whether something of an activity was written when the form asked it in other words."""
    is_changed = any(name.startswith(f"{entry.activity.key}/") for name in entry.plan.current.changed)
    return language.translate("report.changed") if is_changed else ""


def activity_counts_table(counts: ActivityCounts, form: Form, language: Language) -> Table:
    """A line for each row of the form that has activities, and one for all."""
    t = language.translate
    words = _words_by_part(form, language)
    columns = (EACH, *counts.states, LATE)
    lines: list[list[ReportValue]] = []
    for place, activity in counts.places.items():
        prompt = activity.row.prompt if activity.section.rows else activity.section.title
        numbers = (count_or_withheld(counts.number(place, column)) for column in columns)
        lines.append([prompt, activity.section.title, *numbers])
    lines.append([t("report.all"), "", *(count_or_withheld(counts.number(ALL_PLACES, column)) for column in columns)])
    headings = [t("report.theme"), t("report.section"), t("report.activities")]
    headings += [*(words[state] for state in counts.states), t("report.late")]
    chart = Chart(tuple(range(3, 3 + len(counts.states))), tuple(STATE_COLOURS[state] for state in counts.states))
    title = t("report.activity-counts")
    return make_table(
        "activity-counts",
        title,
        headings,
        lines,
        language,
        sums=[len(lines) - 1],
        chart=chart,
        about=t("report.late-about"),
    )


def activity_areas_table(counts: ActivityCounts, form: Form, language: Language) -> Table:
    """A line for each area that has activities, and one for all; sums of which a part is withheld are, too."""
    t = language.translate
    words = _words_by_part(form, language)
    columns = (EACH, *counts.states, LATE)
    places: dict[str, list[str]] = {}
    for place, activity in counts.places.items():
        places.setdefault(activity.section.title, []).append(place)
    lines: list[list[ReportValue]] = [
        [title, *(count_or_withheld(add(*(counts.number(place, column) for place in names))) for column in columns)]
        for title, names in places.items()
    ]
    lines.append([t("report.all"), *(count_or_withheld(counts.number(ALL_PLACES, column)) for column in columns)])
    headings = [t("report.section"), t("report.activities"), *(words[state] for state in counts.states)]
    chart = Chart(tuple(range(2, 2 + len(counts.states))), tuple(STATE_COLOURS[state] for state in counts.states))
    title = t("report.activity-areas")
    return make_table(
        "activity-areas",
        title,
        [*headings, t("report.late")],
        lines,
        language,
        sums=[len(lines) - 1],
        chart=chart,
        about=t("report.late-about"),
    )


def leads_table(entries: Iterable[PlanActivity], language: Language) -> Table:
    """Who leads how many activities, in one setting or in several; those with the most first."""
    t = language.translate
    groups: dict[str, list[PlanActivity]] = {}
    for entry in entries:
        groups.setdefault(normalise(entry.activity.parts.get(Holds.LEAD, "")), []).append(entry)
    lines: list[list[ReportValue]] = []
    for name, group in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        lead = " ".join(group[0].activity.parts.get(Holds.LEAD, "").split()) if name else t("report.no-lead")
        still_open = sum(not entry.activity.is_closed for entry in group)
        settings = len({entry.plan for entry in group})
        lines.append([lead, settings, len(group), still_open, sum(entry.is_late for entry in group)])
    headings = ("report.lead", "report.settings-count", "report.activities", "report.open", "report.late")
    return make_table("leads", t("report.leads"), [t(key) for key in headings], lines, language)


def comparison_table(counts: Counts, activity_counts: ActivityCounts, language: Language) -> Table:
    """A line for each group of settings: how many, the share rated highest in each area, and activities."""
    t = language.translate
    areas = [(area, items[0].section.title) for area, items in counts.areas]
    has_activities = bool(activity_counts.states)
    lines: list[list[ReportValue]] = []
    for label, words, name in groups_of(counts):
        line: list[ReportValue] = [words, label, count_or_withheld(counts.size(name))]
        for area, _ in areas:
            numbers = [counts.number(name, area, rating) for rating in RATINGS]
            line.append(share_or_withheld(numbers[-1], add(*numbers)))
        ends = (EACH, LATE) if has_activities else ()
        lines.append([*line, *(count_or_withheld(activity_counts.number(name, column)) for column in ends)])
    headings = [t("report.answer"), t("report.split-by"), t("report.settings-count"), *(title for _, title in areas)]
    headings += [t("report.activities"), t("report.late")] if has_activities else []
    about = t("report.comparison-about") if areas else ""
    return make_table("comparison", t("report.comparison"), headings, lines, language, about=about)


def _words_by_part(form: Form, language: Language) -> Mapping[str, str]:
    """The words of each state of an activity."""
    statuses = (column for section in form.sections for column in section.columns if column.part is Holds.STATUS)
    column = next(statuses, None)
    words = dict(column.choices) if column else dict(zip(STATUSES, STATUSES, strict=True))
    return words | {CLOSED: language.translate("report.closed"), OPEN: language.translate("report.open")}


def _priorities(form: Form) -> Mapping[str, str]:
    """The words of each priority."""
    columns = (column for section in form.sections for column in section.columns if column.part is Holds.PRIORITY)
    return {value: words for column in columns for value, words in column.choices}


def due_soon(entries: Iterable[PlanActivity], today: date, days: int) -> int:
    """How many activities are due within so many days and neither done nor stopped."""
    dates = (entry.activity.due for entry in entries if not entry.activity.is_closed)
    return sum(due is not None and 0 <= (due - today).days <= days for due in dates)
