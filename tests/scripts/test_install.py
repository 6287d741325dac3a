"""Setting up never leaves a half-made environment that looks whole, and says in a sentence what is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import _install
import _packages
import _system
from _exclusive import one_at_a_time, take

PYTHON = Path(sys.executable)
posix = pytest.mark.skipif(os.name == "nt", reason="made of shell scripts")


@pytest.fixture
def steps(monkeypatch):
    """The costly steps of an installation, each replaced by a note that it was taken."""
    taken = []
    monkeypatch.setattr(_install, "discard", lambda environment: taken.append("discard"))
    monkeypatch.setattr(_install, "create", lambda environment, base: taken.append("create"))
    monkeypatch.setattr(_install, "install", lambda environment, profile: taken.append(profile))
    return taken


def write_program(path, text):
    """Writes a small shell program that can be run."""
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def test_a_ready_environment_is_left_alone(environment, steps):
    _install.write_stamp(environment, "site", PYTHON)
    _install.make(environment, "site")
    assert [] == steps


def test_what_the_tests_need_is_added_to_a_ready_site_environment(environment, steps):
    _install.write_stamp(environment, "site", PYTHON)
    _install.make(environment, "test")
    assert ["test"] == steps
    assert environment.is_ready("test")


def test_an_environment_that_has_run_the_tests_keeps_their_packages_when_the_lock_changes(environment, steps):
    _install.write_stamp(environment, "test", PYTHON)
    environment.lock("site").write_text("lunr==0.9.0\n", encoding="utf-8")
    _install.make(environment, "site")
    assert ["discard", "create", "test"] == steps


def test_an_interrupted_installation_is_begun_anew(environment, steps, monkeypatch):
    _install.write_stamp(environment, "site", PYTHON)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(_install, "install", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        _install.make(environment, "test")
    assert not environment.is_ready("site")
    _install.make(environment, "site")
    assert ["discard", "create", "site"] == steps


def test_an_environment_made_by_somebody_else_is_not_deleted(environment):
    (environment.folder / _install.MARKER).unlink()
    with pytest.raises(SystemExit, match=r"was not made by these scripts\. Rename or delete it"):
        _install.discard(environment)
    assert environment.python.exists()


def test_an_environment_made_here_is_removed_whole(environment):
    _install.discard(environment)
    assert ["requirements"] == [path.name for path in environment.root.iterdir()]


@posix
def test_a_failing_npm_is_quoted_in_a_sentence(environment, monkeypatch):
    environment.browser_lock.with_name("package.json").write_text("{}\n", encoding="utf-8")
    environment.python.unlink()
    write_program(environment.python, "echo npm error code E404; exit 1")
    with pytest.raises(SystemExit, match=r"npm error code E404\nnpm could not install what checks the browser's code"):
        _packages.install_browser_tools(environment)


@posix
def test_a_failing_pip_is_quoted_and_leaves_no_stamp(environment, monkeypatch):
    environment.python.unlink()
    write_program(environment.python, "echo ERROR: no route to anywhere; exit 1")
    monkeypatch.setattr(_install, "discard", lambda environment: None)
    monkeypatch.setattr(_install, "create", lambda environment, base: None)
    with pytest.raises(SystemExit, match=r"(?s)no route to anywhere.*Check the network connection"):
        _install.make(environment, "site")
    assert not environment.is_ready("site")


def test_an_old_python_is_told_which_one_to_install(environment, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 8, 18, "final", 0))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit, match=r"This is Python 3\.8, .* Install Python 3\.11 or newer"):
        _install.make(environment, "site")


@posix
def test_a_newer_python_is_used_only_if_it_runs(tmp_path, monkeypatch):
    write_program(tmp_path / "python3.13", "exit 127")
    write_program(tmp_path / "python3.12", f'exec "{sys.executable}" "$@"')
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tmp_path / "python3.12" == _system.find_new_python()


@posix
def test_a_package_that_may_not_be_installed_is_named_with_its_command(tmp_path, monkeypatch):
    write_program(tmp_path / "apt-get", "exit 1")
    write_program(tmp_path / "sudo", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match=r"It is missing\. Run this, .*: sudo apt-get install python3\.11-venv"):
        _system.install_packages(["python3.11-venv"], "It is missing.")


def test_a_lock_is_held_while_its_script_lives_and_free_when_it_is_killed(tmp_path):
    path = tmp_path / ".venv.lock"
    code = f"""
import sys, time
sys.path.append({str(Path(_install.__file__).parent)!r})
from pathlib import Path
from _exclusive import one_at_a_time
with one_at_a_time(Path({str(path)!r})):
    print("held", flush=True)
    time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as holder:
        assert "held\n" == holder.stdout.readline()
        with path.open("a") as file:
            assert not take(file.fileno())
        holder.kill()
    with one_at_a_time(path), path.open("a") as file:
        assert not take(file.fileno())
