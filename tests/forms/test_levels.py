"""Levels, next steps, activities and the choice of rows: each key alone, in a form that nobody has seen."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import yaml
from docx import Document

from tests.documents.conftest import make_fillable_pdf, make_print_pdf, make_word
from tests.forms.conftest import IMPRINT, RIVER
from toolkit.answers.activities import activities, chosen_rows, row_states
from toolkit.answers.answers import Answers, bring_up_to_date, read_json, write_json
from toolkit.answers.page_definition import browser_definition
from toolkit.answers.word_document import read_word
from toolkit.catalogue.library import Library
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.forms.definition import Form
from toolkit.forms.read import check_forms, read_form_sources
from toolkit.overlays.stages import name_fixed_answers
from toolkit.sources.problems import Problems

SOUND: dict[str, Any] = {
    "id": "bakery-check",
    "title": "Bakery check",
    "about": "A form that nobody has seen.",
    "who": "The baker",
    "time": "An hour",
    "version": 1,
    "written": "2026-11-28",
    "audience": ["everyone"],
    "holds_personal_data": False,
    "save": "draft",
    "sections": [
        {
            "id": "ovens",
            "title": "Ovens",
            "columns": [
                {"id": "how", "label": "How it is", "kind": "rating", "options": ["Cold", "Warm", "Hot"]},
                {"id": "job", "label": "Job"},
            ],
            "rows": [{"id": "big", "prompt": "The big oven"}, {"id": "small", "prompt": "The small oven"}],
        }
    ],
}
LEVELS = [
    {"rating": "amber", "means": "It bakes unevenly.", "next": [{"id": "turn", "activity": "Turn the trays."}]},
    {"rating": "green", "means": "It bakes evenly."},
]
Change = Callable[[dict[str, Any]], object]


def read_changed(
    tmp_path: Path, library: Library, *changes: Change, sound: Path | None = None
) -> tuple[Form | None, list[str]]:
    """(form, problems) of the bakery's form, or of a file, after some changes."""
    data = yaml.safe_load(sound.read_text("utf-8") if sound else yaml.safe_dump(SOUND))
    for change in changes:
        change(data)
    path = tmp_path / f"{data['id']}.yml"
    path.write_text(json.dumps(data, indent=1, default=str), "utf-8")  # JSON is YAML, and has no anchors
    problems = Problems()
    files = {f"forms/{path.name}": path}
    sources = [name_fixed_answers(source, library.language) for source in read_form_sources(files, problems)]
    forms = check_forms(sources, None, problems)
    return next(iter(forms.values()), None), [str(problem) for problem in problems]


def ovens(data: dict[str, Any]) -> dict[str, Any]:
    section: dict[str, Any] = data["sections"][0]
    return section


def sound(tmp_path: Path, library: Library, *changes: Change) -> Form:
    form, problems = read_changed(tmp_path, library, *changes)
    assert form is not None and not problems, problems
    return form


def texts_of(form: Form, around: Around) -> dict[str, str]:
    """What each format of an empty form shows."""
    layout = lay_out(form, in_files=True)
    document = Document(io.BytesIO(make_word(layout, around, IMPRINT)))
    word = "\n".join(text.text or "" for text in document.element.body.iter("{*}t"))
    shown = {"Word": word}
    for name, make in (("print", make_print_pdf), ("fillable", make_fillable_pdf)):
        pdf = pypdfium2.PdfDocument(make(layout, around, IMPRINT))
        shown[name] = " ".join(page.get_textpage().get_text_range() for page in pdf)
    return {name: " ".join(text.split()) for name, text in shown.items()}


def test_levels_alone_are_beside_the_rating_in_every_format(tmp_path: Path, library: Library, around: Around) -> None:
    form = sound(tmp_path, library, lambda data: ovens(data)["rows"][0].update(levels=LEVELS))
    level = form.sections[0].rows[0].level("amber")
    assert level and level.next[0].activity == "Turn the trays." and form.sections[0].rows[0].level("red") is None
    for name, text in texts_of(form, around).items():
        assert "Warm: It bakes unevenly." in text and "Hot: It bakes evenly." in text, name
        assert text.index("The big oven") < text.index("It bakes unevenly.") < text.index("The small oven"), name


