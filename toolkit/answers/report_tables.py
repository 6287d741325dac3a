"""The tables of a report on many settings' files: what is rated how, what is missing, and what is overdue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from toolkit.answers.answers import Current
from toolkit.answers.entry_ids import NO_IDS, EntryIds
from toolkit.answers.review import asked_at, empty_rows, in_words, overdue, rated_rows, rating_of, unread_days
from toolkit.forms.days import is_day
from toolkit.forms.definition import Form
from toolkit.forms.keys import split
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.rating import RATINGS
from toolkit.forms.names import plain_fields
from toolkit.languages.language import Language
from toolkit.spreadsheet.table import Table

Translate = Callable[..., str]


@dataclass(frozen=True)
class Filled:
    """One file that was read: where it came from, whose it is, and its answers under today's names."""

    file: str
    setting: str
    version: int
    current: Current
    ids: EntryIds = NO_IDS


def make_tables(form: Form, found: tuple[Filled, ...], today: date, language: Language) -> tuple[Table, ...]:
    """All tables of one form's files that have rows."""
    t = language.translate
    tables = [_overview(form, found, today, t), _same_answers(found, t), *_ratings(form, found, t)]
    tables += [_overdue(form, found, today, language), _unread_days(form, found, t), _missing(form, found, t)]
    tables += [_answers(form, found, language), _gone(form, found, t), _unplaced(found, t)]
    return tuple(table for table in tables if table.rows)


def _overview(form: Form, found: tuple[Filled, ...], today: date, t: Translate) -> Table:
    rows = []
    for one in found:
        empty, late = list(empty_rows(form, one.current.texts)), overdue(form, one.current.texts, today)
        said = (one.setting, str(one.version), str(len(one.current.texts)), str(len(empty)), str(len(late)), one.file)
        rows.append(said)
    headings = tuple(t(f"report.{key}") for key in ("setting", "version", "answers", "without", "overdue", "file"))
    return Table(t("report.overview"), headings, tuple(rows), {})


def _same_answers(found: tuple[Filled, ...], t: Translate) -> Table:
    """Files that say the same: copies, perhaps, of which each counts. Only people know."""
    first: dict[tuple[tuple[str, str], ...], Filled] = {}
    rows = []
    for one in found:
        same = first.setdefault(tuple(sorted(one.current.texts.items())), one)
        if same is not one and one.current.texts:
            rows.append((one.setting, one.file, same.file))
    headings = (t("report.setting"), t("report.file"), t("report.same-as"))
    return Table(t("report.same-answers"), headings, tuple(rows), {})


def _ratings(form: Form, found: tuple[Filled, ...], t: Translate) -> Iterator[Table]:
    """The heat map, with a line for each setting and a column for each row of the form; then how many are rated how."""
    rated = list(rated_rows(form))
    values = [[rating_of(one.current.texts, each) for each in rated] for one in found]
    rows = tuple(
        (one.setting, *(each.words.get(value, t("ratings.none")) for each, value in zip(rated, line, strict=True)))
        for one, line in zip(found, values, strict=True)
    )
    colours = {
        (number, column): value for number, line in enumerate(values) for column, value in enumerate(line, 1) if value
    }
    if rated:
        headings = (t("report.setting"), *(each.prompt for each in rated))
        yield Table(t("panels.ratings"), headings, rows, colours, ("", *(each.section for each in rated)))
    counts = [
        (each.prompt, each.section, *(str(given.count(rating)) for rating in (*RATINGS, "")))
        for each, given in zip(rated, zip(*values, strict=True), strict=True)
    ]
    words = (" / ".join(dict.fromkeys(each.words[rating] for each in rated)) for rating in RATINGS)
    headings = (t("report.rated"), t("report.section"), *words, t("ratings.none"))
    yield Table(t("report.how-many"), headings, tuple(counts), {})


def _overdue(form: Form, found: tuple[Filled, ...], today: date, language: Language) -> Table:
    late = [(one, due) for one in found for due in overdue(form, one.current.texts, today)]
    late.sort(key=lambda pair: (pair[1].due, pair[0].setting))
    rows = tuple((one.setting, due.asked, language.day(due.due), str((today - due.due).days)) for one, due in late)
    t = language.translate
    headings = (t("report.setting"), t("panels.what"), t("panels.due"), t("report.days-overdue"))
    days = {(line, 2): due.due for line, (_, due) in enumerate(late)}
    return Table(t("panels.overdue"), headings, rows, {}, days=days)


def _unread_days(form: Form, found: tuple[Filled, ...], t: Translate) -> Table:
    rows = [(one.setting, asked, text) for one in found for _, asked, text in unread_days(form, one.current.texts)]
    headings = (t("report.setting"), t("answers.was-asked"), t("answers.answer"))
    return Table(t("report.unread-days"), headings, tuple(rows), {})


def _missing(form: Form, found: tuple[Filled, ...], t: Translate) -> Table:
    rows = [(one.setting, *empty) for one in found for empty in empty_rows(form, one.current.texts)]
    headings = (t("report.setting"), t("report.section"), t("report.row"))
    return Table(t("report.without-answer"), headings, tuple(rows), {})


def _answers(form: Form, found: tuple[Filled, ...], language: Language) -> Table:
    order = {key: (place, question, number) for number, (key, question, place) in enumerate(plain_fields(form))}
    rows: list[tuple[str, ...]] = []
    days: dict[tuple[int, int], date] = {}
    for one in found:
        names = [name for name in map(split, one.current.texts) if name]
        for name in sorted(names, key=lambda name: (order[name.plain][2], name.numbers)):
            place, question, _ = order[name.plain]
            changed = language.translate("report.changed") if str(name) in one.current.changed else ""
            text = one.current.texts[str(name)]
            words = in_words(question, text, language)
            if kind_of(question.kind).is_date and is_day(text):
                days[len(rows), 2] = date.fromisoformat(text)
            rows.append((one.setting, asked_at(question, place, name), words, changed))
    t = language.translate
    headings = (t("report.setting"), t("answers.was-asked"), t("answers.answer"), t("report.note"))
    return Table(t("report.all-answers"), headings, tuple(rows), {}, days=days)


def _gone(form: Form, found: tuple[Filled, ...], t: Translate) -> Table:
    labels = {retired.key: retired.label for retired in form.retired}
    rows = [
        (one.setting, labels.get(name.plain if (name := split(key)) else key, key), text)
        for one in found
        for key, text in sorted(one.current.gone.items())
    ]
    headings = (t("report.setting"), t("answers.was-asked"), t("answers.answer"))
    return Table(t("answers.gone"), headings, tuple(rows), {})


def _unplaced(found: tuple[Filled, ...], t: Translate) -> Table:
    """What stands in the documents and belongs to no question, so that nobody's words are lost."""
    rows = [(one.setting, left.near, left.text, one.file) for one in found for left in one.current.unplaced]
    headings = (t("report.setting"), t("unplaced.near"), t("unplaced.text"), t("report.file"))
    return Table(t("unplaced.title"), headings, tuple(rows), {})
