"""Completes a rendered site: renders the placeholders and the resource pages, and checks every page that was built.

It reads built HTML only, so it is the same for each site engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from toolkit.html.literal import literal_text
from toolkit.html.tree import parse_page
from toolkit.pages.page import page_url
from toolkit.search.page_text import PageText, read_page_text
from toolkit.site.compose.brand import VERSION_FILE, put_in_names, rebase_links, version_file, with_file_links
from toolkit.site.finish.contents import with_contents
from toolkit.site.finish.hashed_names import link_published, publish_under_hashes
from toolkit.site.finish.hosts import write_server_files
from toolkit.site.finish.my_list import write_my_list
from toolkit.site.finish.numbers import numbers_of
from toolkit.site.finish.page_check import check_page
from toolkit.site.finish.search.write import write_search
from toolkit.site.fragments.render import Fragments, PageLocation
from toolkit.site.model import ERROR_PAGES, Site
from toolkit.site.pages.generated import SHELL, SHELL_DESCRIPTION, SHELL_TITLE
from toolkit.sources.problems import Problems

SHELL_URL = page_url(SHELL)
SHELL_PLACEHOLDER = re.compile("|".join(map(re.escape, (SHELL_TITLE, SHELL_DESCRIPTION, SHELL_URL))))


def finish(site: Site, out: Path) -> None:
    """Completes the site rendered into `out`; raises ProblemsFound for a page that must not be published."""
    fragments = Fragments(site)
    shell_file = out / SHELL_URL / "index.html"
    published = publish_under_hashes(out)
    shell = link_published(shell_file.read_text("utf-8"), published)
    shell_file.unlink()
    shell_file.parent.rmdir()
    problems = Problems()
    numbers = numbers_of(site.library)
    texts: dict[str, PageText] = {}
    for path in sorted(out.rglob("*.html")):
        place = place_of(site, path.relative_to(out))
        html = put_in_names(site, fragments.render_page(link_published(path.read_text("utf-8"), published), place))
        html = numbers.link(html)
        html = with_contents(html, fragments.environment)
        html = rebase_links(site, html) if path.name in ERROR_PAGES else html
        html = with_file_links(html) if site.offline else html
        path.write_text(html, "utf-8", newline="\n")
        tree = parse_page(html)
        check_page(site, place.path, path.relative_to(out).as_posix(), html, tree, problems)
        texts |= {place.url: read_page_text(tree)} if place.url else {}
    for name, record_html in resource_pages(site, fragments, shell):
        with_numbers = numbers.link(record_html)
        html = with_file_links(with_numbers) if site.offline else with_numbers
        _write(out / name, html)
        check_page(site, SHELL, name, html, parse_page(html), problems)
    _write_site_map(site, out)
    write_server_files(site, out)
    if not site.base:
        (out / VERSION_FILE).write_text(version_file(site), "utf-8")
    write_search(site, texts, out)
    write_my_list(site, out)
    problems.stop_if_any()


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


def resource_pages(site: Site, fragments: Fragments, shell: str) -> Iterator[tuple[str, str]]:
    """(file, HTML) of each resource's page: the site's own frame with the resource's record in it."""
    start, end = re.search(r'<div data-placeholder="resource-page"[^>]*></div>', shell).span()  # type: ignore[union-attr]
    anywhere = PageLocation(SHELL_URL, SHELL)  # its address becomes each resource's
    before, after = (put_in_names(site, fragments.render_page(part, anywhere)) for part in (shell[:start], shell[end:]))
    for resource in site.library.resources.values():
        url = f"r/{resource.id}/"
        record = fragments.render("resource-page", {"id": resource.id}, PageLocation(url, f"r/{resource.id}.md"))
        values = {SHELL_TITLE: resource.title, SHELL_DESCRIPTION: resource.summary, SHELL_URL: url}
        yield f"{url}index.html", _put_in_values(before, values) + record + _put_in_values(after, values)


def _put_in_values(shell: str, values: Mapping[str, str]) -> str:
    """A part of the shell with its placeholders replaced, in one pass: no value is searched again."""
    return SHELL_PLACEHOLDER.sub(lambda match: literal_text(values[match[0]]), shell)


def _write_site_map(site: Site, out: Path) -> None:
    """The engine's own map knows no resource pages and holds the day of the build, so it is not kept."""
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (out / name).unlink(missing_ok=True)


def _write(path: Path, html: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, "utf-8", newline="\n")
