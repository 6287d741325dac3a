"""Many settings' files side by side, in any mix of formats; what cannot be read is named and the rest is done."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import etree
from playwright.sync_api import Browser

from tests.conftest import ROOT
from tests.documents.conftest import make_fillable_pdf, make_word
from tests.documents.test_pdf import type_into
from tests.documents.test_word import exchange
from tests.forms.conftest import IMPRINT
from toolkit.answers.answers import read_json, write_json
from toolkit.answers.entry_ids import EntryIds
from toolkit.answers.review import rated_rows
from toolkit.catalogue.library import Library
from toolkit.collation.collate import Skipped, collate
from toolkit.collation.offers import Offers
from toolkit.collation.options import ReportOptions
from toolkit.collation.report import Report, make_report
from toolkit.commands.collate import collate_plans
from toolkit.documents.around import Around
from toolkit.documents.layout import lay_out
from toolkit.documents.package import answers_xml
from toolkit.forms.definition import Form
from toolkit.site.compose.formats import read_answers
from toolkit.spreadsheet.cells import harmless
from toolkit.spreadsheet.table import Table
from toolkit.spreadsheet.workbook import write_workbook

pytestmark = pytest.mark.usefixtures("one_reading_process")
TODAY = date(2026, 11, 23)
NORTH = {
    "record/setting": "Hill Road",
    "beds/north/plan": "=HYPERLINK(0)",
    "beds/north/state": "green",
    "beds/north/due": "2026-01-05",
    "beds/south/due": "2026-02-05",
    "beds/south/state": "red",
    "beds/north~2/due": "half term",
    "beds/west/plan": "Rest",
}


@pytest.fixture
def folder(tmp_path: Path, allotment: Form, around: Around) -> Path:
    """Two settings' files and several that give nothing."""
    (tmp_path / "a.json").write_text(write_json(allotment, NORTH, "2026-03-02"), "utf-8")
    word = make_word(lay_out(allotment), around, IMPRINT)
    texts = {"record/setting": "Valley Lane", "beds/north~2/plan": "Dig", "water/rating": "amber"}
    (tmp_path / "b.docx").write_bytes(exchange(word, answers=answers_xml(allotment.id, 2, texts.items())))
    (tmp_path / "c.docx").write_bytes(word[:4000])
    (tmp_path / "d.json").write_text(
        '{"format": "safeguarding-toolkit-answers", "format_version": 1, "form": "x", "answers": {}}'
    )
    return tmp_path


def report_on(
    files: list[Path], form: Form, library: Library, today: date = TODAY, **options: Any
) -> tuple[Report, list[Skipped]]:
    """The report on files of one form, and those that gave nothing."""
    plans, skipped = collate(files, {form.id: form}, library.language, read_answers)
    offers = Offers(library, ROOT / "docs")
    return make_report(form, plans[form.id], (), ReportOptions(today, **options), library.language, offers), skipped


def table(report: Report, title: str) -> Table:
    return next(table for table in (*report.tables, *report.answers) if table.title == title)


def test_ratings_stand_by_row_and_setting(folder: Path, allotment: Form, library: Library) -> None:
    report, _ = report_on(sorted(folder.iterdir()), allotment, library)
    ratings = table(report, "Ratings")
    assert ("Setting", "The north bed", "The south bed", "Is there enough?") == ratings.headings
    assert [("", 1), ("The beds", 2), ("Water", 1)] == list(ratings.spans)
    assert ratings.full_headings[1] == "The beds: The north bed"
    assert ratings.rows == (
        ("Hill Road", "Planted", "Weeds", "Not rated"),
        ("Valley Lane", "Not rated", "Not rated", "Partly in place"),
    )
    assert {(0, 1): "green", (0, 2): "red", (1, 3): "amber"} == ratings.ratings


def test_only_what_is_late_and_not_done_is_overdue(folder: Path, allotment: Form, library: Library) -> None:
    report, _ = report_on(sorted(folder.iterdir()), allotment, library)
    expected = (("Hill Road", "The beds: The south bed: By when", "5 February 2026", "291"),)
    assert expected == table(report, "Overdue").rows


def test_a_date_that_was_not_understood_is_named(folder: Path, allotment: Form, library: Library) -> None:
    report, _ = report_on([folder / "a.json"], allotment, library)
    expected = (("Hill Road", "The beds: The north bed (2): By when", "half term"),)
    assert expected == table(report, "Dates that were not understood").rows


def test_missing_rows_and_what_is_no_longer_asked_are_told(folder: Path, allotment: Form, library: Library) -> None:
    report, _ = report_on(sorted(folder.iterdir()), allotment, library)
    assert ("Valley Lane", "The beds", "The south bed") in table(report, "Without an answer").rows
    assert (("Hill Road", "The west bed: what we will do", "Rest"),) == table(report, "No longer asked").rows


