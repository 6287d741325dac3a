"""Reads the files of data/pathways, one pathway each, or tells everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from toolkit.pathways.flow import find_faults
from toolkit.pathways.model import Choice, End, Pathway, Step
from toolkit.registers.markup import markup_mistakes_of
from toolkit.registers.messages import findings_of, sentence
from toolkit.registers.refers import IdsByRegister
from toolkit.sources.problems import Problems, ProblemsFound, did_you_mean, quote
from toolkit.sources.yaml_source import Source, read_yaml

PATHWAYS_FOLDER = "data/pathways"
TOP_KEY = "pathway"
NESTED_MODELS: dict[str, type[BaseModel]] = {"choices": Choice, "steps": Step, "ends": End}  # the innermost first


def pathway_files(root: Path) -> dict[str, Path]:
    """The files of a project's pathways, by the names that messages use."""
    return {f"{PATHWAYS_FOLDER}/{path.name}": path for path in sorted((root / PATHWAYS_FOLDER).glob("*.yml"))}


def read_pathway_sources(files: Mapping[str, Path], problems: Problems) -> list[Source]:
    """The files' data, each one mapping under the one key; what cannot be read is added to the problems."""
    return [source for name, path in files.items() for source in _read_source(path, name, problems)]


def check_pathways(sources: Sequence[Source], ids: IdsByRegister | None, problems: Problems) -> list[Pathway]:
    """The sound pathways of the sources, in their order; what is wrong with others is added to the problems.

    `ids` holds the ids that steps may name, by register: resources, contacts, topics, sources, and the paths of
    pages. With None, because the registers themselves are not sound, such names are not checked.
    """
    own_ids = {source.data[TOP_KEY]["id"] for source in sources if isinstance(source.data[TOP_KEY].get("id"), str)}
    context = None if ids is None else {**ids, "pathways": {*own_ids, *ids.get("pathways", ())}}
    return [pathway for source in sources for pathway in _check_source(source, context, problems)]


def _read_source(path: Path, name: str, problems: Problems) -> Iterator[Source]:
    """The file's source if it holds one mapping under the one key."""
    try:
        source = read_yaml(path, name)
    except ProblemsFound as error:
        problems.entries += error.problems
        return
    data = source.data
    if not isinstance(data, dict) or TOP_KEY not in data:
        near = did_you_mean(next(iter(data), ""), [TOP_KEY]) if isinstance(data, dict) else ""
        problems.add(
            name, 1, f"the file must begin with the key '{TOP_KEY}:', with the pathway's own keys below it.{near}"
        )
        return
    unknown_keys = [key for key in data if key != TOP_KEY]
    for key in unknown_keys:
        problems.add(
            name, source.line((key,)), f"unknown top-level key {quote(key)}. Only '{TOP_KEY}:' is allowed here"
        )
    if not isinstance(data[TOP_KEY], dict):
        problems.add(name, source.line((TOP_KEY,)), f"'{TOP_KEY}' needs keys below it, such as 'id: ...'")
    elif not unknown_keys:
        _check_name(source, path, problems)
        yield source


def _check_name(source: Source, path: Path, problems: Problems) -> None:
    id = source.data[TOP_KEY].get("id")
    if isinstance(id, str) and id != path.stem:
        message = f"the file is called {quote(path.name)}. Call it {quote(id + '.yml')}"
        problems.add(source.file, source.line((TOP_KEY, "id")), f"pathway {quote(id)}: {message}")


def _check_source(source: Source, context: IdsByRegister | None, problems: Problems) -> Iterator[Pathway]:
    raw = source.data[TOP_KEY]
    stem = Path(source.file).stem
    name = f"pathway {quote(raw['id'] if isinstance(raw.get('id'), str) else stem)}"

    def add(place: tuple[str | int, ...], message: str) -> None:
        problems.add(source.file, source.line((TOP_KEY, *place)), f"{name}: {message}")

    try:
        pathway = Pathway.model_validate(raw, context=context)
    except ValidationError as error:
        for finding in findings_of(error):
            add(finding["loc"], _sentence(finding, raw))
        return
    for place, message in (*markup_mistakes_of(raw), *find_faults(pathway)):
        add(place, message)
    yield pathway


def _sentence(finding: Any, raw: Any) -> str:
    """A finding of the checker with the step or end that it is in."""
    place = finding["loc"]
    kind = next((key for key in NESTED_MODELS if key in place[:-1]), None)
    model = NESTED_MODELS[kind] if kind else Pathway
    noun = kind.removesuffix("s") if kind else TOP_KEY
    where = ""
    if len(place) > 1 and place[0] in ("steps", "ends"):
        part = raw[place[0]][place[1]]
        id = part.get("id") if isinstance(part, dict) else None
        where = f"{place[0][:-1]} {quote(id) if isinstance(id, str) else f'number {place[1] + 1}'}: "
    return where + sentence(finding, model.model_fields, noun)
