"""The tables of a report on many settings' files: what is rated how, what is missing, and what is overdue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from toolkit.answers.answers import Current
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
class FormFile:
    """A file of answers: its name, whose it is, and its answers under today's names."""

    name: str
    setting: str
    version: int
    current: Current


def make_tables(form: Form, files: tuple[FormFile, ...], today: date, language: Language) -> tuple[Table, ...]:
    """All tables of one form's files that have rows."""
    t = language.translate
    tables = [_overview(form, files, today, t), _same_answers(files, t), *_ratings(form, files, t)]
    tables += [_overdue(form, files, today, language), _unread_days(form, files, t), _missing(form, files, t)]
    tables += [_answers(form, files, language), _obsolete(form, files, t), _unplaced(files, t)]
    return tuple(table for table in tables if table.rows)


def _overview(form: Form, files: tuple[FormFile, ...], today: date, t: Translate) -> Table:
    rows = []
    for file in files:
        empty, late = list(empty_rows(form, file.current.texts)), overdue(form, file.current.texts, today)
        counts = (file.version, len(file.current.texts), len(empty), len(late))
        rows.append((file.setting, *map(str, counts), file.name))
    headings = tuple(t(f"report.{key}") for key in ("setting", "version", "answers", "without", "overdue", "file"))
    return Table(t("report.overview"), headings, tuple(rows), {})


def _same_answers(files: tuple[FormFile, ...], t: Translate) -> Table:
    """Files that say the same: copies, perhaps, of which each counts. Only people know."""
    first: dict[tuple[tuple[str, str], ...], FormFile] = {}
    rows = []
    for file in files:
        same = first.setdefault(tuple(sorted(file.current.texts.items())), file)
        if same is not file and file.current.texts:
            rows.append((file.setting, file.name, same.name))
    headings = (t("report.setting"), t("report.file"), t("report.same-as"))
    return Table(t("report.same-answers"), headings, tuple(rows), {})


def _ratings(form: Form, files: tuple[FormFile, ...], t: Translate) -> Iterator[Table]:
    """The heat map, with a line for each setting and a column for each row of the form; then how many are rated how."""
    rated = list(rated_rows(form))
    values = [[rating_of(file.current.texts, each) for each in rated] for file in files]
    rows = tuple(
        (file.setting, *(each.words.get(value, t("ratings.none")) for each, value in zip(rated, line, strict=True)))
        for file, line in zip(files, values, strict=True)
    )
    colours = {
        (number, column): value for number, line in enumerate(values) for column, value in enumerate(line, 1) if value
    }
    if rated:
        headings = (t("report.setting"), *(each.prompt for each in rated))
        yield Table(t("panels.ratings"), headings, rows, colours, ("", *(each.section for each in rated)))
    counts = [
        (each.prompt, each.section, *(str(ratings.count(rating)) for rating in (*RATINGS, "")))
        for each, ratings in zip(rated, zip(*values, strict=True), strict=True)
    ]
    words = (" / ".join(dict.fromkeys(each.words[rating] for each in rated)) for rating in RATINGS)
    headings = (t("report.rated"), t("report.section"), *words, t("ratings.none"))
    yield Table(t("report.how-many"), headings, tuple(counts), {})


def _overdue(form: Form, files: tuple[FormFile, ...], today: date, language: Language) -> Table:
    late = [(file, due) for file in files for due in overdue(form, file.current.texts, today)]
    late.sort(key=lambda pair: (pair[1].due, pair[0].setting))
    rows = tuple((file.setting, due.prompt, language.day(due.due), str((today - due.due).days)) for file, due in late)
    t = language.translate
    headings = (t("report.setting"), t("panels.what"), t("panels.due"), t("report.days-overdue"))
    days = {(line, 2): due.due for line, (_, due) in enumerate(late)}
    return Table(t("panels.overdue"), headings, rows, {}, days=days)


def _unread_days(form: Form, files: tuple[FormFile, ...], t: Translate) -> Table:
    rows = [(file.setting, prompt, text) for file in files for _, prompt, text in unread_days(form, file.current.texts)]
    headings = (t("report.setting"), t("answers.was-asked"), t("answers.answer"))
    return Table(t("report.unread-days"), headings, tuple(rows), {})


def _missing(form: Form, files: tuple[FormFile, ...], t: Translate) -> Table:
    rows = [(file.setting, *empty) for file in files for empty in empty_rows(form, file.current.texts)]
    headings = (t("report.setting"), t("report.section"), t("report.row"))
    return Table(t("report.without-answer"), headings, tuple(rows), {})


def _answers(form: Form, files: tuple[FormFile, ...], language: Language) -> Table:
    order = {key: (place, question, number) for number, (key, question, place) in enumerate(plain_fields(form))}
    rows: list[tuple[str, ...]] = []
    days: dict[tuple[int, int], date] = {}
    for file in files:
        names = [name for name in map(split, file.current.texts) if name]
        for name in sorted(names, key=lambda name: (order[name.plain][2], name.numbers)):
            place, question, _ = order[name.plain]
            changed = language.translate("report.changed") if str(name) in file.current.changed else ""
            text = file.current.texts[str(name)]
            words = in_words(question, text, language)
            if kind_of(question.kind).is_date and is_day(text):
                days[len(rows), 2] = date.fromisoformat(text)
            rows.append((file.setting, asked_at(question, place, name), words, changed))
    t = language.translate
    headings = (t("report.setting"), t("answers.was-asked"), t("answers.answer"), t("report.note"))
    return Table(t("report.all-answers"), headings, tuple(rows), {}, days=days)


def _obsolete(form: Form, files: tuple[FormFile, ...], t: Translate) -> Table:
    labels = {retired.key: retired.label for retired in form.retired}
    rows = [
        (file.setting, labels.get(name.plain if (name := split(key)) else key, key), text)
        for file in files
        for key, text in sorted(file.current.obsolete.items())
    ]
    headings = (t("report.setting"), t("answers.was-asked"), t("answers.answer"))
    return Table(t("answers.gone"), headings, tuple(rows), {})


def _unplaced(files: tuple[FormFile, ...], t: Translate) -> Table:
    """What is in the documents and belongs to no question, so that nobody's words are lost."""
    rows = [(file.setting, entry.near, entry.text, file.name) for file in files for entry in file.current.unplaced]
    headings = (t("report.setting"), t("unplaced.near"), t("unplaced.text"), t("report.file"))
    return Table(t("unplaced.title"), headings, tuple(rows), {})
