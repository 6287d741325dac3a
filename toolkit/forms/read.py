"""Reads form definitions, or reports everything that is wrong with them."""

from __future__ import annotations

import posixpath
import types
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from toolkit.artefacts.memory import Memory, data_key
from toolkit.forms.carry_rules import carry_faults
from toolkit.forms.definition import Form
from toolkit.forms.parts import papers
from toolkit.forms.rules import RULES
from toolkit.forms.text_rules import link_findings
from toolkit.registers.messages import findings_of, sentence
from toolkit.registers.refers import IdsByRegister
from toolkit.sources.problems import Problems, ProblemsFound, quote
from toolkit.sources.yaml_source import Source, read_yaml

MODEL_NOUNS = {
    "Question": "question",
    "Row": "row",
    "Section": "section",
    "Form": "form",
    "Condition": "condition",
    "FormPart": "part",
    "Level": "level",
    "NextStep": "next step",
    "Outcome": "outcome",
    "Duty": "duty",
}
LIST_NOUNS = {"next": "next step", "duties": "duty"}  # what an item of a list is called, if not as the list is
FORMS_FOLDER = "forms"
_sound = Memory[Form](most=200)


def form_files(root: Path) -> dict[str, Path]:
    """The form definitions of a project, by the names that messages use."""
    return {f"{FORMS_FOLDER}/{path.name}": path for path in sorted((root / FORMS_FOLDER).glob("*.yml"))}


def check_forms(sources: Iterable[Source], ids: IdsByRegister | None, problems: Problems) -> dict[str, Form]:
    """The sound forms by id, in order of id; what is wrong with others is added to the problems.

    `known` gives the ids of registers and, under `pages`, paths below docs/. With None, because the registers
    themselves are not sound, what forms name is not checked.
    """
    sources = list(sources)
    # Pairs and no mapping: all forms that a layer changes have that layer's file.
    ids_key = data_key(None if ids is None else {key: sorted(names) for key, names in ids.items()})
    forms_by_file = [(source.file, _check_once(source, ids, ids_key, problems)) for source in sources]
    forms = {
        form.id: form for form in sorted(filter(None, (form for _, form in forms_by_file)), key=lambda form: form.id)
    }
    for file, form in forms_by_file:
        for stem, part in papers(form) if form else ():
            if part and form and stem in forms and stem != form.id:
                message = f"the part {quote(part.id)} would be filed as {stem}, which is another form. Rename the part"
                problems.add(file, 0, message)
    forms_by_source = list(zip(sources, (form for _, form in forms_by_file), strict=True))
    _check_carries(forms_by_source, (ids or {}).get("forms", ()), problems)
    return forms


def _check_carries(
    forms_by_source: list[tuple[Source, Form | None]], unread: Iterable[str], problems: Problems
) -> None:
    """What is wrong with where answers come from, which takes all forms to see. `unread` are ids besides those read."""
    forms = {form.id: form for _, form in forms_by_source if form}
    ids = [str(source.data.get("id")) for source, _ in forms_by_source if isinstance(source.data, dict)] + [*unread]
    for source, form in forms_by_source:
        folder = posixpath.dirname(source.file)
        neighbours = {each.id for entry, each in forms_by_source if each and posixpath.dirname(entry.file) == folder}
        for where, message in carry_faults(form, forms, ids, neighbours) if form else ():
            problems.add(source.file, source.line(where), f"{describe_path(source.data, where)}{message}")


def read_form_sources(files: Mapping[str, Path], problems: Problems) -> list[Source]:
    """The definitions in the files, unchecked but for their names; what cannot be read is added to the problems."""
    sources = []
    for name, path in files.items():
        try:
            source = read_yaml(path, name)
        except ProblemsFound as error:
            problems.entries += error.problems
            continue
        sources.append(source)
        if isinstance(source.data, dict):
            _check_name(source, path, problems)
    return sources


def _check_once(source: Source, ids: IdsByRegister | None, ids_key: bytes, problems: Problems) -> Form | None:
    """The form of one definition; one that was sound before is not checked again."""
    key = data_key(ids_key, source.data)
    form = _sound.find(key) or check_form(source, ids, problems)
    return _sound.keep(key, form) if form else None


def check_form(source: Source, ids: IdsByRegister | None, problems: Problems) -> Form | None:
    """The form of one definition; None, with the problems added, when it is not sound."""
    before = len(problems)
    form = _validate(source, ids, problems)
    if isinstance(source.data, dict):
        findings = [finding for rule in RULES for finding in rule(source.data)]
        for where, message in (*findings, *link_findings(source.data, ids)):
            problems.add(source.file, source.line(where), f"{describe_path(source.data, where)}{message}")
    return form if len(problems) == before else None


def _validate(source: Source, ids: IdsByRegister | None, problems: Problems) -> Form | None:
    try:
        return Form.model_validate(source.data, context=None if ids is None else dict(ids))
    except ValidationError as error:
        for finding in findings_of(error):
            where = finding["loc"]
            inner = finding["type"] in ("missing", "extra_forbidden")
            model = _model_at(where[:-1] if inner else where)
            keys = [field.alias or name for name, field in model.model_fields.items()]
            message = sentence(finding, keys, MODEL_NOUNS.get(model.__name__, "block of this kind"))
            problems.add(source.file, source.line(where), f"{describe_path(source.data, where)}{message}")
    return None


def _check_name(source: Source, path: Path, problems: Problems) -> None:
    if isinstance(source.data.get("id"), str) and source.data["id"] != path.stem:
        message = f"the id is {quote(source.data['id'])} but the file is called {quote(path.name)}. Make them the same"
        problems.add(source.file, source.line(("id",)), message)


def describe_path(data: Any, where: tuple[str | int, ...]) -> str:
    """`section 'x': row 'y': `, the path of a place in the file as its author thinks of it."""
    names, key = "", ""
    for step in where:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(step, int) and isinstance(data, dict):
            noun = LIST_NOUNS.get(key, key.removesuffix("s"))
            names += f"{noun} {quote(data['id'])}: " if "id" in data else f"{noun} number {step + 1}: "
        key = str(step)
    return names


def _model_at(where: tuple[str | int, ...]) -> type[BaseModel]:
    """The model that describes a place in a form."""
    model: type[BaseModel] = Form
    for step in where:
        field = model.model_fields.get(step) if isinstance(step, str) else None
        model = next(_models_in(field.annotation), model) if field else model
    return model


def _models_in(hint: Any) -> Any:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    elif get_origin(hint) in (tuple, Union, types.UnionType):
        for part in get_args(hint):
            yield from _models_in(part)
