"""What each component shows: a function from the site and a placeholder's arguments to the names of the template.

A view is called with the site, the path of the page that the placeholder is on, and the placeholder's arguments by
name. Its name, with hyphens, is that of the component. A component whose template needs only the arguments has none.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from toolkit.site.views import forms, identity, knowledge, pages, pathways, reference, resources, topics
from toolkit.site.views.arguments import arguments_view
from toolkit.site.views.arguments import parameters_of as parameters_of
from toolkit.site.views.words import Context

VIEWS_FOLDER = "toolkit/site/views/"
MODULES = (resources, topics, knowledge, pages, forms, pathways, reference, identity)
View = Callable[..., Context]
VIEWS: dict[str, View] = {view.__name__.replace("_", "-"): view for module in MODULES for view in module.VIEWS}


def find_view(component: str) -> View:
    """The view of a component: its own, or else one that gives the template the arguments as they are."""
    return VIEWS.get(component) or partial(arguments_view, component)


def bind_arguments(component: str, arguments: Mapping[str, Any]) -> None:
    """Raises TypeError where a component does not take the arguments, or needs one that is not there."""
    if component in VIEWS:
        inspect.signature(VIEWS[component]).bind(None, "", **arguments)
    else:
        inspect.Signature([*parameters_of(component).values()]).bind(**arguments)
