"""The forms whose documents are looked at: one of another field, and the project's own; and how each is made.

A LibreOffice is there, too."""

import pytest

from tests.documents.office import LibreOffice
from tests.forms.conftest import allotment, around, kitchen, known, library
from toolkit.documents.around import Around
from toolkit.documents.imprint import Imprint
from toolkit.documents.layout import Layout
from toolkit.documents.pdf import complete_pdf, draft_fillable_pdf, draft_print_pdf
from toolkit.documents.word import draft_word
from toolkit.documents.word_imprint import complete_word

__all__ = ["allotment", "around", "kitchen", "known", "library"]


def make_print_pdf(layout: Layout, around: Around, imprint: Imprint) -> bytes:
    return complete_pdf(draft_print_pdf(layout, around, linked=bool(imprint.address)), layout, imprint)


def make_fillable_pdf(layout: Layout, around: Around, imprint: Imprint) -> bytes:
    return complete_pdf(draft_fillable_pdf(layout, around, linked=bool(imprint.address)), layout, imprint)


def make_word(layout: Layout, around: Around, imprint: Imprint) -> bytes:
    return complete_word(draft_word(layout, around, linked=bool(imprint.address)), layout, imprint)


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    return LibreOffice(tmp_path_factory.mktemp("libreoffice"))
