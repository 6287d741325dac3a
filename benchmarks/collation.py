"""How the time and memory of a collation grow with the number of plans.

    python -m benchmarks.collation              # 200 and 600 invented plans: with rows, and with small numbers withheld

Each run is a process of its own; times are of the processor, as ratios to the first.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.collation.synthetic import invent_settings, move_on, write_files

ROOT = Path(__file__).resolve().parents[1]
COUNTS = (200, 600)
RUN = [sys.executable, str(ROOT / "scripts/collate_plans.py")]


def measure(arguments: list[str]) -> tuple[float, int]:
    """(seconds of the processor, the highest megabytes of any process so far) of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*RUN, *arguments], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, after.ru_maxrss // 1024


def main() -> None:
    """Prints a line for each run."""
    first = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in COUNTS:
            settings = invent_settings(count)
            write_files(settings, folder / str(count))
            write_files([move_on(each, number) for number, each in enumerate(settings)], folder / f"{count}-before", 1)
            common = [str(folder / str(count)), "--before", str(folder / f"{count}-before")]
            common += ["--out", str(folder / "out")]
            for label, more in (("rows", []), ("smallest 5", ["--smallest", "5"])):
                seconds, megabytes = measure([*common, *more])
                first = first or seconds
                print(f"{count} plans, {label}: {seconds / first:.2f} x the first ({seconds:.1f} s), {megabytes} MB")


if __name__ == "__main__":
    main()
