"""Word files as people and programs leave them: what they show is what is read, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.documents import word_edits as edits
from tests.documents.conftest import make_word
from tests.documents.word_edits import edit
from tests.forms.conftest import IMPRINT
from toolkit.answers.answers import Current, bring_up_to_date, read_json
from toolkit.answers.findings import EmptyFile, empty_file_of
from toolkit.answers.plain_data import from_data, to_data
from toolkit.answers.review import in_words
from toolkit.answers.which_form import find_form
from toolkit.answers.word_document import read_word
from toolkit.catalogue.library import Library
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out, with_rows
from toolkit.documents.word_repeats import LEAST_ROWS
from toolkit.forms.definition import Form
from toolkit.forms.kinds import kind_of
from toolkit.forms.kinds.kind import Control
from toolkit.forms.kinds.tick import YES

SAMPLES = sorted(
    (Path(__file__).parent / "word-samples").glob("*.docx")
)  # as the page handed them out in November 2026
PLAN = Path(__file__).parent / "word-samples/whole-setting-improvement-plan-1.docx"
ROW = "ethos-and-relationships/relationships"
PROMPT = "1b. Relationships that match the values"


def answers_of(sample: Path) -> dict[str, str]:
    return dict(read_json(sample.with_suffix(".json").read_bytes()).texts)


@pytest.fixture(scope="module")
def template_of(around: Around) -> Callable[[Form], EmptyFile]:
    """What the empty Word file of a form shows today."""

    def template(form: Form) -> EmptyFile:
        document = read_word(make_word(lay_out(form), around, IMPRINT)).document
        assert document
        return empty_file_of(document)

    return template


@pytest.fixture(scope="module")
def read_plan(library: Library, template_of: Callable[[Form], EmptyFile]) -> Callable[[bytes], Current]:
    form = library.forms["whole-setting-improvement-plan"]
    template = template_of(form)
    return lambda content: bring_up_to_date(form, read_word(content), [template])


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_file_of_november_2026_opens_with_nothing_lost_whatever_became_of_its_controls(
    sample: Path, library: Library, template_of: Callable[[Form], EmptyFile]
) -> None:
    content, expected = sample.read_bytes(), answers_of(sample)
    plain = (edits.take_controls_out,)
    files = [content, edit(content, keep_part=False), edit(content, *plain), edit(content, *plain, keep_part=False)]
    for file in files:
        read = read_word(file)
        form = library.forms[read.form]
        current = bring_up_to_date(form, read, [template_of(form)])
        assert (expected, {}, ()) == (current.texts, current.obsolete, current.unplaced)


def test_what_people_do_to_a_plan_in_word_is_read_as_it_is_seen(read_plan: Callable[[bytes], Current]) -> None:
    content, before = PLAN.read_bytes(), answers_of(PLAN)
    second = f"{ROW}~2/"
    kept = {key: text for key, text in before.items() if not key.startswith((f"{ROW}/", second))}
    cases: list[tuple[Callable[[Any], None], dict[str, str], list[str]]] = [
        (
            edits.copy_row(f"{second}activity", {f"{second}activity": "Copied", f"{second}lead": "Head"}),
            {f"{ROW}~3/activity": "Copied", f"{ROW}~3/lead": "Head"},
            [],
        ),
        (
            edits.insert_row(f"{second}activity", "", "New", "Ann", "", "", "5 May 2027", ""),
            {f"{ROW}~3/activity": "New", f"{ROW}~3/lead": "Ann", f"{ROW}~3/due": "2027-05-05"},
            [],
        ),
        (
            edits.type_after(f"{ROW}/activity", ", every week"),
            {f"{ROW}/activity": before[f"{ROW}/activity"] + ", every week"},
            [],
        ),
        (edits.type_after(f"{ROW}/rating", "since May"), {}, ["since May"]),
        (edits.type_over(f"{ROW}/activity", "Typed over"), {f"{ROW}/activity": "Typed over"}, []),
        (edits.type_over(f"{ROW}/rating", "not yet in place"), {f"{ROW}/rating": "red"}, []),
        (edits.empty(f"{ROW}/activity"), {f"{ROW}/activity": ""}, []),
        (edits.empty("record/setting"), {"record/setting": ""}, []),
        (edits.add_paragraph("The governors agreed this."), {}, ["The governors agreed this."]),
        (
            edits.insert_row(f"{second}activity", "1e. Our own theme", "Ours", "Bo", "", "", "", ""),
            {},
            ["1e. Our own theme\nOurs\nBo"],
        ),
    ]
    for change, changes, unplaced in cases:
        # Without its control, a choice with words behind it is a text like any other.
        for more in ((), (edits.take_controls_out,)) if unplaced != ["since May"] else ((),):
            current = read_plan(edit(content, change, *more))
            expected = {key: text for key, text in (before | changes).items() if text}
            assert expected == current.texts, changes or unplaced
            assert unplaced == [one.text for one in current.unplaced]
    gone = edit(content, edits.delete_row(f"{ROW}/activity"), edits.delete_row(f"{second}activity"))
    assert kept == read_plan(gone).texts
    one = read_plan(edit(content, edits.delete_row(f"{ROW}/activity"))).texts
    assert before[f"{second}activity"] == one[f"{ROW}/activity"] and f"{second}activity" not in one


def test_a_form_of_another_field_comes_back_whole_from_any_program(kitchen: Form, around: Around) -> None:
    questions = {}
    for field in with_rows(lay_out(kitchen, in_files=True), LEAST_ROWS).fields:
        questions[field.key] = field
    words = around.language
    answers = {}
    for number, (key, field) in enumerate(questions.items()):
        kind = kind_of(field.kind)
        text = f"Answer {number} <&>" + ("\nsecond" if kind.has_lines else "")
        answers[key] = field.choices[-1][0] if field.choices else "2027-05-05" if kind.input_type == "date" else text
        if kind.control is Control.CHECKBOX:
            answers[key] = YES

    def shown(key: str, answer: str) -> str:
        question = questions[key].question
        return in_words(question, answer, words) if question else answer

    filled = edit(make_word(lay_out(kitchen), around, IMPRINT), edits.fill(answers, shown))
    document = read_word(make_word(lay_out(kitchen), around, IMPRINT)).document
    assert document
    for file in (filled, edit(filled, edits.take_controls_out, keep_part=False)):
        current = bring_up_to_date(kitchen, read_word(file), [empty_file_of(document)])
        assert (answers, {}, ()) == (current.texts, current.obsolete, current.unplaced)


def test_a_file_that_says_nothing_of_its_form_is_known_by_its_title(library: Library, around: Around) -> None:
    form = library.forms["action-plan"]
    read = read_word(edit(make_word(lay_out(form), around, IMPRINT), edits.take_controls_out, keep_part=False))
    assert "action-plan" == read.form, "its footer says where the form's page is"
    unnamed = read_word(make_word(lay_out(form), around, IMPRINT))
    unnamed = type(unnamed)("", 1, {}, document=unnamed.document)
    assert form is find_form(unnamed, library.forms)


def test_what_a_process_reads_is_handed_over_whole() -> None:
    read = read_word(PLAN.read_bytes())
    assert read == from_data(to_data(read))
