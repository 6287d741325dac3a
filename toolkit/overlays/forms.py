"""The forms of a copy: its own, those that replace the toolkit's, and single texts changed by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from toolkit.forms.examples import example_files
from toolkit.forms.read import form_files, read_form_sources
from toolkit.overlays.apply import reason_of, refuse_change
from toolkit.overlays.changes import Change
from toolkit.overlays.folder import FORM_CHANGES, Folder
from toolkit.sources.problems import Problems, did_you_mean, one_of, quote
from toolkit.sources.yaml_source import KeyPath, Source

FormData = Mapping[str, Any]


@dataclass(frozen=True)
class LocalForms:
    """What a layer does to the forms: its own definitions by id, and changes of others."""

    definitions: Mapping[str, Source] = field(default_factory=dict)
    changes: Sequence[Change] = ()
    examples: Mapping[str, Path] = field(default_factory=dict)


def apply_to_forms(
    upstream: Sequence[Source], local: LocalForms, problems: Problems
) -> tuple[tuple[Source, ...], dict[str, str]]:
    """(forms, reasons): the forms with a layer's own in addition or in place, and why each hidden one is, by id."""
    forms = _by_id(upstream) | dict(local.definitions)
    hidden: dict[str, str] = {}
    ids: set[str] = set()
    for change in local.changes:
        message = _refusal(change, forms, local, ids)
        ids.add(change.id)
        if message:
            problems.add(change.source.file, change.line, message)
        elif change.verb == "hide":
            hidden |= reason_of(change, problems)
        else:
            forms[change.id] = patch_source(forms[change.id], change, problems)
    return tuple(forms.values()), hidden


def _refusal(change: Change, forms: Mapping[str, Source], local: LocalForms, ids: set[str]) -> str | None:
    """Why a change cannot be made, with advice."""
    if change.id in ids:
        return f"{quote(change.id)} is repeated. Keep one of them"
    if change.id in local.definitions:
        return f"the form {quote(change.id)} is your own: change it in {local.definitions[change.id].file}"
    return None if change.id in forms else refuse_change(change, forms)


def read_local_forms(folder: Folder, changes: Sequence[Change], problems: Problems) -> LocalForms:
    """The definitions in a copy's forms/ folder, with the given changes of its forms.yml."""
    files = {f"{folder.name}/{name}": path for name, path in form_files(folder.path).items()}
    for path in sorted((folder.path / "forms").glob("*")):
        if path.suffix != ".yml" and path.name[0] != "." and path.name != "examples":
            advice = f"A form is one file ending in .yml; changes to the toolkit's forms go in {FORM_CHANGES}"
            problems.add(folder.display(path), 0, f"is not read. {advice}")
    examples = {f"{folder.name}/{name}": path for name, path in example_files(folder.path).items()}
    return LocalForms(_by_id(read_form_sources(files, problems)), changes, examples)


def patch_source(below: Source, change: Change, problems: Problems, within: KeyPath = ()) -> Source:
    """A form or pathway with the keys that a change gives in place of its own; parts are found by their ids.

    `within` is the path of its keys in the file. Problems of the result are reported with the line of the change, or of
    the nearest thing in it.
    """
    patch = _Patch(change, problems)
    data: Any = below.data
    for key in within:
        data = data[key]
    data = patch.mapping(data, change.entry, within, change.place)
    for key in reversed(within):
        data = {key: data}
    return Source(change.source.file, data, patch.lines)


class _Patch:
    """Overlays one change on one form or pathway, and keeps the line of each changed value."""

    def __init__(self, change: Change, problems: Problems) -> None:
        self.source, self.problems = change.source, problems
        self.of = change.register.removesuffix("s")
        self.lines: dict[KeyPath, int] = {(): change.line}

    def mapping(self, below: FormData, above: FormData, path: KeyPath, place: KeyPath) -> dict[str, Any]:
        """The lower mapping with the upper's keys; a key without a value is removed."""
        result = dict(below)
        for key, value in above.items():
            self._note((*path, key), (*place, key))
            if value is None:
                result.pop(key, None)
            else:
                result[key] = self._value(below.get(key), value, (*path, key), (*place, key))
        return result

    def _value(self, below: Any, above: Any, path: KeyPath, place: KeyPath) -> Any:
        if isinstance(below, dict) and isinstance(above, dict):
            return self.mapping(below, above, path, place)
        if _has_ids(below) and _has_ids(above):
            return self._parts(below, above, path, place)
        for inner, line in self.source.lines.items():
            if inner[: len(place)] == place:
                self.lines[*path, *inner[len(place) :]] = line
        return above

    def _parts(self, below: list[FormData], above: list[FormData], path: KeyPath, place: KeyPath) -> list[FormData]:
        """The lower list, with each part of the upper list overlaid on the one of the same id."""
        result = list(below)
        positions = {str(part.get("id")): position for position, part in enumerate(below)}
        for number, part in enumerate(above):
            here = (*place, number)
            position = positions.get(str(part["id"]))
            if position is None:
                noun = str(path[-1]).removesuffix("s")
                now = next((str(lower["id"]) for lower in below if part["id"] in (lower.get("was") or ())), None)
                near = f" It is called {quote(now)} now" if now else did_you_mean(str(part["id"]), positions)
                near = near or f" It has: {one_of(sorted(positions), 20)}"
                message = f"the {self.of} has no {noun} {quote(str(part['id']))} here (any more).{near}"
                self.problems.add(self.source.file, self.source.line(here), message)
                continue
            self._note((*path, position), here)
            result[position] = self.mapping(below[position], part, (*path, position), here)
        return result

    def _note(self, path: KeyPath, place: KeyPath) -> None:
        self.lines[path] = self.source.line(place)


def _has_ids(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(part, dict) and "id" in part for part in value)


def _by_id(sources: Iterable[Source]) -> dict[str, Source]:
    return dict(_with_ids(sources))


def _with_ids(sources: Iterable[Source]) -> Iterator[tuple[str, Source]]:
    for source in sources:
        id = source.data.get("id") if isinstance(source.data, dict) else None
        yield (str(id) if id else source.file), source  # a file without an id is reported when it is checked
