"""One of several answers."""

from toolkit.forms.kinds.kind import Control, Kind, PdfField, QuestionKind, WordControl, all_choices

COMBO = 1 << 17


def check_choices(count: int) -> str | None:
    """What is wrong with so many options of a choice."""
    return None if count >= 2 else "a choice needs at least two 'options'"


CHOICE = Kind(
    name=QuestionKind.CHOICE,
    noun="a choice",
    keys=frozenset({"options"}),
    control=Control.OPTIONS,
    is_short=True,
    word_control=WordControl.LIST,
    prompt="document.choose",
    pdf_field=PdfField.CHOICE,
    pdf_flags=COMBO,
    possible=all_choices,
    column_share=1.25,
    word_share=1.25,
    check_options=check_choices,
)
