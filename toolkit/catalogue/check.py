"""The last stage of the data: worded entries become checked registers, pathways and forms, or problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toolkit.forms.definition import Form
from toolkit.forms.examples import Examples
from toolkit.forms.read import check_forms
from toolkit.overlays.stages import Worded
from toolkit.overlays.words import Words
from toolkit.pathways.model import Pathway
from toolkit.pathways.read import check_pathways
from toolkit.registers.empty import join_unknown
from toolkit.registers.models import MODELS
from toolkit.registers.read import Registers, check_registers
from toolkit.sources.problems import Problems


@dataclass(frozen=True)
class Checked:
    """Sound data, with what the stages before it found: the site's words, and what its layers hide and why."""

    registers: Registers
    pathways: tuple[Pathway, ...]
    forms: Mapping[str, Form]
    words: Words
    hidden: Mapping[str, str]
    hidden_forms: Mapping[str, str]
    form_examples: Examples = field(default_factory=dict)


def check_data(worded: Worded, places: Mapping[str, Iterable[str]], problems: Problems) -> Checked:
    """Checked data; raises ProblemsFound with what was found so far and here.

    `places` gives, under `pages`, the paths below docs/ that data may name, and their headings; under `forms` and
    `pathways` the ids of those that could not be read.
    """
    registers = check_registers(worded.registers, problems, places, is_whole=worded.is_sound)
    ids = written_ids(worded)
    for key, names in places.items():
        ids[key] = {*ids.get(key, ()), *names}
    pathways = tuple(check_pathways(worded.pathways, ids, problems))
    forms = check_forms(worded.forms, ids, problems)
    places_of_registers = {draft.key: (draft.source.file, draft.line_of_list) for draft in worded.registers}
    join_unknown({key: place for key, place in places_of_registers.items() if not ids[key]}, problems)
    problems.stop_if_any()
    overlaid = worded.overlaid
    ordered = {key: overlaid.upstream.in_order(key, entries) for key, entries in registers.entries.items()}
    in_order = Registers(ordered, registers.places)
    return Checked(in_order, pathways, forms, worded.words, overlaid.hidden, overlaid.hidden_forms)


def written_ids(worded: Worded) -> dict[str, set[str]]:
    """The ids of each register, and of forms and pathways, also of what is not sound; not of what was not read."""
    ids: dict[str, set[str]] = {key: set() for key in MODELS} if worded.is_sound else {}
    for draft in worded.registers:
        ids.setdefault(draft.key, set()).update(draft.ids())
    return ids | {"forms": _form_ids(worded)}


def _form_ids(worded: Worded) -> set[str]:
    """The ids of all forms, also of those that are not sound, so that none of these is reported as unknown."""
    return {
        form.data["id"] for form in worded.forms if isinstance(form.data, dict) and isinstance(form.data.get("id"), str)
    }
