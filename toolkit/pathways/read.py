"""Reads the files of data/pathways, one pathway each, or tells everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from toolkit.pathways.flow import find_faults
from toolkit.pathways.model import Choice, End, Pathway, Step
from toolkit.registers.messages import sentence
from toolkit.sources.problems import Problems, ProblemsFound, did_you_mean, quote
from toolkit.sources.yaml_source import Source, read_yaml

FOLDER = "data/pathways"
KEY = "pathway"
Known = Mapping[str, Iterable[str]]
NESTED: dict[str, type[BaseModel]] = {"choices": Choice, "steps": Step, "ends": End}  # the innermost first


def pathway_files(root: Path) -> dict[str, Path]:
    """The files of a project's pathways, by the name that messages give them."""
    return {f"{FOLDER}/{path.name}": path for path in sorted((root / FOLDER).glob("*.yml"))}


def read_pathways(files: Mapping[str, Path], known: Known | None) -> list[Pathway]:
    """The pathways of the files in their order; raises ProblemsFound with every problem. `known`: as below."""
    problems = Problems()
    pathways = check_pathways(read_pathway_sources(files, problems), known, problems)
    problems.stop_if_any()
    return pathways


def read_pathway_sources(files: Mapping[str, Path], problems: Problems) -> list[Source]:
    """The files' data, each one mapping under the one key; what cannot be read is added to the problems."""
    return [source for name, path in files.items() for source in _read(path, name, problems)]


def check_pathways(sources: Sequence[Source], known: Known | None, problems: Problems) -> list[Pathway]:
    """The sound pathways of the sources, in their order; what is wrong with others is added to the problems.

    `known` holds the ids that steps may name, by register: resources, contacts, topics, sources, and the paths of
    pages. With None, because the registers themselves are not sound, such names are not checked.
    """
    ids = {source.data[KEY]["id"] for source in sources if isinstance(source.data[KEY].get("id"), str)}
    context = None if known is None else {**known, "pathways": ids}
    return [pathway for source in sources for pathway in _check(source, context, problems)]


def _read(path: Path, name: str, problems: Problems) -> Iterator[Source]:
    """The file's source if it holds one mapping under the one key."""
    try:
        source = read_yaml(path, name)
    except ProblemsFound as found:
        problems.found += found.problems
        return
    data = source.data
    if not isinstance(data, dict) or KEY not in data:
        near = did_you_mean(next(iter(data), ""), [KEY]) if isinstance(data, dict) else ""
        problems.add(name, 1, f"the file must begin with the key '{KEY}:', with the pathway's own keys below it.{near}")
        return
    others = [key for key in data if key != KEY]
    for key in others:
        problems.add(name, source.line((key,)), f"unknown top-level key {quote(key)}. Only '{KEY}:' may stand here")
    if not isinstance(data[KEY], dict):
        problems.add(name, source.line((KEY,)), f"'{KEY}' needs keys below it, such as 'id: ...'")
    elif not others:
        _check_name(source, path, problems)
        yield source


def _check_name(source: Source, path: Path, problems: Problems) -> None:
    id = source.data[KEY].get("id")
    if isinstance(id, str) and id != path.stem:
        message = f"the file is called {quote(path.name)}. Call it {quote(id + '.yml')}"
        problems.add(source.file, source.line((KEY, "id")), f"pathway {quote(id)}: {message}")


def _check(source: Source, context: Known | None, problems: Problems) -> Iterator[Pathway]:
    raw = source.data[KEY]
    stem = Path(source.file).stem
    name = f"pathway {quote(raw['id'] if isinstance(raw.get('id'), str) else stem)}"

    def add(place: tuple[str | int, ...], message: str) -> None:
        problems.add(source.file, source.line((KEY, *place)), f"{name}: {message}")

    try:
        pathway = Pathway.model_validate(raw, context=context)
    except ValidationError as error:
        for finding in error.errors(include_url=False):
            add(finding["loc"], _sentence(finding, raw))
        return
    for place, message in find_faults(pathway):
        add(place, message)
    yield pathway


def _sentence(finding: Any, raw: Any) -> str:
    """A finding of the checker with the step or end that it is in."""
    place = finding["loc"]
    kind = next((key for key in NESTED if key in place[:-1]), None)
    model = NESTED[kind] if kind else Pathway
    noun = kind.removesuffix("s") if kind else KEY
    where = ""
    if len(place) > 1 and place[0] in ("steps", "ends"):
        part = raw[place[0]][place[1]]
        id = part.get("id") if isinstance(part, dict) else None
        where = f"{place[0][:-1]} {quote(id) if isinstance(id, str) else f'number {place[1] + 1}'}: "
    return where + sentence(finding, model.model_fields, noun)
