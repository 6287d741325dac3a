"""A folder as folders are: what is no plan is named with what to do, and every plan is in the report."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path

import pytest

from tests.awkward.make import AWKWARD
from toolkit.answers.answers import write_json
from toolkit.answers.file_names import make_stems, show_name
from toolkit.answers.folder import list_files
from toolkit.answers.unreadable import Reason, Unreadable
from toolkit.catalogue.library import Library
from toolkit.collation.collate import collate
from toolkit.commands import collate as command
from toolkit.commands.collate import collate_plans
from toolkit.commands.reading import ReadingProcess
from toolkit.forms.definition import Form
from toolkit.site.compose.formats import READ_ENDINGS, read_answers

pytestmark = pytest.mark.usefixtures("one_reading_process")
TODAY = date(2026, 11, 23)
DAY = ("--today", "2026-11-23")
needs_links = pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders, and links need rights")


@pytest.fixture
def plan(library: Library) -> str:
    return write_json(library.forms["annual-review-record"], {"practice/policy/rating": "red"}, "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "plans"
    made.mkdir()
    return made


def reasons(folder: Path) -> dict[str, Reason]:
    listing = list_files([folder], READ_ENDINGS)
    return {path.name: unreadable.reason for path, unreadable in (*listing.passed_over, *listing.not_read)}


def test_lock_files_and_files_of_the_system_are_passed_over(folder: Path) -> None:
    locks, others = ["~$plan.docx", ".~lock.plan.odt#"], ["._plan.docx", ".DS_Store", "Thumbs.db", "plan.json.part"]
    for name in [*locks, *others, "plan.json"]:
        (folder / name).write_bytes(b"x")
    expected = dict.fromkeys(locks, Reason.LOCK) | dict.fromkeys(others, Reason.SYSTEM_FILE)
    assert expected == reasons(folder)
    assert [folder / "plan.json"] == list_files([folder], READ_ENDINGS).files
    named = list_files([folder / "~$plan.docx"], READ_ENDINGS)
    assert (1, []) == (len(named.passed_over), named.files), "also where it is named, as by plans/*"


@needs_links
def test_a_file_under_several_names_counts_once(folder: Path) -> None:
    (folder / "a.json").write_text("x")
    (folder / "b.json").symlink_to("a.json")
    (folder / "c.json").hardlink_to(folder / "a.json")
    listing = list_files([folder, folder / "a.json", folder / "../plans/a.json"], READ_ENDINGS)
    assert [folder / "a.json"] == listing.files
    assert [Reason.SAME_FILE] * 4 == [unreadable.reason for _, unreadable in listing.passed_over]


def test_folders_in_the_folder_are_named_whatever_they_are_called(folder: Path) -> None:
    (folder / "older").mkdir()
    (folder / "plan.json").mkdir()
    assert {"older": Reason.FOLDER, "plan.json": Reason.FOLDER} == reasons(folder)
    [(path, unreadable)] = list_files([folder / "older"], READ_ENDINGS).not_read
    assert (folder / "older", Reason.EMPTY_FOLDER) == (path, unreadable.reason)


def test_a_report_has_only_so_many_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.answers.folder.MOST_FILES", 2)
    for name in "abc":
        (folder / f"{name}.json").write_text("x")
    assert {"c.json": Reason.TOO_MANY_FILES} == reasons(folder)


def test_a_report_has_only_so_much_text(
    folder: Path, allotment: Form, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.collation.collate.MOST_TOGETHER", 25)
    for name, text in (("a", "x" * 20), ("b", "x" * 20), ("c", "x" * 5)):
        (folder / f"{name}.json").write_text(write_json(allotment, {"record/setting": text}, ""))
    plans, skipped = collate(sorted(folder.iterdir()), {allotment.id: allotment}, library.language, read_answers)
    assert ["a.json", "c.json"] == [Path(plan.name).name for plan in plans[allotment.id]]
    assert [("b.json", Reason.REPORT_FULL)] == [(one.path.name, one.reason) for one in skipped]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plan.json", "plan.json"),
        ("Siân’s plan.json", "Siân’s plan.json"),
        ("two\nlines\t.json", r"two\nlines\t.json"),
        ("\u202egpj.json", r"\u202egpj.json"),
        ("half \udce9.json", r"half \udce9.json"),
    ],
)
def test_a_name_is_shown_on_one_line_as_it_is(name: str, shown: str) -> None:
    assert shown == show_name(Path(name))


def test_new_files_have_names_that_any_system_holds_and_none_twice() -> None:
    names = [
        "a.json",
        "A.pdf",
        "x/a.docx",
        "con.json",
        r"two\nlines.json",
        "...json",
        "é" * 300 + ".json",
        'q"<>|?*.json',
    ]
    stems = make_stems(names)
    assert stems == ["a", "A-2", "a-3", "_con", "two_nlines", "plan", "é" * 60, "q______"]
    assert len({stem.casefold() for stem in stems}) == len(names)


@pytest.mark.skipif(os.name == "nt", reason="Windows sets no limit")
def test_a_file_that_takes_all_memory_ends_neither_the_run_nor_the_next_file(folder: Path, plan: str) -> None:
    (folder / "many.json").write_text("{" + ",".join(f'"{number}": "x"' for number in range(1_300_000)) + "}")
    (folder / "plan.json").write_text(plan)
    with ReadingProcess(memory=230_000_000) as process:  # room for the libraries and little more
        with pytest.raises(Unreadable) as caught:
            process.read_file(folder / "many.json")
        assert caught.value.reason == Reason.TOO_LONG
        assert process.read_file(folder / "plan.json").texts == {"practice/policy/rating": "red"}


def test_a_file_that_never_ends_is_given_up_and_the_next_one_is_read(folder: Path, plan: str) -> None:
    (folder / "slow.pdf").write_bytes(b"%PDF-1.7\n/ObjStm " + b"stream\n" * 2_800_000 + b"%%EOF\n")
    (folder / "plan.json").write_text(plan)
    with ReadingProcess(seconds=0.2) as process:
        with pytest.raises(Unreadable) as caught:
            process.read_file(folder / "slow.pdf")
        assert caught.value.reason == Reason.TOO_LONG
        process.seconds = 20
        assert process.read_file(folder / "plan.json").form == "annual-review-record"


def test_where_no_process_can_be_had_files_are_read_all_the_same(
    folder: Path, plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("toolkit.commands.reading.sys.executable", str(folder / "no-python"))
    (folder / "plan.json").write_text(plan)
    with ReadingProcess() as process:
        assert process.read_file(folder / "plan.json").form == "annual-review-record"


@needs_links
def test_every_plan_of_an_awkward_folder_is_in_the_report_and_the_rest_is_named(
    folder: Path, root: Path, plan: str, capsys: pytest.CaptureFixture[str]
) -> None:
    good = ["a.json", "two\nlines.json", "\u202egnp.json", "<b>.json", "plan.JSON.txt", "no-ending"]
    for name in good:
        (folder / name).write_text(plan)
    (folder / os.fsdecode(b"latin-\xe9.json")).write_text(plan)
    chosen = ("json, half a character in a name", "word, entities that grow", "pdf, a field that is its own child")
    for number, name in enumerate(chosen):
        (folder / f"awkward-{number}.pdf").write_bytes(AWKWARD[name]())
    os.mkfifo(folder / "pipe.json")
    (folder / "lost.json").symlink_to("nowhere")
    (folder / "round.json").symlink_to("round.json")
    (folder / "zero.pdf").symlink_to("/dev/zero")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "old.doc").write_bytes(AWKWARD["old Word"]())
    (folder / "~$plan.docx").write_bytes(b"x")
    assert 1 == collate_plans(root, [str(folder), "--out", str(folder.parent / "out"), "--json", *DAY])
    said = capsys.readouterr()
    assert "7 files read, 8 not read, 2 passed over." in said.out
    assert "Traceback" not in said.err
    lines = said.err.splitlines()
    named = [re.sub(r":.*", "", line).rpartition("/")[2] for line in lines]
    expected = ["awkward-0.pdf", "awkward-1.pdf", "awkward-2.pdf", "lost.json", "old.doc", "pipe.json", "round.json"]
    assert [*expected, "zero.pdf", "~$plan.docx", "photo.jpg"] == named
    html = (folder.parent / "out.html").read_text("utf-8")
    for name in [
        *expected,
        "~$plan.docx",
        r"two\nlines.json",
        r"\u202egnp.json",
        "&lt;b&gt;.json",
        r"latin-\udce9.json",
    ]:
        assert name in html, name
    made = sorted((folder.parent / "out-json").iterdir())
    assert [7, "red"] == [len(made), json.loads(made[0].read_text("utf-8"))["answers"]["practice/policy/rating"]]


def test_an_output_that_fails_is_said_and_the_others_are_whole(
    folder: Path, root: Path, plan: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(command, "write_workbook", fail)
    (folder / "plan.json").write_text(plan)
    (folder / "out-json").mkdir()
    (folder / "out-json/plan.json").mkdir()
    (folder / "out.html").write_text("older")
    assert 1 == collate_plans(root, [str(folder / "plan.json"), "--out", str(folder / "out"), "--json", *DAY])
    said = capsys.readouterr()
    assert "out.xlsx: could not be made (MemoryError). Collate fewer files at once." in said.err
    assert "plan.json: cannot be written (it is a folder). Name another place with --out." in said.err
    assert (folder / "out.html").read_text("utf-8").startswith("<!doctype html>")
    assert ["out-board.html", "out-json", "out.html", "plan.json"] == sorted(path.name for path in folder.iterdir()), (
        "nothing half made"
    )
