"""Rows that people choose to work on first: a tick for each given row, kept as `section/row/chosen`."""

from __future__ import annotations

from typing import Any

from toolkit.forms.holds import Holds
from toolkit.forms.kinds.kind import QuestionKind

CHOSEN = "chosen"  # the id of the tick's column
USUAL_LABEL = "Chosen"


def add_choice(data: Any) -> Any:
    """A definition's data with the column of the tick in each table of given rows, if its rows can be chosen."""
    if not isinstance(data, dict) or not data.get("choose_rows") or not isinstance(data.get("sections"), list):
        return data
    label = data.get("choose_label") or USUAL_LABEL
    return {**data, "sections": [_with_tick(section, label) for section in data["sections"]]}


def _with_tick(section: Any, label: Any) -> Any:
    if not isinstance(section, dict) or not section.get("rows") or not isinstance(section.get("columns"), list):
        return section
    tick = {"id": CHOSEN, "label": label, "kind": QuestionKind.TICK.value, "holds": Holds.CHOSEN.value}
    once = {"once": True} if section.get("row_repeat") else {}
    return {**section, "columns": [*section["columns"], tick | once]}
