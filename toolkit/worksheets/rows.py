"""Which entry each row of a sheet that came back is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from toolkit.registers.fields import ENTRY_ID
from toolkit.registers.new_id import make_id
from toolkit.sources.problems import quote
from toolkit.worksheets.exported import Exported
from toolkit.worksheets.incoming import IncomingRow
from toolkit.worksheets.remarks import Remarks
from toolkit.worksheets.sheets import RegisterSheet


def single_rows(rows: Sequence[IncomingRow], remarks: Remarks) -> list[IncomingRow]:
    """The rows, of equal ones the first; those that share an id and differ are mistakes."""
    first: dict[str, IncomingRow] = {}
    result = []
    for row in rows:
        id = text_in(row, "id")
        earlier = first.setdefault(id, row) if id else row
        if earlier is row:
            result.append(row)
        elif {key: cell.value for key, (_, cell) in row.cells.items()} == {
            key: cell.value for key, (_, cell) in earlier.cells.items()
        }:
            remarks.notes.append(f"{row.place('id')}: is the same row as {earlier.place('id')}, and was left out")
        else:
            message = (
                f"the id {quote(id)} is also in {earlier.place('id')}. Keep one row, or empty the id of a new entry"
            )
            remarks.mistakes.append(f"{row.place('id')}: {message}")
    return result


def id_of(
    row: IncomingRow,
    sheet: RegisterSheet,
    bases: Mapping[str, Exported],
    ids: Set[str],
    remarks: Remarks,
) -> str:
    """The id of a row's entry, made from its title where it has none; empty after a mistake.

    `bases` are the entries that the sheet was exported with, `ids` those that it has now.
    """
    id, exported = text_in(row, "id"), row.exported
    if exported and exported.id not in ids and id not in bases and id != exported.id:
        what = f"was {quote(exported.id)} and is now {quote(id)}" if id else f"lost its id, {quote(exported.id)}"
        remarks.mistakes.append(f"{row.place('id')}: {what}. An id is permanent: write it as it was")
        return ""
    if id in sheet.by_id:
        return id
    if id in bases:
        remarks.mistakes.append(f"{row.place('id')}: {quote(id)} was exported, and is not in {sheet.file} any more")
        return ""
    if not id:
        title = next((text for key in ("title", "name", "term") if (text := text_in(row, key))), "")
        id = make_id(title, {*sheet.by_id, *sheet.upstream, *ids})
    if not ENTRY_ID.fullmatch(id):
        advice = "Write an id of small letters, digits and hyphens" if id else "Write an id, or a title to make it from"
        remarks.mistakes.append(f"{row.place('id')}: {quote(id) if id else 'a new entry has no id'}. {advice}")
        return ""
    return id


def text_in(row: IncomingRow, key: str) -> str:
    """The text of a cell on one line, as it is."""
    value = row.cell(key).value
    return "" if value is None else " ".join(str(value).replace("\u00a0", " ").replace("\u200b", "").split())
