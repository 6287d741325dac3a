"""The last page of a PDF to type into: room for what does not fit into its box, with a list of what it continues."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.documents.columns import ARROW, BESIDE_FIELD, page_width
from toolkit.documents.fitting import PADDING, SMALLEST
from toolkit.documents.font import width_of
from toolkit.documents.layout import Field, Layout
from toolkit.forms.keys import CONTINUED, CONTINUES, MORE_ROOM, join
from toolkit.forms.kinds import QuestionKind, kind_of
from toolkit.languages.language import Language

BOXES_BY_SHAPE = {"landscape": 3, "portrait": 4}  # as many as fit one page; other layouts have no more room


@dataclass(frozen=True)
class ListField(Field):
    """A field with choices of its own, which no question asks."""

    options: tuple[tuple[str, str], ...] = ()

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """(name, words) of each answer that may be continued."""
        return self.options


@dataclass(frozen=True)
class Room:
    """One box: the list of answers, and the text that continues the one chosen."""

    continues: ListField
    text: Field


def more_room(layout: Layout, language: Language) -> tuple[Room, ...]:
    """The boxes of the last page; none where the form must stay on its sheet, or asks for no free text."""
    form = layout.form
    count = BOXES_BY_SHAPE.get(form.layout, 0)
    free = [field for field in layout.fields if kind_of(field.kind).is_free_text]
    if not (count and free and form.is_fillable) or form.compact:
        return ()
    width = page_width(form) - 2 * (PADDING + BESIDE_FIELD) - ARROW
    options = tuple((field.key, shorten(field.name, width)) for field in free)
    return tuple(_room(number, options, language) for number in range(1, count + 1))


def shorten(name: str, width: float) -> str:
    """A name that fits a width in points at the smallest size; what it leaves out in its middle is shown by dots."""
    length = len(name)
    short_name = name
    while width_of(short_name, SMALLEST) > width and length > 2:
        length -= 2
        short_name = f"{name[: length // 2].rstrip()} ... {name[-(length // 2) :].lstrip()}"
    return short_name


def _room(number: int, options: tuple[tuple[str, str], ...], language: Language) -> Room:
    names = [language.translate(f"document.{key}") for key in ("continues", "more-room-text")]
    keys = [join((MORE_ROOM, number), (name, 1)) for name in (CONTINUES, CONTINUED)]
    list_field = ListField(keys[0], QuestionKind.CHOICE, names[0], f"{names[0]} {number}", options=options)
    return Room(list_field, Field(keys[1], QuestionKind.LONG_TEXT, names[1], f"{names[1]} {number}"))
