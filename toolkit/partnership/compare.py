"""What a copy changes, and what upstream has changed beneath each change since it was made.

`upstream/` in the copy's folder keeps upstream's text as it was when the copy's editors last looked: pages and
forms as they are, entries as JSON. It is written by `compare_partnership.py --record` and read by nothing else.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from toolkit.forms.read import FORMS_FOLDER, form_files
from toolkit.overlays.changes import Change
from toolkit.overlays.folder import NOTES_FOLDER, PAGES, UPSTREAM, Folder
from toolkit.pages.local import LocalPages, read_local_pages
from toolkit.partnership.read import CONTACTS, read_folder
from toolkit.registers.read import data_files, read_drafts
from toolkit.sources.problems import Problems
from toolkit.sources.text_file import read_text

State = Literal["same", "changed", "gone", "unrecorded"]
STATE_SENTENCES = {
    "same": "upstream has not changed",
    "changed": "upstream has changed since",
    "gone": "upstream no longer has it",
    "unrecorded": "nobody has recorded what upstream said; run with --record once you have read it",
}


@dataclass(frozen=True)
class ChangedItem:
    """One thing that a copy changes: what it is, the record of upstream, and upstream as it was and is."""

    what: str
    record: str
    before: str | None
    now: str | None

    @property
    def state(self) -> State:
        """What has become of the upstream text since the copy recorded it."""
        if self.now is None:
            return "gone"
        if self.before is None:
            return "unrecorded"
        return "same" if self.before == self.now else "changed"

    @property
    def sentence(self) -> str:
        """The state in a sentence."""
        return STATE_SENTENCES[self.state]

    @property
    def difference(self) -> list[str]:
        """The lines that upstream took out (-) and put in (+), with those around them."""
        if self.state != "changed":
            return []
        old, new = (self.before or "").splitlines(), (self.now or "").splitlines()
        return [line.rstrip("\n") for line in difflib.unified_diff(old, new, "as it was", "as it is", lineterm="", n=1)]


def compare_copy(root: Path, folder: Folder) -> list[ChangedItem]:
    """Everything in a copy that replaces, accompanies or changes something of upstream's."""
    problems = Problems()
    local = read_local_pages(folder, root / "docs", problems)
    changes = [c for c in read_folder(folder, problems).changes if c.verb != "add" and c.register != CONTACTS]
    return [*_pages(root, folder, local), *_entries(root, folder, changes), *_forms(root, folder)]


def additions(root: Path, folder: Folder) -> list[str]:
    """What a copy adds that upstream does not have."""
    problems = Problems()
    local = read_local_pages(folder, root / "docs", problems)
    pages = [path for path in local.pages if not (root / "docs" / path).is_file()]
    raw = read_folder(folder, problems)
    changes = raw.changes
    contacts = [f"contact {c.id}" for c in changes if c.register == CONTACTS]
    entries = [f"{c.register.removesuffix('s')} {c.id}" for c in changes if c.verb == "add"]
    forms = [f"form {id}" for id in raw.forms.definitions if f"{FORMS_FOLDER}/{id}.yml" not in form_files(root)]
    return [*(f"page {path}" for path in pages), *entries, *forms, *contacts]


def record(root: Path, folder: Folder) -> list[str]:
    """Writes upstream's present text beside each change; removes the records of changes that no longer exist."""
    items = compare_copy(root, folder)
    place = folder.path / UPSTREAM
    texts = {item.record: item.now for item in items if item.now is not None}
    for path in sorted(place.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(place).as_posix() not in texts:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    for name, text in texts.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, "utf-8", newline="\n")
    return sorted(texts)


def _pages(root: Path, folder: Folder, local: LocalPages) -> Iterator[ChangedItem]:
    for path in sorted(local.pages.keys() | local.notes.keys()):
        upstream = root / "docs" / path
        replaced = path in local.pages
        name = f"{PAGES}/{path}"
        before = _text(folder.path / UPSTREAM / name)
        if upstream.is_file() or before is not None:
            what = f"page {path} is replaced" if replaced else f"page {path} has a note ({NOTES_FOLDER}/{path})"
            yield ChangedItem(what, name, before, _text(upstream))


def _entries(root: Path, folder: Folder, changes: list[Change]) -> Iterator[ChangedItem]:
    upstream = _upstream_entries(root)
    for change in changes:
        name = f"{change.register}/{change.id}.json"
        entry = upstream.get((change.register, change.id))
        done = "hidden" if change.verb == "hide" else "replaced"
        what = f"{change.register.removesuffix('s')} {change.id} is {done}"
        yield ChangedItem(what, name, _text(folder.path / UPSTREAM / name), None if entry is None else as_json(entry))


def _forms(root: Path, folder: Folder) -> Iterator[ChangedItem]:
    upstream = form_files(root)
    local = read_folder(folder, Problems()).forms
    done = dict.fromkeys(local.definitions, "replaced")
    done |= {c.id: "hidden" if c.verb == "hide" else "changed in part" for c in local.changes}
    for id, verb in sorted(done.items()):
        name = f"{FORMS_FOLDER}/{id}.yml"
        before = _text(folder.path / UPSTREAM / name)
        if name in upstream or before is not None or id not in local.definitions:
            yield ChangedItem(f"form {id} is {verb}", name, before, _text(upstream[name]) if name in upstream else None)


def _upstream_entries(root: Path) -> dict[tuple[str, str], Mapping[str, Any]]:
    drafts = [draft for name, path in data_files(root).items() for draft in read_drafts(path, name, Problems())]
    return {(d.key, str(e["id"])): e for d in drafts for e in d.entries if isinstance(e, dict) and "id" in e}


def as_json(entry: Mapping[str, Any]) -> str:
    """An entry as text that is the same whenever the entry is."""
    return json.dumps(entry, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _text(path: Path) -> str | None:
    return read_text(path, str(path)) if path.is_file() else None
