"""What many copies cost beside as many single builds, in processor seconds: python -m benchmarks.copies 30

Not a test: it prints. Processor time is counted, not the clock, so that other work on the machine does not matter.
"""

from __future__ import annotations

import colorsys
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from toolkit.colour import to_hex
from toolkit.partnership.scaffold import NewCopy, write_folder
from toolkit.site.copies import build_all
from toolkit.site.folders import FILES, FOLDERS
from toolkit.site.make import build_and_publish
from toolkit.site.model import Options

ROOT = Path(__file__).resolve().parents[1]
MANY = int(sys.argv[1]) if sys.argv[1:2] and sys.argv[1].isdigit() else 30


def main() -> None:
    work = Path(tempfile.mkdtemp(prefix="copies-"))
    try:
        alone, many = make_project(work / "alone"), make_project(work / "many")
        write_copy(alone, 0)
        for number in range(MANY):
            write_copy(many, number)
        single = in_a_process(
            lambda: build_and_publish(alone, work / "single", Options(partnership="copy-00"), "mkdocs", quiet)
        )
        together = in_a_process(lambda: build_all(many, work / "all", Options(), quiet))
        print(f"One copy alone: {single:.1f} s of processor time. {MANY} copies together: {together:.1f} s.")
        print(f"That is {together / MANY:.2f} s a copy: {together / MANY / single:.2f} of a single build.")
    finally:
        shutil.rmtree(work)


def write_copy(root: Path, number: int) -> None:
    """A copy with a name, a colour and a number of its own; every second has a page, every third a note and words."""
    colour = to_hex(colorsys.hls_to_rgb(number / MANY, 0.2, 0.6))
    answers = NewCopy(f"Partnership {number}", f"Toolkit {number}", primary=colour)
    folder = write_folder(root, f"copy-{number:02}", answers)
    settings = folder / "partnership.yml"
    contact = f"contacts:\n  - id: front-door\n    number: 01632 960 {number:03}\n    written: 2026-11-23\n"
    text = settings.read_text("utf-8").replace("contacts:\n", contact, 1)
    if number % 2:
        page = f"---\ntitle: Local page {number}\ndescription: Ours.\n---\n\n# Local page {number}\n"
        (folder / "docs/local.md").write_text(page, "utf-8")
    if number % 3 == 2:
        (folder / "notes/toolkit").mkdir()
        (folder / "notes/toolkit/trauma.md").write_text(f"## In short\n\nOurs, {number}.\n", "utf-8")
        text = text.replace("nouns:\n", "nouns:\n  setting: academy\n  head: principal\n", 1)
    settings.write_text(text, "utf-8")


def make_project(root: Path) -> Path:
    """The sources of the project in a place of their own, with nothing built yet."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, root / name)
    for name in FILES:
        shutil.copy(ROOT / name, root / name)
    return root


def in_a_process(work: Callable[[], object]) -> float:
    """The processor seconds that work takes in a process of its own, with those of the processes that it starts."""
    before = os.times()
    child = os.fork()
    if not child:
        work()
        os._exit(0)
    os.waitpid(child, 0)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def quiet(text: str) -> None:
    pass


if __name__ == "__main__":
    main()
