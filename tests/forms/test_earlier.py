"""What a form has lost since an earlier state of its file is reported before answers are lost."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.forms.conftest import RIVER
from toolkit.commands.earlier_forms import compare_forms
from toolkit.forms.earlier import changes_since
from toolkit.sources.problems import ProblemsFound

RawForm = dict[str, Any]
Change = Callable[[RawForm], object]


def river() -> RawForm:
    form = yaml.safe_load(RIVER.read_text("utf-8"))
    assert isinstance(form, dict)
    return form


def changed(change: Change) -> list[str]:
    """What is said of the river plan after a change."""
    now = river()
    change(now)
    return [message for _, message in changes_since(river(), now)]


def water(form: RawForm) -> RawForm:
    section: RawForm = form["sections"][0]
    return section


def test_a_form_that_has_not_changed_has_lost_nothing() -> None:
    assert [] == changed(lambda form: None)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda form: water(form)["rows"].pop(1), "'water/fish' was asked and is not any more"),
        (lambda form: water(form)["columns"].pop(1), "'water/litter/who' was asked"),
        (lambda form: form["record"].pop(0), "'record/setting' was asked"),
        (lambda form: form["sections"].pop(1), "'money/row' was asked"),
        (lambda form: water(form)["rows"][0].update(id="rubbish"), "'water/litter' was asked"),
        (lambda form: water(form)["columns"][4].update(options=["high", "low"]), "the option 'medium' is gone"),
        (lambda form: water(form)["columns"][2].update(kind="text"), "the kind was 'date' and is 'text'"),
        (lambda form: water(form)["rows"][1].update(prompt="Birds"), "the prompt was 'Fish'"),
        (lambda form: water(form)["columns"][0].update(label="What we like"), "the label was 'What we will do'"),
        (lambda form: water(form)["rows"][0]["levels"][0].update(means="Clean."), "the description of this rating was"),
        (lambda form: water(form)["row_repeat"].update(most=2), "up to 6 could be filled in and now 2"),
        (lambda form: form.update(version=1), "the version was 2 and is 1"),
    ],
)
def test_what_vanishes_or_means_something_else_is_reported(change: Change, expected: str) -> None:
    messages = changed(change)
    assert any(expected in message for message in messages), messages


def test_a_row_that_vanishes_is_reported_once_with_every_name_to_retire() -> None:
    [message] = changed(lambda form: water(form)["rows"].pop(1))
    assert "water/fish/what" in message and "water/fish/known-by" in message and "'retired'" in message


@pytest.mark.parametrize(
    "change",
    [
        lambda form: water(form)["rows"][0].update(id="rubbish", was=["litter"]),
        lambda form: water(form).update(id="stream", was=["water"]),
        lambda form: form["record"][0].update(id="name", was=["setting"]),
        lambda form: water(form)["rows"][1].update(prompt=" FISH "),
        lambda form: water(form)["columns"][4]["options"].append("none"),
        lambda form: water(form)["rows"].append({"id": "birds", "prompt": "Birds"}),
        lambda form: (form["record"].pop(0), form.update(retired=[{"key": "record/setting", "label": "River"}])),
        lambda form: (form.update(version=3), water(form)["columns"][2].update(kind="text", changed_in=3)),
        lambda form: (form.update(version=3), water(form)["rows"][1].update(prompt="Birds")),
    ],
)
def test_what_the_form_says_itself_is_not_reported(change: Change) -> None:
    assert [] == changed(change)


def test_a_name_that_was_retired_is_not_used_again() -> None:
    before, now = river(), river()
    before["record"].pop(0)
    before["retired"] = [{"key": "record/setting", "label": "Stream"}]
    assert any("was retired, and is asked again" in message for _, message in changes_since(before, now))


def test_an_earlier_file_may_hold_anything() -> None:
    levels = [{"rating": []}]
    odd: list[RawForm] = [
        {"sections": [{"id": ["a"], "rows": [{"id": {}}], "columns": [7, {"id": None, "options": [[1]]}]}]},
        {"sections": "none", "record": {"id": 1}, "version": "two", "stop_if": []},
        {"sections": [{"id": "water", "repeat": {"most": "many"}, "rows": [{"id": "litter", "levels": levels}]}]},
    ]
    for form in odd:
        assert isinstance(list(changes_since(form, river())), list)


def test_a_folder_and_a_revision_of_git_are_compared_alike(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    file = tmp_path / "forms/river-plan.yml"
    file.write_bytes(RIVER.read_bytes())
    files = {"forms/river-plan.yml": file}
    git = [shutil.which("git") or "git", "-C", str(tmp_path), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    earlier = tmp_path / "earlier/forms"
    earlier.mkdir(parents=True)
    (earlier / "river-plan.yml").write_bytes(RIVER.read_bytes())
    assert 1 == compare_forms(tmp_path, files, "HEAD") == compare_forms(tmp_path, files, str(earlier.parent))
    file.write_text(RIVER.read_text("utf-8").replace("      - {id: banks, prompt: Banks}\n", ""), "utf-8")
    said = []
    for old in ("HEAD", str(earlier), str(earlier.parent)):
        with pytest.raises(ProblemsFound) as found:
            compare_forms(tmp_path, files, old)
        said.append([str(problem) for problem in found.value.problems])
    assert said[0] == said[1] == said[2] and "forms/river-plan.yml:" in said[0][0] and "'water/banks'" in said[0][0]
    with pytest.raises(ProblemsFound, match="the form is gone"):
        compare_forms(tmp_path, {}, "HEAD")


@pytest.mark.parametrize("earlier", ["no-such", "--all", "", "HEAD:forms"])
def test_what_is_no_folder_and_no_revision_is_said_in_a_sentence(tmp_path: Path, earlier: str) -> None:
    with pytest.raises(ProblemsFound, match="neither a folder nor a revision"):
        compare_forms(tmp_path, {}, earlier)
    with pytest.raises(ProblemsFound, match="holds no forms"):
        compare_forms(tmp_path, {}, str(tmp_path))
