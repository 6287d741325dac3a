"""A stylesheet of ours that a browser would half read is refused, with file and line."""

from __future__ import annotations

import pytest

from toolkit.site.compose.styles.check import check_css
from toolkit.sources.problems import Problems


def messages(css: str) -> list[str]:
    problems = Problems()
    check_css(css, "components/x/x.css", problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("css", "line", "words"),
    [
        (".a { color: red; }\n.b { color: blue;\n.c { color: green; }\n", 2, "a brace is opened and never closed"),
        ("@media print {\n.a { color: red; }\n", 1, "a brace is opened and never closed"),
        (".a { color: red; } }\n.b { color: blue; }\n", 1, "cannot be read here"),
        (".a color: red;\n", 1, "a brace"),
    ],
)
def test_what_would_lose_rules_is_reported(css: str, line: int, words: str) -> None:
    assert any(f"x.css:{line}: " in message and words in message for message in messages(css)), messages(css)


@pytest.mark.parametrize("css", ["", "/* } */ .a::before { content: '}'; }", "@media print { .a { margin: 0 } }"])
def test_a_sound_sheet_passes(css: str) -> None:
    assert [] == messages(css)
