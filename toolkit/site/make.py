"""One build from sources to published site."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from macros import MACROS
from toolkit.site.compose.tree import BUILD
from toolkit.site.finish.hosts import compress_for_host, what_the_host_lacks
from toolkit.site.model import Options
from toolkit.site.publish import check_target, publish
from toolkit.site.read import read_others, read_site
from toolkit.site.render.build import build_site
from toolkit.site.timings import measure

LONGEST_BUILD = 24 * 3600  # seconds


def remove_leftovers(folder: Path) -> None:
    """Removes what killed builds left behind, and leaves what a build that is running may be using."""
    for leftover in folder.glob("finished-*"):
        if leftover.is_dir() and leftover.stat().st_mtime < time.time() - LONGEST_BUILD:
            shutil.rmtree(leftover, ignore_errors=True)


def build_and_publish(root: Path, out: Path, options: Options, engine: str, report: Callable[[str], None]) -> Path:
    """Builds the project at `root` and publishes it to `out`, which it returns.

    Raises ProblemsFound, before anything at `out` has changed, if sources or pages are not sound.
    """
    out = out.resolve()
    check_target(out, root.resolve())
    report("Reading and checking the sources ...")
    with measure("read and check"):
        site = read_site(root, MACROS, options)
        translations = list(read_others(site, MACROS, options))
    (root / BUILD).mkdir(exist_ok=True)
    remove_leftovers(root / BUILD)
    work = Path(tempfile.mkdtemp(prefix="finished-", dir=root / BUILD))
    try:
        report(f"Rendering {len(site.pages)} chapters and {len(site.library.resources)} resources with {engine} ...")
        build_site(site, work / "site", engine)
        for translation in translations:
            report(f"Rendering the same in {translation.language.name} ...")
            build_site(translation, work / "site" / translation.base, engine)
        compress_for_host(site, work / "site")
        with measure("publish"):
            publish(work / "site", out)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for line in site.superseded_lines:
        report(f"Note: {line}")
    if lack := what_the_host_lacks(site):
        report(f"Note: {lack}")
    report(f"Published to {out}")
    return out