def test_files_that_give_nothing_are_named_with_the_reason(folder: Path, allotment: Form, library: Library) -> None:
    files = [*sorted(folder.iterdir()), folder / "gone.pdf", folder]
    _, skipped = report_on(files, allotment, library)
    assert [Path(one.file).name for one in skipped] == ["c.docx", "d.json", "gone.pdf", folder.name]
    assert all(one.why and "Traceback" not in one.why for one in skipped)


def test_two_files_of_one_setting_are_told_apart(folder: Path, allotment: Form, library: Library) -> None:
    (folder / "again.json").write_text(write_json(allotment, NORTH, "2026-03-02"), "utf-8")
    files = [folder / "a.json", folder / "again.json"]
    report, _ = report_on(files, allotment, library)
    assert ["Hill Road (a.json)", "Hill Road (again.json)"] == [row[0] for row in table(report, "Overview").rows]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\n=1"])
def test_no_cell_can_be_taken_for_a_formula_or_shows_a_sign_before_it(text: str) -> None:
    assert harmless(text) == f"\N{ZERO WIDTH SPACE}{text}"


def test_the_workbook_holds_text_only_and_is_the_same_each_time(
    folder: Path, allotment: Form, library: Library
) -> None:
    report, _ = report_on(sorted(folder.iterdir()), allotment, library)
    tables = [*report.tables, *report.answers]
    content = write_workbook([(allotment.title, tables)], "x")
    assert content == write_workbook([(allotment.title, tables)], "x")
    path = folder / "out.xlsx"
    path.write_bytes(content)
    with zipfile.ZipFile(path) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        strings = archive.read("xl/sharedStrings.xml").decode()
    assert len(tables) == len(sheets)
    assert not any(list(etree.fromstring(sheet).iter("{*}f")) for sheet in sheets), "no formula anywhere"
    assert "\N{ZERO WIDTH SPACE}=HYPERLINK(0)" in strings


def test_in_the_workbook_dates_are_dates_and_phone_numbers_keep_their_nought(
    folder: Path, allotment: Form, library: Library
) -> None:
    path = folder / "e.json"
    texts = {"record/owner": "01622000000", "beds/north/due": "05/12/26", "beds/south/due": "half term"}
    path.write_text(write_json(allotment, texts, ""), "utf-8")
    report, _ = report_on([path], allotment, library, date(2026, 12, 7))
    tables = [table(report, title) for title in ("All answers", "Overdue")]
    with zipfile.ZipFile(io.BytesIO(write_workbook([("x", tables)], "x"))) as archive:
        sheets = [archive.read(f"xl/worksheets/sheet{number}.xml") for number in (1, 2)]
        strings = archive.read("xl/sharedStrings.xml").decode()
    numbers = [
        [cell.findtext("{*}v") for cell in etree.fromstring(sheet).iter("{*}c") if cell.get("t") != "s"]
        for sheet in sheets
    ]
    fifth = str((date(2026, 12, 5) - date(1899, 12, 30)).days)
    assert [[fifth], [fifth, "2"]] == numbers
    assert "<t>01622000000</t>" in strings and "<t>half term</t>" in strings
    assert "5 December 2026" == tables[1].rows[0][2], "the report has it in words"


def test_long_answers_and_odd_characters_fit_into_a_cell() -> None:
    assert len(harmless("x" * 100_000)) < 32_767
    assert "\x00" not in harmless("a\x00b\ud800\uffff")


