"""The bootstrap enters the environment only when it is whole, and leaves nothing of itself behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from _environment import TURNS
from _install import write_stamp

ROOT = Path(__file__).resolve().parents[2]
PYTHON = Path(sys.executable)


def run(code, *arguments, **variables):
    """Runs Python code that can import the scripts, with the environment variables given."""
    head = f"import sys; sys.path.append({str(ROOT / 'scripts')!r})\n"
    script = Path(variables.pop("folder")) / "script.py"
    script.write_text(head + code, encoding="utf-8")
    command = [sys.executable, str(script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **variables}, timeout=60)


def test_a_stamped_environment_is_ready_for_what_it_holds(environment):
    write_stamp(environment, "site", PYTHON)
    assert environment.is_ready("site")
    assert not environment.is_ready("test")


def test_the_environment_of_the_tests_serves_the_site_too(environment):
    write_stamp(environment, "test", PYTHON)
    assert environment.is_ready("site")
    assert environment.is_ready("test")


def test_an_environment_without_its_stamp_is_not_ready(environment):
    assert not environment.is_ready("site")


@pytest.mark.parametrize("text", ["", '{"site": "', "[]", "null"])
def test_an_unreadable_stamp_counts_as_none(environment, text):
    environment.stamp.write_text(text, encoding="utf-8")
    assert not environment.is_ready("site")


def test_a_changed_lock_makes_the_environment_out_of_date(environment):
    write_stamp(environment, "site", PYTHON)
    environment.lock("site").write_text("lunr==0.9.0\n", encoding="utf-8")
    assert not environment.is_ready("site")


def test_a_changed_lock_of_the_browsers_tools_makes_the_tests_environment_out_of_date(environment):
    write_stamp(environment, "test", PYTHON)
    environment.browser_lock.write_text('{"packages": {}}\n', encoding="utf-8")
    assert environment.is_ready("site")
    assert not environment.is_ready("test")


def test_an_environment_whose_python_is_gone_is_not_ready(environment, tmp_path):
    write_stamp(environment, "site", PYTHON)
    environment.python.unlink()
    environment.python.symlink_to(tmp_path / "removed")
    assert not environment.is_ready("site")


def test_an_environment_whose_base_python_is_gone_is_not_ready(environment, tmp_path):
    write_stamp(environment, "site", tmp_path / "removed")
    assert not environment.is_ready("site")


def test_an_environment_of_another_python_version_is_not_ready(environment, monkeypatch):
    write_stamp(environment, "site", PYTHON)
    monkeypatch.setattr(sys, "prefix", str(environment.folder))
    assert environment.is_ready("site")
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert not environment.is_ready("site")


def test_a_ready_environment_is_entered_without_the_installer(tmp_path):
    done = run("from _environment import ensure; ensure('site'); print(sorted(sys.modules))", folder=tmp_path)
    assert 0 == done.returncode, done.stderr
    assert "'_environment'" in done.stdout
    assert "'_install'" not in done.stdout
    assert "'subprocess'" not in done.stdout


def test_handing_over_keeps_arguments_and_exit_code_and_drops_foreign_packages(tmp_path):
    code = f"""
import os, pathlib
from _environment import hand_over
if {TURNS!r} not in os.environ:
    hand_over(pathlib.Path(sys.executable))
print(sys.argv[1:], os.environ.get("PYTHONPATH"))
raise SystemExit(7)
"""
    done = run(code, "--strict", "a b", folder=tmp_path, PYTHONPATH=str(tmp_path))
    assert (7, "['--strict', 'a b'] None\n") == (done.returncode, done.stdout), done.stderr


def test_handing_over_without_end_stops_with_advice(tmp_path):
    done = run(
        "import pathlib; from _environment import hand_over; hand_over(pathlib.Path(sys.executable))", folder=tmp_path
    )
    assert 1 == done.returncode
    assert "Delete .venv" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_interrupt_ends_a_script_without_a_traceback(tmp_path):
    done = run("import _environment; _environment.quiet_interrupts(); raise KeyboardInterrupt", folder=tmp_path)
    assert done.returncode != 0
    assert "" == done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_characters_that_an_output_lacks_are_escaped_and_end_no_script(tmp_path, encoding):
    code = "import _environment; _environment.escape_unknown_characters(); print('Ll\\u0175')"
    done = run(code, folder=tmp_path, PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "Ll\\u0175"


@pytest.mark.skipif(sys.platform == "win32", reason="it has no head")
def test_a_reader_of_the_output_who_goes_away_is_no_traceback(tmp_path):
    code = "import _environment; _environment.quiet_interrupts(); [print('x' * 100) for _ in range(5000)]"
    (tmp_path / "long.py").write_text(code, "utf-8")
    command = f"PYTHONPATH={ROOT / 'scripts'} {sys.executable} long.py | head -n 1"
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "" == done.stderr
