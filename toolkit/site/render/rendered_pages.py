"""Pages as the engine rendered them, kept for the next build and for the copies for which they are the same.

Rendered pages hold placeholders for what a copy is called (see compose/brand.py). So a page depends on its composed
text; on its surroundings, which are the language and the titles that the navigation shows; on what every page is
made with; and, because links are checked when a page is rendered, on the headings of the pages that it links to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.artefacts.artefact import Artefact, fingerprint
from toolkit.artefacts.kept_files import KeptFiles
from toolkit.pages.markdown import read_markdown
from toolkit.pages.page import page_url
from toolkit.site.made_with import made_with
from toolkit.site.model import ERROR_PAGES, Site

LINKED_FILE = re.compile(r"[\w.-]+\.md")
MOST_RENDERED = 5000  # that are kept; those that no build has used for longest go first


@dataclass(frozen=True)
class RenderedPages:
    """A folder of rendered pages, each named by a hash of what it depends on. Several builds may use it at a time.

    `engine` is what renders them.
    """

    folder: Path
    engine: str = "mkdocs"

    @property
    def files(self) -> KeptFiles:
        """The folder with its bound."""
        return KeptFiles(self.folder, MOST_RENDERED)

    def give(self, site: Site, docs: Path, out: Path) -> list[str]:
        """Puts the pages that are there into `out`; returns the paths below `docs` of those that are not.

        What a missing page links to is left out, too: the engine checks links to headings of rendered pages only.
        """
        keys = dict(self._keys(site, docs))
        pages = {name: page for name, key in keys.items() if (page := self.files.find(key)) is not None}
        missing = keys.keys() - pages.keys()
        linked = {file for name in missing for file in LINKED_FILE.findall(_text(docs, name))}
        missing |= {name for name in keys if name.rsplit("/", 1)[-1] in linked}
        for name in keys.keys() - missing:
            target = _file(out, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(pages[name])
        return sorted(missing)

    def take(self, site: Site, docs: Path, out: Path) -> None:
        """Keeps the pages rendered into `out` that are not there yet."""
        for name, key in self._keys(site, docs):
            if not self.files.has(key):
                self.files.keep(key, _file(out, name).read_bytes())
        self.files.remove_oldest()

    def leave_out(self, docs: Path, out: Path) -> None:
        """Removes from `out` what is kept here."""
        for name in _names(docs):
            _file(out, name).unlink()

    def _keys(self, site: Site, docs: Path) -> Iterator[tuple[str, str]]:
        """(path below docs, name in the folder) of each composed page."""
        around, headings = self._around(site), headings_by_file(site)
        for name in _names(docs):
            text = _text(docs, name)
            linked_headings = [headings[file] for file in sorted(set(LINKED_FILE.findall(text)) & headings.keys())]
            yield name, Artefact.of(name, around, text, linked_headings).key

    def _around(self, site: Site) -> str:
        """A hash of all that the rendering of any page depends on besides the page and those that it links to."""
        upstream = site.root / "docs"
        asset_names = sorted(
            path.relative_to(upstream).as_posix() for path in upstream.rglob("*") if path.suffix != ".md"
        )
        return fingerprint(self.engine, made_with(site.root), surroundings(site), asset_names)


def surroundings(site: Site) -> str:
    """A hash of what all pages of a site show besides their own text; pages that a copy adds are put in later."""
    local_paths = {page.path for page in site.local_pages}
    titles = [(page.path, page.meta.title) for page in site.pages if page.path not in local_paths]
    return fingerprint(site.language, titles, site.generated_titles)


def headings_by_file(site: Site) -> dict[str, str]:
    """By the name of a page's file: the headings that links into pages of that name may lead to."""
    headings: dict[str, str] = {}
    for page in site.pages:
        name = page.path.rsplit("/", 1)[-1]
        ids = (heading.id for heading in read_markdown(page.text).headings)
        headings[name] = "\n".join([headings.get(name, ""), page.path, *ids])
    return headings


def _names(docs: Path) -> list[str]:
    """The paths below `docs` of all composed pages, and the pages for errors."""
    return [*ERROR_PAGES, *sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))]


def _text(docs: Path, name: str) -> str:
    return (docs / name).read_text("utf-8") if name not in ERROR_PAGES else ""


def _file(out: Path, name: str) -> Path:
    return out / name if name in ERROR_PAGES else out / page_url(name) / "index.html"
