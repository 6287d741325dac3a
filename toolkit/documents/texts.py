"""The texts of a form in its files: as data for the typesetter, and where their links lead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from toolkit.documents.around import Around
from toolkit.documents.imprint import DRAFT
from toolkit.forms.text import Block, Item, Run, is_elsewhere


def texts_as_data(
    blocks: Iterable[Block], answers: Mapping[str, str], around: Around, *, linked: bool
) -> list[dict[str, Any]]:
    """Texts as form.typ takes them. An answer of an example replaces the field that a text names."""

    def as_data(block: Block) -> dict[str, Any]:
        return {"kind": block.kind, "items": [item_as_data(item) for item in block.entries]}

    def item_as_data(item: Item) -> dict[str, Any]:
        runs = [_run_as_data(run, answers, around, linked=linked) for run in item.runs]
        return {"runs": runs, "inner": as_data(item.inner) if item.inner else None}

    return [as_data(block) for block in blocks]


def document_link(run: Run, around: Around, *, linked: bool) -> tuple[str, str | None]:
    """(words, whole address) of a run in a file: pages lead to the imprint's site, or nowhere if it has no address."""
    words, address = around.link(run)
    if address is None or is_elsewhere(address):
        return words, address
    return words, DRAFT.address + address if linked else None


def _run_as_data(run: Run, answers: Mapping[str, str], around: Around, *, linked: bool) -> dict[str, Any]:
    words, address = document_link(run, around, linked=linked)
    answer = answers.get(run.key, run.value) if run.key else None
    return asdict(run) | {"text": words, "link": address, "value": answer}
