"""Reads many settings' files, by form, and says why some of them are not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.answers.answers import Answers, Current, bring_up_to_date
from toolkit.answers.file_names import show_name
from toolkit.answers.findings import EmptyFile
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.answers.which_form import find_form
from toolkit.collation.plan import Plan
from toolkit.collation.sets import split_sets
from toolkit.forms.definition import Form
from toolkit.languages.language import Language

TemplatesOf = Callable[[Form], Sequence[EmptyFile]]
MOST_TOGETHER = 50_000_000  # characters of all answers in one report


@dataclass(frozen=True)
class Translation:
    """The forms that are translated into a language, by id, and what the empty files of each show."""

    forms: Mapping[str, Form]
    templates_of: TemplatesOf


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
    language: Language,
    read_answers: Callable[[Path], Answers],
    templates_of: TemplatesOf = lambda form: (),
    translations: Callable[[], Sequence[Translation]] = lambda: (),
) -> tuple[dict[str, tuple[Plan, ...]], list[Skipped]]:
    """The plans by the id of their form, in the order of the ids, and the files that could not be read.

    `read_answers` reads a file of any format; it raises Unreadable. `templates_of` gives what the empty files of a form
    show; it is asked for documents that do not say themselves what in them is the form's own. `translations` gives the
    forms in further languages; it is asked for documents, which may be in any of them.
    """
    by_form: dict[str, list[Plan]] = {}
    skipped = []
    room = MOST_TOGETHER
    for path, answer in split_sets(files, read_answers, forms):
        try:
            form, plan = _match_form(answer(), path, Translation(forms, templates_of), translations)
            room -= _length(plan, room)
        except Unreadable as unreadable:
            skipped.append(skip(path, unreadable, language))
        except Exception as fault:  # noqa: BLE001 - one file never ends the reading of all
            skipped.append(skip(path, Unreadable(Reason.FAULT, problem=type(fault).__name__), language))
        else:
            by_form.setdefault(form.id, []).append(plan)
    return {id: _name_apart(plans) for id, plans in sorted(by_form.items())}, skipped


def skip(path: Path, unreadable: Unreadable, language: Language) -> Skipped:
    """A file that gave nothing, with the reason in words."""
    return Skipped(path, unreadable.reason, unreadable.explain(language))


def _match_form(
    answers: Answers, path: Path, first: Translation, translations: Callable[[], Sequence[Translation]]
) -> tuple[Form, Plan]:
    languages = (first, *translations()) if answers.document else (first,)
    form = next(filter(None, (find_form(answers, language.forms) for language in languages)), None)
    if form is None and answers.form:
        raise Unreadable(Reason.UNKNOWN_FORM, name=answers.form[:100])
    if form is None:
        raise Unreadable(Reason.NO_ANSWERS)
    form = first.forms[form.id]
    current = _read_in_best_language(form.id, answers, languages)
    setting = " ".join(current.texts.get("record/setting", "").split()) or show_name(Path(path.stem))
    return form, Plan(show_name(path), setting, answers.version, current, current.ids.plan)


def _read_in_best_language(id: str, answers: Answers, languages: Sequence[Translation]) -> Current:
    """The answers as the form in one of the languages places them: in that which places most, else in the first."""
    says_itself = answers.document is None or answers.document.texts
    readings = (
        bring_up_to_date(language.forms[id], answers, () if says_itself else language.templates_of(language.forms[id]))
        for language in languages
        if id in language.forms
    )
    return max(readings, key=lambda current: (len(current.texts), -len(current.unplaced)))


def _length(plan: Plan, most: int) -> int:
    """How many characters the answers of a file have; raises Unreadable for more than there is room for."""
    current = plan.current
    unplaced = (entry.text for entry in current.unplaced)
    length = sum(map(len, (*current.texts.values(), *current.obsolete.values(), *unplaced)))
    if length > most:
        raise Unreadable(Reason.REPORT_FULL)
    return length


def _name_apart(plans: list[Plan]) -> tuple[Plan, ...]:
    """The plans with a name each: two from one setting also carry their file's name."""
    names = Counter(plan.setting for plan in plans)
    return tuple(
        plan if names[plan.setting] == 1 else replace(plan, setting=f"{plan.setting} ({Path(plan.name).name})")
        for plan in plans
    )
