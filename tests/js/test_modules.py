"""The browser's pure modules, tested in Node."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.search.node import NODE, speak_english

MODULES = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.fixture(scope="module")
def english(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return speak_english(root, tmp_path_factory.mktemp("words"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_each_module_of_tests_passes_in_node(module: Path, english: list[str]) -> None:
    command = [*NODE, *english, "--test", str(module)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
