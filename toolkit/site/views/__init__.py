"""What each fragment shows: a function each, from the site and the placeholder's arguments to the template's variables.

A view is called with the site, the path of the page that the placeholder is on, and its arguments by name.
Its name, with hyphens, is the name of the placeholder and of the component whose template it serves.
"""

from __future__ import annotations

from collections.abc import Callable

from toolkit.site.views import forms, identity, knowledge, pages, pathways, reference, resources, topics
from toolkit.site.views.words import Context

MODULES = (resources, topics, knowledge, pages, forms, pathways, reference, identity)
VIEWS: dict[str, Callable[..., Context]] = {
    view.__name__.replace("_", "-"): view for module in MODULES for view in module.VIEWS
}
