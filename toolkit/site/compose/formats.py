"""The formats that a form comes in: what makes each file, how readers know it, and whether it is read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from importlib import import_module
from pathlib import Path
from typing import Any

from toolkit.answers.answers import Answers, read_json
from toolkit.answers.files import Reading, read_file
from toolkit.answers.odt import is_odt, read_odt
from toolkit.answers.word_document import is_archive, read_word
from toolkit.documents.imprint import Imprint
from toolkit.documents.layout import Layout
from toolkit.forms.definition import Form
from toolkit.languages.language import Language


class Use(Enum):
    """What a file is made of."""

    FILLABLE = auto()  # a form with something to fill in
    READ_ONLY = auto()  # a form with nothing to fill in
    EXAMPLE = auto()  # a filled-in example of a form
    CARD = auto()  # words to say, which no form describes


@dataclass(frozen=True)
class Writing:
    """How a file is made: a draft that all copies share, and the draft completed for one site."""

    draft: Callable[..., bytes]  # of layout, around and linked
    complete: Callable[[bytes, Layout, Imprint], bytes]
    made_with: tuple[str, ...]  # packages whose versions decide whether the file is made anew
    delivered_as: str = ""  # what its script is called, if a form's page puts answers into the file


@dataclass(frozen=True)
class Format:
    """One format of a form's files. `reading` is None where nobody can read its files back."""

    ending: str  # what follows the form's id in a file's name
    name: str  # what people call it: PDF, Word
    label: str  # the key of the words that offer the file; empty where its name does, the same in every language
    uses: frozenset[Use]
    writing: Writing | None  # None where only the form's page, or another program, makes the file
    reading: Reading | None

    def words_in(self, language: Language) -> str:
        """The words that offer the file."""
        return language.translate(self.label) if self.label else self.name


def _later(module: str, name: str) -> Callable[..., Any]:
    """A function whose module is imported when it is first called: most builds make and read no document."""

    def call(*arguments: Any, **keywords: Any) -> Any:
        return getattr(import_module(f"toolkit.{module}"), name)(*arguments, **keywords)

    return call


TYPESETTING = ("typst", "pikepdf", "fonttools", "font-source-sans-pro", "markdown-it-py")
complete_pdf = _later("documents.pdf", "complete_pdf")
draft_word, complete_word = _later("documents.word", "draft_word"), _later("documents.word_imprint", "complete_word")
is_pdf, read_pdf = _later("answers.pdf", "is_pdf"), _later("answers.pdf", "read_pdf")
PRINT = Writing(_later("documents.pdf", "draft_print_pdf"), complete_pdf, TYPESETTING)
TYPE_INTO = Writing(_later("documents.pdf", "draft_fillable_pdf"), complete_pdf, TYPESETTING)
WORD_WRITING = Writing(draft_word, complete_word, ("python-docx", "markdown-it-py"), delivered_as="word")
READ_PDF, READ_JSON = Reading(is_pdf, read_pdf), Reading(None, read_json)
READ_WORD, READ_ODT = Reading(is_archive, read_word), Reading(is_odt, read_odt)

# Of two that know a file, the first reads it: an OpenDocument text is an archive, too.
FORMATS = (
    Format(".pdf", "PDF", "downloads.pdf", frozenset({Use.FILLABLE}), TYPE_INTO, READ_PDF),
    Format("-print.pdf", "PDF", "downloads.print-pdf", frozenset({Use.FILLABLE}), PRINT, None),
    Format(".pdf", "PDF", "downloads.just-print-pdf", frozenset({Use.READ_ONLY, Use.CARD}), PRINT, None),
    Format(".odt", "OpenDocument", "", frozenset(), None, READ_ODT),
    Format(".docx", "Word", "", frozenset({Use.FILLABLE, Use.READ_ONLY}), WORD_WRITING, READ_WORD),
    Format("-example.pdf", "PDF", "downloads.example", frozenset({Use.EXAMPLE}), PRINT, None),
    Format(".json", "JSON", "", frozenset(), None, READ_JSON),
)
READINGS = tuple(format.reading for format in FORMATS if format.reading)
READ_ENDINGS = tuple(format.ending for format in FORMATS if format.reading)


def formats_for(use: Use) -> tuple[Format, ...]:
    """The formats of files of one use, in the order in which they are offered."""
    return tuple(format for format in FORMATS if use in format.uses)


def formats_of(form: Form) -> tuple[Format, ...]:
    """The formats that a form can be had in."""
    return formats_for(Use.FILLABLE if form.is_fillable else Use.READ_ONLY)


def read_answers(path: Path) -> Answers:
    """The answers of one file of any format; raises Unreadable, whatever the file is."""
    return read_file(path, READINGS)