def test_the_command_does_what_it_can_and_says_so_by_its_code(
    folder: Path, root: Path, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    form = library.forms["annual-review-record"]
    good = folder / "good.json"
    texts = {"record/setting": "<script>alert(1)</script>", "practice/policy/rating": "red"}
    good.write_text(write_json(form, {**texts, "record/review-date": "half term"}, ""))
    out = folder / "result"
    assert 0 == collate_plans(root, [str(good), "--out", str(out), "--today", "2026-11-23"])
    assert 1 == collate_plans(root, [str(good), str(folder / "c.docx"), "--out", str(out), "--today", "2026-11-23"])
    errors = capsys.readouterr().err
    assert "c.docx: not read. This is not a Word file (.docx), or it is damaged." in errors
    assert "good.json: 1 date was not understood, so not counted: 'half term' (" in errors
    html = out.with_name("result.html").read_text("utf-8")
    assert "<script>" not in html and "&lt;script&gt;" in html
    assert "c.docx" in html and "Not yet in place" in html
    assert 1 == collate_plans(root, [str(folder / "c.docx"), "--out", str(folder / "none")])
    assert not (folder / "none.xlsx").exists()


def test_typed_pdf_and_word_files_become_files_that_the_page_opens(root: Path, around: Around, tmp_path: Path) -> None:
    form = around.library.forms["annual-review-record"]
    layout = lay_out(form)
    texts = {"record/setting": "Ŵyr & <b> ]]>", "questions/hard": "x" * 10_000 + "\nשלום \N{FAMILY}"}
    (tmp_path / "a.docx").write_bytes(
        exchange(make_word(layout, around, IMPRINT), answers=answers_xml(form.id, 1, texts.items()))
    )
    (tmp_path / "b.pdf").write_bytes(type_into(make_fillable_pdf(layout, around, IMPRINT), "Ŵŷ Łódź"))
    ids = EntryIds("plan00000000", {"actions/row~2": "entry0000000"})
    (tmp_path / "c.json").write_text(write_json(form, {"actions/row~2/action": "Dig"}, "", ids=ids), "utf-8")
    assert 0 == collate_plans(root, [str(tmp_path), "--json", "--out", str(tmp_path / "all")])
    assert ids == read_json((tmp_path / "all-json/c.json").read_bytes()).ids
    assert texts == read_json((tmp_path / "all-json/a.json").read_bytes()).texts
    typed = read_json((tmp_path / "all-json/b.json").read_bytes())
    assert (form.id, 1, "Ŵŷ Łódź") == (typed.form, typed.version, typed.texts["questions/hard"])


@pytest.mark.browser
def test_the_report_has_no_accessibility_fault_that_axe_finds(
    folder: Path, root: Path, chromium: Browser, library: Library
) -> None:
    for name in ("annual-review-record", "support-map"):
        texts = {"record/setting": "Hill Road", "practice/policy/rating": "red"}
        (folder / f"{name}.json").write_text(write_json(library.forms[name], texts, ""), "utf-8")
    collate_plans(root, [str(folder), "--out", str(folder / "result")])
    page = chromium.new_page()
    page.goto((folder / "result.html").as_uri())
    assert Axe().run(page).violations_count == 0
    page.close()


def test_copies_of_a_plan_are_named_and_each_counts(folder: Path, allotment: Form, library: Library) -> None:
    (folder / "a (1).json").write_text(write_json(allotment, NORTH, "2026-03-02"), "utf-8")
    (folder / "empty.json").write_text(write_json(allotment, {}, ""))
    (folder / "empty-too.json").write_text(write_json(allotment, {}, ""))
    report, _ = report_on(sorted(folder.glob("*.json")), allotment, library)
    title = "Files with the same answers. Each counts, so take copies out and run the command again"
    [(setting, copy, first)] = table(report, title).rows
    assert ("Hill Road (a.json)", "a.json", "a (1).json") == (setting, Path(copy).name, Path(first).name)
    assert 4 == report.count


def test_paper_takes_the_workbook_across_with_headings_on_each_page(
    folder: Path, allotment: Form, library: Library
) -> None:
    report, _ = report_on(sorted(folder.iterdir()), allotment, library)
    with zipfile.ZipFile(io.BytesIO(write_workbook([(allotment.title, report.tables)], "x"))) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        names = archive.read("xl/workbook.xml").decode()
    for sheet in sheets:
        assert 'orientation="landscape"' in sheet
    assert len(sheets) == names.count('name="_xlnm.Print_Titles"')


def test_headings_of_a_wide_report_stay_in_view_and_long_tables_open_on_request(
    root: Path, library: Library, tmp_path: Path, chromium: Browser
) -> None:
    form = library.forms["whole-setting-improvement-plan"]
    rated = [each.key for each in rated_rows(form)]
    for number in range(20):
        answers = {"record/setting": f"School number {number}", **dict.fromkeys(rated, "amber")}
        (tmp_path / f"{number}.json").write_text(write_json(form, answers, ""))
    assert 0 == collate_plans(root, [str(tmp_path), "--out", str(tmp_path / "out"), "--today", "2026-11-23"])
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto((tmp_path / "out.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert len(rated) == 19
    ratings = page.locator("table.ratings")
    assert ratings.evaluate("table => table.scrollWidth") < 3000
    box = page.locator(".wide", has=ratings)
    box.evaluate("box => { box.style.maxHeight = '20rem'; box.scrollTo(900, 300); }")
    top, left = box.evaluate("box => [box.getBoundingClientRect().top, box.getBoundingClientRect().left]")
    heading, setting = ratings.locator("thead").bounding_box(), ratings.locator("tbody th").nth(15).bounding_box()
    assert heading is not None
    assert setting is not None
    assert abs(heading["y"] - top) < 2
    assert abs(setting["x"] - left) < 2
    closed = page.locator("details:not([open])")
    assert closed.count() >= 1
    assert "400 rows" in closed.last.locator("summary").inner_text()
    page.close()
