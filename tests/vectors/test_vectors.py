"""What Python and JavaScript both know is the same: here Python is asked; tests/js/vectors.test.mjs asks JavaScript."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.forms.conftest import allotment, kitchen, known, library, orchard, river  # noqa: F401 - fixtures
from toolkit.answers import limits
from toolkit.answers.activities import activities, row_states
from toolkit.answers.answers import Answers, Unreadable, bring_up_to_date, read_json, tidy
from toolkit.answers.document_size import check_size
from toolkit.answers.earlier import earlier_as_data
from toolkit.answers.entry_ids import EntryIds
from toolkit.answers.findings import EmptyFile
from toolkit.answers.odt import MIME, read_odt
from toolkit.answers.page_definition import browser_definition, plain_fields
from toolkit.answers.pdf import read_pdf
from toolkit.answers.review import asked_at, in_words, overdue, rated_rows, rating_of, unread_days
from toolkit.answers.visible import Cell, Document, Paragraph, Piece, Table, shows_title
from toolkit.answers.word_document import read_word
from toolkit.forms.carry import pairs
from toolkit.forms.days import read_day
from toolkit.forms.definition import Form
from toolkit.forms.fingerprint import fingerprint
from toolkit.forms.keys import Key, split
from toolkit.forms.kinds import QUESTION_KINDS, UnknownKind, kind_of
from toolkit.forms.question import Question
from toolkit.forms.times import names_time
from toolkit.languages.read import ENGLISH, read_languages
from toolkit.search.words import stem, words_of
from toolkit.spreadsheet.cells import harmless

HERE = Path(__file__).parent
Forms = dict[str, Form]


def question_of(forms: Forms, key: str) -> tuple[Key, Question | None, str]:
    name = split(key)
    assert name is not None
    fields = {plain: (question, place) for plain, question, place in plain_fields(forms["kitchen-audit"])}
    question, place = fields.get(name.plain, (None, ""))
    return name, question, place


def judge_key(given: str, forms: Forms) -> Any:
    key = split(given)
    assert key is None or str(key) == given
    return key and [list(step) for step in zip(key.ids, key.numbers, strict=True)]


def judge_tidy(given: list[str], forms: Forms) -> str:
    _, question, _ = question_of(forms, given[0])
    assert question is not None
    return tidy(question, given[1])


def judge_kind(given: dict[str, Any], forms: Forms) -> Any:
    try:
        kind = kind_of(given["kind"])
    except UnknownKind:
        return "refused"
    choices = [(kept, words) for kept, words in given.get("choices", ())]
    kept = kind.tidy(given["typed"], choices)
    return {"kept": kept, "shown": kind.in_words(kept, choices, read_languages(HERE.parents[1])[ENGLISH])}


def judge_in_words(given: list[str], forms: Forms) -> str:
    return in_words(question_of(forms, given[0])[1], given[1], read_languages(HERE.parents[1])[ENGLISH])


def judge_asked(given: str, forms: Forms) -> str:
    name, question, place = question_of(forms, given)
    assert question is not None
    return asked_at(question, place, name)


def judge_answers(given: dict[str, Any], forms: Forms) -> dict[str, Any]:
    current = bring_up_to_date(forms["allotment-plan"], Answers("allotment-plan", given["version"], given["answers"]))
    return {"answers": current.texts, "gone": current.obsolete, "changed": list(current.changed)}


def judge_carry_pairs(given: list[str], forms: Forms) -> list[list[str]]:
    here, there = (forms[name] for name in given)
    return [list(pair) for pair in pairs(here, there)]


def judge_overdue(given: dict[str, Any], forms: Forms) -> list[list[str]]:
    found = overdue(forms["allotment-plan"], given["answers"], date.fromisoformat(given["today"]))
    return [[due.key, due.due.isoformat()] for due in found]


def judge_activities(given: dict[str, Any], forms: Forms) -> list[list[Any]]:
    today = date.fromisoformat(given["today"])
    return [
        [activity.key, dict(activity.parts), activity.status, activity.is_closed, activity.is_late(today)]
        for activity in activities(forms["river-plan"], given["answers"])
    ]


def judge_unread_days(given: dict[str, str], forms: Forms) -> list[str]:
    return [key for key, _, _ in unread_days(forms["allotment-plan"], given)]


def judge_ratings(given: dict[str, str], forms: Forms) -> dict[str, str]:
    return {rated.key: rating_of(given, rated) for rated in rated_rows(forms["kitchen-audit"])}


def judge_file(given: str, forms: Forms) -> Any:
    try:
        found = read_json(given.encode())
    except Unreadable:
        return "refused"
    rest = {
        "origins": {key: list(origins) for key, origins in found.origins.items()},
        "earlier": earlier_as_data(found.earlier),
        "others": [[other.form, other.version, other.texts] for other in found.further],
    }
    shown = {name: value for name, value in rest.items() if value}
    return {"version": found.version, "saved": found.saved_on, "answers": found.texts, **shown_ids(found.ids), **shown}


def shown_ids(ids: EntryIds) -> dict[str, Any]:
    """The ids that a file has."""
    return {name: value for name, value in vars(ids).items() if value}


def judge_document(read: Callable[[bytes], Answers], content: bytes, forms: Forms) -> Any:
    try:
        found = read(content)
    except Unreadable:
        return "refused"
    current = bring_up_to_date(forms["allotment-plan"], found)
    # What belongs to no form of the toolkit is told by the command that collates.
    is_of = found.document is not None and shows_title(found.document, forms["allotment-plan"].title)
    if not found.form and not current.texts and not is_of:
        return "refused"
    verdict = {"version": found.version, "answers": current.texts, **shown_ids(current.ids)}
    return verdict | {"unplaced": [[u.near, u.text] for u in current.unplaced]} if found.document else verdict


def read_block(block: Any) -> Paragraph | Table:
    """A block as placing.json writes it: a paragraph, or a table of rows."""
    if isinstance(block, dict):
        return Table(tuple(tuple(map(read_cell, row)) for row in block["rows"]))
    return read_paragraph(block)


def read_paragraph(pieces: str | list[Any]) -> Paragraph:
    listed = [pieces] if isinstance(pieces, str) else pieces
    read = (Piece(one) if isinstance(one, str) else Piece(*reversed(*one.items())) for one in listed)
    return Paragraph(tuple(read))


def read_cell(cell: Any) -> Cell:
    span, content = (cell["span"], cell["text"]) if isinstance(cell, dict) else (1, cell)
    paragraphs = content.split("\n") if isinstance(content, str) else [content]
    return Cell(tuple(map(read_paragraph, paragraphs)), span)


def marks(texts: list[str]) -> frozenset[str]:
    return frozenset(map(fingerprint, texts))


def read_document(given: dict[str, Any]) -> Document:
    """A document as placing.json and document-sizes.json write it."""
    return Document(
        tuple(map(read_block, given["blocks"])),
        hidden=given.get("hidden", {}),
        unseen=frozenset(given.get("unseen", ())),
        prompts=frozenset(given.get("prompts", ())),
        texts=marks(given.get("texts", [])),
    )


def judge_size(given: dict[str, Any], forms: Forms) -> str:
    try:
        check_size(read_document(given), given["most"], given["longest"])
    except Unreadable:
        return "refused"
    return "read"


def judge_placing(given: dict[str, Any], forms: Forms) -> dict[str, Any]:
    document = read_document(given)
    templates = [EmptyFile(frozenset(), marks(texts)) for texts in given.get("templates", ())]
    current = bring_up_to_date(forms["allotment-plan"], Answers("", 3, {}, document=document), templates)
    unplaced = [[text.near, text.text] for text in current.unplaced]
    return {"answers": current.texts, "gone": current.obsolete, "unplaced": unplaced}


def pack(parts: dict[str, Any]) -> bytes:
    """An archive of texts by name: each in UTF-8, or in the encoding that {encoding: text} says."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if isinstance(text, dict):
                [(encoding, content)] = text.items()
                archive.writestr(name, content.encode(encoding))
            elif text is not None:
                archive.writestr(name, text)
    return packed.getvalue()


