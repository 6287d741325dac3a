"""The components of a site, as folders: the files of each, and the examples that show it in its states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from toolkit.registers.messages import sentence
from toolkit.sources.problems import Problems, quote
from toolkit.sources.yaml_source import Source, read_yaml

COMPONENTS = "components"
EXAMPLES = "examples.yml"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
SHOWN_KEYS = {"page", "arguments", "context", "template"}


def _with_dates(value: Any) -> Any:
    """Plain data with each day, such as 2026-11-28, as a date."""
    if isinstance(value, dict):
        return {key: _with_dates(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_dates(part) for part in value]
    return date.fromisoformat(value) if isinstance(value, str) and DAY.fullmatch(value) else value


ExampleContext = Annotated[dict[str, Any], AfterValidator(_with_dates)]


class ComponentExample(BaseModel):
    """A component in one state, rendered with the data of the site that it is shown in.

    Where there is no `template`, the component's view is given the `arguments`, as a macro gives them. `context` then
    replaces names of the view's context, or parts of them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str = Field(min_length=1)
    description: str | None = None
    hidden: bool = False  # a state for tests only
    page: str | None = None  # the path of the page that it is on, where that matters
    arguments: dict[str, Any] = {}
    context: ExampleContext = {}
    template: str | None = None  # for a part that is called as a macro, or needs something around it
    address: str | None = None  # where it is a page of its own, to which the components page leads

    @property
    def source(self) -> str:
        """What it is made from, as YAML; empty where the component takes nothing."""
        data = self.model_dump(include=SHOWN_KEYS, exclude_defaults=True)
        return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100).strip() if data else ""


class _File(BaseModel):
    """What an examples.yml holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    about: str = Field(min_length=1)
    examples: tuple[ComponentExample, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Component:
    """A folder of components/: its name, what it is for, its files and its examples."""

    name: str
    about: str = ""
    files: tuple[str, ...] = ()
    examples: tuple[ComponentExample, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)  # of the examples, by their names

    @property
    def examples_file(self) -> str:
        """The path of its examples, as messages call it."""
        return f"{COMPONENTS}/{self.name}/{EXAMPLES}"

    @property
    def template(self) -> str:
        """The path of its template below components/."""
        return f"{self.name}/{self.name}.html"

    @property
    def visible_examples(self) -> list[ComponentExample]:
        """The examples that the components page shows."""
        return [example for example in self.examples if not example.hidden]


def read_components(root: Path) -> list[Component]:
    """Every component of the project at `root`, by name; raises ProblemsFound with what is wrong with any."""
    problems = Problems()
    folders = sorted(path for path in (root / COMPONENTS).iterdir() if path.is_dir())
    components = [_read_component(folder, problems) for folder in folders]
    problems.stop_if_any()
    return components


def _read_component(folder: Path, problems: Problems) -> Component:
    files = tuple(sorted(path.name for path in folder.iterdir() if path.name != EXAMPLES))
    component = Component(folder.name, files=files)
    if not (folder / EXAMPLES).is_file():
        return component
    with problems.collect():
        source = read_yaml(folder / EXAMPLES, component.examples_file)
        if file := _check_file(source, problems):
            lines = {example.name: source.line(("examples", n)) for n, example in enumerate(file.examples)}
            _check_names(file.examples, source, problems)
            return Component(folder.name, file.about, files, file.examples, lines)
    return component


def _check_file(source: Source, problems: Problems) -> _File | None:
    if not isinstance(source.data, dict):
        problems.add(source.file, 1, "the file must begin with the keys 'about:' and 'examples:'")
        return None
    try:
        return _File.model_validate(source.data)
    except ValidationError as error:
        findings = error.errors(include_url=False)
        for finding in findings:
            if finding["type"] == "too_short" and len(findings) > 1:  # only because what it holds is not sound
                continue
            is_inside = len(finding["loc"]) > 1
            model, noun = (ComponentExample, "example") if is_inside else (_File, "file of examples")
            message = sentence(finding, model.model_fields, noun)
            problems.add(source.file, source.line(finding["loc"]), message)
    return None


def _check_names(examples: Iterable[ComponentExample], source: Source, problems: Problems) -> None:
    """Adds a problem for each name that an example before it has."""
    names: set[str] = set()
    for position, example in enumerate(examples):
        if example.name in names:
            message = f"another example is called {quote(example.name)} too. Name each for its state"
            problems.add(source.file, source.line(("examples", position, "name")), message)
        names.add(example.name)
