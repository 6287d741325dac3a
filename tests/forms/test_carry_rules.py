"""Where answers can be brought from: what a definition may say, and what is reported with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.forms.conftest import HERE
from tests.read_data import read_forms
from toolkit.catalogue.library import Library
from toolkit.forms.carry import pairs, targets
from toolkit.forms.definition import Form
from toolkit.sources.problems import ProblemsFound

PLAN, REVIEW = "orchard-plan", "orchard-review"
STEPS = [
    ("training-needs-audit", "staff-survey"),
    ("partnership-strategy", "review-of-current-response"),
    ("partnership-strategy", "theory-of-change"),
    ("action-plan", "partnership-strategy"),
    ("recommendations-tracker", "action-plan"),
    ("annual-review-record", "recommendations-tracker"),
]


def problems_of(tmp_path: Path, **changes: list[tuple[str, str]]) -> list[str]:
    """What is reported of the two orchard forms after changes; of a form by its id, with _ for -."""
    files = {}
    for name in (PLAN, REVIEW):
        text = (HERE / f"{name}.yml").read_text("utf-8")
        for old, new in changes.get(name.replace("-", "_"), ()):
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path = tmp_path / f"{name}.yml"
        path.write_text(text, "utf-8")
        files[f"forms/{name}.yml"] = path
    try:
        read_forms(files, None)
    except ProblemsFound as error:
        return [f"{problem.file}:{problem.line}: {problem.message}" for problem in error.problems]
    return []


def line_of(text: str, form: str = PLAN) -> int:
    lines = (HERE / f"{form}.yml").read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


SETTING = "{form: orchard-review, from: record/setting}"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (SETTING, "{form: orchard-revue, from: record/setting}", "there is no form 'orchard-revue'. Did you mean"),
        (SETTING, "{form: orchard-plan, from: record/begins}", "the form names itself"),
        (
            SETTING,
            "{form: orchard-review, from: record/place}",
            "it has no question 'place' there. Its questions there",
        ),
        (SETTING, "{form: orchard-review, from: recrod/setting}", "it has no section 'recrod' there"),
        (SETTING, "{form: orchard-review, from: setting}", "write section/question, section/row/column"),
        (SETTING, "{form: orchard-review, from: trees/plums/missing}", "it has no row 'plums' there"),
        (SETTING, "{form: orchard-review, from: trees/*/colour}", "it has no column 'colour' there"),
        (SETTING, "{form: orchard-review, from: gaps/*}", "has no given rows with prompts"),
        (SETTING, "{form: orchard-review, from: record/setting, row: ground}", "only a column of a table with given"),
        ("from: record/walked-on}", "from: soil/state}", "(long-text) does not fit 'begins' (date)"),
        ("from: soil/state, row: ground}", "from: soil/state}", "'row' must say which row of the table it answers"),
        ("from: soil/state, row: ground}", "from: soil/state, row: gate}", "it answers: ground, fence"),
        ("{form: orchard-review, from: soil}\n", "{form: orchard-review, from: soils}\n", "has no section 'soils'."),
        ("{form: orchard-review, from: soil}\n", "{form: orchard-review, from: trees}\n", "nothing under the same ids"),
    ],
)
def test_a_mistake_is_reported_with_its_line_and_what_to_do(tmp_path: Path, old: str, new: str, message: str) -> None:
    line = line_of(old.strip())
    (problem,) = problems_of(tmp_path, orchard_plan=[(old, new)])
    assert problem.startswith(f"forms/{PLAN}.yml:{line}: ") and message in problem, problem


def test_options_that_differ_do_not_fit_and_ratings_with_other_words_do(tmp_path: Path) -> None:
    choice = "{id: drained, label: It drains, kind: choice, options: [%s]}"
    tick = "{id: drained, label: It drains, kind: tick}"
    here = choice % "Well, Badly" + "\n      - {id: dry, label: Dry, kind: choice, options: [Well, Badly], "
    here += "carries_from: {form: orchard-review, from: soil/drained}}"
    changes = {"orchard_plan": [(tick, here)], "orchard_review": [(tick, choice % "Yes, Little")]}
    (problem,) = problems_of(tmp_path, **changes)
    assert "an answer to 'soil/drained' (choice) does not fit 'dry' (choice) with other options" in problem


@pytest.mark.parametrize("key", ["from", "form"])
def test_a_missing_key_is_named_as_editors_write_it(tmp_path: Path, key: str) -> None:
    shorter = {"from": "{form: orchard-review}", "form": "{from: record/setting}"}[key]
    (problem,) = problems_of(tmp_path, orchard_plan=[(SETTING, shorter)])
    assert f"'{key}' is missing" in problem
    (problem,) = problems_of(tmp_path, orchard_plan=[(SETTING, f"{SETTING[:-1]}, frm: x}}")])
    assert "unknown key 'frm'" in problem and "Did you mean 'f" in problem


def test_answers_never_come_back_to_where_they_are_from(tmp_path: Path) -> None:
    old = "- {id: setting, label: Orchard, kind: text}"
    new = "- {id: setting, label: Orchard, kind: text, carries_from: {form: orchard-plan, from: record/setting}}"
    (problem,) = problems_of(tmp_path, orchard_review=[(old, new)])
    assert problem.startswith(f"forms/{PLAN}.yml:{line_of(SETTING)}: ")
    assert "'orchard-plan' record/setting from 'orchard-review' record/setting from 'orchard-plan'" in problem


def test_two_forms_may_bring_different_answers_from_each_other(tmp_path: Path) -> None:
    old = "- {id: walked-on, label: Walked on, kind: date}"
    new = f"{old}\n  - {{id: next, label: Next, carries_from: {{form: orchard-plan, from: checks/fence/proof}}}}"
    assert problems_of(tmp_path, orchard_review=[(old, new)]) == []


def test_what_is_about_a_person_never_leaves_its_form(tmp_path: Path) -> None:
    personal = ("holds_personal_data: false\nsave: draft", "holds_personal_data: true\nsave: file")
    problems = problems_of(tmp_path, orchard_review=[personal])
    assert problems and all("holds personal data, which never leaves it" in problem for problem in problems)
    nobody = (personal[0], "holds_personal_data: true\nnames_nobody: true\nsave: file")
    assert problems_of(tmp_path, orchard_review=[nobody]) == []


def test_a_form_that_is_not_sound_is_not_called_unknown(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, orchard_review=[("version: 1", "version: one")])
    assert problem.startswith(f"forms/{REVIEW}.yml")


def test_an_orchard_says_what_it_brings(orchard: dict[str, Form]) -> None:
    assert len(pairs(orchard[PLAN], orchard[REVIEW])) == 23


@pytest.mark.parametrize(("here", "there"), STEPS)
def test_each_step_of_the_strategy_brings_the_setting_or_more_from_the_one_before(
    library: Library, here: str, there: str
) -> None:
    assert pairs(library.forms[here], library.forms[there])


def test_no_form_about_a_person_gives_answers_to_another(library: Library) -> None:
    sources = {
        c.form for form in library.forms.values() for target in targets(form) for c in target.holder.carries_from
    }
    personal = {id for id in sources if library.forms[id].holds_personal_data}
    assert personal == {"staff-survey"} and library.forms["staff-survey"].names_nobody
