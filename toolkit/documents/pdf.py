"""The two PDF files of a form: to type into, and to print and write on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst

from toolkit.documents.font import FONTS
from toolkit.documents.paper import Imprint, paper
from toolkit.documents.tags import finish
from toolkit.documents.widgets import add_widgets
from toolkit.forms.sheet import Around, Layout

TEMPLATE = Path(__file__).with_name("form.typ")


def make_print_pdf(layout: Layout, around: Around, imprint: Imprint) -> bytes:
    """The PDF to print and fill in by hand; the same bytes each time."""
    return finish(_typeset(paper(layout, around, imprint), layout, fillable=False), layout)


def make_fillable_pdf(layout: Layout, around: Around, imprint: Imprint) -> bytes:
    """The PDF to type into; the same bytes each time."""
    return finish(_typeset(paper(layout, around, imprint), layout, fillable=True), layout, add_widgets)


def _typeset(content: dict[str, Any], layout: Layout, *, fillable: bool) -> bytes:
    made = typst.compile(
        str(TEMPLATE),
        sys_inputs={"data": json.dumps(content, sort_keys=True), "fillable": "yes" if fillable else "no"},
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=seconds(layout),
    )
    assert isinstance(made, bytes)
    return made


def seconds(layout: Layout) -> int:
    """The day on which the form's version was written, as seconds since 1970: a document's only clock."""
    return (layout.form.written.toordinal() - 719163) * 86400
