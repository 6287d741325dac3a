"""A change of one value leaves every other byte of a YAML file as it was."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from toolkit.edits.data import REMOVE, EntryEdit
from toolkit.edits.entries import edit_entries
from toolkit.edits.files import replace_files
from toolkit.registers.models import MODELS
from toolkit.sources.problems import ProblemsFound
from toolkit.sources.yaml_source import parse_yaml

KEYS = ("id", "title", "summary", "topics", "phone", "year", "url", "host", "written", "checked")
TEXT = """\
# Remark at the top.
things:
  - id: alpha
    title: "Alpha: one"
    summary: >-
      First line of it,
      second line.
    topics: [a, b]          # as the source has them
    phone: "01632 960 001"
    # Remark about the address.
    url: https://example.org/a
    written: 2026-11-23

  # --- Remark between ---

  - id: gamma
    title: It's plain
    topics:
      - a
      - "b, c"   # with a comma
    written: 2026-11-23
  - {id: omega, title: In braces, topics: [a]}
more:
  - id: x
"""


def change(values: dict, id: str = "alpha", place: str = "things", text: str = TEXT) -> list[str]:
    """The lines that go and come."""
    result = edit_entries(text, "x.yml", [EntryEdit(place, id, values)], KEYS)
    lines = difflib.unified_diff(text.splitlines(), result.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_a_quoted_text_stays_quoted_and_a_plain_one_plain() -> None:
    assert ['-    title: "Alpha: one"', '+    title: "Alpha: two"'] == change({"title": "Alpha: two"})
    assert ['-    title: "Alpha: one"', '+    title: New "quoted" title'] == change({"title": 'New "quoted" title'})
    assert ["-    title: It's plain", "+    title: It's new"] == change({"title": "It's new"}, "gamma")


@pytest.mark.parametrize(
    "text", ["a # b", "a: b", "- a", "yes", "0123", "12:30", "1e5", "[a", "{{ noun('head') }}", "~"]
)
def test_a_text_that_would_be_something_else_is_quoted(text: str) -> None:
    result = edit_entries(TEXT, "x.yml", [EntryEdit("things", "gamma", {"title": text})], KEYS)
    assert text == parse_yaml(result, "x.yml").data["things"][1]["title"]


def test_a_remark_beside_a_value_stays_and_those_around_are_not_touched() -> None:
    assert [
        "-    topics: [a, b]          # as the source has them",
        "+    topics: [a, b, c]       # as the source has them",
    ] == change({"topics": ["a", "b", "c"]})
    assert "+    topics: [aaaaaaaaaa, bbbbbbbbbb, cc]  # as the source has them" in change(
        {"topics": ["aaaaaaaaaa", "bbbbbbbbbb", "cc"]}
    )
    assert ["-      - a"] == change({"topics": ["b, c"]}, "gamma")


def test_a_key_is_taken_out_without_the_remark_on_the_next_one() -> None:
    assert ['-    phone: "01632 960 001"'] == change({"phone": REMOVE})


def test_a_new_key_has_its_place_and_its_style() -> None:
    assert ["+    year: 2020"] == change({"year": 2020})
    assert ["+    checked: 2026-11-28"] == change({"checked": "2026-11-28"})
    assert ['+    phone: "01632 960 002"'] == change({"phone": "01632 960 002"}, "gamma")


def test_a_text_in_several_lines_stays_in_several_lines() -> None:
    assert ["-      second line.", "+      another line."] == change({"summary": "First line of it, another line."})


def test_an_entry_in_braces_stays_in_braces() -> None:
    assert [
        "-  - {id: omega, title: In braces, topics: [a]}",
        "+  - {id: omega, title: New, topics: [a]}",
    ] == change({"title": "New"}, "omega")


def test_a_new_entry_is_written_in_the_order_of_ids() -> None:
    text = "things:\n  - id: a\n    title: A\n\n  - id: c\n    title: C\n"
    assert {"+", "+  - id: b", "+    title: B"} == set(change({"title": "B"}, "b", text=text))
    assert ["+", "+  - id: d", "+    title: D"] == change({"title": "D"}, "d", text=text)


@pytest.mark.parametrize("text", ["", "things:\n", "things: []\n", "# Nothing yet.\nother: 1\n"])
def test_a_list_that_is_empty_or_missing_is_begun(text: str) -> None:
    result = edit_entries(text, "x.yml", [EntryEdit("things", "a", {"title": "A"})], KEYS)
    assert [{"id": "a", "title": "A"}] == parse_yaml(result, "x.yml").data["things"]
    assert not text.startswith("#") or result.startswith(text)


def test_line_ends_of_windows_stay() -> None:
    result = edit_entries(TEXT.replace("\n", "\r\n"), "x.yml", [EntryEdit("things", "alpha", {"year": 2020})], KEYS)
    assert result.replace("\r\n", "").count("\n") == 0 and "\r\n    year: 2020\r\n" in result


def test_a_file_that_is_not_yaml_is_a_problem() -> None:
    with pytest.raises(ProblemsFound):
        edit_entries("things: [", "x.yml", [EntryEdit("things", "a", {"title": "A"})], KEYS)


@pytest.mark.parametrize("key", MODELS)
def test_every_entry_of_the_toolkit_can_get_a_key_and_lose_it_again(root: Path, key: str) -> None:
    """What is written for a key is read back; without it, the file is as it was."""
    path = root / MODELS[key].register.path
    text, keys = path.read_text("utf-8"), [*MODELS[key].model_fields, "extra"]
    ids = [entry["id"] for entry in parse_yaml(text, key).data[key]]
    more = edit_entries(text, key, [EntryEdit(key, id, {"extra": "a: b"}) for id in ids], keys)
    assert {"a: b"} == {entry["extra"] for entry in parse_yaml(more, key).data[key]}
    less = edit_entries(more, key, [EntryEdit(key, id, {"extra": REMOVE}) for id in ids], keys)
    assert text == less


def test_files_are_written_together_or_not_at_all(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yml", tmp_path / "b.yml"
    first.write_text("old", "utf-8")
    second.write_text("somebody else's", "utf-8")
    with pytest.raises(ProblemsFound, match="changed by somebody else"):
        replace_files({first: ("old", "new"), second: ("old", "new")})
    assert ["old", "somebody else's"] == [path.read_text("utf-8") for path in (first, second)]
    replace_files({first: ("old", "new"), second: ("somebody else's", "new")})
    assert ["new", "new"] == [path.read_text("utf-8") for path in (first, second)]
    assert {first, second} == set(tmp_path.iterdir())
