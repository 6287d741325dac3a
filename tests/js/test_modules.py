"""The browser's pure modules, tested in Node."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import mkdocs

from tests.search.node import NODE, speak_english

HERE = Path(__file__).parent
LUNR = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"  # the one that the site publishes


def test_the_browsers_modules_do_in_node_what_their_tests_say(root: Path, tmp_path: Path) -> None:
    files = sorted(str(path) for path in HERE.glob("*.test.mjs"))
    options = ["--test", "--test-isolation=none", "--test-reporter=dot"]
    command = [*NODE, *speak_english(root, tmp_path), *options, *files]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LUNR": str(LUNR)}, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_pure_module_is_tested_in_node(root: Path) -> None:
    imports = re.compile(r'from "../../browser/lib/([\w-]+)\.mjs";')
    tested = {name for path in HERE.parent.rglob("*.mjs") for name in imports.findall(path.read_text("utf-8"))}
    assert sorted(path.stem for path in (root / "browser/lib").glob("*.mjs")) == sorted(tested)
