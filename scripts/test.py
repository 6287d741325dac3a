"""Checks the project: ruff, mypy, the browser's code, then every test.

    python3 scripts/test.py               everything
    python3 scripts/test.py --yes         everything; missing programs are installed without asking (Debian)
    python3 scripts/test.py --quick       all but the tests that build a site or every document, or drive other programs
    python3 scripts/test.py --coverage    everything, and how much of toolkit/ and macros/ it runs, held to a floor
    python3 scripts/test.py -k search     only tests about search: whatever else is given goes to pytest

Paths are those seen from the project's root. With arguments for pytest, the checks are left out.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from _environment import ROOT, ensure, run_to_its_end
from _system import YES

CHECKS = {
    "ruff": ["-m", "ruff", "check", "--quiet", "--no-cache"],  # Kept answers miss an import whose file has moved away.
    "mypy": ["-m", "mypy", "--no-error-summary"],
    "check_browser_code.py": ["scripts/check_browser_code.py"],
}


def main(arguments: list[str]) -> int:
    """Runs what the arguments ask for; returns 1 or pytest's own code if anything failed."""
    options, for_pytest = parse(arguments)
    ensure("test")
    if options.yes:
        os.environ[YES] = "1"
    left_out = ["browser", "office", "nginx", "apache", "build", "slow"] if options.quick else find_missing_programs()
    selection = ["-m", " and ".join(f"not {marker}" for marker in left_out)] if left_out else []
    failures = [] if for_pytest else find_failing_checks()
    if failures:
        print(f"{' and '.join(failures)} found faults, so this run fails whatever the tests say.", flush=True)
    # A file's tests stay together, because many share what is built once for them. A few tests start sooner alone.
    # tests/conftest.py has put the longest first, so that no core is left waiting at the end.
    spread = [] if for_pytest else ["--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder"]
    coverage = ["--cov", "--cov-report=term-missing"] if options.coverage else []
    # Ctrl-C is pytest's to handle: it closes the browser and gives its summary.
    command = [sys.executable, "-m", "pytest", *spread, *coverage, *selection, *for_pytest]
    return run_to_its_end(command, cwd=ROOT) or bool(failures)


def find_missing_programs() -> list[str]:
    """The markers of the tests that need a program that is not available here; each is named."""
    from _browser import has_browser
    from _viewers import has_viewers
    from _web_server import has_apache, has_nginx

    programs = {"browser": has_browser(), "office": has_viewers(), "nginx": has_nginx(), "apache": has_apache()}
    return [marker for marker, is_there in programs.items() if not is_there]


def parse(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """The script's own options, and the rest, which is pytest's."""
    parser = argparse.ArgumentParser(
        usage="python3 scripts/test.py [--yes] [--quick] [--coverage] [arguments for pytest]",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--quick",
        action="store_true",
        help="leave out tests that build a site or every document, read all sources again, or drive Chromium, "
        "LibreOffice, nginx or Apache",
    )
    parser.add_argument("--coverage", action="store_true", help="also measure which lines the tests run")
    parser.add_argument("--yes", action="store_true", help="install missing programs on a Debian system without asking")
    return parser.parse_known_args(arguments)


def find_failing_checks() -> list[str]:
    """Runs every check, all at a time, whatever the others find; returns the names of those that found faults."""
    running = {
        name: subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
        for name, command in CHECKS.items()
    }
    failures = []
    for name, process in running.items():
        print(process.communicate()[0], end="", flush=True)
        failures += [name] if process.returncode else []
    return failures


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
