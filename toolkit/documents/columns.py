"""How wide the columns of a table are on paper, in points, and how high their cells: their answers fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.documents.fitting import PADDING, height_for
from toolkit.documents.font import width_of
from toolkit.forms.definition import Form, Section
from toolkit.forms.kinds import kind_of
from toolkit.forms.question import Question
from toolkit.languages.language import Language

SHORT_SIDE, LONG_SIDE, PAGE_MARGIN = 595.28, 841.89, 51.03  # points: A4, and the 1.8 cm beside what is printed
INSET = 5.0  # points between the lines of a table and what stands in its cells
BESIDE_FIELD = 2.0  # points between a cell's box and its field, as widgets.py draws it
ARROW = 14.0  # what viewers draw at the end of a list
PROMPT_SHARE = {"landscape": 3.2, "portrait": 2.2}
BAND_SHARE = 0.46  # of a band: what is asked once for its row, where that needs room
TYPED, HEADED = 10.0, 10.5  # sizes of what is typed and of headings, in points
BOLDER = 1.06  # how much wider a heading's semibold is
READABLE = 9.0  # points, at which an ordinary answer still fits its cell
# An ordinary sentence, and an ordinary phrase: what a cell has room for.
SENTENCE = (
    "Agree with all partners who leads on each action, write it into the plan, and tell staff in every setting by "
    "the end of the spring term, with training for those who need it."
)
PHRASE = "Designated safeguarding lead and head of personal development, by half term"


@dataclass(frozen=True)
class Columns:
    """The columns of a table: widths with the prompt's first, if rows have one, and the least height of each field."""

    widths: tuple[float, ...]
    heights: tuple[float, ...]


def columns_of(form: Form, section: Section, language: Language, *, banded: bool = False) -> Columns:
    """The columns of a section's table; in a banded one, what is asked once for a row stands over its entries."""
    columns = asked_in_cells(section, banded=banded)
    first = []
    if banded and section.row_repeat:
        first = [(0.0, width_of(f"{section.row_repeat.noun} {section.row_repeat.most}", HEADED) + 2 * INSET + PADDING)]
    elif section.rows:
        first = [(PROMPT_SHARE.get(form.layout, PROMPT_SHARE["portrait"]), 0.0)]
    shares = [(kind_of(column.kind).column_share, least_width(column, language)) for column in columns]
    widths = share_out([*first, *shares], page_width(form))
    fields = widths[len(first) :]
    return Columns(widths, tuple(_least_height(*pair) for pair in zip(columns, fields, strict=True)))


def page_width(form: Form) -> float:
    """How wide what is printed on a page of a form is, in points."""
    return (LONG_SIDE if form.layout == "landscape" else SHORT_SIDE) - 2 * PAGE_MARGIN


def asked_in_cells(section: Section, *, banded: bool) -> list[Question]:
    """The questions that have a column."""
    return [column for column in section.columns if not (banded and column.once)]


def share_out(columns: Sequence[tuple[float, float]], total: float) -> tuple[float, ...]:
    """Widths in points of columns of (share, least width): by their shares; none below its least if all have room."""
    least = [width for _, width in columns]
    if sum(least) >= total:
        return tuple(width * total / sum(least) for width in least)
    at_least_width: set[int] = set()
    while True:
        free = [index for index in range(len(columns)) if index not in at_least_width]
        unit = (total - sum(least[index] for index in at_least_width)) / (sum(columns[index][0] for index in free) or 1)
        narrow = {index for index in free if columns[index][0] * unit < least[index]}
        if not narrow:
            return tuple(least[i] if i in at_least_width else share * unit for i, (share, _) in enumerate(columns))
        at_least_width |= narrow


def least_width(column: Question, language: Language) -> float:
    """What a column needs for its heading's longest word and for the longest of its fixed answers."""
    kind = kind_of(column.kind)
    heading = max(width_of(word, HEADED) * BOLDER for word in column.label.split())
    arrow = ARROW if column.choices else 0.0
    answer = max((width_of(words, TYPED) for words in kind.possible(column.choices, language)), default=0.0)
    return max(heading, answer + arrow + 2 * (PADDING + BESIDE_FIELD)) + 2 * INSET


def band_height(form: Form) -> float:
    """The height in points of a long answer beside the prompt of a band, in which an ordinary one stands."""
    return height_for(SENTENCE, band_width(form) - 2 * BESIDE_FIELD, READABLE)


def band_width(form: Form) -> float:
    """How wide what is asked once for a row is in its band, in points."""
    return page_width(form) * BAND_SHARE - 2 * INSET


def _least_height(column: Question, width: float) -> float:
    """The height of a field in which an ordinary answer stands."""
    kind = kind_of(column.kind)
    if not kind.is_free_text:
        return 0.0
    sample = SENTENCE if kind.has_lines else PHRASE
    return height_for(sample, width - 2 * (INSET + BESIDE_FIELD), READABLE)
