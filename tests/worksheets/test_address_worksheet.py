"""The worksheet of addresses that nobody knows: what most pages need comes first, and what was found is read back."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from openpyxl import load_workbook

from tests.worksheets.books import cell_at, write_cells
from toolkit.commands.catalogue import catalogue
from toolkit.commands.catalogue_worksheet import sort_by_need
from toolkit.registers.resources import Resource

ROOT = Path(__file__).resolve().parents[2]


def test_publishers_and_their_resources_are_in_the_order_of_need() -> None:
    needs = {"a": 1, "b": 5, "c": 3, "d": 3}
    publishers = {"a": "big", "b": "big", "c": "small", "d": "small"}
    resources = [Resource.model_construct(id=id, publisher=publisher) for id, publisher in publishers.items()]
    assert ["c", "d", "b", "a"] == [r.id for r in sort_by_need(resources, needs | {"a": 0})]
    assert ["b", "a", "c", "d"] == [r.id for r in sort_by_need(resources, needs | {"a": 2})]


def test_the_worksheet_of_the_toolkit_is_read_back(tmp_path: Path, capsys) -> None:
    book = tmp_path / "addresses.xlsx"
    assert 0 == catalogue(ROOT, ["worksheet", str(book)])
    sheet = load_workbook(book)["resources"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2) if row[0].value]
    headings = [cell.value for cell in sheet[1]]
    needed, publisher = headings.index("Needed on"), headings.index("Publisher")
    counts = [(row[publisher], int(str(row[needed]).split(":")[0])) for row in rows]
    assert all(first[1] >= second[1] for first, second in pairwise(counts) if first[0] == second[0])
    assert 100 < len(rows) == len({row[0] for row in rows})
    id = next(row[0] for row in rows if row[headings.index("Candidate")])
    assert cell_at(sheet, id, "Look here").hyperlink.target.startswith("https://duckduckgo.com/?q=site%3A")
    assert 0 == catalogue(ROOT, ["import", str(book)])
    assert "Nothing differs." in capsys.readouterr().out
    write_cells(book, {(id, "Url"): "https://www.example.org/found-it", (id, "Checked"): "2026-11-29"})
    assert 0 == catalogue(ROOT, ["import", str(book)])
    said = capsys.readouterr().out
    assert f"(url of {id})\n  + https://www.example.org/found-it\n" in said
    assert f"(host of {id})\n  - " in said and f"(candidate of {id})\n  - " in said