def judge_word(given: dict[str, Any], forms: Forms) -> Any:
    usual = {"word/document.xml": given.get("body"), "customXml/item1.xml": given.get("part")}
    return judge_document(read_word, pack(given.get("parts", usual)), forms)


def judge_odt(given: dict[str, Any], forms: Forms) -> Any:
    return judge_document(read_odt, pack({"mimetype": MIME, **given}), forms)


def judge_pdf(given: dict[str, list[str]], forms: Forms) -> Any:
    return judge_document(read_pdf, make_pdf(given["objects"]), forms)


def make_pdf(objects: list[str]) -> bytes:
    """A PDF of some objects, the first of which is its catalogue."""
    content, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n"
    return content + f"{end}{len(content)}\n%%EOF\n".encode()


VERDICTS: dict[str, Callable[[Any, Forms], Any]] = {
    "activities": judge_activities,
    "answer-files": judge_file,
    "answers": judge_answers,
    "asked": judge_asked,
    "carry-pairs": judge_carry_pairs,
    "document-sizes": judge_size,
    "dates": lambda given, forms: read_day(given),
    "fingerprints": lambda given, forms: fingerprint(given),
    "harmless": lambda given, forms: harmless(given),
    "in-words": judge_in_words,
    "keys": judge_key,
    "kinds": judge_kind,
    "limits": lambda given, forms: vars(limits)[given],
    "overdue": judge_overdue,
    "odt": judge_odt,
    "pdf": judge_pdf,
    "placing": judge_placing,
    "ratings": judge_ratings,
    "rows": lambda given, forms: row_states(forms["river-plan"], given),
    "stems": lambda given, forms: stem(given),
    "tidy": judge_tidy,
    "times": lambda given, forms: names_time(given),
    "unread-days": judge_unread_days,
    "word": judge_word,
    "words": lambda given, forms: words_of(given),
}


