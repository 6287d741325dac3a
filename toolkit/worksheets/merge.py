"""The three-way merge of a sheet that came back: each cell as it was exported, as it is there, and in the file now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from toolkit.edits.data import REMOVE, EntryEdit
from toolkit.sources.problems import quote
from toolkit.worksheets.cells import Names, cell_text, fold
from toolkit.worksheets.columns import CHANGE, Column
from toolkit.worksheets.exported import Exported
from toolkit.worksheets.incoming import IncomingRow
from toolkit.worksheets.remarks import Remarks
from toolkit.worksheets.rows import id_of, single_rows, text_in
from toolkit.worksheets.sheets import HIDE, REPLACE, EntryRow, RegisterSheet
from toolkit.worksheets.texts import CellMistake, value_of

RIVALS_OF_URL = ("host", "candidate", "candidate_note")
MOST_LEFT_OUT = 0.5
MOST_SORTED = 3  # cells of a column that hold each other's values: somebody sorted it without the others


@dataclass(frozen=True)
class CellChange:
    """One cell that differs: its name in the sheet, and its text before and after."""

    cell: str
    id: str
    key: str
    before: str
    after: str


@dataclass
class Merge:
    """What a sheet changes in its file."""

    sheet: RegisterSheet
    today: date  # when new entries are written
    may_replace: bool = False
    edits: list[EntryEdit] = field(default_factory=list)
    changes: list[CellChange] = field(default_factory=list)
    rows: dict[str, IncomingRow] = field(default_factory=dict)  # by id
    new: list[str] = field(default_factory=list)


def merge_rows(
    sheet: RegisterSheet,
    rows: Sequence[IncomingRow],
    names: Names,
    remarks: Remarks,
    today: date,
    *,
    may_replace: bool = False,
) -> Merge:
    """What the rows change. `may_replace`: a value may be replaced though nobody knows what it was when exported."""
    merge = Merge(sheet, today, may_replace)
    bases = {row.exported.id: row.exported for row in rows if row.exported}
    ids = {text_in(row, "id") for row in rows} - {""}
    for row in single_rows(rows, remarks):
        id = id_of(row, sheet, bases, ids, remarks)
        if id:
            ids.add(id)
            merge.rows[id] = row
            _merge_row(merge, id, row, bases.get(id), names, remarks)
    _check_sorted_columns(merge, remarks)
    _note_left_out(merge, has_bases=bool(bases), remarks=remarks)
    return merge


def _note_left_out(merge: Merge, *, has_bases: bool, remarks: Remarks) -> None:
    """A deleted row deletes nothing. Where most are left out, the sheet was made of a few."""
    ids = [row.id for row in merge.sheet.rows if row.place and row.id not in merge.rows]
    if has_bases and 0 < len(ids) <= MOST_LEFT_OUT * len(merge.sheet.rows):
        names = ", ".join(ids[:10]) + (f" and {len(ids) - 10} more" if len(ids) > 10 else "")
        advice = "Nothing was deleted. To take an entry out of use, set its status to withdrawn"
        remarks.notes.append(f"{merge.sheet.register}: no row has {names}. {advice}")


def _merge_row(
    merge: Merge,
    id: str,
    row: IncomingRow,
    exported: Exported | None,
    names: Names,
    remarks: Remarks,
) -> None:
    sheet, now = merge.sheet, merge.sheet.by_id.get(id)
    texts = sheet.texts(now) if now else {}
    values: dict[str, Any] = {}
    for column in sheet.columns:
        if column.key == "id" or column.key not in row.cells:
            continue
        ours = texts.get(column.key, "")
        base = exported.text(column.key, ours) if exported else ours
        try:
            theirs = cell_text(row.cell(column.key), column, ours if base is None else base, names)
            if theirs == ours or (_is_untouched(theirs, base, exported, column) if exported else not theirs):
                continue
            _check_conflict(sheet, exported, base, ours, theirs, may_replace=merge.may_replace)
            values[column.key] = value_of(theirs, column) if theirs else REMOVE
        except CellMistake as mistake:
            remarks.mistakes.append(f"{row.place(column.key)} ({column.key} of {id}): {mistake}")
            continue
        merge.changes.append(CellChange(row.place(column.key), id, column.key, ours, theirs))
    _take_out_rivals(merge, id, row, texts, values)
    _add_edit(merge, id, row, now, values, remarks)


def _take_out_rivals(merge: Merge, id: str, row: IncomingRow, texts: Mapping[str, str], values: dict[str, Any]) -> None:
    """A resource whose own address is found needs neither the front page nor the address that may be its own."""
    if values.get("url", REMOVE) is REMOVE:
        return
    for key in RIVALS_OF_URL:
        if texts.get(key) and key not in values:
            values[key] = REMOVE
            merge.changes.append(CellChange(row.place("url"), id, key, texts[key], ""))


def _is_untouched(theirs: str, base: str | None, exported: Exported, column: Column) -> bool:
    return theirs == base or (base is None and exported.text(column.key, theirs) == theirs)


def _check_conflict(
    sheet: RegisterSheet, exported: Exported | None, base: str | None, ours: str, theirs: str, *, may_replace: bool
) -> None:
    """Raises CellMistake where a change would overwrite what somebody else has written."""
    if exported and base != ours:
        was = "another text" if base is None else quote(base)
        raise CellMistake(
            f"was {was} when it was exported, is {quote(theirs)} in the sheet, and {quote(ours)} in {sheet.file} now. "
            "Write the one that is right into the cell, or export again"
        )
    if not exported and ours and not may_replace:
        raise CellMistake(
            f"is {quote(theirs)}, and {quote(ours)} in {sheet.file}. The sheet does not say what it was when it was "
            "exported. If the sheet is right, add --replace"
        )


def _add_edit(
    merge: Merge, id: str, row: IncomingRow, now: EntryRow | None, values: dict[str, Any], remarks: Remarks
) -> None:
    sheet = merge.sheet
    change = values.pop(CHANGE, None)
    if now and now.place and change not in (None, REMOVE):
        remarks.mistakes.append(f"{row.place(CHANGE)} (change of {id}): cannot be changed here. Edit {sheet.file}")
        return
    if not values and (now or not change):
        return
    place = now.place if now and now.place else sheet.place_of(id, "" if change in (None, REMOVE) else str(change))
    if place not in sheet.places:
        message = f"cannot be '{place}'. It is one of: {', '.join(sheet.places)}"
        remarks.mistakes.append(f"{row.place(CHANGE)} (change of {id}): {message}")
        return
    if now is None:
        merge.new.append(id)
        values = {key: value for key, value in values.items() if value is not REMOVE}
        if place not in (HIDE, REPLACE) and any(c.key == "written" and c.is_needed for c in sheet.columns):
            values.setdefault("written", merge.today.isoformat())
    merge.edits.append(EntryEdit(place, id, values))


def _check_sorted_columns(merge: Merge, remarks: Remarks) -> None:
    """A column that was sorted without the others looks like many changes, and is a mistake."""
    by_key: dict[str, list[CellChange]] = {}
    for change in merge.changes:
        if change.id not in merge.new:
            by_key.setdefault(change.key, []).append(change)
    for key, changes in by_key.items():
        before, after = Counter(c.before for c in changes), Counter(c.after for c in changes)
        if len(changes) >= MOST_SORTED and before == after and len(before) >= MOST_SORTED:
            cells = f"{changes[0].cell} and {len(changes) - 1} more cells"
            message = f"the column '{key}' holds the same values in another order. Was it sorted without the others?"
            remarks.mistakes.append(f"{cells}: {message}")


def ids_by_name(lists: Mapping[str, Sequence[tuple[str, str]]]) -> dict[str, dict[str, str]]:
    """By register: each id by itself and by its name, folded."""
    return {
        register: {fold(name): id for id, name in pairs if name} | {fold(id): id for id, _ in pairs}
        for register, pairs in lists.items()
    }
