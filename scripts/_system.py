"""What the scripts ask of the computer: a Python that is new enough, and packages of a Debian system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import deque
from pathlib import Path
from typing import Callable

OLDEST = (3, 11)
YES = "TOOLKIT_YES"  # set where a script may install what it needs without asking
CANDIDATES = ("python3.13", "python3.12", "python3.11", "python3.14")


def say(text: str) -> None:
    """Prints progress where it cannot mix with what a script gives out."""
    print(text, file=sys.stderr, flush=True)


def is_old() -> bool:
    """Whether the running Python is too old for the project."""
    return sys.version_info < OLDEST


def find_new_python() -> Path | None:
    """The first Python on the PATH that is new enough and really runs (a version manager's shim may not)."""
    for name in CANDIDATES:
        path = shutil.which(name)
        if path and _is_new(path):
            return Path(path)
    return None


def _is_new(python: str) -> bool:
    question = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    return _succeeds([python, "-I", "-c", question])


def install_packages(names: list[str], why: str) -> None:
    """Installs Debian packages where this user may; else exits 1 with `why` and the command to run."""
    if not shutil.which("apt-get"):
        raise SystemExit(f"{why} Install it with this system's package manager, then run this again.")
    command = f"apt-get install {' '.join(names)}"
    prefix = _privilege()
    if prefix is None:
        raise SystemExit(f"{why} Run this, then try again: sudo {command}")
    if not may_install(f"{why} Install it now with {command}?"):
        raise SystemExit(f"{why} Run this, then try again: {'' if not prefix else 'sudo '}{command}")
    say(f"{why} Installing it: {command} ...")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=600"]
    # One list that cannot be fetched may not be the one that is needed: let the installation judge.
    run([*apt, "update"])
    code, tail = run([*apt, "install", "-y", "--no-install-recommends", *names])
    if code != 0:
        raise SystemExit(f"{quote(tail)}\nThe command above failed. Run it by hand to see why: {command}")


def may_install(question: str) -> bool:
    """Whether programs may be installed on this system: in CI, where --yes was given, or if a person says so."""
    if os.environ.get("CI") or os.environ.get(YES):
        return True
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def has_program(find: Callable[[], bool], names: list[str], why: str, left_out: str) -> bool:
    """Whether `find` finds a program, if need be after installing the Debian packages `names`.

    Where it cannot be had, says `left_out`, the tests that are not run without it. Exits 1 there if CI is set in the
    environment: a check that stands for everyone leaves nothing out.
    """
    if find():
        return True
    try:
        install_packages(names, why)
    except SystemExit as refused:
        if os.environ.get("CI"):
            raise
        say(str(refused))
    if find():
        return True
    if os.environ.get("CI"):
        raise SystemExit(f"{why} It was installed, but does not run.")
    say(f"{left_out} are left out of this run.")
    return False


def _privilege() -> list[str] | None:
    """What to put before a command that only root may run; None where this user may not."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def _succeeds(command: list[str]) -> bool:
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def run(command: list[str], watch: Callable[[str], None] = lambda line: None) -> tuple[int, list[str]]:
    """Runs a long command, giving each line to `watch`; returns its exit code and its last lines."""
    tail: deque[str] = deque(maxlen=8)
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        # The lock on the environment is inherited: when a script is killed, its pip goes on holding it.
        close_fds=False,
    ) as process:
        assert process.stdout
        for line in process.stdout:
            tail.append(line.rstrip())
            watch(line)
    return process.returncode, list(tail)


def quote(lines: list[str]) -> str:
    """Another program's last words, indented as a quotation."""
    return "\n".join(f"    {line}" for line in lines if line)
