"""A form as the browser needs it beside the page: names, labels, what was renamed and what is no longer asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from toolkit.forms.carry import describe_carries
from toolkit.forms.definition import Form, FormPart, Section
from toolkit.forms.fingerprint import fingerprint
from toolkit.forms.names import plain_fields
from toolkit.forms.parts import papers
from toolkit.forms.question import Part, Question


def browser_definition(form: Form) -> dict[str, Any]:
    """What answers are read and written with; only what differs from the usual is said of each field."""
    names_nobody = {"names_nobody": True} if form.names_nobody else {}
    return {
        "id": form.id,
        "title": form.title,
        "version": form.version,
        **({"choose_rows": form.choose_rows} if form.choose_rows else {}),
        "save": form.save,
        "personal": form.holds_personal_data,
        **names_nobody,
        "fields": {key: _field(question, place) for key, question, place in plain_fields(form)},
        "sections": [_section(section) for section in form.sections],
        "renamed": renamed(form),
        "changed": changed(form),
        "parts": [_part(form, stem, part) for stem, part in papers(form) if part],
        **({"texts_was": [fingerprint(text) for text in form.texts_was]} if form.texts_was else {}),
        "retired": {retired.key: retired.label for retired in form.retired},
        "carries": describe_carries(form),
    }


def renamed(form: Form) -> dict[str, str]:
    """Every name that answers may have been kept under before, with the name of today."""
    names: dict[str, str] = {}
    for question in form.record:
        names |= _combine(["record"], [question])
    for section in form.sections:
        for question in section.questions:
            names |= _combine([section.id, *section.was], [question])
        for row in section.table_rows:
            for column in section.columns:
                names |= _combine([section.id, *section.was], [row, column])
    return {old: new for old, new in names.items() if old != new}


def changed(form: Form) -> dict[str, int]:
    """By name: the version in which the meaning of what is asked there last changed."""
    versions: dict[str, int] = {}
    for question in form.record:
        _note(versions, f"record/{question.id}", [question])
    for section in form.sections:
        for question in section.questions:
            _note(versions, f"{section.id}/{question.id}", [section, question])
        for row in section.table_rows:
            for column in section.columns:
                _note(versions, f"{section.id}/{row.id}/{column.id}", [section, row, column])
    return versions


def _combine(heads: list[str], parts: list[Part]) -> dict[str, str]:
    olds = [[head] for head in heads]
    for part in parts:
        olds = [[*old, name] for old in olds for name in (part.id, *(old for old in part.was if "/" not in old))]
    names = ["/".join(old) for old in olds]
    moved = [old for old in parts[-1].was if "/" in old]  # in full: from another section
    return dict.fromkeys([*names, *moved], names[0])


def _note(versions: dict[str, int], key: str, parts: Iterable[Part]) -> None:
    latest = max((part.changed_in or 1 for part in parts), default=1)
    if latest > 1:
        versions[key] = latest


def _field(question: Question, place: str) -> dict[str, Any]:
    entry: dict[str, Any] = {"label": question.label, "kind": question.kind, "place": place}
    if question.choices:
        entry["choices"] = [list(choice) for choice in question.choices]
    for key in ("needed", "once", "reminder", "takes_resources"):
        if getattr(question, key):
            entry[key] = True
    if question.part:
        entry["holds"] = question.part
    if question.label_was:
        entry["label_was"] = list(question.label_was)
    if question.changed_note:
        entry["changed_note"] = question.changed_note
    return entry


def _part(form: Form, stem: str, part: FormPart) -> dict[str, Any]:
    return {
        "id": part.id,
        "title": part.title,
        "heading": part.heading or form.title,
        "stem": stem,
        "handed_out": part.handed_out,
        "stops": bool(form.stop_if and form.stop_if.part == part.id),
    }


def _section(section: Section) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": section.id,
        "title": section.title,
        "part": section.part,
        "questions": [question.id for question in section.questions],
        "columns": [column.id for column in section.columns],
        "rows": [{"id": row.id, "prompt": row.prompt} for row in section.table_rows],
        "free": not section.rows,
    }
    for key in ("repeat", "row_repeat"):
        repeat = getattr(section, key)
        if repeat:
            entry[key] = {"noun": repeat.noun, "most": repeat.most, "blank": repeat.blank}
    return entry
