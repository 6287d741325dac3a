"""The record of a resource's page: a row for each field that is marked for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.catalogue.facets import entry_name
from toolkit.registers.display import InRecord, list_values, marks_of, register_of
from toolkit.registers.resources import Resource
from toolkit.site.model import Site

WITH_PAGES = frozenset({"topics", "audiences", "kinds"})  # registers whose entries each have a page


@dataclass(frozen=True)
class Value:
    """A value in words, and the address of its page below the site's root where it has one."""

    text: str
    url: str | None = None


@dataclass(frozen=True)
class RecordRow:
    """A row of a record. `is_written`: its words are those of the entry, in the language that it is written in."""

    field: str
    label: str
    values: tuple[Value, ...]
    is_written: bool
    separator: str


def record_of(site: Site, resource: Resource) -> Iterator[RecordRow]:
    """The rows of a resource's record, in the order of the model, without those that have nothing to show."""
    for field, annotation in marks_of(Resource, InRecord).items():
        if any(list_values(resource, name) for name in (field, *annotation.beside)):
            register = register_of(Resource, field)
            is_written = not (register or annotation.words or annotation.sentence)
            values = tuple(_value(site, value, register, annotation) for value in list_values(resource, field))
            label = site.language.translate(annotation.label)
            yield RecordRow(field, label, values, is_written, "; " if is_written else ", ")


def _value(site: Site, value: object, register: str | None, annotation: InRecord) -> Value:
    t = site.language.translate
    text, url = str(value), None
    if register:
        text = entry_name(getattr(site.library, register)[text])
        url = f"{register}/{value}/" if register in WITH_PAGES else None
    elif annotation.words:
        text = t(f"{annotation.words}.{value}")
    return Value(t(annotation.sentence, value=text) if annotation.sentence else text, url)
