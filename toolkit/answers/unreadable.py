"""Why a file gives no answers: a reason with words in every language, the same on the page and in the report."""

from __future__ import annotations

from enum import StrEnum

from toolkit.languages.language import Language


class Reason(StrEnum):
    """The key of a reason's words in data/languages/."""

    CUT_SHORT = "files.cut-short"
    NO_ANSWERS = "files.no-answers"
    NEWER = "files.newer"
    OTHER_FORM = "files.other-form"
    NOT_ANSWERS = "files.not-answers"
    DAMAGED_OR_SHORT = "files.damaged-or-short"
    TOO_MANY_PARTS = "files.too-many-parts"
    NOT_WORD_OR_DAMAGED = "files.not-word-or-damaged"
    PROTECTED = "files.password"
    TOO_LARGE = "files.too-large"
    DAMAGED = "files.damaged"
    EMPTY = "files.empty"
    ENCODING = "files.encoding"
    NOT_A_FORM = "files.not-a-form"
    NOT_WORD = "files.not-word"
    NO_ANSWERS_IN_WORD = "files.no-answers-in-word"
    NO_ANSWERS_IN_PDF = "files.no-answers-in-pdf"
    PDF_PROTECTED = "files.pdf-protected"
    PDF_PACKED = "files.pdf-packed"
    OLD_WORD = "files.old-word"
    # What only the command meets.
    NOT_OPENED = "report.not-opened"
    FOLDER = "report.folder"
    NOT_REGULAR = "report.not-regular"
    UNKNOWN_FORM = "report.unknown-form"
    TOO_LONG = "report.too-long"
    FAULT = "report.fault"
    EMPTY_FOLDER = "report.empty-folder"
    TOO_MANY_FILES = "report.too-many-files"
    REPORT_FULL = "report.full"
    PERSONAL_IN_SET = "report.personal-in-set"
    # Why a file is passed over without harm.
    LOCK = "report.lock"
    SYSTEM_FILE = "report.system-file"
    SAME_FILE = "report.same-file"


# What may be said of a file that has nothing to do with the toolkit.
FOREIGN = {
    Reason.CUT_SHORT,
    Reason.EMPTY,
    Reason.ENCODING,
    Reason.NOT_A_FORM,
    Reason.NOT_WORD,
    Reason.NOT_WORD_OR_DAMAGED,
    Reason.NO_ANSWERS,
    Reason.NO_ANSWERS_IN_PDF,
    Reason.NO_ANSWERS_IN_WORD,
    Reason.TOO_LARGE,
    Reason.TOO_MANY_PARTS,
}


class Unreadable(Exception):
    """A file gives no answers; `values` are for the placeholders in the words of the reason."""

    def __init__(self, reason: Reason, **values: str) -> None:
        super().__init__(reason, values)
        self.reason = reason
        self.values = values

    def explain(self, language: Language) -> str:
        """The reason as a sentence, with what to do."""
        return language.translate(self.reason, **self.values)
