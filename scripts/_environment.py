"""Runs a script in the project's own environment, `.venv`, and has it made where it is missing.

This file and those it imports run on Python 3.8 too: an old Python gets a sentence, not a SyntaxError.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parent.parent

# Each holds all of the one before it: test.lock is site.lock and more.
PROFILES = ("site", "test")

# Counts how often a run was handed to another Python, so that it cannot go round for ever.
TURNS = "TOOLKIT_TURNS"


class Environment:
    """The folder `.venv` under `root`, and what its stamp says that it holds."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.stamp = self.folder / "stamp.json"

    @property
    def python(self) -> Path:
        """The interpreter of the environment, whether or not it is there yet."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def lock(self, profile: str) -> Path:
        """The file of pinned packages that `profile` needs."""
        return self.root / "requirements" / f"{profile}.lock"

    @property
    def browser_lock(self) -> Path:
        """The file of pinned npm packages, which the tests need besides."""
        return self.root / "requirements" / "browser" / "package-lock.json"

    @property
    def browser_tools(self) -> Path:
        """The folder of the environment where npm's packages are."""
        return self.folder / "browser"

    def digest(self, profile: str) -> str:
        """The SHA-256 of the locks of `profile`."""
        locks = [self.lock(profile)] + ([self.browser_lock] if profile == "test" else [])
        return hashlib.sha256(b"\0".join(lock.read_bytes() for lock in locks)).hexdigest()

    def read_stamp(self) -> dict[str, Any]:
        """What the finished installation wrote down last; nothing if it never finished."""
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def is_inside(self) -> bool:
        """Whether the running Python is the environment's own."""
        return self.folder.exists() and self.folder.samefile(sys.prefix)

    def is_ready(self, profile: str) -> bool:
        """Whether the environment is whole, runs, and holds exactly what `profile` needs now."""
        stamp = self.read_stamp()
        # After an upgrade of the system's Python the link still runs, but finds none of the packages.
        if self.is_inside() and stamp.get("python") != describe_python():
            return False
        runs = os.access(self.python, os.X_OK) and Path(stamp.get("base", "")).is_file()
        return runs and stamp.get(profile) == self.digest(profile)


def describe_python() -> str:
    """What compiled packages must fit, such as `3.11 linux x86_64`."""
    machine = os.uname().machine if hasattr(os, "uname") else os.environ.get("PROCESSOR_ARCHITECTURE", "")
    return f"{sys.version_info[0]}.{sys.version_info[1]} {sys.platform} {machine}"


def ensure(profile: str) -> None:
    """Goes on in the environment of `profile` ("site" or "test"), made first where missing or out of date.

    Starts the script again with the environment's Python where it runs on another. Exits 1, saying in a
    sentence what to do, where no environment can be made.
    """
    quiet_interrupts()
    escape_unknown_characters()
    environment = Environment(ROOT)
    ready = environment.is_ready(profile)
    if not ready:
        import _install

        _install.make(environment, profile)
    if not (ready and environment.is_inside()):
        hand_over(environment.python)
    os.environ.pop(TURNS, None)
    sys.path.insert(0, str(ROOT))


def hand_over(python: Path) -> NoReturn:
    """Runs this script, with its arguments, on `python` in place of this process."""
    turns = int(os.environ.get(TURNS, "0")) + 1
    if turns > 3:
        raise SystemExit(f"{python} does not run as the project's own. Delete .venv, then run this again.")
    # Packages from elsewhere would come before those of the lock.
    variables = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    command = [str(python), *sys.argv]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        # Windows has no exec that keeps the console.
        raise SystemExit(run_to_its_end(command, env={**variables, TURNS: str(turns)}))
    os.execve(command[0], command, {**variables, TURNS: str(turns)})


def run_to_its_end(command: list[str], **options: Any) -> int:
    """Runs a command, with options of Popen, and leaves Ctrl-C to it; returns its exit code."""
    import subprocess

    child = subprocess.Popen(command, **options)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


def escape_unknown_characters() -> None:
    """Lets output into files and consoles of Windows name a character that their encoding lacks by its number."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def quiet_interrupts() -> None:
    """Lets Ctrl-C, and a reader of the output who goes away (`| head`), end the script without a traceback."""
    usual = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        if not issubclass(kind, (KeyboardInterrupt, BrokenPipeError)):
            usual(kind, error, trace)

    sys.excepthook = hook
    atexit.register(drop_unread_output)


def drop_unread_output() -> None:
    """Sends what nobody reads any more to nowhere: Python would complain of it when it ends."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # it is closed already
        pass
