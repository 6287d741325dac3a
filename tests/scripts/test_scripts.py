"""Every script starts on any Python, from any folder, and explains itself."""

import ast
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import _browser
import _system

SCRIPTS = Path(_browser.__file__).parent
FILES = sorted(SCRIPTS.glob("*.py"))
DOORS = [path for path in FILES if not path.name.startswith("_")]


def name(path):
    """What pytest calls a case."""
    return path.name


@pytest.mark.parametrize("path", FILES, ids=name)
def test_an_old_python_can_read_a_script_far_enough_to_say_that_it_is_old(path):
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_script_does_not_hide_a_module_of_the_standard_library(path):
    assert path.stem not in sys.stdlib_module_names


@pytest.mark.parametrize("path", DOORS, ids=name)
def test_a_script_shows_how_to_call_it(path, tmp_path):
    command = [sys.executable, str(path), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert 0 == done.returncode, done.stderr
    assert f"python3 scripts/{path.name}" in done.stdout


@pytest.mark.parametrize("path", DOORS, ids=name)
def test_the_page_of_commands_names_each_command_with_each_of_its_options(path, tmp_path):
    page = (SCRIPTS.parent / "docs/development/commands.md").read_text("utf-8")
    done = subprocess.run(
        [sys.executable, str(path), "--help"], capture_output=True, text=True, cwd=tmp_path, timeout=60
    )
    section = page.partition(f"`python3 scripts/{path.name}")[2].partition("`python3 scripts/")[0]
    assert section, f"{path.name} is not on the page"
    assert set(re.findall(r"--[a-z-]+", done.stdout.partition("options:")[2].partition("\n\n")[0])) - {"--help"} == set(
        re.findall(r"^\| `(--[a-z-]+)", section, re.MULTILINE)
    )


@pytest.mark.parametrize(("answer", "installs"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_nothing_is_installed_on_a_system_unless_a_person_agrees(answer, installs, monkeypatch):
    for variable in ("CI", _system.YES):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    monkeypatch.setattr("sys.stderr", Terminal())
    assert installs == _system.may_install("Install it?")


def test_nothing_is_installed_where_nobody_can_be_asked_but_in_ci_or_when_told(monkeypatch):
    for variable in ("CI", _system.YES):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    assert not _system.may_install("Install it?")
    monkeypatch.setenv(_system.YES, "1")
    assert _system.may_install("Install it?")


class Terminal(io.StringIO):
    """A text that takes itself for a person at a terminal."""

    def isatty(self):
        """As a terminal answers."""
        return True


def test_a_chosen_browser_that_does_not_run_is_named(monkeypatch):
    monkeypatch.setenv(_browser.VARIABLE, "/nowhere/chromium")
    with pytest.raises(SystemExit, match="TOOLKIT_CHROMIUM names /nowhere/chromium, which does not run"):
        _browser.ensure_browser()


@pytest.mark.skipif(os.name == "nt", reason="made of shell scripts")
def test_a_browser_that_is_only_a_shim_is_passed_over(tmp_path, monkeypatch):
    answers = {"chromium": "echo install the snap; exit 1", "google-chrome": "echo Google Chrome 150.0"}
    for program, answer in answers.items():
        (tmp_path / program).write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
        (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert str(tmp_path / "google-chrome") == _browser.find_browser()
