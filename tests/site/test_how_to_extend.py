"""The page "How to extend" is true: its six changes are made on a copy of the sources, and what comes of them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import BuildOnce, copy_sources

PAGE = "docs/development/how-to-extend.md"
SCRIPT = Path(__file__).with_name("extended.py")
SECTION = re.compile(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^`([^`\n]+)`$|^```diff\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCHEMA = re.compile(r"`(data/schema/\w+\.schema\.json)`")
FILES = {
    "A kind of question": 6,
    "A field of a resource": 4,
    "A register": 8,
    "A macro": 3,
    "An output format": 2,
    "A setting of a copy": 2,
}


def steps(text: str) -> Iterator[tuple[str, str]]:
    """(file, change) of each block of a section, in order."""
    file = ""
    for match in STEP.finditer(text):
        if match[1]:
            file = match[1]
        else:
            yield file, match[2]


def sections(root: Path) -> dict[str, str]:
    return dict(SECTION.findall((root / PAGE).read_text("utf-8")))


def change(text: str, block: str) -> str:
    """A file's text with a block of lines changed; the lines that are not added must be there exactly once."""
    lines = [(line[:1] or " ", line[1:]) for line in block.splitlines()]
    old = "".join(f"{line}\n" for sign, line in lines if sign != "+")
    new = "".join(f"{line}\n" for sign, line in lines if sign != "-")
    assert not old or 1 == f"\n{text}".count(f"\n{old}"), f"{PAGE}: not in the file exactly once:\n{old}"
    return f"\n{text}".replace(f"\n{old}", f"\n{new}")[1:] if old else new


def make_changes(root: Path, project: Path) -> None:
    for folder in ("tests/forms", "tests/vectors"):
        shutil.copytree(root / folder, project / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for text in sections(root).values():
        for name, block in steps(text):
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(change(path.read_text("utf-8") if path.is_file() else "", block), "utf-8")
    catalogue = project / "resources.yml"
    text = catalogue.read_text("utf-8")
    assert "  - id: pants\n" in text
    catalogue.write_text(text.replace("  - id: pants\n", "  - id: pants\n    duration_minutes: 15\n"), "utf-8")


@pytest.fixture(scope="module")
def outcome(root: Path, once: BuildOnce) -> dict[str, Any]:
    """What the script finds in a copy of the sources with all six changes, by section."""

    def run(folder: Path) -> None:
        make_changes(root, copy_sources(folder / "project"))
        done = subprocess.run(
            [sys.executable, SCRIPT, folder / "project"],
            env={**os.environ, "PYTHONPATH": str(folder / "project"), "PYTHONDONTWRITEBYTECODE": "1"},
            cwd=folder / "project",
            capture_output=True,
            text=True,
        )
        (folder / "outcome.json").write_text(done.stdout or json.dumps({"error": done.stderr}), "utf-8")

    found: dict[str, Any] = json.loads((once("extended", run) / "outcome.json").read_text("utf-8"))
    assert "error" not in found, found["error"]
    return found


def test_each_change_touches_no_more_files_than_the_page_says(root: Path) -> None:
    counts = {}
    for title, text in sections(root).items():
        counts[title] = len({name for name, _ in steps(text)} | set(SCHEMA.findall(text)))
    assert counts == FILES


def test_a_kind_of_question_is_tidied_alike_in_python_and_in_the_browser(outcome: dict[str, Any]) -> None:
    expected = {" 1,200 ": "1200", "about 12": "about 12"}
    assert expected == outcome["kind"]["python"] == outcome["kind"]["javascript"]
    assert outcome["kind"]["in_sample_form"]


def test_a_field_of_a_resource_is_in_record_facet_file_and_search(outcome: dict[str, Any]) -> None:
    field = outcome["field"]
    assert "<dt>Length</dt><dd>15 minutes</dd>" in field["record"]
    assert field["facet"] == [["short", "Up to 20 minutes"], ["not-known", "Not known"]]
    assert "15" == field["row"]["data-file-duration_minutes"] and "short" == field["row"]["data-duration"]
    assert {"name": "duration_minutes", "heading": "Minutes"} in field["columns"]
    assert "15" in field["search"] and "duration_minutes" in field["schema"]


def test_a_register_has_its_page_and_its_results(outcome: dict[str, Any]) -> None:
    register = outcome["register"]
    assert ["events.md", "Events"] == register["stub"]
    assert '<h2 id="network-meeting">Meeting of the network of designated leads</h2>' in register["html"]
    assert "<p>3 February 2027. Leads of the area" in register["html"]
    assert ["about", "events/#network-meeting"] == register["result"]
    assert register["is_checked_for_a_nation"] and register["has_schema"]


def test_a_macro_frames_a_passage(outcome: dict[str, Any]) -> None:
    macro = outcome["macro"]
    assert '<div class="callout" role="note"><p><strong>Before</strong></p>\n<p>Text</p></div>' in macro["html"]
    assert 'callout("start") has no end' in macro["without_end"]


def test_an_output_format_is_offered_and_made(outcome: dict[str, Any]) -> None:
    assert ".csv" in outcome["format"]["endings"] and "CSV" == outcome["format"]["label"]
    assert "Portions" in outcome["format"]["text"] and outcome["format"]["text"].endswith('"A body"\r\n')


def test_a_setting_is_on_the_home_page_and_explained(outcome: dict[str, Any]) -> None:
    assert '<p class="lead">Welcome &amp; more</p>' in outcome["setting"]["home"]
    assert outcome["setting"]["is_explained"] and outcome["setting"]["is_in_new_copies"]
    assert "opening_words" in outcome["setting"]["translated"]
