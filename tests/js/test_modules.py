"""The browser's pure modules, tested in Node."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.search.node import NODE
from toolkit.languages.browser import spoken
from toolkit.languages.read import ENGLISH, read_languages

MODULES = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.fixture(scope="module")
def english(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A module that gives the modules of the site the English words, as the joined script does."""
    language = read_languages(root)[ENGLISH]
    words = (root / "docs/assets/lib/language.mjs").as_uri()
    made = tmp_path_factory.mktemp("words") / "english.mjs"
    text = f'import {{ speak }} from "{words}";\nspeak({spoken(language, language.words)});\n'
    made.write_text(text, "utf-8")
    return made


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_each_module_of_tests_passes_in_node(module: Path, english: Path) -> None:
    command = [*NODE, "--import", english.as_uri(), "--test", str(module)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
