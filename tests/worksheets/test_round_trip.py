"""Out to a spreadsheet and back in: nothing changes by itself, and what somebody changed is written as it was meant."""

from __future__ import annotations

import difflib
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.documents.office import SOFFICE
from tests.worksheets.books import add_row, bring_in, cell_at, change_book, export, make_project, write_cells
from toolkit.commands.catalogue import catalogue
from toolkit.registers.models import registers

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path)


def texts(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.yml")}


def difference(root: Path, before: dict[str, bytes]) -> list[str]:
    """The lines that go and come, in all files."""
    lines: list[str] = []
    for name, after in texts(root).items():
        old, new = (text.decode().splitlines() for text in (before.get(name, b""), after))
        lines += [line for line in difflib.unified_diff(old, new, lineterm="", n=0) if line[:3] not in ("---", "+++")]
    return [line for line in lines if line[:1] in "+-"]


def test_nothing_differs_after_an_export_and_the_same_export_gives_the_same_bytes(project: Path, capsys) -> None:
    before = texts(project)
    book = export(project)
    first = book.read_bytes()
    assert 0 == bring_in(project, book, "--apply")
    assert "Nothing differs." in capsys.readouterr().out
    assert before == texts(project)
    assert first == export(project).read_bytes()


def test_the_real_registers_come_back_as_they_were(tmp_path: Path, capsys) -> None:
    book, names = tmp_path / "all.xlsx", [register.key for register in registers()]
    only = [option for name in names for option in ("--sheet", name)]
    assert 0 == catalogue(ROOT, ["export", str(book), *only])
    assert 0 == catalogue(ROOT, ["import", str(book)])
    assert "Nothing differs." in capsys.readouterr().out


def test_a_changed_cell_changes_its_line_alone_once_it_is_to_be_applied(project: Path, capsys) -> None:
    before, book = texts(project), export(project)
    write_cells(book, {("call-first", "Phone"): "01632 960 002", ("sound-guide", "Also known as"): "The guide"})
    assert 0 == bring_in(project, book)
    said = capsys.readouterr().out
    assert "(phone of call-first)\n  - 01632 960 001\n  + 01632 960 002\n" in said and "add --apply" in said
    assert before == texts(project)
    assert 0 == bring_in(project, book, "--apply")
    assert [
        '-    phone: "01632 960 001"',
        '+    phone: "01632 960 002"',
        "-      - The guide; second edition",
        "-      - Guide, for short",
        "+      - The guide",
    ] == difference(project, before)
    assert 0 == bring_in(project, book) and "Nothing differs." in capsys.readouterr().out.splitlines()[-1]


def test_an_import_and_the_next_export_agree(project: Path) -> None:
    book = export(project)
    write_cells(book, {("welsh-guide", "Max age"): "12", ("welsh-guide", "Topics"): "language; trauma"})
    assert 0 == bring_in(project, book, "--apply")
    before = texts(project)
    assert 0 == bring_in(project, export(project), "--apply")
    assert before == texts(project)


def test_a_new_row_is_a_new_entry_with_an_id_from_its_title(project: Path) -> None:
    before, book = texts(project), export(project)
    row = {"Title": "Ïâl & co: a leaflet", "Summary": "It helps.", "Publisher": "Zed Press", "Kind": "Guide"}
    add_row(
        book, row | {"Topics": "Trauma, language", "Audience": "everyone", "Access": "free", "Url": "https://e.uk/"}
    )
    assert 0 == bring_in(project, book, "--apply")
    assert [
        "+  - id: ial-and-co-a-leaflet",
        '+    title: "Ïâl & co: a leaflet"',
        "+    summary: It helps.",
        "+    publisher: zed",
        "+    kind: guide",
        "+    audience: [everyone]",
        "+    topics: [trauma, language]",
        "+    access: free",
        "+    url: https://e.uk/",
        "+    written: 2026-11-28",
        "+",
    ] == [line for line in difference(project, before) if line != "+"] + ["+"]


def test_a_row_with_a_new_publisher_may_name_it_in_the_same_workbook(project: Path) -> None:
    book = export(project)
    add_row(book, {"Id": "new-press", "Name": "New Press"}, "publishers")
    write_cells(book, {("welsh-guide", "Publisher"): "new-press"})
    assert 0 == bring_in(project, book, "--apply")
    assert b"- id: new-press\n    name: New Press\n" in texts(project)["data/vocabulary.yml"]
    assert '"new-press"' in (project / "data/schema/resources.schema.json").read_text("utf-8")


def test_an_emptied_cell_takes_its_key_out(project: Path) -> None:
    before, book = texts(project), export(project)
    write_cells(book, {("welsh-guide", "Max age"): None})
    assert 0 == bring_in(project, book, "--apply")
    assert ["-    max_age: 11"] == difference(project, before)


def test_a_deleted_row_deletes_nothing(project: Path, capsys) -> None:
    before, book = texts(project), export(project)
    change_book(book, lambda b: b["resources"].delete_rows(2))
    assert 0 == bring_in(project, book, "--apply")
    assert "no row has call-first. Nothing was deleted" in capsys.readouterr().out
    assert before == texts(project)


def test_what_two_editors_changed_in_different_cells_is_merged(project: Path) -> None:
    book = export(project)
    other = shutil.copy(book, book.with_name("other.xlsx"))
    write_cells(book, {("call-first", "Phone"): "01632 960 002"})
    write_cells(Path(other), {("call-first", "Title"): "Call us first"})
    assert [0, 0] == [bring_in(project, path, "--apply") for path in (book, Path(other))]
    text = texts(project)["resources.yml"].decode()
    assert "title: Call us first" in text and "01632 960 002" in text


def test_what_two_editors_changed_in_one_cell_is_a_conflict_and_nothing_is_written(project: Path, capsys) -> None:
    book = export(project)
    other = Path(shutil.copy(book, book.with_name("other.xlsx")))
    write_cells(book, {("call-first", "Phone"): "01632 960 002"})
    write_cells(other, {("call-first", "Phone"): "01632 960 003", ("call-first", "Title"): "New"})
    assert 0 == bring_in(project, book, "--apply")
    before = texts(project)
    capsys.readouterr()
    assert 1 == bring_in(project, other, "--apply")
    said = capsys.readouterr().err
    assert "(phone of call-first): was '01632 960 001' when it was exported, is '01632 960 003' in the sheet" in said
    assert "and '01632 960 002' in resources.yml now" in said
    assert before == texts(project)


def test_an_old_export_changes_only_what_its_editor_changed(project: Path) -> None:
    book = export(project)
    path = project / "resources.yml"
    path.write_text(
        path.read_text("utf-8").replace("Call first", "Ring first").replace("min_age: 5", "min_age: 6"), "utf-8"
    )
    write_cells(book, {("welsh-guide", "Max age"): "10"})
    before = texts(project)
    assert 0 == bring_in(project, book, "--apply")
    assert ["-    max_age: 11", "+    max_age: 10"] == difference(project, before)


def test_a_long_text_that_was_changed_on_both_sides_is_a_conflict(project: Path, capsys) -> None:
    long = "It says much. " * 130
    path = project / "data/terms.yml"
    path.write_text(path.read_text("utf-8").replace("A model.", long.strip()), "utf-8")
    book = export(project)
    path.write_text(path.read_text("utf-8").replace("much. It", "a lot. It", 1), "utf-8")
    assert 0 == bring_in(project, book, "--apply")
    write_cells(book, {("aim", "Meaning"): "Short."}, "terms")
    assert 1 == bring_in(project, book, "--apply")
    assert "(meaning of aim): was another text when it was exported" in capsys.readouterr().err


def test_what_the_checker_finds_is_reported_by_its_cell_and_nothing_is_written(project: Path, capsys) -> None:
    book = export(project)
    write_cells(
        book,
        {
            ("call-first", "Topics"): "trama",
            ("call-first", "Title"): None,
            ("sound-guide", "Status"): "superseded",
            ("welsh-guide", "Min age"): "12",
            ("welsh-guide", "Url"): "www.example.org",
        },
    )
    write_cells(book, {("front-door", "Number"): "0163"}, "contacts")
    before = texts(project)
    assert 1 == bring_in(project, book, "--apply")
    lines = capsys.readouterr().err.splitlines()
    assert "6 mistakes found. Nothing was written." == lines[-1]
    at = [("call-first", "Title"), ("call-first", "Topics"), ("welsh-guide", "Min age"), ("welsh-guide", "Url")]
    opened = load_workbook(book)
    cells = [f"resources!{cell_at(opened['resources'], *place).coordinate}" for place in at]
    cells.append(f"resources!{cell_at(opened['resources'], 'sound-guide', 'Status').coordinate}")
    cells.append(f"contacts!{cell_at(opened['contacts'], 'front-door', 'Number').coordinate}")
    assert sorted(cells) == sorted(line.split(": ")[0] for line in lines[:-1])
    assert any("unknown topic 'trama' in 'topics'. Did you mean 'trauma'?" in line for line in lines)
    assert before == texts(project)


def test_a_copy_has_its_contacts_and_its_changes_of_the_catalogue(tmp_path: Path, capsys) -> None:
    copy = tmp_path / "larkmead"
    shutil.copytree(ROOT / "partnerships/larkmead-trust", copy)
    before, book = texts(copy), tmp_path / "copy.xlsx"
    assert 0 == catalogue(ROOT, ["export", str(book), "--partnership", str(copy)])
    assert 0 == catalogue(ROOT, ["import", str(book), "--partnership", str(copy)])
    assert "Nothing differs." in capsys.readouterr().out
    assert 1 == catalogue(ROOT, ["import", str(book)])
    assert "was exported from the copy 'larkmead'. Add --partnership larkmead" in capsys.readouterr().err
    write_cells(book, {("lado", "Number"): "01632 960 199", ("police", "Number"): "01632 960 198"}, "contacts")
    add_row(book, {"Id": "childline", "Summary": "Ours."})
    add_row(book, {"Id": "pants", "Change": "hide"})
    assert 1 == catalogue(ROOT, ["import", str(book), "--partnership", str(copy), "--apply"])
    assert "'pants' is hidden without a reason" in capsys.readouterr().err
    assert before == texts(copy)
    write_cells(book, {("pants", "Reason"): "We use another."})
    assert 0 == catalogue(ROOT, ["import", str(book), "--partnership", str(copy), "--apply"])
    changed = difference(copy, before)
    assert {'-    number: "01632 960 103"', '+    number: "01632 960 199"'} <= set(changed)
    assert "+  - id: police" in changed and "+hide:" in changed and "+    summary: Ours." in changed


@pytest.mark.office
def test_libreoffice_writes_the_workbook_again_without_a_difference(project: Path, capsys) -> None:
    book = export(project)
    write_cells(book, {("call-first", "Hours"): "9 to 5", ("sound-guide", "Edition"): "5-12"})
    folder = book.parent / "office"
    command = [SOFFICE, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    for target in (
        "xlsx:Calc MS Excel 2007 XML",
        "csv:Text - txt - csv (StarCalc):59,34,0,1,1,,0,false,true,false,false,-1",
    ):
        options = ["--convert-to", target, "--outdir", str(folder), str(book)]
        subprocess.run([*command, *options], check=False, capture_output=True, timeout=300)
    if not (folder / "book.xlsx").exists():
        pytest.skip("this LibreOffice has no Calc")
    for name in ("book.xlsx", "book-resources.csv"):
        capsys.readouterr()
        assert 0 == bring_in(project, folder / name)
        said = capsys.readouterr().out
        assert "2 cells of 2 entries differ" in said and "+ 9 to 5" in said and "+ 5-12" in said


def test_a_workbook_that_somebody_has_worked_in_is_not_overwritten(project: Path, capsys) -> None:
    book = export(project)
    assert 0 == catalogue(project, ["export", str(book)]), "the same bytes may be written again"
    write_cells(book, {("call-first", "Title"): "Hours of work"})
    content = book.read_bytes()
    assert 1 == catalogue(project, ["export", str(book)])
    assert "somebody may have worked in it" in capsys.readouterr().err
    assert content == book.read_bytes()


def test_a_file_that_changes_while_a_sheet_is_read_is_not_overwritten(project: Path, monkeypatch, capsys) -> None:
    book, path = export(project), project / "resources.yml"
    write_cells(book, {("call-first", "Title"): "New"})

    def change(*arguments: object) -> list:
        path.write_text(path.read_text("utf-8") + "# Somebody else.\n", "utf-8")
        return []

    monkeypatch.setattr("toolkit.commands.catalogue.check_changed", change)
    assert 1 == bring_in(project, book, "--apply")
    assert "was changed by somebody else in the meantime" in capsys.readouterr().err
    assert path.read_text("utf-8").endswith("# Somebody else.\n") and "title: New" not in path.read_text("utf-8")


def test_every_cell_is_a_text_and_lists_are_offered(project: Path) -> None:
    book = export(project)

    def look(opened) -> None:
        sheet = opened["resources"]
        assert {"@"} == {cell.number_format for row in sheet.iter_rows(max_row=4) for cell in row}
        assert "Every entry needs it." in sheet["B1"].comment.text
        offers = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
        assert cell_at(sheet, "call-first", "Kind").coordinate in offers
        assert sheet.column_dimensions[sheet.cell(1, sheet.max_column).column_letter].hidden

    change_book(book, look)
