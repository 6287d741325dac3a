"""One site in one language, from what was read to the finished folder: each page rendered only where it changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from toolkit.site.compose.tree import BUILD, compose, composed_docs
from toolkit.site.finish.pages import finish
from toolkit.site.model import Site
from toolkit.site.render.engine import render_site
from toolkit.site.render.rendered_pages import RenderedPages
from toolkit.site.timings import measure


def build_site(site: Site, out: Path, engine: str = "mkdocs") -> int:
    """Composes, renders and finishes a site into `out`; returns the number of pages that the engine rendered.

    Any warning of the engine is a problem. Raises ProblemsFound.
    """
    count = render_pages(site, out, engine)
    with measure("finish"):
        finish(site, out)
    return count


def render_pages(site: Site, out: Path, engine: str = "mkdocs") -> int:
    """The same, unfinished."""
    docs, pages = composed_docs(site.root, site.slug), RenderedPages(site.root / BUILD / "rendered", engine)
    with measure("compose, with all documents"):
        compose(site, docs)
    for path in docs.rglob("*"):
        if path.is_file() and path.suffix != ".md":
            target = out / path.relative_to(docs)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    with measure("render"):
        missing = pages.give(site, docs, out)
        if missing:
            render_site(site, out, engine)
            pages.take(site, docs, out)
    return len(missing)
