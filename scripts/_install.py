"""Makes the project's environment so that a half-made one is never taken for whole."""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import shutil
import sys
import time
from pathlib import Path

from _environment import PROFILES, Environment, describe_python, hand_over
from _exclusive import one_at_a_time
from _packages import install
from _system import find_new_python, install_packages, is_old, quote, run, say

# Tells an environment made here from one that somebody else made, which is not ours to delete.
MARKER = "made-by-scripts"

ADVICE = "Check that this folder may be written to, and that nothing still runs from .venv."


def make(environment: Environment, profile: str) -> None:
    """Makes the environment of `profile`, or adds what it lacks; exits 1 with a sentence where it cannot."""
    if is_old():
        _use_new_python()
    try:
        with one_at_a_time(environment.root / ".venv.lock"):
            if not environment.is_ready(profile):
                _make(environment, profile)
    except OSError as error:
        raise SystemExit(f"The project's environment could not be made: {error}. {ADVICE}") from None


def _use_new_python() -> None:
    python = find_new_python()
    if python:
        hand_over(python)
    raise SystemExit(
        f"This is Python {version()}, and no newer one was found. "
        "Install Python 3.11 or newer, then run this again with it."
    )


def _make(environment: Environment, profile: str) -> None:
    start = time.monotonic()
    # An environment that ran the tests once will again: do not take their packages away.
    profile = "test" if "test" in environment.read_stamp() else profile
    base = base_python(environment)
    if profile == "test" and environment.is_ready("site"):
        say("Adding what the tests need (about a minute, on their first run) ...")
        environment.stamp.unlink()
    else:
        say("Setting up (about a minute, on the first run and when the packages change) ...")
        discard(environment)
        create(environment, base)
    install(environment, profile)
    write_stamp(environment, profile, base)
    say(f"Ready after {time.monotonic() - start:.0f} seconds.")


def base_python(environment: Environment) -> Path:
    """The interpreter outside any virtual environment, which outlives the one that is about to be made."""
    for name in (getattr(sys, "_base_executable", ""), os.path.realpath(sys.executable)):
        if name and Path(name).is_file() and environment.folder not in Path(name).parents:
            return Path(name)
    raise SystemExit("The Python that .venv was made with is gone. Run this again with python3.")


def discard(environment: Environment) -> None:
    """Removes an environment that these scripts made; exits 1 at one that they did not make."""
    folder, leftover = environment.folder, environment.root / ".venv.discarded"
    shutil.rmtree(leftover, ignore_errors=True)
    if not folder.exists():
        return
    if any(folder.iterdir()) and not (folder / MARKER).exists():
        raise SystemExit(f"{folder} was not made by these scripts. Rename or delete it, then run this again.")
    # Renamed first: a removal that is interrupted then leaves nothing that looks like an environment.
    folder.replace(leftover)
    shutil.rmtree(leftover, ignore_errors=True)


def create(environment: Environment, base: Path) -> None:
    """Creates the empty environment; on Debian, which packages `venv` separately, installs that first."""
    _need_ensurepip()
    environment.folder.mkdir()
    (environment.folder / MARKER).touch()
    code, tail = run([str(base), "-I", "-m", "venv", str(environment.folder)])
    if code != 0:
        raise SystemExit(f"{quote(tail)}\nPython could not make .venv, as it says above.")


def _need_ensurepip() -> None:
    if not importlib.util.find_spec("ensurepip"):
        install_packages([f"python{version()}-venv"], "This Python has no ensurepip module.")
        importlib.invalidate_caches()
    if not importlib.util.find_spec("ensurepip"):
        raise SystemExit(f"{sys.executable} still has no ensurepip: install a complete Python 3.11 or newer.")


def version() -> str:
    """The running Python's version, such as `3.11`."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def write_stamp(environment: Environment, profile: str, base: Path) -> None:
    """Writes down what the environment holds: the last act, so that what has no stamp is not whole."""
    profiles = PROFILES[: PROFILES.index(profile) + 1]
    digests = {name: environment.digest(name) for name in profiles}
    stamp = {"base": str(base), "python": describe_python(), **digests}
    new_stamp = environment.stamp.with_suffix(".tmp")
    new_stamp.write_text(json.dumps(stamp), encoding="utf-8")
    new_stamp.replace(environment.stamp)
