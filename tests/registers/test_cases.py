"""Broken data files: each folder of cases/ holds one, and in expected.txt every message that it must give.

A case's files are laid over the small project in base/. After a change of wording, write the expected messages
again with `UPDATE_CASES=1` in the environment, and read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

import toolkit.commands.site
from tests.read_data import read_registers
from tests.registers.made_inputs import BYTES, PLACES
from toolkit.registers.read import CATALOGUE, data_files
from toolkit.sources.problems import ProblemsFound

HERE = Path(__file__).parent
CASES = sorted(path.name for path in (HERE / "cases").iterdir())
SOUND = sorted(path.name for path in (HERE / "sound").iterdir())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has its languages, which are read once for all cases."""
    root = tmp_path_factory.mktemp("cases") / "project"
    shutil.copytree(HERE.parents[1] / "data/languages", root / "data/languages")
    return root


@pytest.fixture
def project(place: Path) -> Path:
    """The same with the sound files of the base, and nothing that another case has left."""
    for path in [*place.iterdir(), *(place / "data").iterdir()]:
        if path.is_dir() and path.name not in ("data", "languages"):
            shutil.rmtree(path)
        elif not path.is_dir():
            path.unlink()
    return Path(shutil.copytree(HERE / "base", place, dirs_exist_ok=True))


def lay_over(case: Path, project: Path) -> None:
    for path in case.glob("*.yml"):
        shutil.copy(path, project / path.name if path.name == CATALOGUE else project / "data" / path.name)


def errors(project: Path) -> ProblemsFound:
    with pytest.raises(ProblemsFound) as found:
        read_registers(data_files(project))
    return found.value


def messages(project: Path) -> str:
    # The lists of known keys grow with the models; that they are given is what counts here.
    return re.sub(r"(?m)(Known(?: keys)?: (?:id|topics), ).*$", r"\1...", f"{errors(project)}\n")


@pytest.mark.parametrize("case", CASES)
def test_a_broken_file_gives_exactly_these_messages(case: str, project: Path) -> None:
    lay_over(HERE / "cases" / case, project)
    found = messages(project)
    expected = HERE / "cases" / case / "expected.txt"
    if os.environ.get("UPDATE_CASES"):
        expected.write_text(found, "utf-8")
    assert expected.read_text("utf-8") == found


@pytest.mark.parametrize("case", CASES)
def test_every_message_names_a_file_and_a_line_and_stays_on_one_line(case: str, project: Path) -> None:
    lay_over(HERE / "cases" / case, project)
    for line in messages(project).splitlines():
        file, number, message = line.split(":", 2)
        assert file in data_files(project)
        text = (project / file).read_text("utf-8-sig").split("\n")
        assert 1 <= int(number) <= len(text)
        assert message.isprintable() and "Traceback" not in message and "pydantic" not in message


@pytest.mark.parametrize("case", CASES)
def test_the_commands_answer_a_broken_file_with_1_and_the_same_messages(
    case: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_over(HERE / "cases" / case, project)
    expected = str(errors(project))
    monkeypatch.setattr(toolkit.commands.site, "ROOT", project)
    assert 1 == toolkit.commands.site.validate([])
    assert expected in capsys.readouterr().err
    assert 1 == toolkit.commands.site.build(["--out", str(tmp_path / "site")])
    assert expected in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("case", SOUND)
def test_what_is_unusual_but_sound_is_read(case: str, project: Path) -> None:
    lay_over(HERE / "sound" / case, project)
    read_registers(data_files(project))


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_data_file_are_refused_in_words(
    name: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content, expected = BYTES[name]
    (project / CATALOGUE).write_bytes(content)
    monkeypatch.setattr(toolkit.commands.site, "ROOT", project)
    assert 1 == toolkit.commands.site.validate([])
    assert expected in capsys.readouterr().err
    assert 1 == toolkit.commands.site.build(["--out", str(project / "site")])
    assert expected in capsys.readouterr().err


@pytest.mark.parametrize("name", PLACES)
def test_a_place_that_is_no_readable_file_is_refused_in_words(
    name: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make, expected = PLACES[name]
    make(project / "given.yml")
    monkeypatch.setattr(toolkit.commands.site, "ROOT", project)
    assert 1 == toolkit.commands.site.validate([str(project / "given.yml")])
    assert expected in capsys.readouterr().err
    assert 1 == toolkit.commands.site.build(["--catalogue", str(project / "given.yml"), "--out", str(project / "site")])
    assert expected in capsys.readouterr().err


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake_and_lines_stay_right(project: Path) -> None:
    text = (HERE / "cases" / "unknown-kind" / CATALOGUE).read_text("utf-8")
    (project / CATALOGUE).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert (HERE / "cases" / "unknown-kind" / "expected.txt").read_text("utf-8") == messages(project)


def test_words_and_times_that_yaml_would_turn_into_something_else_stay_what_was_written(project: Path) -> None:
    entry = (project / CATALOGUE).read_text("utf-8")
    more = "    hours: 12:30\n    time: no\n    edition: 2026-02-30\n    cost: 1_000\n    format: 0x1F\n"
    (project / CATALOGUE).write_text(entry + more, "utf-8")
    resource = read_registers(data_files(project)).entries["resources"][0].model_dump()
    expected = {"hours": "12:30", "time": "no", "edition": "2026-02-30", "cost": "1_000", "format": "0x1F"}
    assert expected == {key: resource[key] for key in expected}


def test_the_projects_own_files_are_sound() -> None:
    registers = read_registers(data_files(HERE.parents[1]))
    assert 330 <= len(registers.entries["resources"])
