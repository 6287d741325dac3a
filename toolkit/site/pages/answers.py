"""Questions that pages and data say they answer: each is answered in one place, so that the search need not choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.catalogue.library import Library
from toolkit.pages.page import Page
from toolkit.search.english import STOP_WORDS
from toolkit.search.words import stem, words_of
from toolkit.sources.problems import Problems, quote
from toolkit.sources.text_file import read_lines

REGISTERS_WITH_ANSWERS = ("resources", "phrases")  # whose entries may say which questions they answer


@dataclass(frozen=True)
class Answered:
    """A question, and the file that says that it answers it; `line` is where its entry begins."""

    question: str
    file: str
    line: int = 1

    @property
    def words(self) -> frozenset[str]:
        """What it asks, whatever the order and form of its words: two questions with the same words are one."""
        words = [word for word in words_of(self.question) if word not in STOP_WORDS]
        return frozenset(stem(word) for word in words or words_of(self.question))

    def find_line(self, root: Path) -> int:
        """The line of the question itself, or of its entry where the file does not have it as it is read."""
        path = root / self.file
        lines = read_lines(path, self.file).split("\n") if path.is_file() else []
        numbers = (number for number, line in enumerate(lines, 1) if number >= self.line and self.question in line)
        return next(numbers, self.line)


def check_answers(root: Path, pages: Iterable[Page], library: Library, problems: Problems) -> None:
    """Adds a problem for each question that another page or entry, or the same one, says that it answers too."""
    first: dict[frozenset[str], Answered] = {}
    for answered in _all_answers(pages, library):
        earlier = first.setdefault(answered.words, answered)
        if earlier is not answered:
            where = f"{earlier.file}, line {earlier.find_line(root)}"
            message = f"the question {quote(answered.question)} is answered by {where}, too. Keep it in one of them"
            problems.add(answered.file, answered.find_line(root), message)


def _all_answers(pages: Iterable[Page], library: Library) -> Iterator[Answered]:
    for page in pages:
        yield from (Answered(question, page.file) for question in page.meta.answers)
    for pathway in library.pathways.values():
        yield from (Answered(question, f"data/pathways/{pathway.id}.yml") for question in pathway.answers)
    for form in library.forms.values():
        yield from (Answered(question, f"forms/{form.id}.yml") for question in form.answers)
    for register in REGISTERS_WITH_ANSWERS:
        for id, entry in getattr(library, register).items():
            file, line = library.places.get((register, id), ("", 1))
            yield from (Answered(question, file, line) for question in entry.answers)
