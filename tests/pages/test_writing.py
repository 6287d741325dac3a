"""What Markdown would drop or mangle in silence is reported with its line, and nothing else is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import MACROS
from toolkit.pages.advice import writing_advice
from toolkit.pages.text_check import text_mistakes

CASES = yaml.safe_load((Path(__file__).parent / "writing.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_slip_is_reported_with_its_line_and_nothing_else_is(case: dict[str, Any]) -> None:
    assert case.get("mistakes", []) == [f"{line}: {message}" for line, message in text_mistakes(case["text"], MACROS)]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_advice_is_given_where_it_helps(case: dict[str, Any]) -> None:
    given = [f"{line}: {message}" for line, message in writing_advice(case["text"])]
    assert "mistakes" in case or case.get("advice", []) == given
    assert set(case.get("advice", [])) <= set(given)
