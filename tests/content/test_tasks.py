"""The editors' tasks are done from the page alone: each step that it gives is carried out, and the result is sound."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros import MACROS
from tests.conftest import ROOT, copy_sources
from toolkit.checks.doctor import examine
from toolkit.site.model import Options, Site
from toolkit.site.pages.key_list import KEY_LIST, key_list
from toolkit.site.read import read_site

PAGE = (ROOT / "docs/development/tasks.md").read_text("utf-8").replace("{% raw %}", "").replace("{% endraw %}", "")
CODE = re.compile(r"^```\n.*?^```$", re.DOTALL | re.MULTILINE)
PROSE = CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), PAGE)  # as long as the page
HEADINGS = [*re.finditer(r"^## (.+)$", PROSE, re.MULTILINE)]
ENDS = [*(heading.start() for heading in HEADINGS[1:]), len(PAGE)]
TASKS = {heading[1]: PAGE[heading.end() : end] for heading, end in zip(HEADINGS, ENDS, strict=True)}
STEP = re.compile(
    r"at the end of `(?P<end>[^`]+)`, add:\n\n```\n(?P<end_text>.*?)```"
    r"|in `(?P<below>[^`]+)`, below the line `(?P<line>[^`]+)`, add:\n\n```\n(?P<below_text>.*?)```"
    r"|in `(?P<edit>[^`]+)`, find `(?P<find>[^`]+)` and write `(?P<write>[^`]+)` in its place"
    r"|make the file `(?P<new>[^`]+)` with this text:\n\n```\n(?P<new_text>.*?)```",
    re.DOTALL | re.IGNORECASE,
)
COMMAND = re.compile(r"^(?:```\n)?py (scripts\\\w+\.py[^\n`]*)$", re.MULTILINE)


def carry_out(project: Path, task: str) -> int:
    """Does each step of a task, as the page words it; gives their number."""
    steps = list(STEP.finditer(task))
    for step in steps:
        name = step["end"] or step["below"] or step["edit"] or step["new"]
        path = project / name
        text = path.read_text("utf-8") if path.is_file() else ""
        assert bool(text) != bool(step["new"]), name
        if step["line"]:
            assert f"{step['line']}\n" in text, f"{name} has no line {step['line']}"
            text = text.replace(f"{step['line']}\n", f"{step['line']}\n{step['below_text']}", 1)
        elif step["find"]:
            assert step["find"] in text, f"{name} does not hold {step['find']}"
            text = text.replace(step["find"], step["write"], 1)
        else:
            text += step["end_text"] or step["new_text"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return len(steps)


DONE = [name for name, task in TASKS.items() if STEP.search(task)]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real project in which every task has been done, one after the other."""
    project = copy_sources(tmp_path_factory.mktemp("tasks") / "project")
    shutil.copytree(ROOT / "partnerships/larkmead-trust", project / "partnerships/larkmead-trust")
    for name in DONE:
        assert 1 <= carry_out(project, TASKS[name]), name
    return project


@pytest.fixture(scope="module")
def site(project: Path) -> Site:
    return read_site(project, MACROS)


def test_tasks_that_are_done_from_the_page_alone_leave_the_project_sound(site: Site) -> None:
    assert {"example-guide-for-governors", "example-line"} <= site.library.resources.keys()
    assert site.library.resources["childline"].checked
    assert "superseded" == site.library.resources["domestic-abuse-act-2021"].status
    assert "example-topic" in site.library.topics
    assert "example-word" in site.library.terms
    assert "example-town-assembly" in site.library.examples


def test_pages_show_what_the_tasks_have_put_on_them(site: Site) -> None:
    pages = {page.path: page for page in site.pages}
    assert "childline" in pages["toolkit/example-chapter.md"].mentions
    trauma = pages["toolkit/trauma.md"]
    assert "example-figure" in trauma.facts
    assert {"topic": "trauma", "kind": "video"} in [call.arguments for call in trauma.calls]
    items = " ".join(item for finding in examine(site) for item in finding.items)
    assert "docs/about/suggest-a-resource.cy.md: translated_from: " in items


def test_the_tasks_of_a_copy_change_the_copy(project: Path) -> None:
    site = read_site(project, MACROS, Options(partnership="larkmead-trust"))
    assert "Mondays" in site.local.notes["toolkit/trauma.md"][0].text
    assert "01632 960 108" in str(site.library.contacts)


def test_each_task_says_what_to_change_and_what_to_run() -> None:
    assert 13 == len(DONE)
    for name in DONE:
        assert COMMAND.search(TASKS[name]), f"{name} ends without a command"


def test_every_command_is_one_of_windows_for_a_script_that_is_there() -> None:
    commands = COMMAND.findall(PAGE)
    assert len(DONE) <= len(commands)
    assert set() == {each for each in commands if not (ROOT / each.split()[0].replace("\\", "/")).is_file()}
    assert "python3 scripts/validate.py" in PAGE


def test_every_task_is_in_the_list_at_the_top() -> None:
    anchors = set(re.findall(r"\]\(#([\w-]+)\)", PAGE[: HEADINGS[0].start()]))
    assert anchors == {name.lower().replace(" ", "-") for name in TASKS}


def test_the_list_of_keys_in_the_folder_is_that_of_the_software() -> None:
    text = (ROOT / KEY_LIST).read_bytes().replace(b"\r\n", b"\n").decode()
    assert key_list(MACROS) == text, "run python3 scripts/validate.py --write-schema"
