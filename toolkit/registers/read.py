"""Reads data files into checked entries, or into the list of everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from toolkit.artefacts.memory import Memory, data_key
from toolkit.registers.compare import compare
from toolkit.registers.draft import Draft, name_of
from toolkit.registers.fields import Entry
from toolkit.registers.markup import markup_mistakes_of
from toolkit.registers.messages import findings_of, sentence
from toolkit.registers.models import MODELS
from toolkit.registers.register import singular
from toolkit.registers.rules import ENTRY_RULES
from toolkit.sources.problems import Problems, ProblemsFound, did_you_mean, one_of, quote
from toolkit.sources.yaml_source import Source, read_yaml

CATALOGUE = "resources.yml"
EntriesByPosition = list[tuple[int, Entry]]  # entries with their positions in the list that they were written in
_sound = Memory[EntriesByPosition](most=4 * len(MODELS))


@dataclass
class Registers:
    """All entries by register, and where each was written (`(register, id)` to file and line)."""

    entries: dict[str, list[Entry]] = field(default_factory=lambda: {key: [] for key in MODELS})
    places: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)


def data_files(root: Path, catalogue: Path | None = None) -> dict[str, Path]:
    """The data files of a project, by the name that messages give them."""
    files = {f"data/{path.name}": path for path in sorted((root / "data").glob("*.yml"))}
    return {str(catalogue) if catalogue else CATALOGUE: catalogue or root / CATALOGUE} | files


def check_registers(
    drafts: Sequence[Draft],
    problems: Problems,
    places: Mapping[str, Iterable[str]] | None = None,
    *,
    is_whole: bool,
) -> Registers:
    """The entries of drafts; what is wrong with them is added to the problems.

    `is_whole` is whether all that was written could be read: if not, entries may name what is in a register that got
    lost, so such names are not checked.
    """
    unread = set() if is_whole else set(MODELS) - {draft.key for draft in drafts}
    ids: dict[str, set[str]] = {key: set() for key in MODELS if key not in unread}
    ids |= {key: set(names) for key, names in (places or {}).items()}
    for draft in drafts:
        ids[draft.key] |= draft.ids()
    registers = Registers()
    ids_key = data_key({key: sorted(names) for key, names in ids.items()})
    for draft in drafts:
        for position, entry in _check_draft(draft, ids, ids_key, problems):
            registers.entries[draft.key].append(entry)
            registers.places[draft.key, entry.id] = (draft.source.file, draft.line(position))
    for key in MODELS:
        compare(key, [draft for draft in drafts if draft.key == key], problems)
    return registers


def read_drafts(path: Path, name: str, problems: Problems) -> list[Draft]:
    """The raw registers of one file; what cannot be read is added to the problems."""
    try:
        source = read_yaml(path, name)
    except ProblemsFound as error:
        problems.entries += error.problems
        return []
    if not isinstance(source.data, dict) or "id" in source.data:
        problems.add(name, 1, f"{_at_top(source.data)}. Begin with a key such as 'resources:'. Known: {one_of(MODELS)}")
        return []
    return [draft for key in source.data for draft in _draft(source, key, problems)]


def _at_top(data: Any) -> str:
    """What stands where a register's key should, in words."""
    if data is None:
        return "the file holds no data"
    if isinstance(data, dict):
        return "the file begins with an entry, not with the list that it belongs to"
    return f"the file begins with {'a list' if isinstance(data, list) else 'the text ' + quote(str(data))}, not a key"


def _draft(source: Source, key: str, problems: Problems) -> Iterable[Draft]:
    line = source.line((key,))
    if key not in MODELS:
        advice = did_you_mean(key, MODELS) or f" Known keys: {one_of(MODELS)}"
        problems.add(source.file, line, f"unknown top-level key {quote(key)}.{advice}")
        return
    entries = source.data[key]
    if entries is None:
        entries = []
    if not isinstance(entries, list):
        problems.add(
            source.file, line, f"'{key}' must be a list: a line beginning with '- id: ...' for each {singular(key)}"
        )
        return
    yield Draft(source, key, entries)


def _check_draft(draft: Draft, ids: Mapping[str, set[str]], ids_key: bytes, problems: Problems) -> EntriesByPosition:
    """The sound entries of a draft; where all were sound, those of the same data are not checked again."""
    key = data_key(ids_key, draft.key, draft.entries)
    before = len(problems)
    entries = _sound.find(key) or list(_check_entries(draft, ids, problems))
    return _sound.keep(key, entries) if len(problems) == before else entries


def _check_entries(draft: Draft, ids: Mapping[str, set[str]], problems: Problems) -> Iterator[tuple[int, Entry]]:
    model, noun = MODELS[draft.key], singular(draft.key)
    file = draft.source.file
    for position, raw in enumerate(draft.entries):
        try:
            yield position, model.model_validate(raw, context=ids)
        except ValidationError as error:
            for finding in findings_of(error):
                message = sentence(finding, model.model_fields, noun)
                problems.add(file, draft.line(position, *finding["loc"]), f"{name_of(raw, noun, position)}: {message}")
        for place, message in markup_mistakes_of(raw):
            problems.add(file, draft.line(position, *place), f"{name_of(raw, noun, position)}: {message}")
        for rule in ENTRY_RULES.get(draft.key, ()) if isinstance(raw, dict) else ():
            for key, message in rule(raw):
                problems.add(
                    file, draft.line(position, *([key] if key else [])), f"{name_of(raw, noun, position)}: {message}"
                )
