"""A line of text."""

from toolkit.forms.kinds.kind import MULTI_LINE, Control, Kind, PdfField, QuestionKind, WordControl

TEXT = Kind(
    name=QuestionKind.TEXT,
    noun="a text",
    keys=frozenset({"value", "filled_by", "split_by"}),
    control=Control.INPUT,
    is_free_text=True,
    word_control=WordControl.TEXT,
    pdf_field=PdfField.TEXT,
    pdf_flags=MULTI_LINE,
    column_share=1.3,
    word_share=1.3,
)
