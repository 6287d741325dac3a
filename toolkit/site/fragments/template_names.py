"""The names that a template takes from where it is rendered, and the problem where nothing gives one of them."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, meta

from toolkit.site.components import COMPONENTS
from toolkit.site.fragments.template_mistakes import template_mistakes
from toolkit.site.views import VIEWS_FOLDER, parameters_of
from toolkit.sources.problems import Problem, ProblemsFound, quote


@lru_cache(maxsize=1000)
def undeclared_names(environment: Environment, template: str) -> frozenset[str]:
    """The names that a template, or one that it imports or includes, takes from where it is rendered."""
    with template_mistakes(Path()):
        source, _, _ = environment.loader.get_source(environment, template)  # type: ignore[union-attr]
        tree = environment.parse(source, template)
    templates = [name for name in meta.find_referenced_templates(tree) if name]
    names = (undeclared_names(environment, name) for name in templates)
    return frozenset(meta.find_undeclared_variables(tree)).union(*names)


def check_names(environment: Environment, component: str, names: Set[str]) -> None:
    """Raises ProblemsFound where the template of a component without a view asks for a name that `names` lacks."""
    template = f"{component}/{component}.html"
    unknown = sorted(undeclared_names(environment, template) - names - environment.globals.keys())
    if unknown:
        macro = f" of {component.replace('-', '_')}()" if parameters_of(component) else ""
        neither = f"neither an argument{macro} nor a view in {VIEWS_FOLDER} gives"
        raise ProblemsFound([Problem(f"{COMPONENTS}/{template}", 0, f"asks for {quote(unknown[0])}, which {neither}")])
