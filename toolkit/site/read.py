"""Reads and checks everything that a site is made from, in one of its languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from toolkit.catalogue.written import UnsoundData
from toolkit.languages.read import ENGLISH
from toolkit.overlays.folder import find_folder
from toolkit.pages.calls import Macro
from toolkit.pages.entrances import check_entrances
from toolkit.pages.local import LocalPages
from toolkit.pages.page import Page
from toolkit.partnership.contacts import check_for_publishing
from toolkit.partnership.join import Joined, join_copy, join_nothing, render_policy
from toolkit.site.model import Options, Site
from toolkit.site.pages.answers import check_answers
from toolkit.site.pages.check import (
    SitePaths,
    check_addresses,
    check_links,
    check_menu,
    check_names,
    check_related,
    page_paths,
)
from toolkit.site.pages.read import read_pages
from toolkit.sources.problems import Problems, ProblemsFound


def read_site(root: Path, macros: Mapping[str, Macro], options: Options | None = None) -> Site:
    """The checked site of the project at `root`; raises ProblemsFound with every problem of its data and pages."""
    options = options or Options()
    problems = Problems()
    try:
        data = _join(root, options, problems)
    except UnsoundData as error:
        raise _with_problems_of_pages(root, macros, error) from None
    library, copy, local = data.library, data.copy, data.local
    pages = read_pages(root / "docs", library, macros, problems, local, data.words)
    pages = [replace(page, source=render_policy(page.path, page.source, data)) for page in pages]
    paths = page_paths(root / "docs", library, local)
    check_addresses(pages, paths, library.resources, problems)
    _check_pages(root, pages, paths, local, problems)
    check_entrances(pages, library.entrances, problems)
    check_answers(root, pages, library, problems)
    if copy and options.for_publishing:
        check_for_publishing(copy, library, pages, problems)
    problems.stop_if_any()
    name, address = library.language.translate("site.name"), ""
    if copy:
        name, address = copy.partnership.site_name, copy.partnership.address or ""
    site = Site(
        root,
        library,
        tuple(pages),
        name,
        copy=copy,
        local=local,
        offline=options.offline,
        languages=data.languages,
    )
    slug = copy.folder.slug if copy else site.slug
    slug = f"{slug}-in-{site.language.code}" if site.base else slug
    return replace(
        site,
        address=f"{address}{site.base}" if address else "",
        original=_original(root, macros, options, site, slug),
        slug=slug,
    )


def _check_pages(root: Path, pages: list[Page], paths: SitePaths, local: LocalPages, problems: Problems) -> None:
    """Checks pages beside each other, whether or not the data are sound."""
    misnamed = check_names(root / "docs", local, problems)
    check_related(pages, paths, problems)
    check_links(pages, paths, problems)
    check_menu(root, paths, misnamed | local.pages.keys(), problems)


def _with_problems_of_pages(root: Path, macros: Mapping[str, Macro], error: UnsoundData) -> ProblemsFound:
    """The problems of data that cannot be used, with those of the pages besides."""
    problems = Problems(list(error.problems))
    pages = read_pages(root / "docs", error.library, macros, problems, error.local, error.words)
    paths = page_paths(root / "docs", error.library, error.local)
    _check_pages(root, pages, paths, error.local, problems)
    return ProblemsFound(problems)


def read_others(site: Site, macros: Mapping[str, Macro], options: Options) -> Iterator[Site]:
    """The same site in each of its further languages."""
    for language in site.languages[1:]:
        yield read_site(site.root, macros, replace(options, language=language.code))


def _original(root: Path, macros: Mapping[str, Macro], options: Options, site: Site, slug: str) -> Site | None:
    """The site in English, for what has no translation into its language; composed where the other is."""
    if site.language.code == ENGLISH:
        return None
    return replace(read_site(root, macros, replace(options, language=ENGLISH)), slug=slug)


def _join(root: Path, options: Options, problems: Problems) -> Joined:
    if options.partnership is None:
        return join_nothing(root, options.catalogue, options.areas)
    folder = find_folder(root, options.partnership)
    return join_copy(root, options.catalogue, options.areas, folder, problems, options.language)
