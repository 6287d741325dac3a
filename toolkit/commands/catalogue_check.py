"""Checks files as they would be, before they are written; and what their entries may name."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from toolkit.catalogue.read import Data, read_data
from toolkit.checks.beside_data import check_beside_data
from toolkit.overlays.folder import Folder, find_folder
from toolkit.pages.headings import page_places
from toolkit.partnership.join import join_copy
from toolkit.registers.models import MODELS
from toolkit.registers.read import data_files, read_drafts
from toolkit.sources.problems import Problem, Problems, ProblemsFound
from toolkit.worksheets.export import WordLists

NAME_KEYS = ("name", "title", "term", "area")


def find_lists(root: Path, partnership: str | None) -> WordLists:
    """The ids of each register with what each is called, those of a copy included; broken files are left out here."""
    problems = Problems()
    drafts = [draft for name, path in data_files(root).items() for draft in read_drafts(path, name, problems)]
    lists = {
        key: [(str(e["id"]), _name(e)) for d in drafts if d.key == key for e in d.entries if _has_id(e)]
        for key in MODELS
    }
    if partnership is not None:
        for key, pairs in _added(find_folder(root, partnership)).items():
            lists[key] += [pair for pair in pairs if pair[0] not in dict(lists[key])]
    return lists


def check_changed(root: Path, texts: Mapping[str, tuple[Path, str]], partnership: str | None) -> list[Problem]:
    """Every problem of the data if each file, by its name in messages, had the given text. Nothing is written there."""
    if not texts:
        return []
    try:
        with tempfile.TemporaryDirectory() as folder:
            if partnership is None:
                _check_project(root, texts, Path(folder))
            else:
                _check_copy(root, texts, find_folder(root, partnership), Path(folder) / "copy")
    except ProblemsFound as error:
        return error.problems
    return []


def _check_project(root: Path, texts: Mapping[str, tuple[Path, str]], folder: Path) -> None:
    data = Data.of(root)
    files = dict(data.registers)
    for number, (name, (_, text)) in enumerate(texts.items()):
        files[name] = folder / f"{number}.yml"
        files[name].write_text(text, "utf-8", newline="")
    changed, places = replace(data, registers=files), page_places(root / "docs")
    read_data(changed, places, Problems())
    check_beside_data(root, changed, places)


def _check_copy(root: Path, texts: Mapping[str, tuple[Path, str]], copy: Folder, folder: Path) -> None:
    shutil.copytree(copy.path, folder, symlinks=True)
    for path, text in texts.values():
        place = folder / path.relative_to(copy.path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="")
    problems = Problems()
    join_copy(root, None, (), Folder(copy.slug, folder, copy.name), problems)
    problems.stop_if_any()


def _added(copy: Folder) -> dict[str, list[tuple[str, str]]]:
    """What a copy adds to each register."""
    from toolkit.worksheets.sheets import ADD, copy_sheets

    sheets = copy_sheets(copy, {}, ())
    return {s.register: [(r.id, _name(r.entry)) for r in s.rows if r.place == ADD] for s in sheets}


def _has_id(entry: object) -> bool:
    return isinstance(entry, dict) and "id" in entry


def _name(entry: Mapping[str, object]) -> str:
    return str(next((entry[key] for key in NAME_KEYS if entry.get(key)), ""))
