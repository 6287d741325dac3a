"""The pages of a site, read and checked before any is rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from toolkit.library import Library
from toolkit.pages.calls import Call, Macro, check_arguments, find_calls
from toolkit.pages.front_matter import FrontMatter, read_front_matter, split
from toolkit.problems import Problems, did_you_mean, shown


@dataclass(frozen=True)
class Page:
    """One page as its author wrote it. `path` is below docs/, with forward slashes."""

    path: str
    meta: FrontMatter
    text: str
    calls: tuple[Call, ...]

    @property
    def url(self) -> str:
        """The page's address below the site's root, with a slash at its end; the home page is empty."""
        return page_url(self.path)

    @property
    def mentions(self) -> tuple[str, ...]:
        """Ids of the resources that the page names, in the order of its text, then of its front matter."""
        return tuple(dict.fromkeys([*self._ids("resource"), *self.meta.resources]))

    @property
    def facts(self) -> tuple[str, ...]:
        """Ids of the facts that the page states."""
        return self._ids("fact")

    @property
    def citations(self) -> tuple[str, ...]:
        """Ids of the editions of guidance that the page cites."""
        return self._ids("guidance")

    def _ids(self, macro: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(call.given["id"] for call in self.calls if call.name == macro))

    @property
    def words(self) -> int:
        return len(self.text.split())


def page_url(path: str) -> str:
    """The address of the page at a path below docs/."""
    pure = PurePosixPath(path).with_suffix("")
    parts = pure.parts[:-1] if pure.name == "index" else pure.parts
    return "".join(f"{part}/" for part in parts)


def read_pages(docs: Path, library: Library, macros: Mapping[str, Macro], problems: Problems) -> list[Page]:
    """Every page below `docs`; what is wrong with any is added to the problems."""
    known = {key: getattr(library, key) for key in ("topics", "sources", "resources", "contacts")}
    pages = []
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        page = _read_page(path, name, known, macros, problems)
        if page:
            pages.append(page)
            for call in page.calls:
                for message in check_arguments(call, macros[call.name], lambda register: getattr(library, register)):
                    problems.add(f"docs/{name}", call.line, message)
    return pages


def check_related(pages: Iterable[Page], generated: Iterable[str], problems: Problems) -> None:
    """Adds a problem for each related page that is not there."""
    pages = list(pages)
    paths = {page.path for page in pages} | set(generated)
    for page in pages:
        for other in page.meta.related:
            if other not in paths:
                message = f"related page {shown(other)} is not there.{did_you_mean(other, paths)}"
                problems.add(f"docs/{page.path}", 1, f"front matter: {message}")


def _read_page(
    path: Path, name: str, known: Mapping[str, object], macros: Mapping[str, Macro], problems: Problems
) -> Page | None:
    file = f"docs/{name}"
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problems.add(file, 0, f"cannot be read as UTF-8 text ({type(error).__name__}). Save it with the encoding UTF-8")
        return None
    front, body, first_line = split(text)
    meta = read_front_matter(front, file, known, problems)
    calls = find_calls(body, first_line, macros, file, problems)
    return Page(name, meta, body, tuple(calls)) if meta else None
