"""Rules between forms: an answer is brought from a form that is there, asks for it, and never leads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from toolkit.forms.carries_from import CarriesFrom
from toolkit.forms.carry import EVERY_ROW, Target, find_source, is_fit, pairs, pairs_of_section, targets
from toolkit.forms.definition import Form, Section
from toolkit.forms.question import Question
from toolkit.forms.raw import Fault
from toolkit.sources.problems import did_you_mean, quote

Forms = Mapping[str, Form]


def carry_faults(form: Form, forms: Forms, ids: Iterable[str]) -> Iterator[Fault]:
    """What is wrong with where a form's answers come from. `forms` are the sound ones, `ids` those of all."""
    for target in targets(form):
        for index, carries in enumerate(target.holder.carries_from):
            path = (*target.path, "carries_from", index)
            other = forms.get(carries.form)
            if other is None and carries.form in ids:
                continue  # it is not sound itself, which is reported
            message = _fault(form, target, carries, other) if other else _unknown(carries.form, ids)
            if message:
                yield path, f"in 'carries_from', {message}"
    yield from _cycles(form, forms)


def _unknown(id: str, ids: Iterable[str]) -> str:
    return f"there is no form {quote(id)}.{did_you_mean(id, ids)} Name a form by its id"


def _fault(form: Form, target: Target, carries: CarriesFrom, other: Form) -> str:
    if other.id == form.id:
        return "the form names itself. Name another form"
    if other.holds_personal_data and not (other.names_nobody or form.holds_personal_data):
        return f"{quote(other.id)} holds personal data, which never leaves it. Name another form"
    if target.holder is target.section:
        return _section_fault(target.section, carries, other)
    found = find_source(other, carries.source)
    if isinstance(found, str):
        return f"{quote(other.id)} does not ask {quote(carries.source)}: {found}"
    if not isinstance(target.holder, Question) or not is_fit(target.holder, found.question):
        return _kind_fault(target, carries, found.question)
    return _row_fault(target, carries)


def _kind_fault(target: Target, carries: CarriesFrom, other: Question | None) -> str:
    here = target.holder.kind if isinstance(target.holder, Question) else ""
    there = other.kind if other else "text"
    same = " with other options" if here == there else ""
    message = f"an answer to {quote(carries.source)} ({there}) does not fit {quote(target.holder.id)} ({here}){same}"
    return f"{message}. Use the same kind and options, or a text here"


def _row_fault(target: Target, carries: CarriesFrom) -> str:
    rows = [row.id for row in target.section.rows] if target.section and target.is_column else []
    if rows and carries.row not in rows:
        return f"'row' must say which row of the table it answers: {', '.join(rows)}"
    return "only a column of a table with given rows has 'row'. Leave it out" if carries.row and not rows else ""


def _section_fault(section: Section, carries: CarriesFrom, other: Form) -> str:
    if carries.row:
        return "a section has no 'row'. Leave it out"
    ids = [each.id for each in other.sections]
    if carries.source not in ids:
        near = did_you_mean(carries.source, ids)
        return f"{quote(other.id)} has no section {quote(carries.source)}.{near} Its sections: {', '.join(ids)}"
    if pairs_of_section(section, other, carries.source):
        return ""
    message = f"the sections {quote(section.id)} and {quote(carries.source)} ask nothing under the same ids"
    return f"{message} in kinds that fit, or the rows here are given. Put 'carries_from' on questions or columns"


def _cycles(form: Form, forms: Forms) -> Iterator[Fault]:
    """Answers that would come back to where they are from, each told in the form that is first by its id."""
    for target in targets(form):
        for index, carries in enumerate(target.holder.carries_from):
            for here, there in _steps(form, forms, target, carries):
                way = _way_back(forms, (carries.form, there), (form.id, here))
                if way and form.id == min(id for id, _ in way):
                    said = " from ".join(f"{quote(id)} {name}" for id, name in ((form.id, here), *way))
                    yield (
                        (*target.path, "carries_from", index),
                        f"in 'carries_from', answers go in a circle: {said}. Take one of these out",
                    )


def _steps(form: Form, forms: Forms, target: Target, carries: CarriesFrom) -> Iterator[tuple[str, str]]:
    other = forms.get(carries.form)
    for here, there, _ in pairs(form, other) if other else ():
        is_own = here == target.name or (target.holder is target.section and here.startswith(f"{target.holder.id}/"))
        if is_own and (target.holder is target.section or there == carries.source):
            yield here, _plain(there)


def _way_back(forms: Forms, start: tuple[str, str], end: tuple[str, str]) -> list[tuple[str, str]]:
    """The names through which an answer of `start` comes from `end`; empty where it does not."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop()
        if way[-1] == end:
            return way
        for step in _origins(forms, *way[-1]):
            if step not in seen:
                seen.add(step)
                ways.append([*way, step])
    return []


def _origins(forms: Forms, id: str, name: str) -> Iterator[tuple[str, str]]:
    form = forms.get(id)
    others = {carries.form for target in targets(form) for carries in target.holder.carries_from} if form else set()
    for other in sorted(others & set(forms)):
        for here, there, _ in pairs(form, forms[other]) if form else ():
            if here == name:
                yield other, _plain(there)


def _plain(name: str) -> str:
    """A name for which the row does not matter."""
    steps = name.split("/")
    return "/".join((steps[0], EVERY_ROW, steps[2])) if len(steps) == 3 else name
