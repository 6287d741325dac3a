"""The pages of a copy: upstream's, with the copy's own added or replacing them, and its notes below their headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.overlays.folder import NOTES_FOLDER, PAGES, Folder
from toolkit.pages.front_matter import split_front_matter
from toolkit.pages.headings import SECTION, TITLE
from toolkit.pages.markdown import read_markdown
from toolkit.pages.passages import frame
from toolkit.pictures.formats import SUFFIXES
from toolkit.pictures.read import read_picture
from toolkit.sources.problems import Problems, did_you_mean, one_of, quote
from toolkit.sources.text_file import read_lines


@dataclass(frozen=True)
class Note:
    """A local note: the heading that it is under (empty: at the top), its text, and where it is written."""

    heading: str
    text: str
    file: str
    line: int


@dataclass(frozen=True)
class LocalPages:
    """What a copy's folder holds for readers, by path: pages, what is published of pictures, and notes on pages."""

    pages: Mapping[str, Path] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    notes: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)
    name: str = "docs"

    def file(self, path: str) -> str:
        """What messages call the page at a path."""
        return f"{self.name}/{PAGES}/{path}" if path in self.pages else f"docs/{path}"


def read_local_pages(folder: Folder, docs: Path, problems: Problems) -> LocalPages:
    """The pages, pictures and notes of a copy; what belongs on no page is added to the problems."""
    files = _files(folder.path / PAGES)
    for path in files.values():
        if path.suffix != ".md" and path.suffix.lower() not in SUFFIXES:
            endings = one_of(sorted(SUFFIXES))
            message = f"files ending in '{path.suffix}' are not accepted. A copy holds pages (.md) and {endings}"
            problems.add(folder.display(path), 0, message)
    pages = {name: path for name, path in files.items() if path.suffix == ".md"}
    paths = {p.relative_to(docs).as_posix() for p in docs.rglob("*.md")} | pages.keys()
    notes = {}
    for name, path in _files(folder.path / NOTES_FOLDER).items():
        file = folder.display(path)
        if name in paths:
            with problems.collect():
                notes[name] = tuple(read_notes(read_lines(path, file), file))
        else:
            problems.add(file, 0, f"there is no page {quote(name)} to put this note on.{did_you_mean(name, paths)}")
    return LocalPages(pages, _read_pictures(folder, files, problems), notes, folder.name)


def _read_pictures(folder: Folder, files: Mapping[str, Path], problems: Problems) -> dict[str, bytes]:
    """The content of each picture, as it may be published."""
    pictures = {}
    for name, path in files.items():
        if path.suffix.lower() in SUFFIXES:
            content = read_picture(path, folder.display(path), problems)
            if content is not None:
                pictures[name] = content
    return pictures


def read_notes(text: str, file: str) -> Iterator[Note]:
    """The notes of one file: each heading of two # names the heading of the page that it goes under."""
    _, body, first_line = split_front_matter(text)
    rows = body.split("\n")
    headings = read_markdown(body).of_level(SECTION)
    begins = [0, *(heading.last_line + 1 for heading in headings)]
    ends = [*(heading.line for heading in headings), len(rows)]
    for words, begin, end in zip(["", *(heading.words for heading in headings)], begins, ends, strict=True):
        if "".join(rows[begin:end]).strip():
            yield Note(words, "\n".join(rows[begin:end]), file, first_line + begin)


def with_notes(text: str, notes: tuple[Note, ...], problems: Problems) -> str:
    """A page's text, without its front matter, with each note where `find_place` says."""
    places = []
    for position, note in enumerate(notes):
        place = find_place(text, note.heading)
        if place is None:
            headings = [heading.words for heading in read_markdown(text).of_level(SECTION)]
            advice = did_you_mean(note.heading, headings) or f" Its headings: {one_of(headings, 20)}"
            problems.add(note.file, note.line - 1, f"the page has no heading {quote(note.heading)}.{advice}")
        else:
            places.append((place, position))
    rows = text.split("\n")
    for place, position in sorted(places, reverse=True):  # the last first: the places of the others stay what they are
        rows.insert(place, frame("local-note", notes[position].text))
    return "\n".join(rows)


def find_place(text: str, heading: str) -> int | None:
    """The line before which a note goes: at the end of the section under the heading, or below the page's title.

    None if the page has no such heading.
    """
    headings = [section for section in read_markdown(text).headings if section.level <= SECTION]
    if not heading:
        return next((title.last_line + 1 for title in headings if title.level == TITLE), None)
    for position, section in enumerate(headings):
        if section.level == SECTION and _plain(section.words) == _plain(heading):
            following = [later.line for later in headings[position + 1 :]]
            return following[0] if following else len(text.split("\n"))
    return None


def _plain(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())


def _files(folder: Path) -> dict[str, Path]:
    return {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file() and p.name[0] != "."}
