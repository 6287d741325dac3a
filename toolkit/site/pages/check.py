"""Checks the pages of a site beside each other: their names, and whether what they lead to is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import unquote

from toolkit.catalogue.library import Library
from toolkit.catalogue.written import AnyId, WrittenLibrary
from toolkit.html.addresses import scheme_of
from toolkit.pages.headings import is_translation
from toolkit.pages.links import PageLink, anchors_of
from toolkit.pages.local import LocalPages
from toolkit.pages.names import name_mistakes
from toolkit.pages.page import Page, page_url
from toolkit.site.pages.generated import LIST_PAGES, SHELL, stubs
from toolkit.site.pages.reference_pages import DATA_PAGE, MACROS_PAGE, SETTINGS_PAGE
from toolkit.sources.problems import Problems, ProblemsFound, did_you_mean, quote
from toolkit.sources.text_file import read_lines

SITE_SETTINGS = "mkdocs.yml"
REGISTERS_WITH_PAGES = ("topics", "audiences", "kinds", "forms", "pathways")
MENU_ENTRY = re.compile(r"^ *- +(?:[\w-]+: +)?([\w./-]+\.md) *(?:#.*)?$")
OUTSIDE_MENUS = re.compile(r"^not_in_nav: \|\n((?:  .*\n|\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class SitePaths:
    """The paths below docs/ of all pages of a site: those of authors, sound or not, and those that data determines."""

    authors: frozenset[str]
    generated: frozenset[str]
    unknown: tuple[str, ...] = ()  # folders in which there may be any page, because their register was not read

    def __contains__(self, path: str) -> bool:
        return path in self.authors or path in self.generated or path.startswith(self.unknown)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.authors | self.generated))


def page_paths(docs: Path, library: Library | WrittenLibrary, local: LocalPages) -> SitePaths:
    """The paths of all pages below `docs`, of a copy, and of those that a library determines."""
    authors = frozenset({path.relative_to(docs).as_posix() for path in docs.rglob("*.md")} | local.pages.keys())
    if isinstance(library, Library):
        return SitePaths(authors, frozenset(stub.path for stub in stubs(library)))
    fixed = {page.path for page in LIST_PAGES} | {SHELL, DATA_PAGE, MACROS_PAGE, SETTINGS_PAGE}
    ids = {key: getattr(library, key) for key in REGISTERS_WITH_PAGES}
    entries = {f"{key}/{id}.md" for key, register in ids.items() for id in register}
    sheets = {f"pathways/{id}/print.md" for id in ids["pathways"]}
    unknown = tuple(f"{key}/" for key, register in ids.items() if isinstance(register, AnyId))
    return SitePaths(authors, frozenset(fixed | entries | sheets), unknown)


def check_names(docs: Path, local: LocalPages, problems: Problems) -> set[str]:
    """Adds a problem for each page whose name some system cannot hold, or takes for that of another; gives them."""
    paths = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")} | local.pages.keys()
    mistakes = dict(name_mistakes(paths))
    for path, message in mistakes.items():
        problems.add(local.file(path), 0, message)
    return set(mistakes)


def check_related(pages: Iterable[Page], paths: Collection[str] | SitePaths, problems: Problems) -> None:
    """Adds a problem for each related page that is not there. One that is there and unsound is reported elsewhere."""
    for page in pages:
        for position, path in enumerate(page.meta.related):
            if path not in paths:
                message = f"related page {quote(path)} is not there.{did_you_mean(path, paths)}"
                line = page.related_lines[position] if page.related_lines else 1
                problems.add(page.file, line, f"front matter: {message}")


def check_addresses(pages: Iterable[Page], paths: SitePaths, resources: Iterable[str], problems: Problems) -> None:
    """Adds a problem for each page of an author that would take the place of one that the site makes itself."""
    urls = {page_url(path) for path in paths.generated} | {f"r/{id}/" for id in resources}
    for page in pages:
        if page.url in urls:
            message = f"the site itself makes the page at /{page.url}, which this would replace. Rename this file"
            problems.add(page.file, 0, message)


def check_links(pages: Collection[Page], paths: SitePaths, problems: Problems) -> None:
    """Adds a problem for each link to a page, or to a place on one, that is not there."""
    by_path = {page.path: page for page in pages if page.is_here}
    anchors: dict[str, set[str]] = {}
    for page in pages:
        for link in page.links:
            path, anchor = _target(link, page.path)
            if path and path not in paths and not is_translation(path):
                near = did_you_mean(path, paths)
                problems.add(link.file, link.line, f"the link leads to {quote(link.target)}, which is not there.{near}")
            elif path in by_path and anchor:
                if path not in anchors:
                    anchors[path] = anchors_of(by_path[path].text)
                if anchor not in anchors[path]:
                    near = did_you_mean(anchor, anchors[path])
                    message = f"the link leads to {quote(link.target)}, but {path} has no heading with that address"
                    problems.add(link.file, link.line, f"{message}.{near}")


def _target(link: PageLink, path: str) -> tuple[str, str]:
    """The path below docs/ to which a link leads, and the place there; empty if it leads to no page of an author."""
    target, _, anchor = link.target.partition("#")
    if scheme_of(link.target) or link.target.startswith("/") or "{" in link.target:
        return "", ""
    if not target:
        return path, anchor
    if not target.endswith(".md"):
        return "", ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target))), anchor


def check_menu(root: Path, paths: SitePaths, unnamed: Collection[str], problems: Problems) -> None:
    """Adds a problem for each entry of the menu that leads nowhere, and for each page that is in no menu.

    `unnamed` are pages that are in none yet: those of a copy, and those that need another name first.
    """
    if not (root / SITE_SETTINGS).is_file():
        return
    try:
        text = read_lines(root / SITE_SETTINGS, SITE_SETTINGS)
    except ProblemsFound as error:
        problems.entries += error.problems
        return
    begin = text.find("\nnav:")
    first = text.count("\n", 0, begin + 1) + 1
    entries = _menu_entries(text[begin + 1 :], first) if begin >= 0 else {}
    for path, line in entries.items():
        if path not in paths:
            message = f"the menu names {quote(path)}, which is not there.{did_you_mean(path, paths)}"
            problems.add(SITE_SETTINGS, line, message)
    outside = OUTSIDE_MENUS.search(text)
    patterns = [pattern.lstrip("/") for pattern in (outside[1].split() if outside else ())]
    for path in sorted(paths.authors - entries.keys() - set(unnamed)):
        if entries and not is_translation(path) and not any(fnmatch(path, pattern) for pattern in patterns):
            problems.add(f"docs/{path}", 0, f"the page is in no menu. Add {path} to 'nav' in {SITE_SETTINGS}")


def _menu_entries(text: str, first_line: int) -> Mapping[str, int]:
    """The paths that a menu names, with their lines."""
    entries = {}
    for number, row in enumerate(text.split("\n"), start=first_line):
        if match := MENU_ENTRY.match(row):
            entries[match[1]] = number
    return entries
