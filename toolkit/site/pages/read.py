"""Reads the pages of a site, and checks them before any is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from toolkit.catalogue.ids import ids_of
from toolkit.catalogue.library import Library
from toolkit.catalogue.written import AnyId, WrittenLibrary
from toolkit.languages.read import ENGLISH
from toolkit.overlays.words import Words
from toolkit.pages.advice import writing_advice
from toolkit.pages.calls import Call, Macro, check_arguments, find_calls
from toolkit.pages.front_matter import read_front_matter, split_front_matter
from toolkit.pages.headings import is_translation
from toolkit.pages.links import find_links
from toolkit.pages.local import LocalPages, Note, with_notes
from toolkit.pages.page import Page
from toolkit.pages.passages import passage_mistakes
from toolkit.pages.placeholders import block
from toolkit.pages.surroundings import heading_mistakes
from toolkit.pages.text_check import text_mistakes
from toolkit.pages.translations import (
    Translation,
    check_originals,
    front_matter_text,
    named_sections,
    read_translation,
    translation_path,
    with_addresses,
)
from toolkit.registers.empty import join_unknown
from toolkit.registers.models import MODELS
from toolkit.registers.read import CATALOGUE
from toolkit.sources.problems import Problem, Problems, ProblemsFound
from toolkit.sources.text_file import read_lines

PAGE_MERGE_MARKER = re.compile(r"<{7} |>{7} ")  # what git leaves where it could not join two versions
MOST_PAGES = 1000  # that are kept in memory once they were found to be sound
_sound: dict[tuple[object, ...], Page] = {}
NO_LOCAL_PAGES, NO_WORDS = LocalPages(), Words()
# These macros are put in before a page's text is read, so one that is still there was not written as it must be.
PUT_IN_BEFORE = {
    "noun": '{{ noun("setting") }}',
    "body": '{{ body("lado") }}',
    "nation": '{{ nation("wales") }} on a line of its own',
}


def read_pages(
    docs: Path,
    library: Library | WrittenLibrary,
    macros: Mapping[str, Macro],
    problems: Problems,
    local: LocalPages = NO_LOCAL_PAGES,
    words: Words = NO_WORDS,
) -> list[Page]:
    """Every page below `docs`, and those of a copy; what is wrong with any is added to the problems."""
    ids = {key: getattr(library, key) for key in ("topics", "audiences", "sources", "resources", "contacts")}
    ids = {key: register for key, register in ids.items() if not isinstance(register, AnyId)}
    if "resources" in ids:
        ids["resources"] = {*library.resources, *(id for register, id in library.elsewhere if register == "resources")}
    files = {path.relative_to(docs).as_posix(): path for path in docs.rglob("*.md")} | dict(local.pages)
    check_originals(files, problems, {name: local.file(name) for name in files})
    reader = _Reader(library, macros, problems, words, ids, files, local, ids_of(library))
    pages = (reader.read_page(name) for name in sorted(files) if not is_translation(name))
    sound_pages = [page for page in pages if page]
    if isinstance(library, Library):
        join_unknown({key: (_file_of(key), 0) for key in MODELS if not getattr(library, key)}, problems)
    return sound_pages


def _file_of(key: str) -> str:
    """Where the entries of a register are written, for a message about a register that is empty."""
    return CATALOGUE if key == "resources" else "data"


@dataclass(frozen=True)
class _Reader:
    """Reads one page after the other; what is wrong with any is added to the problems."""

    library: Library | WrittenLibrary
    macros: Mapping[str, Macro]
    problems: Problems
    words: Words
    ids_by_register: Mapping[str, object]
    files: Mapping[str, Path]
    local: LocalPages
    ids: str

    def read_page(self, name: str) -> Page | None:
        """A page; one that was sound before is not read again, because many copies have most pages in common."""
        file, notes = self.local.file(name), self.local.notes.get(name, ())
        try:
            text = self.words.apply(read_lines(self.files[name], file))
        except ProblemsFound as error:
            self.problems.entries += error.problems
            return None
        if notes or self.library.language.code != ENGLISH:
            return self._check_page(text, name, file, notes)
        key = (name, file, text, self.words.nations, self.ids)
        before = len(self.problems)
        page = _sound.get(key) or self._check_page(text, name, file, ())
        if page and len(self.problems) == before:
            _sound[key] = page
            if len(_sound) > MOST_PAGES:
                _sound.pop(next(iter(_sound)))
        return page

    def _check_page(self, text: str, name: str, file: str, notes: tuple[Note, ...]) -> Page | None:
        for number, line in enumerate(text.splitlines(), start=1):
            if PAGE_MERGE_MARKER.match(line):
                message = "two versions of the text are here since a merge. Keep one, and delete the markers"
                self.problems.add(file, number, message)
        front, body, first_line = split_front_matter(text)
        is_open = first_line == 1 and text.startswith("---")
        meta, lines = read_front_matter(front, file, self.ids_by_register, self.problems, is_open=is_open)
        for line_, message in heading_mistakes(body) if front else ():
            self.problems.add(file, first_line + line_ - 1, message)
        is_here = meta is None or bool(set(meta.jurisdictions) & set(self.words.nations))
        if meta and not is_here:
            body = f"# {meta.title}\n" + block("other-nation")
            text, notes = text[: len(text) - len(split_front_matter(text)[1])] + body, ()
        translation = self._translation(name) if meta and is_here else None
        if meta and translation:
            file, first_line = translation.file, translation.first_line
            notes = _move_notes(notes, translation.text, body)
            meta = meta.model_copy(update=translation.meta.model_dump(include={"title", "description"}))
            body = with_addresses(translation, body, self.problems)
            text = front_matter_text(meta) + body
        texts = [(body, first_line, file)] if is_here else []
        calls = self._calls(body, first_line, file)
        notes = tuple(replace(note, text=self.words.apply(note.text)) for note in notes)
        for note in notes:
            texts.append((note.text, note.line, note.file))
            calls += self._calls(note.text, note.line, note.file)
        for each in texts:
            self._check_text(*each)
        front_text = text.removesuffix(body)
        source = front_text + with_notes(body, notes, self.problems) if notes else text
        language = self.library.language.code if translation else ENGLISH
        text = split_front_matter(source)[1]
        links = tuple(link for each in texts for link in find_links(*each))
        advice = tuple(problem for each in texts for problem in _advice(*each))
        if meta is None:
            return None
        return Page(name, meta, text, tuple(calls), lines, source, file, language, links, advice, is_here)

    def _translation(self, name: str) -> Translation | None:
        """The page in the site's language, with its words in place; None where there is no translation."""
        path = translation_path(name, self.library.language.code)
        if self.library.language.code == ENGLISH or path not in self.files:
            return None
        translation = read_translation(self.files[path], self.local.file(path), self.problems)
        if translation is None:
            return None
        text = self.words.apply(translation.text)
        for line, message in heading_mistakes(text):
            self.problems.add(translation.file, translation.first_line + line - 1, message)
        return replace(translation, text=text)

    def _check_text(self, text: str, first_line: int, file: str) -> None:
        """Adds a problem for each mistake in a text."""
        for line, message in text_mistakes(text, self.macros.keys()):
            self.problems.add(file, first_line + line - 1, message)

    def _calls(self, text: str, first_line: int, file: str) -> list[Call]:
        """The macro calls of a text, each checked."""
        calls = find_calls(text, first_line, self.macros, file, self.problems)
        entries_of = partial(getattr, self.library)
        for call in calls:
            messages = list(check_arguments(call, self.macros[call.name], entries_of, self.library.elsewhere))
            if call.name in PUT_IN_BEFORE and not messages:
                messages = [f"{call.name}() must be written exactly like this: {PUT_IN_BEFORE[call.name]}"]
            for message in messages:
                self.problems.add(file, call.line, message)
        for call, message in passage_mistakes(calls):
            self.problems.add(file, call.line, message)
        return calls


def _advice(text: str, first_line: int, file: str) -> Iterator[Problem]:
    yield from (Problem(file, first_line + line - 1, message) for line, message in writing_advice(text))


def _move_notes(notes: tuple[Note, ...], translation: str, original: str) -> tuple[Note, ...]:
    """Notes under the translation's headings in place of the original's."""
    names = named_sections(translation, original)
    return tuple(replace(note, heading=names.get(note.heading, note.heading)) for note in notes)
