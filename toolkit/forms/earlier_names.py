"""The names under which a form's answers are kept, found in its raw data, with the places of what is asked there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from toolkit.forms.raw import RawForm, parts
from toolkit.sources.yaml_source import KeyPath

FREE_ROW = "row"  # the id of rows that people add


@dataclass(frozen=True)
class QuestionPlace:
    """Something that is asked: where in the data it is, the data, and the place of the row that it is asked in."""

    path: KeyPath
    question: RawForm
    row: KeyPath = ()


def questions_of(form: RawForm) -> dict[str, QuestionPlace]:
    """Everything that a form asks, by the name under which its answer is kept."""
    names: dict[str, QuestionPlace] = {}
    stop = form.get("stop_if")
    for index, condition in parts(stop, "conditions"):
        names[f"stop/{condition.get('id')}"] = QuestionPlace(("stop_if", "conditions", index), condition)
    for index, question in parts(form, "record"):
        names[f"record/{question.get('id')}"] = QuestionPlace(("record", index), question)
    for position, section in parts(form, "sections"):
        path: KeyPath = ("sections", position)
        for index, question in parts(section, "questions"):
            names[f"{section.get('id')}/{question.get('id')}"] = QuestionPlace((*path, "questions", index), question)
        rows: list[tuple[Any, KeyPath]] = [
            (row.get("id"), (*path, "rows", index)) for index, row in parts(section, "rows")
        ]
        for id, place in rows or ([(FREE_ROW, ())] if section.get("row_repeat") else []):
            for index, column in parts(section, "columns"):
                name = f"{section.get('id')}/{id}/{column.get('id')}"
                names[name] = QuestionPlace((*path, "columns", index), column, place)
    return names


def names_today(form: RawForm) -> dict[str, str]:
    """Today's name of each former name that `was` gives, with the names of today."""
    names: dict[str, str] = {}
    for name, entry in questions_of(form).items():
        ids = name.split("/")
        section = _section_of(form, entry.path)
        heads = [ids[0], *former_ids(section)]
        rows = [ids[1], *former_ids(part_at(form, entry.row))] if len(ids) == 3 else [""]
        for last in (ids[-1], *former_ids(entry.question)):
            full = (
                [last] if "/" in last else ["/".join(filter(None, (head, row, last))) for head in heads for row in rows]
            )
            names |= dict.fromkeys(full, name)
    return names


def former_ids(part: Any) -> list[str]:
    """The ids that a part had before."""
    was = part.get("was") if isinstance(part, dict) else None
    return [each for each in was if isinstance(each, str)] if isinstance(was, list) else []


def _section_of(form: RawForm, path: KeyPath) -> Any:
    return part_at(form, path[:2]) if path[0] == "sections" else None


def part_at(form: Any, path: KeyPath) -> Any:
    """What is at a place in a form's data."""
    for step in path:
        form = form[step]
    return form


def retired_keys(form: RawForm) -> set[str]:
    """The names of what is no longer asked."""
    return {str(retired.get("key")) for _, retired in parts(form, "retired")}
