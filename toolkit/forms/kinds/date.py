"""A date."""

from datetime import date

from toolkit.forms.days import is_day, read_day
from toolkit.forms.kinds.kind import MULTI_LINE, Choices, Control, Kind, PdfField, QuestionKind, WordControl
from toolkit.languages.language import Language


def tidy_date(value: str, choices: Choices) -> str:
    """2026-11-23 of a date, however it was written; anything else unchanged."""
    return read_day(value)


def show_date(value: str, choices: Choices, language: Language) -> str:
    """23 November 2026 of a date; anything else unchanged."""
    return language.day(date.fromisoformat(value)) if is_day(value) else value


def every_month(choices: Choices, language: Language) -> tuple[str, ...]:
    """A late day of each month, in words."""
    return tuple(language.day(date(2026, month, 28)) for month in range(1, 13))


DATE = Kind(
    name=QuestionKind.DATE,
    noun="a date",
    keys=frozenset({"reminder"}),
    control=Control.INPUT,
    input_type="date",
    is_short=True,
    paper_hint="document.date",
    word_control=WordControl.DATE,
    prompt="document.choose-date",
    pdf_field=PdfField.TEXT,
    accessible_name="document.date-of",
    pdf_flags=MULTI_LINE,
    possible=every_month,
    column_share=0.95,
    word_share=1.1,
    written_as="2026-11-28",
    tidy=tidy_date,
    in_words=show_date,
    is_sound=is_day,
    is_date=True,
)
