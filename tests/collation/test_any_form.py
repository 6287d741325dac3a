"""Whatever a form asks, its report can be made, and says nothing that was to be left out."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date

import pytest

from tests.conftest import ROOT
from toolkit.answers.answers import bring_up_to_date, read_json, write_json
from toolkit.catalogue.library import Library
from toolkit.collation.offers import Offers
from toolkit.collation.options import ReportOptions
from toolkit.collation.plan import Plan
from toolkit.collation.report import make_report
from toolkit.commands.collate_pages import Collation, make_summary, render_board, render_report
from toolkit.forms.definition import Form
from toolkit.forms.keys import split
from toolkit.forms.kinds import kind_of
from toolkit.forms.names import plain_fields
from toolkit.forms.question import Question
from toolkit.spreadsheet.workbook import write_workbook

SECRET = "SECRET"
FORMS = ("kitchen-audit", "allotment-plan", "staff-survey", "recommendations-tracker", "family-safety-plan-siblings")
WAYS = {
    "withheld": {"smallest": 5},
    "nameless": {"without_names": True},
    "both": {"smallest": 5, "without_names": True},
}


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest, library: Library, kitchen: Form, allotment: Form) -> Form:
    return {**library.forms, kitchen.id: kitchen, allotment.id: allotment}[request.param]


def answer(question: Question, chance: random.Random) -> str:
    """An option, a day or a tick; each may also be something that somebody typed."""
    kind = kind_of(question.kind)
    options = [value for value, _ in question.choices] or (["yes"] if kind.fixed_answers else [])
    if kind.is_date:
        return chance.choice([f"2026-{chance.randint(1, 12):02}-11", f"{SECRET} term"])
    return (
        chance.choice([*options, f"{SECRET} option"]) if options else chance.choice([f"={SECRET}", f"<b>{SECRET}\n2"])
    )


def invent(form: Form, count: int, seed: int) -> list[Plan]:
    chance = random.Random(seed)
    plans = []
    for number in range(count):
        texts = {}
        for key, question, _ in plain_fields(form):
            name = split(key)
            second = key.replace("/", "~2/", 1) if name and len(name.ids) == 2 else key
            texts |= {place: answer(question, chance) for place in (key, second) if chance.random() < 0.7}
        texts["record/setting"] = f"{SECRET} {number}"
        current = bring_up_to_date(form, read_json(write_json(form, texts, "").encode()))
        plans.append(Plan(f"{SECRET}{number}.json", f"{SECRET} {number}", 1, current, f"plan{number:06}"))
    return plans


@pytest.mark.parametrize("way", WAYS)
def test_what_is_to_be_left_out_of_a_report_is_in_none_of_its_files(way: str, form: Form, library: Library) -> None:
    now, before = invent(form, 30, 1), invent(form, 30, 2)[3:]
    options = ReportOptions(date(2026, 11, 28), **WAYS[way])  # type: ignore[arg-type]
    report = make_report(form, now, before, options, library.language, Offers(library, ROOT / "docs"))
    collation = Collation([report], [], [], options, library.language)
    pages = render_report(ROOT, collation) + render_board(ROOT, collation, report)
    workbook = write_workbook([(form.title, report.tables)], "x", [make_summary(collation, report)])
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist())
    assert SECRET.encode() not in pages + parts
    if options.smallest:
        tables = [*report.tables, *report.board, *(detail.table for detail in report.details)]
        assert not {"1", "2", "3", "4"} & {cell for table in tables for row in table.rows for cell in row}


def test_a_report_of_any_form_has_a_line_for_each_setting(form: Form, library: Library) -> None:
    plans = invent(form, 4, 1)
    options = ReportOptions(date(2026, 11, 28))
    report = make_report(form, plans, (), options, library.language, Offers(library, ROOT / "docs"))
    assert [plan.setting for plan in plans] == [row[0] for row in report.tables[0].rows]
    assert any(f"={SECRET}" in cell for table in report.answers for row in table.rows for cell in row)
