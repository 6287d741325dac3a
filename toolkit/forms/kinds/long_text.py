"""Text of several lines."""

from toolkit.forms.kinds.kind import MULTI_LINE, Control, Kind, PdfField, QuestionKind, WordControl

LONG_TEXT = Kind(
    name=QuestionKind.LONG_TEXT,
    noun="a long text",
    keys=frozenset({"value", "filled_by"}),
    control=Control.TEXTAREA,
    is_free_text=True,
    has_lines=True,
    lines=3,
    word_control=WordControl.LINES,
    pdf_field=PdfField.TEXT,
    pdf_flags=MULTI_LINE,
    column_share=2.0,
    word_share=2.0,
)
