"""Completes a rendered site: renders the placeholders and the resource pages, and checks every page that was built.

It reads built HTML only, so it is the same for each site engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path

from toolkit.artefacts.artefact import fingerprint
from toolkit.html.tree import parse_page
from toolkit.registers.resources import Resource
from toolkit.search.page_text import PageText, read_page_text
from toolkit.site.compose.brand import (
    VERSION_FILE,
    put_in_content_hash,
    put_in_names,
    rebase_links,
    version_file,
    with_file_links,
)
from toolkit.site.finish.contents import with_contents
from toolkit.site.finish.finished_pages import FinishedPage, FinishedPages
from toolkit.site.finish.hashed_names import link_published, publish_under_hashes
from toolkit.site.finish.hosts import write_server_files
from toolkit.site.finish.my_list import RESOURCES_SCRIPT, my_list_script
from toolkit.site.finish.numbers import Numbers, numbers_of
from toolkit.site.finish.page_check import check_page
from toolkit.site.finish.resource_frame import SHELL_URL, ResourceFrame
from toolkit.site.finish.search.write import write_search
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.model import ERROR_PAGES, Site
from toolkit.site.pages.generated import SHELL
from toolkit.sources.problems import Problems


def finish(site: Site, out: Path) -> None:
    """Completes the site rendered into `out`; raises ProblemsFound for a page that must not be published."""
    published = publish_under_hashes(out)
    shell = link_published(_take_shell(out), published)
    finisher = _Finisher(site, published)
    texts: dict[str, PageText] = {}
    for path in sorted(out.rglob("*.html")):
        place = place_of(site, path.relative_to(out))
        page = finisher.finish_page(path.relative_to(out).as_posix(), path.read_text("utf-8"), place)
        _write(path, put_in_content_hash(site, page.html))
        texts |= {place.url: page.text} if place.url and page.text else {}
    for name, html in finisher.finish_resources(shell):
        _write(out / name, put_in_content_hash(site, html))
    _write_site_map(site, out)
    write_server_files(site, out)
    if not site.base:
        (out / VERSION_FILE).write_text(version_file(site), "utf-8")
    write_search(site, texts, out)
    (out / RESOURCES_SCRIPT).write_text(
        finisher.finished.get_text("my-list", lambda: my_list_script(site)), "utf-8", newline="\n"
    )
    finisher.problems.stop_if_any()


class _Finisher:
    """Finishes one page after the other; what must not be published is added to the problems."""

    def __init__(self, site: Site, published: Mapping[str, str]) -> None:
        self.site, self.published, self.problems = site, published, Problems()
        self.finished = FinishedPages(site, published)

    @cached_property
    def fragments(self) -> Fragments:
        return Fragments(self.site)

    @cached_property
    def numbers(self) -> Numbers:
        return numbers_of(self.site.library)

    def finish_page(self, name: str, rendered: str, place: PageLocation) -> FinishedPage:
        """A page of the site; `name` is that of its file."""
        page = self.site.page_at.get(place.path)
        inputs = (rendered, page.words if page else 0)
        return self.finished.get(name, inputs, self.problems, lambda: self._finish_page(name, rendered, place))

    def finish_resources(self, shell: str) -> Iterator[tuple[str, str]]:
        """(file, HTML) of each resource's page."""
        frame = fingerprint(shell)
        parts = ResourceFrame(self.site, shell, lambda: self.fragments)
        for resource in self.site.library.resources.values():
            name = f"r/{resource.id}/index.html"
            make = partial(self._finish_resource, name, resource, parts)
            yield name, self.finished.get(name, (frame,), self.problems, make).html

    def _finish_page(self, name: str, rendered: str, place: PageLocation) -> FinishedPage:
        html = put_in_names(self.site, self.fragments.render_page(link_published(rendered, self.published), place))
        html = with_contents(self.numbers.link(html), self.fragments.environment)
        html = rebase_links(self.site, html) if place.path in ERROR_PAGES else html
        html = with_file_links(html) if self.site.offline else html
        tree = parse_page(html)
        check_page(self.site, place.path, name, html, tree, self.problems)
        return FinishedPage(html, read_page_text(tree) if place.url else None)

    def _finish_resource(self, name: str, resource: Resource, frame: ResourceFrame) -> FinishedPage:
        with_numbers = self.numbers.link(frame.page_of(resource))
        html = with_file_links(with_numbers) if self.site.offline else with_numbers
        check_page(self.site, SHELL, name, html, parse_page(html), self.problems)
        return FinishedPage(html)


def _take_shell(out: Path) -> str:
    """The rendered frame of resource pages, which is no page itself."""
    file = out / SHELL_URL / "index.html"
    shell = file.read_text("utf-8")
    file.unlink()
    file.parent.rmdir()
    return shell


def place_of(site: Site, file: Path) -> PageLocation:
    """The place of a built page."""
    if file.name in ERROR_PAGES:
        return PageLocation("", file.name)
    url = file.parent.as_posix().removesuffix(".")
    url = f"{url}/" if url else ""
    return PageLocation(url, source_path(site, url))


def source_path(site: Site, url: str) -> str:
    """The path below docs/ of the page at an address."""
    folder = f"{url}index.md"
    return folder if folder in site.page_at or not url else f"{url.rstrip('/')}.md"


def _write_site_map(site: Site, out: Path) -> None:
    """The engine's own map knows no resource pages and holds the day of the build, so it is not kept."""
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (out / name).unlink(missing_ok=True)


def _write(path: Path, html: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, "utf-8", newline="\n")
