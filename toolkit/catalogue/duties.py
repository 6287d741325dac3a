"""Outcomes of forms by the statutory guidance that asks for them, and those whose guidance has a newer edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.catalogue.library import Library
from toolkit.forms.definition import Form, Section
from toolkit.forms.table import Duty, Row
from toolkit.registers.knowledge import Guidance


@dataclass(frozen=True)
class OutcomeDuty:
    """An outcome that guidance asks for, with the row and the section that it is an outcome of."""

    duty: Duty
    outcome: str
    section: Section
    row: Row


@dataclass(frozen=True)
class DutyGroup:
    """All outcomes of a form that one edition of guidance asks for; `newer` is the edition that has superseded it."""

    guidance: Guidance
    newer: Guidance | None
    duties: tuple[OutcomeDuty, ...]


def duties_of(form: Form) -> Iterator[OutcomeDuty]:
    """Every outcome of a form with each of its duties, in the order of the form."""
    for section in form.sections:
        for row in section.rows:
            for outcome in row.outcomes:
                yield from (OutcomeDuty(duty, outcome.text, section, row) for duty in outcome.duties)


def duty_groups(form: Form, library: Library) -> list[DutyGroup]:
    """The duties of a form by guidance, in the order of the form; guidance for other nations alone is left out."""
    by_guidance: dict[str, list[OutcomeDuty]] = {}
    for entry in duties_of(form):
        if ("guidance", entry.duty.guidance) not in library.elsewhere:
            by_guidance.setdefault(entry.duty.guidance, []).append(entry)
    newer = library.superseded_guidance
    return [DutyGroup(library.guidance[id], newer.get(id), tuple(entries)) for id, entries in by_guidance.items()]


def superseded_duties(forms: Iterable[Form], library: Library) -> Iterator[str]:
    """A line for each outcome whose guidance a newer edition has superseded."""
    newer = library.superseded_guidance
    for form in forms:
        for entry in duties_of(form):
            if edition := newer.get(entry.duty.guidance):
                title = library.guidance[entry.duty.guidance].title
                place = f"forms/{form.id}.yml: {entry.row.prompt}: '{entry.outcome}'"
                yield f"{place} names {title}, superseded by {edition.title}"
