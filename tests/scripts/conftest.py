"""What the tests of the scripts share: a project in miniature, whose environment can be broken in every way."""

import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"

# Last, because scripts/test.py would hide the standard library's own `test`.
sys.path.append(str(SCRIPTS))

from _environment import Environment  # noqa: E402 - only the line above makes it importable


@pytest.fixture
def environment(tmp_path):
    """A project with small locks and an empty environment, made but never stamped."""
    project = Environment(tmp_path)
    (tmp_path / "requirements").mkdir()
    project.lock("site").write_text("lunr==0.8.0\n", encoding="utf-8")
    project.lock("test").write_text("lunr==0.8.0\npytest==9.0.0\n", encoding="utf-8")
    project.browser_lock.parent.mkdir()
    project.browser_lock.write_text("{}\n", encoding="utf-8")
    project.python.parent.mkdir(parents=True)
    project.python.symlink_to(sys.executable)
    (project.folder / "made-by-scripts").touch()
    return project
