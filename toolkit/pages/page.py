"""The pages of a site, read and checked before any is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from toolkit.library import Library
from toolkit.pages.calls import Call, Macro, check_arguments, find_calls
from toolkit.pages.front_matter import FrontMatter, read_front_matter, split
from toolkit.pages.marks import block
from toolkit.pages.surroundings import heading_mistakes
from toolkit.partnership.pages import LocalPages, Note, with_notes
from toolkit.partnership.words import Words
from toolkit.problems import Problems, ProblemsFound, did_you_mean, shown
from toolkit.text_file import control_characters, read_text

CONFLICT = re.compile(r"<{7} |>{7} ")  # what git leaves where it could not join two versions

MOST_PAGES = 1000  # that are kept in memory once they were found to be sound
_sound: dict[tuple[object, ...], Page] = {}
NO_LOCAL_PAGES, NO_WORDS = LocalPages(), Words()
# These macros are put in before a page's text is read, so whichever is still there was not written as it must be.
PUT_IN_BEFORE = {
    "noun": '{{ noun("setting") }}',
    "body": '{{ body("lado") }}',
    "nation": '{{ nation("wales") }} on a line of its own',
}


@dataclass(frozen=True)
class Page:
    """One page as its author wrote it. `path` is below docs/, with forward slashes."""

    path: str
    meta: FrontMatter
    text: str
    calls: tuple[Call, ...]
    related_lines: tuple[int, ...] = ()  # of meta.related, for messages
    source: str = ""  # front matter and text, with the words, passages and notes of this copy
    file: str = ""  # how messages call it

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


def read_pages(
    docs: Path,
    library: Library,
    macros: Mapping[str, Macro],
    problems: Problems,
    local: LocalPages = NO_LOCAL_PAGES,
    words: Words = NO_WORDS,
) -> list[Page]:
    """Every page below `docs`, and those of a copy; what is wrong with any is added to the problems."""
    known = {key: getattr(library, key) for key in ("topics", "sources", "resources", "contacts")}
    known["resources"] = {*library.resources, *(id for register, id in library.elsewhere if register == "resources")}
    files = {path.relative_to(docs).as_posix(): path for path in docs.rglob("*.md")} | dict(local.pages)
    reader = _Reader(library, macros, problems, words, known, ids_of(library))
    pages = (reader.read(files[name], name, local.file(name), local.notes.get(name, ())) for name in sorted(files))
    return [page for page in pages if page]


def check_related(pages: Iterable[Page], generated: Iterable[str], problems: Problems) -> None:
    """Adds a problem for each related page that is not there."""
    pages = list(pages)
    paths = {page.path for page in pages} | set(generated)
    for page in pages:
        for position, other in enumerate(page.meta.related):
            if other not in paths:
                message = f"related page {shown(other)} is not there.{did_you_mean(other, paths)}"
                line = page.related_lines[position] if page.related_lines else 1
                problems.add(page.file, line, f"front matter: {message}")


def ids_of(library: Library) -> str:
    """A hash of every id that a page may name."""
    registers = [getattr(library, part.name) for part in fields(library)]
    ids = [sorted(map(str, register)) for register in registers if isinstance(register, Mapping)]
    return sha256(repr(ids).encode()).hexdigest()


@dataclass(frozen=True)
class _Reader:
    """Reads one page after the other; what is wrong with any is added to the problems."""

    library: Library
    macros: Mapping[str, Macro]
    problems: Problems
    words: Words
    known: Mapping[str, object]
    ids: str

    def read(self, path: Path, name: str, file: str, notes: tuple[Note, ...]) -> Page | None:
        """A page; one that was sound before is not read again, because many copies have most pages in common."""
        try:
            text = self.words.apply(read_text(path, file).replace("\r\n", "\n").replace("\r", "\n"))
        except ProblemsFound as found:
            self.problems.found += found.problems
            return None
        if notes:
            return self._read(text, name, file, notes)
        key = (name, file, text, self.words.nations, self.ids)
        before = len(self.problems)
        page = _sound.get(key) or self._read(text, name, file, ())
        if page and len(self.problems) == before:
            _sound[key] = page
            if len(_sound) > MOST_PAGES:
                _sound.pop(next(iter(_sound)))
        return page

    def _read(self, text: str, name: str, file: str, notes: tuple[Note, ...]) -> Page | None:
        for number, line in enumerate(text.splitlines(), start=1):
            if CONFLICT.match(line):
                message = "two versions of the text stand here since a merge. Keep one, delete the marks"
                self.problems.add(file, number, message)
        front, body, first_line = split(text)
        is_open = first_line == 1 and text.startswith("---")
        meta, lines = read_front_matter(front, file, self.known, self.problems, is_open=is_open)
        for line_, message in [*control_characters(body), *(heading_mistakes(body) if meta else ())]:
            self.problems.add(file, first_line + line_ - 1, message)
        if meta and not set(meta.jurisdictions) & set(self.words.nations):
            body = f"# {meta.title}\n" + block("other-nation")
            text, notes = text[: len(text) - len(split(text)[1])] + body, ()
        calls = self._calls(body, first_line, file)
        notes = tuple(replace(note, text=self.words.apply(note.text)) for note in notes)
        for note in notes:
            calls += self._calls(note.text, note.line, note.file)
        source = with_notes(text, notes, self.problems) if notes else text
        return Page(name, meta, split(source)[1], tuple(calls), lines, source, file) if meta else None

    def _calls(self, text: str, first_line: int, file: str) -> list[Call]:
        """The macro calls of a text, each checked."""
        calls = find_calls(text, first_line, self.macros, file, self.problems)

        def known(register: str) -> Mapping[str, object]:
            return getattr(self.library, register)  # type: ignore[no-any-return]

        for call in calls:
            messages = list(check_arguments(call, self.macros[call.name], known, self.library.elsewhere))
            if call.name in PUT_IN_BEFORE and not messages:
                messages = [f"{call.name}() must be written just so: {PUT_IN_BEFORE[call.name]}"]
            for message in messages:
                self.problems.add(file, call.line, message)
        return calls
