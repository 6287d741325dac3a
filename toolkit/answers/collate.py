"""Many settings' files side by side: what is rated how, what is missing, and what is overdue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.answers.answers import Answers, Current, bring_up_to_date
from toolkit.answers.file_names import show_name
from toolkit.answers.review import asked_at, empty_rows, in_words, overdue, rated_rows, rating_of, unread_days
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.forms.definition import Form
from toolkit.forms.keys import split
from toolkit.forms.kinds.rating import RATINGS
from toolkit.forms.names import plain_fields
from toolkit.languages.language import Language
from toolkit.spreadsheet.table import Table

MOST_TOGETHER = 50_000_000  # characters of all answers in one report
Translate = Callable[..., str]


@dataclass(frozen=True)
class Filled:
    """One file that was read: where it came from, whose it is, and its answers under today's names."""

    file: str
    setting: str
    version: int
    current: Current


@dataclass(frozen=True)
class Collated:
    """All files of one form."""

    form: Form
    filled: tuple[Filled, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Skipped:
    """A file that gave nothing, and why."""

    path: Path
    reason: Reason
    why: str

    @property
    def file(self) -> str:
        """The file's name as it is shown."""
        return show_name(self.path)


def collate(
    files: Iterable[Path],
    forms: Mapping[str, Form],
    today: date,
    language: Language,
    read_answers: Callable[[Path], Answers],
) -> tuple[list[Collated], list[Skipped]]:
    """The files by form, in the order of the forms' ids, and those that could not be read.

    `read_answers` reads a file of any format; it raises Unreadable.
    """
    read: dict[str, list[Filled]] = {}
    skipped = []
    left = MOST_TOGETHER
    for path in files:
        try:
            form, found = _read(read_answers(path), path, forms)
            left -= _length(found, left)
        except Unreadable as unreadable:
            skipped.append(skip(path, unreadable, language))
        except Exception as fault:  # noqa: BLE001 - one file never ends the reading of all
            skipped.append(skip(path, Unreadable(Reason.FAULT, problem=type(fault).__name__), language))
        else:
            read.setdefault(form.id, []).append(found)
    return [
        _collated(forms[name], _told_apart(found), today, language) for name, found in sorted(read.items())
    ], skipped


def skip(path: Path, unreadable: Unreadable, language: Language) -> Skipped:
    """A file that gave nothing, with the reason in words."""
    return Skipped(path, unreadable.reason, unreadable.explain(language))


def _read(answers: Answers, path: Path, forms: Mapping[str, Form]) -> tuple[Form, Filled]:
    form = forms.get(answers.form) if answers.form else _form_asking(answers, forms)
    if form is None and answers.form:
        raise Unreadable(Reason.UNKNOWN_FORM, name=answers.form[:100])
    if form is None:
        raise Unreadable(Reason.NO_ANSWERS)
    current = bring_up_to_date(form, answers)
    setting = " ".join(current.texts.get("record/setting", "").split()) or show_name(Path(path.stem))
    return form, Filled(show_name(path), setting, answers.version, current)


def _length(filled: Filled, most: int) -> int:
    """How many characters the answers of a file have; raises Unreadable for more than there is room for."""
    length = sum(map(len, (*filled.current.texts.values(), *filled.current.gone.values())))
    if length > most:
        raise Unreadable(Reason.REPORT_FULL)
    return length


def _form_asking(answers: Answers, forms: Mapping[str, Form]) -> Form | None:
    """The form that asks for most of the answers, for a file that does not say whose it is."""

    def known(form: Form) -> int:
        names = {key for key, _, _ in plain_fields(form)}
        return sum(bool(name and name.plain in names) for name in map(split, answers.texts))

    best = max(forms.values(), key=known, default=None)
    return best if best and known(best) else None


def _told_apart(found: list[Filled]) -> tuple[Filled, ...]:
    """The files with a name each: two from one setting also carry their file's name."""
    names = [one.setting for one in found]
    return tuple(
        one
        if names.count(one.setting) == 1
        else Filled(one.file, f"{one.setting} ({Path(one.file).name})", one.version, one.current)
        for one in found
    )


def _collated(form: Form, found: tuple[Filled, ...], today: date, language: Language) -> Collated:
    t = language.translate
    tables = [_overview(form, found, today, t), *_ratings(form, found, t), _overdue(form, found, today, language)]
    tables += [_unread_days(form, found, t), _missing(form, found, t)]
    tables += [_answers(form, found, language), _gone(form, found, t)]
    return Collated(form, found, tuple(table for table in tables if table.rows))


def _overview(form: Form, found: tuple[Filled, ...], today: date, t: Translate) -> Table:
    rows = []
    for one in found:
        empty, late = list(empty_rows(form, one.current.texts)), overdue(form, one.current.texts, today)
        said = (one.setting, str(one.version), str(len(one.current.texts)), str(len(empty)), str(len(late)), one.file)
        rows.append(said)
    headings = tuple(t(f"report.{key}") for key in ("setting", "version", "answers", "without", "overdue", "file"))
    return Table(t("report.overview"), headings, tuple(rows), {})


def _ratings(form: Form, found: tuple[Filled, ...], t: Translate) -> Iterator[Table]:
    """The heat map: a line for each row of the form, a column for each setting."""
    rows: list[tuple[str, ...]] = []
    marks: dict[tuple[int, int], str] = {}
    for line, rated in enumerate(rated_rows(form)):
        values = [rating_of(one.current.texts, rated) for one in found]
        marks |= {(line, column): value for column, value in enumerate(values, start=2) if value}
        rows.append((rated.prompt, rated.section, *(rated.words.get(value, t("ratings.none")) for value in values)))
    first = (t("report.rated"), t("report.section"))
    yield Table(t("panels.ratings"), (*first, *(one.setting for one in found)), tuple(rows), marks)
    counts = []
    for rated in rated_rows(form):
        values = [rating_of(one.current.texts, rated) for one in found]
        counts.append((rated.prompt, rated.section, *(str(values.count(rating)) for rating in (*RATINGS, ""))))
    words = (" / ".join(dict.fromkeys(rated.words[rating] for rated in rated_rows(form))) for rating in RATINGS)
    yield Table(t("report.how-many"), (*first, *words, t("ratings.none")), tuple(counts), {})


def _overdue(form: Form, found: tuple[Filled, ...], today: date, language: Language) -> Table:
    late = [(one, due) for one in found for due in overdue(form, one.current.texts, today)]
    late.sort(key=lambda pair: (pair[1].due, pair[0].setting))
    rows = tuple((one.setting, due.asked, language.day(due.due), str((today - due.due).days)) for one, due in late)
    t = language.translate
    headings = (t("report.setting"), t("panels.what"), t("panels.due"), t("report.days-overdue"))
    return Table(t("panels.overdue"), headings, rows, {})


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
    rows = []
    for one in found:
        names = [name for name in map(split, one.current.texts) if name]
        for name in sorted(names, key=lambda name: (order[name.plain][2], name.numbers)):
            place, question, _ = order[name.plain]
            changed = language.translate("report.changed") if str(name) in one.current.changed else ""
            words = in_words(question, one.current.texts[str(name)], language)
            rows.append((one.setting, asked_at(question, place, name), words, changed))
    t = language.translate
    headings = (t("report.setting"), t("answers.was-asked"), t("answers.answer"), t("report.note"))
    return Table(t("report.all-answers"), headings, tuple(rows), {})


def _gone(form: Form, found: tuple[Filled, ...], t: Translate) -> Table:
    labels = {retired.key: retired.label for retired in form.retired}
    rows = [
        (one.setting, labels.get(name.plain if (name := split(key)) else key, key), text)
        for one in found
        for key, text in sorted(one.current.gone.items())
    ]
    headings = (t("report.setting"), t("answers.was-asked"), t("answers.answer"))
    return Table(t("answers.gone"), headings, tuple(rows), {})