def test_a_row_with_many_columns_is_a_band_in_word_and_comes_back(
    river: Form, around: Around, tmp_path: Path, library: Library
) -> None:
    word = make_word(lay_out(river, in_files=True), around, IMPRINT)
    shown = texts_of(river, around)
    for name, text in shown.items():
        assert "Not yet in place: Litter lies on the banks all year." in text, name
    document = Document(io.BytesIO(word))
    table = next(table for table in document.tables if "By when" in [cell.text for cell in table.rows[0].cells])
    assert len(table.columns) == 8 and len({cell._tc for cell in table.rows[1].cells}) == 2
    read = bring_up_to_date(river, read_word(word))
    assert not read.texts and not read.unplaced


def test_an_example_alone_is_beside_its_row_in_every_file(tmp_path: Path, library: Library, around: Around) -> None:
    form = sound(tmp_path, library, lambda data: ovens(data)["rows"][0].update(example="Ana turns the trays by May."))
    for name, text in texts_of(form, around).items():
        assert "For example: Ana turns the trays by May." in text, name


def test_outcomes_are_texts_or_texts_with_duties(river: Form) -> None:
    plain_outcome, with_duty = river.sections[0].rows[0].outcomes
    assert plain_outcome.text == "The banks are clean" and not plain_outcome.duties
    assert [(duty.guidance, duty.paragraph) for duty in with_duty.duties] == [("kcsie", "part one")]


def test_choosing_rows_alone_adds_a_tick_that_travels(tmp_path: Path, library: Library, around: Around) -> None:
    form = sound(tmp_path, library, lambda data: data.update(choose_rows=1))
    assert {"ovens/big": "not-rated", "ovens/small": "not-rated"} == row_states(form, {})
    answers = {"ovens/big/chosen": "yes"}
    assert {"ovens/big": "not-rated", "ovens/small": "not-chosen"} == row_states(form, answers)
    assert browser_definition(form)["choose_rows"] == 1
    assert browser_definition(form)["fields"]["ovens/big/chosen"]["holds"] == "chosen"
    again = bring_up_to_date(form, read_json(write_json(form, answers, "2026-11-28").encode()))
    assert answers == again.texts and frozenset({"ovens/big"}) == chosen_rows(form, again.texts)
    pdf = pikepdf.open(io.BytesIO(make_fillable_pdf(lay_out(form), around, IMPRINT)))
    assert {"ovens/big/chosen", "ovens/small/chosen"} <= {str(field.T) for field in pdf.Root.AcroForm.Fields}
    assert all("Chosen to work on first" in text for text in texts_of(form, around).values())


def test_a_label_may_say_what_choosing_is_called(tmp_path: Path, library: Library) -> None:
    form = sound(tmp_path, library, lambda data: data.update(choose_rows=1, choose_label="Bake first"))
    assert browser_definition(form)["fields"]["ovens/big/chosen"]["label"] == "Bake first"


def test_a_status_alone_makes_a_table_of_activities(tmp_path: Path, library: Library) -> None:
    form = sound(
        tmp_path,
        library,
        lambda data: ovens(data)["columns"].append({"id": "far", "label": "How far", "kind": "status"}),
    )
    [activity] = activities(form, {"ovens/big/far": "done"})
    assert (activity.status, activity.is_closed, activity.place) == ("done", True, "The big oven")
    words = browser_definition(form)["fields"]["ovens/big/far"]["choices"]
    assert ["Not started", "Under way", "Done", "Stopped"] == [said for _, said in words]


def test_an_answer_from_before_a_change_is_marked_and_its_note_is_given(river: Form) -> None:
    read = bring_up_to_date(river, Answers("river-plan", 1, {"water/litter/who": "Ana, by May"}))
    assert read.texts == {"water/litter/who": "Ana, by May"} and read.changed == ("water/litter/who",)
    field = browser_definition(river)["fields"]["water/litter/who"]
    assert field["changed_note"] == "Move the date into 'By when'." and field["label_was"] == ["Lead and timeframe"]


