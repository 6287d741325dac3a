"""What a kind of question says of itself, for every format that shows, keeps or reads its answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from toolkit.forms.holds import Holds
from toolkit.languages.language import Language

MULTI_LINE = 1 << 12  # of a PDF's text field: what does not fit into one line goes on in the next
Choices = Sequence[tuple[str, str]]  # (value kept, words shown)


class QuestionKind(StrEnum):
    """How a question is answered, by the name that form files give it."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    DATE = "date"
    CHOICE = "choice"
    RATING = "rating"
    TICK = "tick"
    STATUS = "status"


class Control(StrEnum):
    """What somebody answers with on the page; on paper, what is drawn for it."""

    INPUT = "input"
    TEXTAREA = "textarea"
    CHECKBOX = "checkbox"
    OPTIONS = "options"


class WordControl(StrEnum):
    """The content control of a Word file."""

    TEXT = "text"
    LINES = "lines"
    DATE = "date"
    LIST = "list"
    CHECKBOX = "checkbox"


class PdfField(StrEnum):
    """The type of a PDF's field, by the name that PDF gives it."""

    TEXT = "Tx"
    CHOICE = "Ch"
    BUTTON = "Btn"


def keep_choice(value: str, choices: Choices) -> str:
    """What is kept of a value: the choice that it is, or whose words it is; else the value unchanged."""
    text = value.strip()
    return next((choice for choice, words in choices if text in (choice, words)), value)


def all_choices(choices: Choices, language: Language) -> tuple[str, ...]:
    """The words of every choice."""
    return tuple(words for _, words in choices)


def show_choice(value: str, choices: Choices, language: Language) -> str:
    """The words of a choice; any other value unchanged."""
    return dict(choices).get(value, value)


@dataclass(frozen=True)
class Kind:
    """One kind of question. A question may only have those of SOME_KINDS among its keys that are in `keys`."""

    name: QuestionKind
    noun: str  # with its article, for messages to editors
    control: Control
    word_control: WordControl
    pdf_field: PdfField
    column_share: float  # of the width of a table, on a PDF; 1 is a narrow column
    word_share: float  # the same in a Word file
    keys: frozenset[str] = frozenset()
    input_type: str = "text"  # of an input on the page
    is_free_text: bool = False  # its direction is found from what is typed; in a table it grows with its row
    has_lines: bool = False  # a field as high as the lines it has
    lines: int = 1  # to write on, where the question does not say
    is_short: bool = False  # half the width of the paper is enough
    paper_hint: str = ""  # the key of the words below an empty field on paper
    prompt: str = "document.write"  # the key of the words in an empty control of Word
    accessible_name: str = ""  # the key of the words that name its field in a PDF, around `{name}`
    pdf_flags: int = 0
    fixed_answers: tuple[str, ...] = ()  # what is kept whatever the options; these are only words for it
    words: str = ""  # the key of the words of a fixed answer, around `{}`, where a form has none
    closing: frozenset[str] = frozenset()  # the answers after which nothing of its row is due
    holds: Holds | None = None  # which part of an activity it is, where the question does not say
    is_rated: bool = False
    is_date: bool = False  # its answers are days; a text that is none is said to be none
    written_as: str = ""  # an answer as files keep it, for messages
    tidy: Callable[[str, Choices], str] = keep_choice
    in_words: Callable[[str, Choices, Language], str] = show_choice
    # Every answer in words, or those of every length, where they are fixed: as much room as the longest needs.
    possible: Callable[[Choices, Language], tuple[str, ...]] = lambda choices, language: ()
    is_sound: Callable[[str], bool] = lambda answer: True
    check_options: Callable[[int], str | None] = lambda count: None  # from their number: what is wrong with them
