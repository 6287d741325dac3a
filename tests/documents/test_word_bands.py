"""Bands of a Word table: what is asked once for a row, over its entries, comes back from any program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents import word_edits as edits
from tests.documents.conftest import make_word
from tests.documents.office import LibreOffice
from tests.documents.word_edits import edit
from tests.forms.conftest import IMPRINT
from toolkit.answers.answers import bring_up_to_date
from toolkit.answers.findings import empty_file_of
from toolkit.answers.odt import read_odt
from toolkit.answers.review import in_words
from toolkit.answers.word_document import read_word
from toolkit.documents.around import Around
from toolkit.documents.layout import Field, lay_out, with_rows
from toolkit.documents.word_repeats import LEAST_ROWS
from toolkit.forms.definition import Form
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.kind import Control
from toolkit.forms.kinds.tick import YES


@pytest.fixture
def answers(river: Form) -> dict[str, str]:
    """An answer to everything that the Word file of the river plan asks."""

    def answer(number: int, field: Field) -> str:
        kind = kind_of(field.kind)
        if kind.control is Control.CHECKBOX:
            return YES
        text = f"Answer {number} <&>" + ("\nsecond" if kind.has_lines else "")
        return field.choices[-1][0] if field.choices else "2027-05-05" if kind.is_date else text

    fields = with_rows(lay_out(river, in_files=True), LEAST_ROWS).fields
    return {field.key: answer(number, field) for number, field in enumerate(fields)}


@pytest.fixture
def word(river: Form, around: Around) -> bytes:
    return make_word(lay_out(river, in_files=True), around, IMPRINT)


@pytest.fixture
def filled(word: bytes, river: Form, around: Around, answers: dict[str, str]) -> bytes:
    fields = {field.key: field for field in with_rows(lay_out(river, in_files=True), LEAST_ROWS).fields}
    return edit(word, edits.fill(answers, lambda key, text: in_words(fields[key].question, text, around.language)))


def test_a_plan_in_bands_comes_back_whole_with_its_controls_and_without(
    word: bytes, filled: bytes, river: Form, answers: dict[str, str]
) -> None:
    document = read_word(word).document
    assert document
    for file in (filled, edit(filled, edits.take_controls_out, keep_part=False)):
        current = bring_up_to_date(river, read_word(file), [empty_file_of(document)])
        assert (answers, {}, ()) == (current.texts, current.obsolete, current.unplaced)


@pytest.mark.office
def test_a_plan_in_bands_comes_back_whole_from_libreoffice(
    word: bytes, filled: bytes, river: Form, answers: dict[str, str], libreoffice: LibreOffice, tmp_path: Path
) -> None:
    document = read_word(word).document
    assert document
    path = tmp_path / "plan.docx"
    path.write_bytes(filled)
    texts = [read_odt(libreoffice.convert(path, "odt").read_bytes())]
    texts.append(read_word(libreoffice.convert(path, "docx:MS Word 2007 XML").read_bytes()))
    for read in texts:
        current = bring_up_to_date(river, read, [empty_file_of(document)])
        assert (answers, {}, ()) == (current.texts, current.obsolete, current.unplaced)
