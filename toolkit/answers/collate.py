"""Many settings' files side by side, and why some of them are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.answers.answers import Answers, bring_up_to_date
from toolkit.answers.file_names import show_name
from toolkit.answers.report_tables import Filled, make_tables
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.forms.definition import Form
from toolkit.forms.keys import split
from toolkit.forms.names import plain_fields
from toolkit.languages.language import Language
from toolkit.spreadsheet.table import Table

MOST_TOGETHER = 50_000_000  # characters of all answers in one report


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
    groups = [(forms[name], _told_apart(found)) for name, found in sorted(read.items())]
    return [Collated(form, found, make_tables(form, found, today, language)) for form, found in groups], skipped


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
