"""The pages of a copy: upstream's, with the copy's own in addition or in place, and its notes below their headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.overlays.folder import NOTES, PAGES, Folder
from toolkit.pages.front_matter import split
from toolkit.pages.headings import HEADING, SECTION, TITLE, headings_of
from toolkit.pages.placeholders import block
from toolkit.sources.problems import Problems, did_you_mean, one_of, quote

PICTURES = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".pdf"}


@dataclass(frozen=True)
class Note:
    """A local note: the heading that it stands under (empty: at the top), its text, and where it is written."""

    heading: str
    text: str
    file: str
    line: int


@dataclass(frozen=True)
class LocalPages:
    """What a copy's folder holds for readers: pages by path, pictures by path, notes by the page's path."""

    pages: Mapping[str, Path] = field(default_factory=dict)
    pictures: Mapping[str, Path] = field(default_factory=dict)
    notes: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)
    name: str = "docs"

    def file(self, path: str) -> str:
        """How messages call the page at a path."""
        return f"{self.name}/{PAGES}/{path}" if path in self.pages else f"docs/{path}"


def read_local_pages(folder: Folder, docs: Path, problems: Problems) -> LocalPages:
    """The pages, pictures and notes of a copy; what can stand on no page is added to the problems."""
    files = _files(folder.path / PAGES)
    for path in files.values():
        if path.suffix not in PICTURES | {".md"}:
            taken = one_of(sorted(PICTURES))
            message = f"files ending in '{path.suffix}' are not taken. A copy holds pages (.md) and {taken}"
            problems.add(folder.display(path), 0, message)
    pages = {name: path for name, path in files.items() if path.suffix == ".md"}
    known = {p.relative_to(docs).as_posix() for p in docs.rglob("*.md")} | pages.keys()
    notes = {}
    for name, path in _files(folder.path / NOTES).items():
        file = folder.display(path)
        if name in known:
            notes[name] = tuple(read_notes(path.read_text("utf-8-sig", "replace"), file))
        else:
            problems.add(file, 0, f"there is no page {quote(name)} to put this note on.{did_you_mean(name, known)}")
    pictures = {name: path for name, path in files.items() if path.suffix in PICTURES}
    return LocalPages(pages, pictures, notes, folder.name)


def read_notes(text: str, file: str) -> Iterator[Note]:
    """The notes of one file: each heading of two # names the heading of the page that it goes under."""
    _, body, line = split(text)
    heading, begun, lines = "", line, list[str]()
    for number, row in enumerate([*body.split("\n"), "## "], start=line):
        found = HEADING.fullmatch(row)
        if not row.startswith("## ") or (found and found[1] != SECTION):
            lines.append(row)
            continue
        if "".join(lines).strip():
            yield Note(heading, "\n".join(lines), file, begun)
        heading, begun, lines = (found[2] if found else ""), number + 1, []


def with_notes(text: str, notes: tuple[Note, ...], problems: Problems) -> str:
    """A page's text with each note at the end of the section that it names, or below the page's heading."""
    rows = text.split("\n")
    for note in reversed(notes):  # the last first: a place that was found stays where it is
        place = find_place(text, note.heading)
        if place is None:
            known = [words for _, level, words in headings_of(text) if level == SECTION]
            advice = did_you_mean(note.heading, known) or f" Its headings: {one_of(known, 20)}"
            problems.add(note.file, note.line - 1, f"the page has no heading {quote(note.heading)}.{advice}")
        else:
            rows.insert(place, _framed(note.text))
    return "\n".join(rows)


def find_place(text: str, heading: str) -> int | None:
    """The line before which a note under the heading goes; None if the page has no such heading."""
    headings = headings_of(text)
    if not heading:
        return next((number + 1 for number, level, _ in headings if level == TITLE), None)
    for position, (_, level, words) in enumerate(headings):
        if level == SECTION and _plain(words) == _plain(heading):
            following = [number for number, _, _ in headings[position + 1 :]]
            return following[0] if following else len(text.split("\n"))
    return None


def _framed(text: str) -> str:
    return block("local-note", part="start") + text.strip("\n") + block("local-note", part="end")


def _plain(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())


def _files(folder: Path) -> dict[str, Path]:
    return {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file() and p.name[0] != "."}
