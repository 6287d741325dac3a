"""Rules about the parts of a form that print apart, and about questions that move between its sections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.forms.raw import Fault, RawForm, parts
from toolkit.sources.problems import did_you_mean, one_of, quote
from toolkit.sources.yaml_source import KeyPath

ENDINGS = ("print", "example")  # ids that would make a part's file look like another file of the form


def part_rule(form: RawForm) -> Iterator[Fault]:
    """With parts, each section and the conditions name one that is there; without them, none names one."""
    ids = [str(part.get("id")) for _, part in parts(form, "parts")]
    owners: list[tuple[KeyPath, str, RawForm]] = [
        (("sections", position), "this section", section) for position, section in parts(form, "sections")
    ]
    if isinstance(form.get("stop_if"), dict):
        owners.append((("stop_if",), "'stop_if'", form["stop_if"]))
    for path, noun, owner in owners:
        yield from _check_part_name(path, noun, owner.get("part"), ids)
    ids_in_use = {owner.get("part") for _, _, owner in owners}
    for position, part in parts(form, "parts"):
        if part.get("id") in ENDINGS:
            yield ("parts", position, "id"), f"a part cannot be called {quote(part['id'])}. Give it another id"
        elif part.get("id") not in ids_in_use:
            message = f"no section belongs to the part {quote(part.get('id'))}. Write 'part: {part.get('id')}' in one"
            yield ("parts", position), f"{message}, or leave the part out"


def _check_part_name(path: KeyPath, noun: str, name: Any, ids: list[str]) -> Iterator[Fault]:
    near = did_you_mean(str(name), ids) or f" It is one of: {one_of(ids)}"
    if name is None and ids:
        yield path, f"{noun} says no part. Add 'part:' with one of: {one_of(ids)}"
    elif name is not None and not ids:
        yield (
            (*path, "part"),
            f"{noun} is in the part {quote(name)}, but the form has no 'parts'. Add them, or remove it",
        )
    elif name is not None and name not in ids:
        yield (
            (*path, "part"),
            f"the part {quote(name)} does not exist.{near}",
        )


def moved_rule(form: RawForm) -> Iterator[Fault]:
    """A former name in full, such as `old-section/old-id`, is of as many ids as today's, is free, and is taken once."""
    current = {name: path for path, name, _ in _fields(form)}
    new_names: dict[str, str] = {}
    for path, name, part in _fields(form):
        for old in part.get("was") or () if isinstance(part.get("was"), list) else ():
            if not isinstance(old, str) or "/" not in old:
                continue
            if old in current:
                yield (*path, "was"), f"{quote(old)} in 'was' is still asked. Take it out there, or here"
            elif old.count("/") != name.count("/"):
                yield (*path, "was"), f"{quote(old)} in 'was' must be of as many ids as {quote(name)} is now"
            elif new_names.setdefault(old, name) != name:
                yield (*path, "was"), f"{quote(old)} in 'was' has already become {quote(new_names[old])}"


def _fields(form: RawForm) -> Iterator[tuple[KeyPath, str, RawForm]]:
    """(path, name, question) of each question, and of each column of a table whose rows are added freely."""
    for position, question in parts(form, "record"):
        yield ("record", position), f"record/{question.get('id')}", question
    for place, section in parts(form, "sections"):
        for position, question in parts(section, "questions"):
            yield ("sections", place, "questions", position), f"{section.get('id')}/{question.get('id')}", question
        for position, column in parts(section, "columns"):
            path = ("sections", place, "columns", position)
            for row in [row.get("id") for _, row in parts(section, "rows")] or ["row"]:
                yield path, f"{section.get('id')}/{row}/{column.get('id')}", column
