"""Slips that people make in YAML: each is reported once, in plain words, at the line where it was made."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from toolkit.sources.problems import ProblemsFound
from toolkit.sources.yaml_source import parse_yaml

SOUND = """\
resources:
  - id: first-guide
    title: First guide
    summary: What it gives and who should choose it.
    publisher: nspcc
    topics: [trauma, law]
    phone: "0808 800 5000"
    written: 2026-11-23

  - id: second-guide
    title: Second guide
    written: 2026-11-23
"""
SLIPS = {case["slip"]: case for case in yaml.safe_load((Path(__file__).parent / "slips.yml").read_text("utf-8"))}


def with_slip(text: str, case: dict[str, str]) -> str:
    assert case["in place of"] in text
    return text.replace(case["in place of"], case["is written"], 1)


def mistakes_of(text: str) -> list[str]:
    with pytest.raises(ProblemsFound) as raised:
        parse_yaml(text, "file.yml")
    return [f"{problem.line}: {problem.message}" for problem in raised.value.problems]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_reported_once_and_in_plain_words_at_its_own_line(slip: str) -> None:
    case = SLIPS[slip]
    assert [case["message"]] == mistakes_of(with_slip(SOUND, case))


@pytest.mark.parametrize("slip", SLIPS)
def test_windows_line_ends_change_neither_line_nor_words(slip: str) -> None:
    case = SLIPS[slip]
    assert [case["message"]] == mistakes_of(with_slip(SOUND, case).replace("\n", "\r\n"))


@pytest.mark.parametrize(
    "line",
    [
        "publisher: nspcc # as before",
        "publisher: nspcc  # as before",
        'publisher: "nspcc" #MeToo',
        "publisher: 7 # days",
    ],
)
def test_a_comment_behind_a_value_of_one_word_is_a_comment(line: str) -> None:
    assert parse_yaml(SOUND.replace("publisher: nspcc", line), "file.yml")


def test_all_slips_of_a_file_are_reported_at_once() -> None:
    names = ("a colon in a title", "no colon on the last line of an entry", "an item with two spaces too many")
    text = SOUND
    for name in names:
        text = with_slip(text, SLIPS[name])
    assert [SLIPS[name]["message"] for name in names] == mistakes_of(text)


COMMENTS = (
    "    title: First guide  # two spaces before a comment",
    "    # a line of its own",
    "    title: 'First guide' # behind quotation marks",
    "    written: 2026-11-23 # behind a date",
    "    title: C# and F#",
    "    url: https://example.org/page#part",
)


@pytest.mark.parametrize("line", COMMENTS)
def test_a_comment_that_cuts_no_text_is_no_mistake(line: str) -> None:
    parse_yaml(f"resources:\n  - id: first\n{line}\n", "file.yml")


def test_what_is_in_a_block_of_text_is_no_slip_of_the_file() -> None:
    block = "text: |\n  one:two\n  key value\n   • three: four\nnext: a: b\n"
    assert ["5: the text after 'next:' holds a colon. Put the text in quotes: 'a: b'"] == mistakes_of(block)
