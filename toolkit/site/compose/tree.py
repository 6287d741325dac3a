"""Lays out one plain tree of pages and assets for a site engine, writing only what has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from toolkit.artefacts.store import Store
from toolkit.pages.front_matter import split_front_matter
from toolkit.pages.markdown import read_markdown
from toolkit.pages.page import Page
from toolkit.pages.placeholders import block
from toolkit.site.compose.brand import brand_files
from toolkit.site.compose.downloads import downloads
from toolkit.site.compose.scripts import join_scripts
from toolkit.site.compose.styles.sheet import MOST_SHEETS, SHEET, site_sheet
from toolkit.site.model import Site
from toolkit.site.pages.generated import stubs

BUILD = ".build"


def composed_docs(root: Path, slug: str = "toolkit") -> Path:
    """The folder that holds a site's composed pages."""
    return root / BUILD / slug / "docs"


def compose(site: Site, target: Path) -> None:
    """Makes `target` hold exactly the site's pages, generated pages and assets.

    A file that has its content already is left alone, so that a watching server sees no change.
    """
    files: dict[str, bytes] = {}
    docs = site.root / "docs"
    for path in docs.rglob("*"):
        if path.is_file() and path.suffix != ".md":
            files[path.relative_to(docs).as_posix()] = path.read_bytes()
    files[SHEET] = site_sheet(site.root, Store(site.root / BUILD / "styles", MOST_SHEETS)).encode()
    files |= join_scripts(site.root, site.language)
    files |= {page.path: _text(page, site.language.code).encode() for page in site.pages}
    files |= brand_files(site, files)
    files |= {stub.path: stub.text.encode() for stub in stubs(site.library)}
    files |= downloads(site)
    _remove_others(target, files)
    for name, content in files.items():
        _write(target / name, content)


def _text(page: Page, language: str) -> str:
    """The author's text with the placeholders of what every chapter begins and ends with."""
    text, beginning = split_front_matter(page.source)[1], ""  # a copy's policy is filled in there, and not in page.text
    front = page.source.removesuffix(text)
    if page.language != language:  # a page without a translation says so
        front = front.replace("---\n", f'---\nlang: "{page.language}"\n', 1)
        beginning = block("not-translated")
    if page.meta.layout == "page":
        beginning += block("page-top")
        text = text.rstrip("\n") + "\n" + block("page-end")
    if page.meta.layout == "home":
        text = text.rstrip("\n") + "\n" + block("home")
    return front + _below_title(text, beginning)


def _below_title(text: str, beginning: str) -> str:
    rows = text.split("\n")
    for title in read_markdown(text).of_level(1)[:1]:
        rows[title.last_line] += beginning
    return "\n".join(rows)


def _write(path: Path, content: bytes) -> None:
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _remove_others(target: Path, files: dict[str, bytes]) -> None:
    if not target.is_dir():
        return
    for path in sorted(target.rglob("*"), reverse=True):
        name = path.relative_to(target).as_posix()
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
        elif path.is_file() and name not in files:
            path.unlink()
        elif path.is_dir() and name in files:
            shutil.rmtree(path)
