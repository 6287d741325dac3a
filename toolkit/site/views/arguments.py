"""The view of a component that has none of its own: what its macro is given are the names of its template."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from macros import MACROS
from toolkit.site.model import Site
from toolkit.site.views.words import Context


def parameters_of(component: str) -> Mapping[str, inspect.Parameter]:
    """The arguments of the macro that leaves the placeholders of a component; none where there is no such macro."""
    macro = MACROS.get(component.replace("-", "_"))
    return inspect.signature(macro).parameters if macro else {}


def arguments_view(component: str, site: Site, path: str, **arguments: Any) -> Context:
    """Every argument of the component's macro by its name, with its default where the call left it out."""
    parameters = parameters_of(component).items()
    defaults = {name: None if part.default is part.empty else part.default for name, part in parameters}
    return defaults | arguments
