"""Renders the examples of components, as their pages would render them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from jinja2 import Environment
from pydantic import BaseModel

from toolkit.html.literal import literal
from toolkit.site.components import Component, ComponentExample
from toolkit.site.fragments.template_mistakes import template_mistakes
from toolkit.site.model import Site
from toolkit.site.views import bind_arguments, find_view
from toolkit.sources.problems import Problem, ProblemsFound, did_you_mean, quote

# Attributes of an element that hold ids, and links to a place on the same page.
IDS = re.compile(r'(\s(?:id|for|aria-labelledby|aria-describedby|aria-controls)="|\shref="#)([^"]+)"')
FRAGMENT = re.compile(r'href="#([^"]+)"')


class NotInData(ProblemsFound):
    """An example names what a site does not have, because its catalogue is another."""


def render_example(
    site: Site, environment: Environment, component: Component, example: ComponentExample, path: str, root: str
) -> str:
    """The HTML of an example on the page at `path`, from which `root` leads to the site's root.

    Raises ProblemsFound, with the file and line of the example, where it does not fit the component or the data.
    """
    context: dict[str, Any] = {"library": site.library, "copy": site.copy, "root": root}
    if example.template is None:
        context |= _view(site, component, example, example.page or path)
    for name, change in example.context.items():
        context[name] = _apply_change(context.get(name), change, component, example)
    source = example.template or f'{{% include "{component.template}" %}}'
    try:
        with template_mistakes(site.root):
            return literal(environment.from_string(source).render(context).strip())
    except ProblemsFound as error:
        raise _problem(component, example, str(error)) from error


def with_own_ids(html: str, prefix: str, back: str) -> str:
    """HTML whose ids begin with a prefix, wherever it has or names one, so that many can be on one page.

    A link to a part of the page that the example does not have leads to the id `back` instead.
    """

    def rename(match: re.Match[str]) -> str:
        return match[1] + " ".join(f"{prefix}{id}" for id in match[2].split()) + '"'

    html = IDS.sub(rename, html)
    return FRAGMENT.sub(lambda match: match[0] if f'id="{match[1]}"' in html else f'href="#{back}"', html)


def _view(site: Site, component: Component, example: ComponentExample, path: str) -> dict[str, Any]:
    """What the component's view gives for the arguments."""
    try:
        bind_arguments(component.name, example.arguments)
    except TypeError as error:
        raise _problem(component, example, f"the arguments do not fit the component: {error}") from error
    try:
        return find_view(component.name)(site, path, **example.arguments)
    except KeyError as error:
        problem = _problem(component, example, f"the data and pages hold no {quote(error.args[0])}")
        raise NotInData(problem.problems) from error


def _apply_change(value: Any, change: Any, component: Component, example: ComponentExample) -> Any:
    """A value with a change: keys replace those of an entry or mapping, anything else replaces the whole."""
    if not isinstance(change, Mapping) or value is None:
        return change
    parts_by_name = _parts(value)
    if parts_by_name is None:
        return change
    for key in change:
        if key not in parts_by_name and not isinstance(value, Mapping):
            message = f"{type(value).__name__} has no {quote(key)}.{did_you_mean(key, parts_by_name)}"
            raise _problem(component, example, message)
    parts = {key: _apply_change(parts_by_name.get(key), part, component, example) for key, part in change.items()}
    if isinstance(value, BaseModel):
        return value.model_copy(update=parts)
    return {**value, **parts} if isinstance(value, Mapping) else replace(value, **parts)


def _parts(value: Any) -> dict[str, Any] | None:
    """The parts of an entry or mapping by name; None for anything else."""
    if isinstance(value, BaseModel):
        return {name: getattr(value, name) for name in type(value).model_fields}
    if is_dataclass(value) and not isinstance(value, type):
        return {part.name: getattr(value, part.name) for part in fields(value)}
    return dict(value) if isinstance(value, Mapping) else None


def _problem(component: Component, example: ComponentExample, message: str) -> ProblemsFound:
    line = component.lines.get(example.name, 0)
    return ProblemsFound([Problem(component.examples_file, line, f"example {quote(example.name)}: {message}")])
