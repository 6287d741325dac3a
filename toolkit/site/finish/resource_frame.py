"""The site's frame with a resource's record in it: a page for each resource, of which the engine renders none."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property

from toolkit.html.literal import literal_text
from toolkit.pages.page import page_url
from toolkit.registers.resources import Resource
from toolkit.site.compose.brand import put_in_names
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.model import Site
from toolkit.site.pages.generated import SHELL, SHELL_DESCRIPTION, SHELL_TITLE

SHELL_URL = page_url(SHELL)
SHELL_PLACEHOLDER = re.compile("|".join(map(re.escape, (SHELL_TITLE, SHELL_DESCRIPTION, SHELL_URL))))


class ResourceFrame:
    """The site's frame, in which each resource's page is; rendered when the first page needs it."""

    def __init__(self, site: Site, shell: str, fragments: Callable[[], Fragments]) -> None:
        self.site, self.shell, self.fragments = site, shell, fragments

    @cached_property
    def parts(self) -> tuple[str, str]:
        """What is before and after the record, in the frame of any resource."""
        start, end = re.search(r'<div data-placeholder="resource-page"[^>]*></div>', self.shell).span()  # type: ignore[union-attr]
        anywhere = PageLocation(SHELL_URL, SHELL)  # its address becomes each resource's
        before, after = (
            put_in_names(self.site, self.fragments().render_page(part, anywhere))
            for part in (self.shell[:start], self.shell[end:])
        )
        return before, after

    def page_of(self, resource: Resource) -> str:
        """The page of a resource."""
        url = f"r/{resource.id}/"
        place = PageLocation(url, f"r/{resource.id}.md")
        record = self.fragments().render("resource-page", {"id": resource.id}, place)
        values = {SHELL_TITLE: resource.title, SHELL_DESCRIPTION: resource.summary, SHELL_URL: url}
        before, after = (_put_in_values(part, values) for part in self.parts)
        return before + record + after


def _put_in_values(shell: str, values: Mapping[str, str]) -> str:
    """A part of the shell with its placeholders replaced, in one pass: no value is searched again."""
    return SHELL_PLACEHOLDER.sub(lambda match: literal_text(values[match[0]]), shell)
