"""Checks all that a project holds at once: data, pages, translations, examples and copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from toolkit.catalogue.read import Data
from toolkit.checks.beside_data import check_beside_data
from toolkit.overlays.folder import COPIES_FOLDER, all_slugs
from toolkit.pages.calls import Macro
from toolkit.pages.headings import page_places
from toolkit.site.model import Options, Site
from toolkit.site.read import read_others, read_site
from toolkit.sources.problems import Problem, Problems


def check_project(root: Path, macros: Mapping[str, Macro]) -> tuple[Site, tuple[Problem, ...]]:
    """The site without a copy, and advice on all pages; raises ProblemsFound with every problem of the project.

    What is wrong upstream is not reported again for each copy.
    """
    problems, site = Problems(), None
    with problems.collect():
        site = read_site(root, macros)
    with problems.collect():
        check_beside_data(root, Data.of(root), page_places(root / "docs"), is_sound=site is not None)
    sites = [site] if site else []
    for slug in all_slugs(root):
        copy_problems = Problems()
        with copy_problems.collect():
            sites += _read_copy(root, macros, slug)
        problems.entries += (
            copy_problems.entries if site else [each for each in copy_problems if _is_of_copy(each, slug)]
        )
    problems.stop_if_any()
    assert site is not None  # or its problems would have been raised
    return site, tuple(sorted(set(_advice(sites))))


def _read_copy(root: Path, macros: Mapping[str, Macro], slug: str) -> list[Site]:
    options = Options(partnership=slug)
    site = read_site(root, macros, options)
    return [site, *read_others(site, macros, options)]


def _is_of_copy(problem: Problem, slug: str) -> bool:
    return problem.file.startswith(f"{COPIES_FOLDER}/{slug}/")


def _advice(sites: list[Site]) -> Iterator[Problem]:
    for site in sites:
        for page in site.pages:
            yield from page.advice
