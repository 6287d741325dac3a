"""The browser's pure modules, tested in Node."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.search.node import NODE

MODULES = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_each_module_of_tests_passes_in_node(module: Path) -> None:
    done = subprocess.run([*NODE, "--test", str(module)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
