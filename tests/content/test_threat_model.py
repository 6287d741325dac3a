"""The threat model names a test for each thing that a copy's folder may not do."""

from __future__ import annotations

import re
from pathlib import Path


def test_each_promise_of_the_threat_model_names_a_test_that_is_there(root: Path) -> None:
    text = (root / "docs/development/threat-model.md").read_text("utf-8")
    rows = re.search(r"^\| It may not \|.*?\n\n", text, re.MULTILINE | re.DOTALL)[0].strip().splitlines()[2:]
    assert len(rows) >= 10
    for row in rows:
        tests = re.findall(r"`(tests/[\w/]+\.py)`", row)
        assert tests and all((root / test).is_file() for test in tests), row
