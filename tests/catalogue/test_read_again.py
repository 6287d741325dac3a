"""What was read once is not read again, and gives what the first reading gave."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest

from toolkit.catalogue.read import load_library
from toolkit.forms import read as forms
from toolkit.overlays import wording
from toolkit.registers import read as registers
from toolkit.sources import yaml_source
from toolkit.sources.problems import ProblemsFound


def forget() -> None:
    """Ends what this process remembers of data that were sound."""
    for memory in (forms._sound, registers._sound, wording._worded):
        memory.results.clear()
    yaml_source._parse_once.cache_clear()


def test_a_second_reading_gives_what_one_from_nothing_gives(root: Path) -> None:
    load_library(root)
    again = load_library(root)
    forget()
    assert load_library(root) == again


def test_reading_changes_nothing_of_what_was_parsed(root: Path) -> None:
    source = yaml_source.read_yaml(root / "resources.yml", "resources.yml")
    before = deepcopy(source.data)
    load_library(root)
    assert before == source.data


def test_a_mistake_is_reported_each_time_with_the_line_that_it_has_today(project: Path) -> None:
    path = project / "data/vocabulary.yml"
    sound = path.read_text("utf-8")
    load_library(project)
    wrong = sound.replace("topics:\n", "topics:\n  - id: two words\n    name: Odd\n", 1)
    for text, line in ((wrong, 4), ("# a remark\n" + wrong, 5), (wrong, 4)):
        path.write_text(text, "utf-8")
        with pytest.raises(ProblemsFound) as error:
            load_library(project)
        assert {line} == {problem.line for problem in error.value.problems if "two words" in problem.message}
    path.write_text(sound, "utf-8")
    load_library(project)
