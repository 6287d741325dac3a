"""Every script starts on any Python, from any folder, and explains itself."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import _browser

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
