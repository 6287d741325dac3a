"""A box to tick."""

from toolkit.forms.kinds.kind import Choices, Control, Kind, PdfField, QuestionKind, WordControl
from toolkit.languages.language import Language

YES = "yes"  # what is kept of a ticked box
TRUE = frozenset({"true", "1", "yes", "on"})  # what programs write for a tick


def tidy_tick(value: str, choices: Choices) -> str:
    """YES of whatever a program wrote for a tick, nothing of anything else."""
    return YES if value.strip().lower() in TRUE else ""


def show_tick(value: str, choices: Choices, language: Language) -> str:
    """The word for a ticked box; any other value unchanged."""
    return language.translate("answers.ticked") if value == YES else value


TICK = Kind(
    name=QuestionKind.TICK,
    noun="a tick",
    control=Control.CHECKBOX,
    input_type="checkbox",
    word_control=WordControl.CHECKBOX,
    pdf_field=PdfField.BUTTON,
    column_share=0.55,
    word_share=0.75,
    fixed_answers=(YES,),
    closing=frozenset({YES}),
    tidy=tidy_tick,
    in_words=show_tick,
)
