"""What many copies cost beside as many single builds, in processor seconds: python -m benchmarks.copies 30

Not a test: it prints. Processor time is counted, not the clock, so that other work on the machine does not matter.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from toolkit.partnership.scaffold import Answers, write_folder
from toolkit.site.copies import build_all
from toolkit.site.make import build_and_publish
from toolkit.site.model import Options

ROOT = Path(__file__).resolve().parents[1]
MANY = int(sys.argv[1]) if len(sys.argv) > 1 else 30


def main() -> None:
    work = Path(tempfile.mkdtemp(prefix="copies-"))
    try:
        root = make_project(work)
        for number in range(MANY):
            folder = write_folder(root, f"copy-{number:02}", Answers(f"Partnership {number}", f"Toolkit {number}"))
            page = f"---\ntitle: Local page {number}\ndescription: Ours.\n---\n\n# Local page {number}\n"
            (folder / "docs" / "local.md").write_text(page, "utf-8")
        single = in_a_process(
            lambda: build_and_publish(root, work / "single", Options(partnership="copy-00"), "mkdocs", quiet)
        )
        together = in_a_process(lambda: build_all(root, work / "all", Options(), quiet))
        print(f"One copy alone: {single:.1f} s of processor time. {MANY} copies together: {together:.1f} s.")
        print(f"That is {together / MANY:.2f} s a copy: {together / MANY / single:.2f} of a single build.")
    finally:
        shutil.rmtree(work)


def make_project(work: Path) -> Path:
    root = work / "project"
    for name in ("docs", "data", "forms", "overrides", "macros", "toolkit"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("resources.yml", "mkdocs.yml", "hooks.py"):
        shutil.copy(ROOT / name, root / name)
    return root


def in_a_process(work) -> float:
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