def read_cases(subject: str) -> list[dict[str, Any]]:
    return list(json.loads((HERE / f"{subject}.json").read_text("utf-8"))["cases"])


@pytest.fixture
def forms(allotment: Form, kitchen: Form, river: Form, orchard: Forms) -> Forms:  # noqa: F811 - they are fixtures
    return {form.id: form for form in (allotment, kitchen, river)} | orchard


def test_every_file_of_cases_has_a_verdict_and_the_other_way_round() -> None:
    assert sorted(VERDICTS) == sorted(path.stem for path in HERE.glob("*.json"))


def test_every_kind_of_question_has_cases() -> None:
    cases = Counter(case["given"]["kind"] for case in read_cases("kinds") if case["expected"] != "refused")
    assert {str(kind) for kind in QUESTION_KINDS} == set(cases) and min(cases.values()) >= 3


@pytest.mark.parametrize("subject", sorted(VERDICTS))
def test_python_finds_what_is_expected(subject: str, forms: Forms) -> None:
    found = [{**case, "expected": VERDICTS[subject](case["given"], forms)} for case in read_cases(subject)]
    assert read_cases(subject) == found


def test_the_forms_that_javascript_is_asked_with_are_those_that_python_is_asked_with(
    forms: Forms, request: pytest.FixtureRequest
) -> None:
    for name, form in forms.items():
        path = HERE / "forms" / f"{name}.json"
        text = json.dumps(browser_definition(form), ensure_ascii=False, indent=1) + "\n"
        if request.config.getoption("--write-forms", default=False):
            path.write_text(text, "utf-8")
        assert path.is_file() and path.read_text("utf-8") == text, (
            "Run python3 scripts/test.py tests/vectors --write-forms"
        )
