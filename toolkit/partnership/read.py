"""Reads a copy's folder: first what it changes in the registers, then, once those are known, what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.overlays.changes import FORMS_KEY, Change, read_change_list, read_changes
from toolkit.overlays.folder import DATA, FOLDER_PARTS, FORM_CHANGES, RESOURCES, SETTINGS, Folder, check_links
from toolkit.overlays.forms import LocalForms, read_local_forms
from toolkit.partnership.model import Partnership
from toolkit.partnership.nouns import is_word
from toolkit.registers.choices import HOME_NATIONS
from toolkit.registers.models import MODELS
from toolkit.sources.problems import Problems, ProblemsFound, did_you_mean, one_of, quote
from toolkit.sources.yaml_source import Source, read_yaml

CONTACTS = "contacts"


@dataclass(frozen=True)
class RawCopy:
    """A copy's folder as it was read: its settings, and its changes to the registers."""

    folder: Folder
    settings: Source | None
    changes: tuple[Change, ...]
    forms: LocalForms


def read_folder(folder: Folder, problems: Problems) -> RawCopy:
    """Everything in the folder that changes a register, and the settings unchecked.

    Raises ProblemsFound, before anything is read, where something in it leads out of the folder.
    """
    check_links(folder)
    settings = _read_source(folder, folder.path / SETTINGS, problems)
    changes: list[Change] = []
    if settings:
        changes += _contacts(settings, problems)
    files = {RESOURCES: "resources"} | {f"{DATA}/{p.name}": p.stem for p in sorted((folder.path / DATA).glob("*.yml"))}
    for name, register in files.items():
        if not (folder.path / name).is_file():
            continue
        if register not in MODELS:
            advice = did_you_mean(register, MODELS) or f" Name it for one of: {one_of(MODELS, 20)}"
            problems.add(f"{folder.name}/{name}", 0, f"no register is called {quote(register)}.{advice}")
            continue
        source = _read_source(folder, folder.path / name, problems)
        if source:
            changes += read_changes(source, register, problems)
    _check_names(folder, problems)
    forms = read_local_forms(folder, _form_changes(folder, problems), problems)
    return RawCopy(folder, settings, tuple(changes), forms)


def raw_nations(raw: RawCopy) -> tuple[str, ...]:
    """The nations that a copy says it is for, before its settings are checked."""
    value = _setting(raw, "jurisdictions")
    nations = tuple(nation for nation in value if nation in HOME_NATIONS) if isinstance(value, list) else ()
    return nations or Partnership.model_fields["jurisdictions"].default


def raw_nouns(raw: RawCopy) -> dict[str, str]:
    """The words that a copy has chosen, before its settings are checked; what cannot be a word is reported then."""
    value = _setting(raw, "nouns")
    pairs = value.items() if isinstance(value, dict) else ()
    return {id: word.strip() for id, word in pairs if isinstance(word, str) and is_word(word.strip())}


def _setting(raw: RawCopy, key: str) -> Any:
    return raw.settings.data.get(key) if raw.settings and isinstance(raw.settings.data, dict) else None


def _contacts(settings: Source, problems: Problems) -> list[Change]:
    """The partnership's contacts: each sets keys of one of the toolkit's, and keeps the rest."""
    data = settings.data
    entries = data.get(CONTACTS) if isinstance(data, dict) else None
    return read_change_list(settings, CONTACTS, "replace", (CONTACTS,), entries, problems)


def _form_changes(folder: Folder, problems: Problems) -> list[Change]:
    path = folder.path / FORM_CHANGES
    source = _read_source(folder, path, problems) if path.is_file() else None
    return read_changes(source, FORMS_KEY, problems) if source else []


def _read_source(folder: Folder, path: Path, problems: Problems) -> Source | None:
    name = folder.display(path)
    try:
        source = read_yaml(path, name)
    except ProblemsFound as error:
        problems.entries += error.problems
        return None
    if not isinstance(source.data, dict):
        problems.add(name, 1, "the file must begin with a key, such as 'name: ...'")
        return None
    return source


def _check_names(folder: Folder, problems: Problems) -> None:
    """A misspelt folder or file would be passed over in silence."""
    for path in sorted(folder.path.iterdir()):
        near = did_you_mean(path.name, FOLDER_PARTS)
        if near and path.name not in FOLDER_PARTS:
            problems.add(folder.display(path), 0, f"is not read.{near}")
