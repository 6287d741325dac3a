"""Files that hold the answers of several forms, form by form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from toolkit.answers.answers import Answers
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.forms.definition import Form

ReadAnswers = Callable[[], Answers]  # raises Unreadable, or what went wrong


def split_sets(
    files: Iterable[Path], read_answers: Callable[[Path], Answers], forms: Mapping[str, Form]
) -> Iterator[tuple[Path, ReadAnswers]]:
    """Each file with what reads it, once for each form in it. No file is read before its turn."""
    for path in files:
        try:
            answers = read_answers(path)
        except Exception as problem:  # noqa: BLE001 - it is raised again where each file's problems are caught
            yield path, _raise(problem)
            continue
        for part in (answers, *answers.further):
            form = forms.get(part.form)
            if answers.further and form and form.holds_personal_data:
                yield path, _raise(Unreadable(Reason.PERSONAL_IN_SET, name=form.title))
            else:
                yield path, _return(part)


def _return(answers: Answers) -> ReadAnswers:
    return lambda: answers


def _raise(problem: Exception) -> ReadAnswers:
    def raise_problem() -> Answers:
        raise problem

    return raise_problem
