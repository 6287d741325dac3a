"""The command places a document with the words of the language that it is in, as the page in that language does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from toolkit.answers.answers import Answers
from toolkit.answers.unreadable import Reason
from toolkit.answers.visible import Cell, Document, Paragraph, Piece, Table
from toolkit.catalogue.library import Library
from toolkit.catalogue.translations import load_translations
from toolkit.collation.collate import Skipped, Translation, collate
from toolkit.collation.plan import Plan
from toolkit.forms.definition import Form

RECORD = "record-of-signs"
EXPECTED = {
    "record/setting": "Ysgol y Bryn",
    "record/begun": "2026-01-05",
    "entries/row/seen": "Dim",
    "entries/row/sort": "Physical",
    "entries/row~2/seen": "Eto",
    "picture/others": "Yr un peth",
}


@pytest.fixture(scope="module")
def welsh(root: Path) -> Library:
    return next(library for library in load_translations(root) if library.language.code == "cy")


def paragraph(text: str) -> Paragraph:
    return Paragraph((Piece(text),))


def table(*rows: Sequence[str]) -> Table:
    return Table(tuple(tuple(Cell((paragraph(text),)) for text in row) for row in rows))


def write_document(form: Form, sort: str) -> Document:
    """A filled record of signs as a program leaves it that knows no controls: headings, labels and what was typed."""
    entries, picture = (next(one for one in form.sections if one.id == id) for id in ("entries", "picture"))
    labels = {question.id: question.label for question in (*form.record, *picture.questions)}
    seen, kind = ([column.id for column in entries.columns].index(id) for id in ("seen", "sort"))
    filled = [[""] * len(entries.columns) for _ in range(2)]
    filled[0][seen], filled[0][kind], filled[1][seen] = "Dim", sort, "Eto"
    return Document(
        (
            paragraph(form.title),
            table([labels["setting"], "Ysgol y Bryn"], [labels["begun"], "5 Ionawr 2026"]),
            paragraph(entries.title),
            table([column.label for column in entries.columns], *filled),
            paragraph(picture.title),
            paragraph(labels["others"]),
            table(["Yr un peth"]),
        )
    )


def collate_one(
    document: Document, library: Library, translations: Sequence[Library]
) -> tuple[dict[str, tuple[Plan, ...]], list[Skipped]]:
    return collate(
        [Path("cofnod.odt")],
        library.forms,
        library.language,
        lambda path: Answers("", 1, {}, document=document),
        translations=lambda: [Translation(translation.forms, lambda form: ()) for translation in translations],
    )


def test_a_welsh_document_is_read_with_the_welsh_form(library: Library, welsh: Library) -> None:
    document = write_document(welsh.forms[RECORD], "Corfforol")
    plans, skipped = collate_one(document, library, [welsh])
    assert ([], [RECORD]) == (skipped, list(plans))
    assert EXPECTED == plans[RECORD][0].current.texts


def test_an_english_document_is_read_with_the_english_form_as_before(library: Library, welsh: Library) -> None:
    document = write_document(library.forms[RECORD], "Physical")
    plans, _ = collate_one(document, library, [welsh])
    alone, _ = collate_one(document, library, [])
    assert EXPECTED == plans[RECORD][0].current.texts
    assert alone[RECORD][0].current == plans[RECORD][0].current


def test_a_document_in_a_language_that_the_project_has_not_is_no_form(library: Library, welsh: Library) -> None:
    _, [skipped] = collate_one(write_document(welsh.forms[RECORD], "Corfforol"), library, [])
    assert Reason.NO_ANSWERS == skipped.reason


def test_forms_that_a_language_translates_are_told_from_the_others(welsh: Library) -> None:
    assert welsh.is_translated("Form", RECORD)
    assert not welsh.is_translated("Form", "action-plan")
