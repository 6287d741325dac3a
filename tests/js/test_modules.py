"""The browser's pure modules, tested in Node."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import mkdocs

from tests.search.node import NODE, speak_english

HERE = Path(__file__).parent
LUNR = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"  # the one that the site publishes


FLOOR = 95  # percent of the lines of browser/lib/ that these tests run; it may only rise
LCOV = ["--test-reporter=lcov", "--test-reporter-destination"]
DOTS = ["--test-reporter=dot", "--test-reporter-destination=stdout"]


def test_the_browsers_modules_do_in_node_what_their_tests_say(root: Path, tmp_path: Path) -> None:
    files = sorted(str(path) for path in HERE.glob("*.test.mjs"))
    report = tmp_path / "lines.lcov"
    measured = ["--experimental-test-coverage", "--test-coverage-include=browser/lib/**", *LCOV, str(report)]
    options = ["--test", "--test-isolation=none", *DOTS, *measured]
    command = [*NODE, *speak_english(root, tmp_path), *options, *files]
    env = {**os.environ, "LUNR": str(LUNR)}
    done = subprocess.run(command, capture_output=True, text=True, env=env, cwd=root, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert measure(report) >= FLOOR, sorted(find_lines_not_run(report))


def measure(report: Path) -> float:
    """How many percent of the lines in an lcov report were run."""
    lines = re.findall(r"^DA:\d+,(\d+)$", report.read_text("utf-8"), re.MULTILINE)
    return 100 * sum(count != "0" for count in lines) / len(lines)


def find_lines_not_run(report: Path) -> Iterator[str]:
    """The lines in an lcov report that no test has run, each as `file:line`."""
    for entry in report.read_text("utf-8").split("end_of_record"):
        if name := re.search(r"^SF:(.+)$", entry, re.MULTILINE):
            yield from (f"{name[1]}:{line}" for line in re.findall(r"^DA:(\d+),0$", entry, re.MULTILINE))


def test_every_pure_module_is_tested_in_node(root: Path) -> None:
    imports = re.compile(r'from "../../browser/lib/([\w-]+)\.mjs";')
    tested = {name for path in HERE.parent.rglob("*.mjs") for name in imports.findall(path.read_text("utf-8"))}
    assert sorted(path.stem for path in (root / "browser/lib").glob("*.mjs")) == sorted(tested)
