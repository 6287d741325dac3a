"""The files of a project, or of a branded copy, as sheets: which entries each holds, and where they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from toolkit.overlays.changes import CONTACTS_KEY, MAY_HIDE, VERBS
from toolkit.overlays.folder import DATA, RESOURCES, SETTINGS, Folder
from toolkit.registers.fields import Entry
from toolkit.registers.models import MODELS, registers
from toolkit.sources.problems import Problem, ProblemsFound, did_you_mean, one_of
from toolkit.sources.yaml_source import Source, read_yaml
from toolkit.worksheets.columns import CHANGE, REASON, Column, columns_of
from toolkit.worksheets.texts import text_of

ADD, REPLACE, HIDE = VERBS


@dataclass(frozen=True)
class EntryRow:
    """An entry as its file has it; `place` is the key of the list that holds it, empty for one that is only offered."""

    place: str
    id: str
    entry: Mapping[str, Any]


@dataclass(frozen=True)
class RegisterSheet:
    """The entries of one register in one file. `upstream` are ids that a copy may replace."""

    register: str
    path: Path
    file: str
    places: tuple[str, ...]
    rows: Sequence[EntryRow]
    columns: Sequence[Column]
    upstream: frozenset[str] = frozenset()
    copy: str = ""  # the slug of the copy whose file it is; empty for the toolkit's own
    by_id: Mapping[str, EntryRow] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {row.id: row for row in self.rows})

    @property
    def model(self) -> type[Entry]:
        """The model of its entries."""
        return MODELS[self.register]

    @property
    def label(self) -> str:
        """What its rows say that they were exported from."""
        return f"{self.register} of {self.copy}" if self.copy else self.register

    @property
    def has_changes(self) -> bool:
        """Whether each row says what it does with an entry of the toolkit."""
        return len(self.places) > 1

    def texts(self, row: EntryRow) -> dict[str, str]:
        """The texts of a row's cells, by key; a key that has none is left out."""
        texts = {
            column.key: text_of(row.entry[column.key], column) for column in self.columns if column.key in row.entry
        }
        if self.has_changes and row.place:
            texts[CHANGE] = row.place
        return {key: text for key, text in texts.items() if text}

    def place_of(self, id: str, change: str) -> str:
        """The list that a new entry goes into."""
        if not self.has_changes:
            return self.places[0]
        return change or (REPLACE if id in self.upstream else ADD)


def project_sheets(root: Path, only: Sequence[str] = ()) -> list[RegisterSheet]:
    """The sheets of the toolkit's own registers: of those that editors fill in as workbooks, or of the ones named."""
    paths = {name: MODELS[name].register.path for name in _names(only)}
    sources = {path: _source(root / path, path) for path in paths.values()}
    return [_sheet(name, root / path, path, sources[path], (name,)) for name, path in paths.items()]


def copy_sheets(folder: Folder, upstream: Mapping[str, Sequence[str]], only: Sequence[str] = ()) -> list[RegisterSheet]:
    """The sheets of a copy: its contacts, and what it adds to, replaces and hides of the other registers."""
    files = {name: folder.path / DATA / f"{name}.yml" for name in MODELS}
    files["resources"] = folder.path / RESOURCES
    names = [name for name in MODELS if name in _names(only) or (not only and files[name].is_file())]
    sheets = []
    for name in names:
        ids = frozenset(upstream.get(name, ()))
        if name == CONTACTS_KEY:
            settings = folder.path / SETTINGS
            sheet = _file_sheet(name, settings, folder.display(settings), (CONTACTS_KEY,), ids)
            offered = [EntryRow("", id, {"id": id}) for id in upstream.get(name, ()) if id not in sheet.by_id]
            sheets.append(replace(sheet, rows=[*sheet.rows, *offered]))
        else:
            verbs = VERBS if name in MAY_HIDE else (ADD, REPLACE)
            sheets.append(_file_sheet(name, files[name], folder.display(files[name]), verbs, ids))
    return [replace(sheet, copy=folder.slug) for sheet in sheets]


def _names(only: Sequence[str]) -> list[str]:
    for name in only:
        if name not in MODELS:
            advice = did_you_mean(name, MODELS) or f" Known: {one_of(MODELS, 20)}"
            raise ProblemsFound([Problem("--sheet", 0, f"no register is called '{name}'.{advice}")])
    return list(only) or [register.key for register in registers() if register.is_in_workbook]


def _file_sheet(name: str, path: Path, file: str, places: tuple[str, ...], ids: frozenset[str]) -> RegisterSheet:
    return _sheet(name, path, file, _source(path, file), places, ids)


def _source(path: Path, file: str) -> Source:
    """The data of a file; of one that is not there yet, none."""
    return read_yaml(path, file) if path.is_file() else Source(file, {}, {})


def _sheet(
    name: str, path: Path, file: str, source: Source, places: tuple[str, ...], ids: frozenset[str] = frozenset()
) -> RegisterSheet:
    columns = list(columns_of(MODELS[name]))
    if len(places) > 1:
        help = "What this row does with the toolkit's entry of that id. Empty: replace it if there is one, else add"
        columns.insert(1, Column(CHANGE, words=places, help=help))
    if HIDE in places:
        columns.append(Column(REASON, help="Why this copy hides the entry; readers who follow a link see it"))
    return RegisterSheet(name, path, file, places, list(_rows(source, places)), columns, ids)


def _rows(source: Source, places: Sequence[str]) -> Iterator[EntryRow]:
    data = source.data if isinstance(source.data, dict) else {}
    for place in places:
        entries = data.get(place)
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict) and "id" in entry:
                yield EntryRow(place, str(entry["id"]), entry)
