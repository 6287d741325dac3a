"""What each fragment shows: one function a fragment, from the site and the mark's arguments to the template's names.

A view is called with the site, the path of the page that the mark stands on, and the mark's arguments by name.
Its name, with hyphens, is the name of the mark and of the component whose template it serves.
"""

from __future__ import annotations

from collections.abc import Callable

from toolkit.site.views import forms, identity, knowledge, pages, pathways, reference, resources, topics
from toolkit.site.views.words import Context

MODULES = (resources, topics, knowledge, pages, forms, pathways, reference, identity)
VIEWS: dict[str, Callable[..., Context]] = {
    view.__name__.replace("_", "-"): view for module in MODULES for view in module.VIEWS
}
