"""A mistake in a form's file is told with its line, its place in the form, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from tests.forms.conftest import ALLOTMENT
from tests.read_data import read_forms
from toolkit.forms.definition import Form, FormPart, PaperLayout, RetiredQuestion, Section, StopIf, VersionChange
from toolkit.forms.kinds import QuestionKind
from toolkit.forms.question import Question
from toolkit.forms.table import Duty, Level, NextStep, Outcome, Repeat, Row
from toolkit.sources.problems import ProblemsFound

MISTAKES = {
    "unknown kind": (
        "kind: tick}",
        "kind: tikc}",
        "section 'water': question 'meter': 'kind' cannot be 'tikc'. Did you mean 'tick'?",
    ),
    "split outside the record": (
        "label: Job, kind: text}",
        "label: Job, kind: text, split_by: true}",
        "column 'job': only a question of the 'record' can have 'split_by'. Leave it out, or move the question",
    ),
    "unknown key": (
        "outcomes:",
        "outcoms:",
        "section 'beds': row 'north': unknown key 'outcoms'. Did you mean 'outcomes'?",
    ),
    "missing prompt": (
        ", prompt: The south bed",
        "",
        "section 'beds': row 'south': 'prompt' is missing. Every row needs it",
    ),
    "id twice": (
        "id: south",
        "id: north",
        "section 'beds': row 'north': the id 'north' is repeated here. Give this row another id",
    ),
    "old id in use": (
        "was: [top]",
        "was: [south]",
        "section 'beds': row 'north': the id 'south' in 'was' belongs to another row",
    ),
    "reserved id": ("id: rules", "id: record", "section 'record': the id 'record' is kept for the form's own use"),
    "unknown resource": (
        "resources: [pants]",
        "resources: [pnats]",
        "unknown resource 'pnats' in 'resources'. Did you mean 'pants'?",
    ),
    "unknown page": (
        "working-together.md",
        "working-togethr.md",
        "unknown page 'toolkit/working-togethr.md' in 'pages'.",
    ),
    "unknown chapter of a row": (
        "toolkit/language.md",
        "toolkit/languages.md",
        "section 'beds': row 'north': unknown page 'toolkit/languages.md' in 'pages'. Did you mean",
    ),
    "unknown section of a chapter": (
        "trauma.md#in-short",
        "trauma.md#in-shrt",
        "unknown page 'toolkit/trauma.md#in-shrt' in 'pages'. Did you mean 'toolkit/trauma.md#in-short'?",
    ),
    "merge field": (
        "{owner} keeps",
        "{ownr} keeps",
        "section 'rules': {ownr} is not a question of 'record'. Did you mean 'owner'?",
    ),
    "personal data kept": (
        "personal_data: false",
        "personal_data: true",
        "'holds_personal_data' is true, so 'save' must be 'file'",
    ),
    "nobody named twice": (
        "personal_data: false",
        "personal_data: false\nnames_nobody: true",
        "'holds_personal_data' is false, which says the same. Leave 'names_nobody' out",
    ),
    "choice without options": (', options: [Tap, Rain, "Tap & rain"]', "", "section 'water': question 'source': "),
    "rating of two": (
        "[Weeds, Half done, Planted]",
        "[Weeds, Planted]",
        "a rating has three 'options', from red to green",
    ),
    "history": (
        "{version: 3, date",
        "{version: 2, date",
        "change number 2: the last of 'changes' must be version 3, the form's own",
    ),
    "changed later": ("changed_in: 3", "changed_in: 4", "changed_in 4 is later than the form's version 3"),
    "reminder on text": (
        "label: Allotment, kind: text",
        "label: Allotment, kind: text, reminder: true",
        "only a date can have 'reminder: true'",
    ),
    "long names": ("id: north", "id: " + "north-" * 12 + "bed", "into a Word file. Shorten an id"),
    "more to begin with than are allowed": (
        "{noun: task, blank: 1, most: 5}",
        "{noun: task, blank: 9, most: 5}",
        "section 'beds': 'blank' is 9, and 'most' allows 5. Lower 'blank' or raise 'most'",
    ),
    "more in files than are allowed": (
        "{noun: visit, blank: 1, most: 4}",
        "{noun: visit, blank: 1, in_files: 6, most: 4}",
        "'in_files' is 6, and 'most' allows 4. Lower 'in_files' or raise 'most'",
    ),
    "fewer allowed than there usually are": (
        "{noun: job, blank: 2, most: 6}",
        "{noun: job, most: 2}",
        "'blank' is 3, and 'most' allows 2. Lower 'blank' or raise 'most'",
    ),
    "file name": (
        "id: allotment-plan",
        "id: allotment",
        "the id is 'allotment' but the file is called 'allotment-plan.yml'",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_line_and_place(name: str, tmp_path: Path, known: dict[str, set[str]]) -> None:
    before, after, expected = MISTAKES[name]
    text = ALLOTMENT.read_text("utf-8")
    assert before in text
    path = tmp_path / "allotment-plan.yml"
    path.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(ProblemsFound) as found:
        read_forms({"forms/allotment-plan.yml": path}, known)
    line = text[: text.index(before)].count("\n") + 1
    told = [problem for problem in found.value.problems if expected in problem.message]
    assert told, "\n".join(map(str, found.value.problems))
    assert abs(told[0].line - line) <= 3, "the line of the mistake, or of the key that holds it"


MODELS = (Form, FormPart, Section, Row, Question, StopIf, Repeat, RetiredQuestion, VersionChange)
PARTS_OF_ROWS = (Outcome, Duty, Level, NextStep)


def test_the_authors_page_names_every_key_and_kind(root: Path) -> None:
    page = (root / "docs/development/writing-forms.md").read_text("utf-8")
    keys = {
        key
        for model in (
            Form,
            FormPart,
            Section,
            Row,
            Question,
            StopIf,
            Repeat,
            RetiredQuestion,
            VersionChange,
            *PARTS_OF_ROWS,
        )
        for key in model.model_fields
    }
    assert not [word for word in {*keys, *QuestionKind, *get_args(PaperLayout)} if f"`{word}`" not in page]


def test_all_mistakes_are_told_at_once(tmp_path: Path, known: dict[str, set[str]]) -> None:
    text = ALLOTMENT.read_text("utf-8")
    for name in ("unknown kind", "unknown key", "unknown resource", "merge field"):
        text = text.replace(*MISTAKES[name][:2], 1)
    path = tmp_path / "allotment-plan.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(ProblemsFound) as found:
        read_forms({"forms/allotment-plan.yml": path}, known)
    assert [problem.line for problem in found.value.problems] == sorted(
        problem.line for problem in found.value.problems
    )
    assert len(found.value.problems) == 4


def test_a_file_of_lists_or_nothing_is_told_without_a_traceback(tmp_path: Path, known: dict[str, set[str]]) -> None:
    for text in (
        "- a\n- b\n",
        "",
        "just words",
        "id: x\nsections: 3\nrecord: {a: b}\nstop_if: [1]\n",
        "id: [1]\nsections: [{columns: 1, rows: x}, 2]\n",
    ):
        path = tmp_path / "odd.yml"
        path.write_text(text, "utf-8")
        with pytest.raises(ProblemsFound):
            read_forms({"forms/odd.yml": path}, known)
