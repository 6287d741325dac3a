"""The two PDF files of a form: to type into, and to print and write on."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from toolkit.documents.around import Around
from toolkit.documents.imprint import Imprint
from toolkit.documents.layout import Layout
from toolkit.documents.paper import paper
from toolkit.documents.pdf_imprint import put_imprint_in_pdf
from toolkit.documents.tags import finish
from toolkit.documents.typeset import typeset
from toolkit.documents.widgets import add_widgets

FORM_TEMPLATE = Path(__file__).with_name("form.typ")


def draft_print_pdf(layout: Layout, around: Around, *, linked: bool) -> bytes:
    """The PDF to print and fill in by hand, without an imprint; the same bytes each time."""
    return finish(_typeset(paper(layout, around, linked=linked), layout, fillable=False), layout)


def draft_fillable_pdf(layout: Layout, around: Around, *, linked: bool) -> bytes:
    """The PDF to type into, without an imprint; the same bytes each time."""
    return finish(
        _typeset(paper(layout, around, linked=linked), layout, fillable=True),
        layout,
        partial(add_widgets, language=around.language),
    )


def complete_pdf(draft: bytes, layout: Layout, imprint: Imprint) -> bytes:
    """The PDF with the imprint of a site."""
    return put_imprint_in_pdf(draft, imprint, cards=layout.form.layout == "card")


def _typeset(content: dict[str, Any], layout: Layout, *, fillable: bool) -> bytes:
    content |= {"fillable": fillable}
    return typeset(FORM_TEMPLATE.read_bytes(), content, pdf_standards=["ua-1"], timestamp=seconds(layout))


def seconds(layout: Layout) -> int:
    """The day on which the form's version was written, as seconds since 1970: a document's only clock."""
    return (layout.form.written.toordinal() - 719163) * 86400
