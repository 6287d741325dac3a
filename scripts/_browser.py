"""Finds the Chromium that the browser tests drive, and installs it on a Debian system that has none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from _system import has_program, install_packages

VARIABLE = "TOOLKIT_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_PLACES = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
WINDOWS_PLACES = ("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe")
PACKAGES = ["chromium", "fonts-liberation"]
WHY = f"The browser tests need Chromium (set {VARIABLE} to use one elsewhere; --quick does without)."
WINDOWS_ROOTS = ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")


def ensure_browser() -> None:
    """Puts the path of a Chromium that runs into TOOLKIT_CHROMIUM; exits 1 where there is none."""
    path = os.environ.get(VARIABLE)
    if path and not runs(path):
        raise SystemExit(f"{VARIABLE} names {path}, which does not run. Correct it, or leave it unset.")
    os.environ[VARIABLE] = path or find_browser() or _install()


def has_browser() -> bool:
    """As `ensure_browser`, but False, after a sentence, where no Chromium can be had: other tests can do without."""
    if os.environ.get(VARIABLE):
        ensure_browser()
        return True
    if not has_program(lambda: bool(find_browser()), PACKAGES, WHY, "The tests that drive a browser"):
        return False
    os.environ[VARIABLE] = find_browser() or ""
    return True


def find_browser() -> str | None:
    """The first Chromium or Chrome in the usual places that runs."""
    return next((place for place in usual_places() if runs(place)), None)


def usual_places() -> list[str]:
    """Where systems keep Chromium and Chrome, whether or not they are there."""
    paths = [path for path in map(shutil.which, NAMES) if path]
    roots = [Path("/Applications"), Path.home() / "Applications"]
    paths += [str(root / place) for root in roots for place in MAC_PLACES]
    programs = [Path(os.environ[name]) for name in WINDOWS_ROOTS if name in os.environ]
    return paths + [str(root / place) for root in programs for place in WINDOWS_PLACES]


def runs(path: str) -> bool:
    """Whether the browser at `path` starts: Ubuntu's `chromium`, for one, may have nothing behind it."""
    if sys.platform == "win32":
        # There `chrome --version` opens a window instead of answering.
        return Path(path).is_file()
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and any(word in answer.stdout for word in (b"Chromium", b"Chrome"))


def _install() -> str:
    install_packages(PACKAGES, WHY)
    path = find_browser()
    if not path:
        raise SystemExit(f"The installed Chromium does not run (try chromium --version); {VARIABLE} may name another.")
    return path