MISTAKES: dict[str, tuple[Change, str]] = {
    "level twice": (
        lambda data: ovens(data)["rows"][0].update(levels=[LEVELS[0], LEVELS[0] | {"means": "Again."}]),
        "level number 2: the rating 'amber' has a level already. Without one: red, green",
    ),
    "level of no rating": (
        lambda data: (ovens(data)["columns"].pop(0), ovens(data)["rows"][0].update(levels=LEVELS)),
        "no column of this table is a rating",
    ),
    "unknown rating": (
        lambda data: ovens(data)["rows"][0].update(levels=[{"rating": "blue", "means": "x"}]),
        "level number 1: 'rating' cannot be 'blue'. It is one of: red, amber, green",
    ),
    "step twice": (
        lambda data: ovens(data)["rows"][0].update(levels=[LEVELS[0], LEVELS[1] | {"next": LEVELS[0]["next"]}]),
        "next step 'turn': the id 'turn' is repeated in this row",
    ),
    "a word too many in a level": (
        lambda data: ovens(data)["rows"][0].update(levels=[LEVELS[0] | {"mean": "x"}]),
        "Did you mean 'means'?",
    ),
    "due on a text": (
        lambda data: ovens(data)["columns"][1].update(holds="due"),
        "is of the kind date, not 'long-text'",
    ),
    "held twice": (
        lambda data: ovens(data)["columns"].extend(
            [{"id": "a", "label": "A", "holds": "action"}, {"id": "b", "label": "B", "holds": "action"}]
        ),
        "'action' belongs to 'a' already",
    ),
    "chosen by hand": (
        lambda data: ovens(data)["columns"].append({"id": "c", "label": "C", "kind": "tick", "holds": "chosen"}),
        "'chosen' is added by 'choose_rows'",
    ),
    "holds nothing known": (lambda data: ovens(data)["columns"][1].update(holds="actoin"), "Did you mean 'action'?"),
    "more to choose than there are": (lambda data: data.update(choose_rows=5), "the form has 2. Lower the number"),
    "the tick's id": (
        lambda data: (data.update(choose_rows=1), ovens(data)["columns"][1].update(id="chosen")),
        "the id 'chosen' is kept for the tick",
    ),
    "a label without a choice": (lambda data: data.update(choose_label="Now"), "the form has no 'choose_rows'"),
    "a note without a change": (
        lambda data: ovens(data)["columns"][1].update(changed_note="Look again."),
        "'changed_note' is shown for answers from before 'changed_in'",
    ),
    "retired and asked": (
        lambda data: data.update(retired=[{"key": "ovens/big/job", "label": "Job"}]),
        "'ovens/big/job' is still asked",
    ),
    "retired and no name": (
        lambda data: data.update(retired=[{"key": "ovens", "label": "Ovens"}]),
        "'ovens' is not the name of an answer",
    ),
    "once without repeat": (lambda data: ovens(data)["columns"][0].update(once=True), "this is asked once in any case"),
    "nothing but once": (
        lambda data: (
            ovens(data).update(row_repeat={"noun": "job"}),
            [column.update(once=True) for column in ovens(data)["columns"]],
        ),
        "every column is asked once",
    ),
    "too many rows": (
        lambda data: ovens(data).update(rows=[{"id": f"r{n}", "prompt": f"Oven {n}"} for n in range(101)]),
        "the table has 101 rows; at most 100 can be filled in sensibly",
    ),
    "too many columns": (
        lambda data: ovens(data)["columns"].extend({"id": f"c{n}", "label": f"C {n}"} for n in range(11)),
        "the table has 13 columns; at most 12",
    ),
    "too many fields": (
        lambda data: ovens(data).update(
            row_repeat={"noun": "job", "blank": 40}, rows=[{"id": f"r{n}", "prompt": f"Oven {n}"} for n in range(50)]
        ),
        "the form begins with 4000 places to answer; a page holds 3000",
    ),
    "status of three": (
        lambda data: ovens(data)["columns"][1].update(kind="status", options=["a", "b", "c"]),
        "a status has four 'options'",
    ),
    "a duty of no guidance": (
        lambda data: ovens(data)["rows"][0].update(outcomes=[{"text": "Hot", "duties": [{"paragraph": "part one"}]}]),
        "duty number 1: 'guidance' is missing",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_reported_with_its_line_and_place(name: str, tmp_path: Path, library: Library) -> None:
    change, expected = MISTAKES[name]
    _, problems = read_changed(tmp_path, library, change)
    matching = [problem for problem in problems if expected in problem]
    assert matching, problems
    assert all(problem.split(":")[1].isdigit() and int(problem.split(":")[1]) > 1 for problem in matching)


def test_the_sound_form_and_the_river_plan_are_sound(tmp_path: Path, library: Library) -> None:
    sound(tmp_path, library)
    assert not read_changed(tmp_path, library, sound=RIVER)[1]
