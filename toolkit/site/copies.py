"""Builds every copy, several at a time, sharing the rendered pages in which copies do not differ.

Upstream is rendered once, unfinished; each copy takes over the pages that some copy before it has in common with it
(see render/rendered_pages.py) and renders the others.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import replace
from pathlib import Path

from macros import MACROS
from toolkit.overlays.folder import COPIES_FOLDER, all_slugs
from toolkit.site.compose.tree import BUILD
from toolkit.site.finish.hosts import compress_for_host
from toolkit.site.model import Options
from toolkit.site.publish import check_target, publish
from toolkit.site.read import read_others, read_site
from toolkit.site.render.build import build_site, render_pages
from toolkit.sources.problems import Problem, ProblemsFound


def build_all(
    root: Path, out: Path, options: Options, report: Callable[[str], None], share: tuple[int, int] = (1, 1)
) -> list[str]:
    """Publishes every copy to `out/<slug>`; returns the slugs of those that failed, each reported with its problems.

    `share` is (2, 4) for the second of four machines that build a share of the copies each. Raises ProblemsFound if
    there is no copy or upstream itself is not sound.
    """
    place, of = share
    slugs = all_slugs(root)[place - 1 :: of]
    if not slugs:
        raise ProblemsFound([Problem(COPIES_FOLDER, 0, "holds no copy. Begin one: python3 scripts/new_partnership.py")])
    (root / BUILD).mkdir(exist_ok=True)
    report("Rendering what all copies share ...")
    render_shared_pages(root, options)
    workers = min(os.cpu_count() or 1, len(slugs))
    report(f"Building {len(slugs)} copies, {workers} at a time ...")
    return _build_each(root, out, options, slugs, workers, report)


def render_shared_pages(root: Path, options: Options) -> None:
    """Has upstream's pages rendered, so that they are there when the copies are built, at the same time."""
    site = read_site(root, MACROS, replace(options, partnership=None))
    work = Path(tempfile.mkdtemp(prefix="finished-", dir=root / BUILD))
    try:
        render_pages(site, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def build_copy(root: Path, out: Path, options: Options) -> int:
    """Publishes one copy to `out`, in each of its languages; returns the number of pages that were rendered for it."""
    check_target(out.resolve(), root.resolve())
    site = read_site(root, MACROS, options)
    translations = list(read_others(site, MACROS, options))
    work = Path(tempfile.mkdtemp(prefix="finished-", dir=root / BUILD))
    try:
        page_count = sum(build_site(each, work / "site" / each.base) for each in (site, *translations))
        compress_for_host(site, work / "site")
        publish(work / "site", out)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return page_count


def _build_each(
    root: Path, out: Path, options: Options, slugs: list[str], workers: int, report: Callable[[str], None]
) -> list[str]:
    failures = []
    # Not forked: the libraries that make documents keep threads, which a fork would leave waiting for ever.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting: dict[Future[int], str] = {}
        for slug in slugs:
            waiting[pool.submit(build_copy, root, out / slug, replace(options, partnership=slug))] = slug
        for future in as_completed(waiting):
            slug = waiting[future]
            outcome = _outcome_of(future)
            if isinstance(outcome, int):
                report(f"Published {slug} to {out / slug} ({outcome} pages of its own)")
            else:
                failures.append(slug)
                report(f"Not published: {slug}. What was there before is unchanged.\n{outcome}")
    report(f"{len(slugs) - len(failures)} of {len(slugs)} copies published." + _list_failures(failures))
    return sorted(failures)


def _outcome_of(future: Future[int]) -> int | str:
    """The number of own pages, or why the copy could not be built."""
    try:
        return future.result()
    except ProblemsFound as error:
        return "\n".join(f"  {problem}" for problem in error.problems)
    except Exception as error:  # noqa: BLE001 - one copy must not take the others with it
        return "  A fault in the toolkit: " + "".join(traceback.format_exception_only(error)).strip()


def _list_failures(failures: list[str]) -> str:
    return f" Failed: {', '.join(sorted(failures))}" if failures else ""
