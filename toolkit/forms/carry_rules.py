"""Rules between forms: an answer is brought from a form that is there, asks for it, and never leads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from toolkit.forms.carries_from import CarriesFrom
from toolkit.forms.carry import EVERY_ROW, Target, find_source, is_asked, is_barred, pairs_of_section, targets
from toolkit.forms.definition import Form, Section
from toolkit.forms.question import Question
from toolkit.forms.raw import Fault
from toolkit.sources.problems import did_you_mean, quote

Forms = Mapping[str, Form]


def carry_faults(form: Form, forms: Forms, ids: Iterable[str], neighbours: Iterable[str]) -> Iterator[Fault]:
    """What is wrong with where a form's answers come from.

    `forms` are the sound ones, `ids` those of all. `neighbours` are those from the same folder: what a copy has
    replaced may ask something else than what the toolkit's forms bring from it, which is then left out.
    """
    for target in targets(form):
        for index, carries in enumerate(target.holder.carries_from):
            source = forms.get(carries.form)
            if source is None and carries.form in ids:
                continue  # it is not sound itself, which is reported
            message = _fault(form, target, carries, source) if source else _unknown(carries.form, ids)
            if message and (source is None or source.id in neighbours):
                yield (*target.path, "carries_from", index), f"in 'carries_from', {message}"
    yield from _cycles(form, forms)


def _unknown(id: str, ids: Iterable[str]) -> str:
    return f"there is no form {quote(id)}.{did_you_mean(id, ids)} Name a form by its id"


def _fault(form: Form, target: Target, carries: CarriesFrom, source: Form) -> str:
    if source.id == form.id:
        return "the form names itself. Name another form"
    if is_barred(form, source):
        return f"{quote(source.id)} holds personal data, which never leaves it. Name another form"
    if target.holder is target.section:
        return _section_fault(target.section, carries, source)
    match = find_source(source, carries.source)
    if isinstance(match, str):
        return f"{quote(source.id)} does not ask {quote(carries.source)}: {match}"
    return _row_fault(target, carries) if is_asked(target, match) else _kind_fault(target, carries, match.question)


def _kind_fault(target: Target, carries: CarriesFrom, source: Question | None) -> str:
    here = target.holder.kind if isinstance(target.holder, Question) else ""
    there = source.kind if source else "text"
    same = " with other options" if here == there else ""
    message = f"an answer to {quote(carries.source)} ({there}) does not fit {quote(target.holder.id)} ({here}){same}"
    return f"{message}. Use the same kind and options, or a text here"


def _row_fault(target: Target, carries: CarriesFrom) -> str:
    rows = [row.id for row in target.section.rows] if target.section and target.is_column else []
    if rows and carries.row not in rows:
        return f"'row' must say which row of the table it answers: {', '.join(rows)}"
    return "only a column of a table with given rows has 'row'. Leave it out" if carries.row and not rows else ""


def _section_fault(section: Section, carries: CarriesFrom, source: Form) -> str:
    if carries.row:
        return "a section has no 'row'. Leave it out"
    ids = [each.id for each in source.sections]
    if carries.source not in ids:
        near = did_you_mean(carries.source, ids)
        return f"{quote(source.id)} has no section {quote(carries.source)}.{near} Its sections: {', '.join(ids)}"
    if pairs_of_section(section, source, carries.source):
        return ""
    message = f"the sections {quote(section.id)} and {quote(carries.source)} ask nothing under the same ids"
    return f"{message} in kinds that fit, or the rows here are fixed. Put 'carries_from' on questions or columns"


def _cycles(form: Form, forms: Forms) -> Iterator[Fault]:
    """Answers that would come back to where they are from, each reported in the form that is first by its id."""
    for target in targets(form):
        for index, carries in enumerate(target.holder.carries_from):
            for here, there in _steps(form, forms, target, carries):
                path = _path_back(forms, (carries.form, there), (form.id, here))
                if path and form.id == min(id for id, _ in path):
                    names = " from ".join(f"{quote(id)} {name}" for id, name in ((form.id, here), *path))
                    message = f"in 'carries_from', answers come back to where they are from: {names}. Remove one step"
                    yield (*target.path, "carries_from", index), message


def _steps(form: Form, forms: Forms, target: Target, carries: CarriesFrom) -> Iterator[tuple[str, str]]:
    """(name here, name there without its row) of what one entry of 'carries_from' brings."""
    source = forms.get(carries.form)
    if source is None or source.id == form.id:
        return
    if target.holder is target.section:
        yield from ((here, _plain(there)) for here, there in pairs_of_section(target.section, source, carries.source))
    elif is_asked(target, find_source(source, carries.source)):
        yield target.name, _plain(carries.source)


def _path_back(forms: Forms, start: tuple[str, str], end: tuple[str, str]) -> list[tuple[str, str]]:
    """The names through which an answer of `start` comes from `end`; empty where it does not."""
    paths, visited = [[start]], {start}
    while paths:
        path = paths.pop()
        if path[-1] == end:
            return path
        for step in _origins(forms, *path[-1]):
            if step not in visited:
                visited.add(step)
                paths.append([*path, step])
    return []


def _origins(forms: Forms, id: str, name: str) -> Iterator[tuple[str, str]]:
    form = forms.get(id)
    for target in targets(form) if form else ():
        for carries in target.holder.carries_from:
            for here, there in _steps(form, forms, target, carries) if form else ():
                if here == name:
                    yield carries.form, there


def _plain(name: str) -> str:
    """A name for which the row does not matter."""
    steps = name.split("/")
    return "/".join((steps[0], EVERY_ROW, steps[2])) if len(steps) == 3 else name
