"""One build from sources to published site."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from macros import MACROS
from toolkit.site.compose import BUILD
from toolkit.site.engine import build_site
from toolkit.site.model import Options
from toolkit.site.publish import check_target, publish
from toolkit.site.read import read_others, read_site


def build_and_publish(root: Path, out: Path, options: Options, engine: str, report: Callable[[str], None]) -> Path:
    """Builds the project at `root` and publishes it to `out`, which it returns.

    Raises ProblemsFound, before anything at `out` has changed, if sources or pages are not sound.
    """
    out = out.resolve()
    check_target(out, root.resolve())
    report("Reading and checking the sources ...")
    site = read_site(root, MACROS, options)
    translations = list(read_others(site, MACROS, options))
    (root / BUILD).mkdir(exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="finished-", dir=root / BUILD))
    try:
        report(f"Rendering {len(site.pages)} chapters and {len(site.library.resources)} resources with {engine} ...")
        build_site(site, work / "site", engine)
        for translation in translations:
            report(f"Rendering the same in {translation.language.name} ...")
            build_site(translation, work / "site" / translation.base, engine)
        publish(work / "site", out)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for line in site.superseded_lines:
        report(f"Note: {line}")
    report(f"Published to {out}")
    return out
