"""The forms whose documents are looked at: one of another field, and the project's own; and how each is made.

A LibreOffice is there, too."""

from dataclasses import dataclass

import pytest

from tests.documents.office import LibreOffice
from tests.forms.conftest import IMPRINT, allotment, around, kitchen, known, library, river
from toolkit.documents.around import Around
from toolkit.documents.imprint import Imprint
from toolkit.documents.layout import Layout, lay_out
from toolkit.documents.pdf import complete_pdf, draft_fillable_pdf, draft_print_pdf
from toolkit.documents.word import draft_word
from toolkit.documents.word_imprint import complete_word
from toolkit.forms.definition import Form

__all__ = ["allotment", "around", "kitchen", "known", "library", "river"]


def make_print_pdf(layout: Layout, around: Around, imprint: Imprint) -> bytes:
    return complete_pdf(draft_print_pdf(layout, around, linked=bool(imprint.address)), layout, imprint)


def make_fillable_pdf(layout: Layout, around: Around, imprint: Imprint) -> bytes:
    return complete_pdf(draft_fillable_pdf(layout, around, linked=bool(imprint.address)), layout, imprint)


def make_word(layout: Layout, around: Around, imprint: Imprint) -> bytes:
    return complete_word(draft_word(layout, around, linked=bool(imprint.address)), layout, imprint)


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    return LibreOffice(tmp_path_factory.mktemp("libreoffice"))


@dataclass(frozen=True)
class Made:
    """A form as its files have it, with its PDF to type into."""

    layout: Layout
    fillable: bytes


@pytest.fixture(scope="session")
def every_form(around: Around, allotment: Form) -> dict[str, Made]:
    """The PDF to type into of every form that has one, by the form's id."""
    forms = [allotment, *(form for form in around.library.forms.values() if form.is_fillable)]
    layouts = [lay_out(form, in_files=True) for form in forms]
    return {layout.form.id: Made(layout, make_fillable_pdf(layout, around, IMPRINT)) for layout in layouts}
