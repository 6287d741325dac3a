"""Lists of what is in the files of a form: copies, what is overdue or missing, every answer, and what has no place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from toolkit.answers.review import asked_at, empty_rows, in_words, overdue, unread_days
from toolkit.collation.cells import ReportValue, make_table
from toolkit.collation.plan import Plan
from toolkit.forms.days import is_day
from toolkit.forms.definition import Form
from toolkit.forms.keys import split
from toolkit.forms.kinds import kind_of
from toolkit.forms.names import plain_fields
from toolkit.forms.times import is_unsplit
from toolkit.languages.language import Language
from toolkit.spreadsheet.table import Table


def same_answers_table(plans: Sequence[Plan], language: Language) -> Table:
    """Files that say the same: copies, perhaps, of which each counts. Only people know."""
    first: dict[tuple[tuple[str, str], ...], Plan] = {}
    lines = []
    for plan in plans:
        same = first.setdefault(tuple(sorted(plan.current.texts.items())), plan)
        if same is not plan and plan.current.texts:
            lines.append((plan.setting, plan.name, same.name))
    keys = ("report.setting", "report.file", "report.same-as")
    return _make("same-answers", "report.same-answers", keys, lines, language)


def overdue_table(form: Form, plans: Sequence[Plan], today: date, language: Language) -> Table:
    """Every date that has passed while nothing says that it is done, the longest ago first."""
    late = [(plan, due) for plan in plans for due in overdue(form, plan.current.texts, today)]
    late.sort(key=lambda pair: (pair[1].due, pair[0].setting))
    lines = [(plan.setting, due.prompt, due.due, (today - due.due).days) for plan, due in late]
    keys = ("report.setting", "panels.what", "panels.due", "report.days-overdue")
    return _make("overdue", "panels.overdue", keys, lines, language)


def unread_days_table(form: Form, plans: Sequence[Plan], language: Language) -> Table:
    """Answers to questions for a date that are none."""
    lines = [
        (plan.setting, prompt, text) for plan in plans for _, prompt, text in unread_days(form, plan.current.texts)
    ]
    keys = ("report.setting", "answers.was-asked", "answers.answer")
    return _make("unread-days", "report.unread-days", keys, lines, language)


def missing_table(form: Form, plans: Sequence[Plan], language: Language) -> Table:
    """Rows and questions without any answer."""
    lines = [(plan.setting, *empty) for plan in plans for empty in empty_rows(form, plan.current.texts)]
    keys = ("report.setting", "report.section", "report.row")
    return _make("missing", "report.without-answer", keys, lines, language)


def answers_table(form: Form, plans: Sequence[Plan], language: Language) -> Table:
    """Every answer, in the order of the form."""
    lines = [line for plan in plans for line in _answers_of(form, plan, language)]
    keys = ("report.setting", "answers.was-asked", "answers.answer", "report.note")
    return _make("all-answers", "report.all-answers", keys, lines, language)


def _answers_of(form: Form, plan: Plan, language: Language) -> Iterator[tuple[ReportValue, ...]]:
    order = {key: (place, question, number) for number, (key, question, place) in enumerate(plain_fields(form))}
    names = [name for name in map(split, plan.current.texts) if name]
    for name in sorted(names, key=lambda name: (order[name.plain][2], name.numbers)):
        place, question, _ = order[name.plain]
        text = plan.current.texts[str(name)]
        is_changed = str(name) in plan.current.changed or is_unsplit(question, text)
        note = (question.changed_note or language.translate("report.changed")) if is_changed else ""
        is_date = kind_of(question.kind).is_date and is_day(text)
        answer = date.fromisoformat(text) if is_date else in_words(question, text, language)
        yield plan.setting, asked_at(question, place, name), answer, note


def obsolete_table(form: Form, plans: Sequence[Plan], language: Language) -> Table:
    """Answers to what the form no longer asks."""
    labels = {retired.key: retired.label for retired in form.retired}
    lines = [
        (plan.setting, labels.get(name.plain if (name := split(key)) else key, key), text)
        for plan in plans
        for key, text in sorted(plan.current.obsolete.items())
    ]
    keys = ("report.setting", "answers.was-asked", "answers.answer")
    return _make("obsolete", "answers.gone", keys, lines, language)


def unplaced_table(plans: Sequence[Plan], language: Language) -> Table:
    """What is in the documents and belongs to no question, so that nobody's words are lost."""
    lines = [(plan.setting, entry.near, entry.text, plan.name) for plan in plans for entry in plan.current.unplaced]
    keys = ("report.setting", "unplaced.near", "unplaced.text", "report.file")
    return _make("unplaced", "unplaced.title", keys, lines, language)


def _make(
    key: str, title: str, headings: Sequence[str], lines: Sequence[Sequence[ReportValue]], language: Language
) -> Table:
    t = language.translate
    return make_table(key, t(title), [t(heading) for heading in headings], lines, language)
