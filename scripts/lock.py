"""Writes requirements/site.lock and requirements/test.lock again from pyproject.toml, and the browser's lock.

    python3 scripts/lock.py               keeps the pinned versions that still fit
    python3 scripts/lock.py --upgrade     takes the newest versions of everything

Each lock holds for Linux, macOS and Windows and every supported Python. Uses uv: the one on the PATH, or
one that is installed for this run only. The packages of requirements/browser/package.json name their versions
themselves; npm, from the tests' environment, writes the lock of all that they bring.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from _environment import ROOT, Environment
from _packages import CALL_NPM


def main(arguments: list[str]) -> None:
    """Writes all locks; exits with uv's own code where it fails."""
    options = ["--upgrade"] if parse(arguments).upgrade else []
    with tempfile.TemporaryDirectory() as folder:
        uv = shutil.which("uv") or install_uv(Path(folder))
        write_lock(uv, "site", options)
        # The site's own versions bind the tests, so that the tests test the site that is built.
        write_lock(uv, "test", [*options, "--group", "test", "--constraints", "requirements/site.lock"])
    write_browser_lock()


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options given."""
    parser = argparse.ArgumentParser(
        prog="python3 scripts/lock.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")
    return parser.parse_args(arguments)


def install_uv(folder: Path) -> str:
    """Installs uv into an environment in `folder`; returns its path."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    check([str(programs / "python"), "-m", "pip", "install", "--quiet", "uv"])
    return str(programs / "uv")


def write_lock(uv: str, profile: str, options: list[str]) -> None:
    """Has uv resolve pyproject.toml into one lock, with one version of each package for every system."""
    lock = f"requirements/{profile}.lock"
    command = [uv, "pip", "compile", "pyproject.toml", "--quiet", "--output-file", lock, "--generate-hashes"]
    command += ["--universal", "--python-version", "3.11", "--fork-strategy", "fewest"]
    command += ["--no-emit-index-url", "--no-emit-find-links"]
    check([*command, "--custom-compile-command", "python3 scripts/lock.py", *options])


def write_browser_lock() -> None:
    """Has npm write the lock of requirements/browser, with hashes and without the addresses of a registry."""
    python = Environment(ROOT).python
    if not python.exists():
        raise SystemExit("The browser's lock was left as it is, because there is no .venv. Run scripts/test.py first.")
    options = ["--package-lock-only", "--omit-lockfile-registry-resolved", "--ignore-scripts", "--no-audit"]
    check([str(python), "-I", "-c", CALL_NPM, "install", "--prefix", "requirements/browser", *options])


def check(command: list[str]) -> None:
    """Runs a command at the project's root, and exits with its code where it fails."""
    done = subprocess.run(command, cwd=ROOT)
    if done.returncode != 0:
        raise SystemExit(done.returncode)


if __name__ == "__main__":
    main(sys.argv[1:])
