"""The pages of a site, read and checked before any is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from toolkit.library import Library
from toolkit.pages.calls import Call, Macro, check_arguments, find_calls
from toolkit.pages.front_matter import FrontMatter, read_front_matter, split
from toolkit.pages.surroundings import heading_mistakes
from toolkit.problems import Problems, ProblemsFound, did_you_mean, shown
from toolkit.text_file import control_characters, read_text

CONFLICT = re.compile(r"<{7} |>{7} ")  # what git leaves where it could not join two versions


@dataclass(frozen=True)
class Page:
    """One page as its author wrote it. `path` is below docs/, with forward slashes."""

    path: str
    meta: FrontMatter
    text: str
    calls: tuple[Call, ...]
    related_lines: tuple[int, ...] = ()  # of meta.related, for messages

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
        page = _read_page(path, name, library, known, macros, problems)
        if page:
            pages.append(page)
    return pages


def check_related(pages: Iterable[Page], generated: Iterable[str], problems: Problems) -> None:
    """Adds a problem for each related page that is not there."""
    pages = list(pages)
    paths = {page.path for page in pages} | set(generated)
    for page in pages:
        for position, other in enumerate(page.meta.related):
            if other not in paths:
                message = f"related page {shown(other)} is not there.{did_you_mean(other, paths)}"
                line = page.related_lines[position] if page.related_lines else 1
                problems.add(f"docs/{page.path}", line, f"front matter: {message}")


def _read_page(
    path: Path,
    name: str,
    library: Library,
    known: Mapping[str, object],
    macros: Mapping[str, Macro],
    problems: Problems,
) -> Page | None:
    file = f"docs/{name}"
    try:
        text = read_text(path, file).replace("\r\n", "\n").replace("\r", "\n")
    except ProblemsFound as found:
        problems.found += found.problems
        return None
    for number, line in enumerate(text.splitlines(), start=1):
        if CONFLICT.match(line):
            problems.add(file, number, "two versions of the text stand here since a merge. Keep one, delete the marks")
    front, body, first_line = split(text)
    meta, lines = read_front_matter(front, file, known, problems, is_open=first_line == 1 and text.startswith("---"))
    for line, message in [*control_characters(body), *(heading_mistakes(body) if meta else ())]:
        problems.add(file, first_line + line - 1, message)
    calls = find_calls(body, first_line, macros, file, problems)
    for call in calls:
        for message in check_arguments(call, macros[call.name], lambda register: getattr(library, register)):
            problems.add(file, call.line, message)
    return Page(name, meta, body, tuple(calls), lines) if meta else None
