"""What a build costs beside plain MkDocs and Material on the same composed pages: python -m benchmarks.build

Each case is built in turn with a plain build, several rounds, in one run; it prints medians of processor and wall
time, and their ratios. Processor time hardly knows of other work on the machine, wall time does. The plain build
leaves out what only the toolkit makes (tables, forms, documents, resource pages, the search of registers), so every
ratio flatters it. `--serve` also saves a chapter under both servers and waits for its new text.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median

import yaml

from benchmarks.copies import ROOT, make_project

CHAPTER = "docs/toolkit/trauma.md"
PORTS = {"toolkit": 8431, "plain": 8432}
EXTENSIONS = ["attr_list", "def_list", "tables", {"toc": {"permalink": False, "toc_depth": "2-2"}}]
LONGEST_WAIT = 120  # seconds for a server to begin, or to show a change


@dataclass(frozen=True)
class Cost:
    """Seconds of the processor, with those of the processes that were started, and of the clock."""

    processor: float
    wall: float


def main() -> None:
    options = parse()
    work = Path(tempfile.mkdtemp(prefix="build-benchmark-"))
    try:
        project = make_project(work / "project")
        shutil.copytree(ROOT / "hosting", project / "hosting")
        shutil.copytree(ROOT / "scripts", project / "scripts")
        build(project, work / "site")  # once for the composed pages, and to warm the disk
        plain = make_plain(project, work / "plain")
        for name, prepare in cases(project).items():
            compare(name, prepare, project, plain, work / "site", options.rounds)
        if options.serve:
            compare_servers(project, plain, options.rounds)
    finally:
        shutil.rmtree(work)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each case is built (3)")
    parser.add_argument("--serve", action="store_true", help="also how long a saved chapter takes to be served")
    return parser.parse_args()


def cases(project: Path) -> dict[str, Callable[[], None]]:
    """By name of a case: what is done to the project before each build."""
    numbers = count(1)

    def forget() -> None:
        shutil.rmtree(project / ".build", ignore_errors=True)

    def change(name: str, old: str) -> None:
        path = project / name
        text = path.with_suffix(f"{path.suffix}.first")
        if not text.exists():
            shutil.copy(path, text)
        path.write_text(text.read_text("utf-8").replace(old, f"{old}{next(numbers)}", 1), "utf-8")

    return {
        "from nothing, with all documents": forget,
        "nothing changed": lambda: None,
        "one word of one chapter": lambda: change(CHAPTER, f"\n{first_word()}"),
        "one word of one resource": lambda: change("resources.yml", "title: "),
        "one word of one form": lambda: change("forms/action-plan.yml", "title: "),
    }


def first_word() -> str:
    """The first word of the chapter's first paragraph."""
    body = (ROOT / CHAPTER).read_text("utf-8").split("---\n", 2)[2]
    return next(row.split()[0] for row in body.split("\n") if row and row[0].isalpha())


def compare(name: str, prepare: Callable[[], None], project: Path, plain: Path, out: Path, rounds: int) -> None:
    """Prints what a case costs both, medians of the rounds."""
    ours, theirs = [], []
    for _ in range(rounds):
        prepare()
        ours.append(build(project, out))
        theirs.append(run([sys.executable, "-m", "mkdocs", "build", "--quiet"], plain))
    report(name, ours, theirs)


def report(name: str, ours: list[Cost], theirs: list[Cost]) -> None:
    ratios = []
    for kind in ("processor", "wall"):
        one, other = (median(getattr(cost, kind) for cost in costs) for costs in (ours, theirs))
        ratios.append(f"{kind} {one:.2f} s, plain {other:.2f} s, {one / other:.2f} x")
    print(f"{name}: {'; '.join(ratios)}", flush=True)


def build(project: Path, out: Path) -> Cost:
    """Builds the toolkit's site."""
    code = (
        "import sys; sys.path.insert(0, '.'); from toolkit.commands.site import build; "
        "raise SystemExit(build(sys.argv[1:]))"
    )
    return run([sys.executable, "-c", code, "--out", str(out)], project)


def run(command: list[str], folder: Path) -> Cost:
    """What a command costs, run in a folder; it must succeed."""
    before, start = os.times(), time.monotonic()
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True)
    after = os.times()
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}\n{done.stderr}")
    children = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(children, time.monotonic() - start)


def environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}


def make_plain(project: Path, folder: Path) -> Path:
    """A project of plain MkDocs and Material: the composed pages and pictures, the same navigation and extensions."""
    shutil.copytree(project / ".build/toolkit/docs", folder / "docs", ignore=shutil.ignore_patterns("downloads"))
    ours = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    config = {
        "site_name": "Plain",
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "nav": ours["nav"],
        "markdown_extensions": EXTENSIONS,
        "validation": {"links": {"not_found": "ignore", "anchors": "ignore", "unrecognized_links": "ignore"}},
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config), "utf-8")  # JSON is YAML
    return folder


def compare_servers(project: Path, plain: Path, rounds: int) -> None:
    """Prints how long both servers take from a saved chapter to its new text."""
    code = "import sys; sys.path.insert(0, '.'); from toolkit.commands.site import serve; serve(sys.argv[1:])"
    servers = {
        "toolkit": ([sys.executable, "-c", code, "--port", str(PORTS["toolkit"])], project, project / CHAPTER),
        "plain": (
            [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{PORTS['plain']}"],
            plain,
            plain / CHAPTER,
        ),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in servers}
    with serving(servers["toolkit"]) as ours, serving(servers["plain"]) as theirs:
        for number in range(rounds):
            for name, process in (("toolkit", ours), ("plain", theirs)):
                costs[name].append(save(servers[name][2], PORTS[name], process, f"Savedword{number}"))
    report("serve: a chapter saved to its new text served", costs["toolkit"], costs["plain"])


@contextmanager
def serving(server: tuple[list[str], Path, Path]) -> Iterator[subprocess.Popen[bytes]]:
    """A server that has begun to serve."""
    command, folder, _ = server
    process = subprocess.Popen(
        command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        port = next(port for port in PORTS.values() if any(str(port) in part for part in command))
        wait_for(port, "</html>")
        yield process
    finally:
        process.terminate()
        process.wait()


def save(chapter: Path, port: int, process: subprocess.Popen[bytes], word: str) -> Cost:
    """What it costs until a word that was just written into a chapter is served."""
    processor, start = processor_of(process.pid), time.monotonic()
    chapter.write_text(chapter.read_text("utf-8") + f"\n\n{word}\n", "utf-8")
    wait_for(port, word)
    return Cost(processor_of(process.pid) - processor, time.monotonic() - start)


def wait_for(port: int, word: str) -> None:
    address = f"http://127.0.0.1:{port}/{CHAPTER.removeprefix('docs/').removesuffix('.md')}/"
    end = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address) as response:
                if word in response.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.05)
    raise SystemExit(f"{address} did not show {word!r} within {LONGEST_WAIT} seconds")


def processor_of(pid: int) -> float:
    """Processor seconds of a process so far; 0 where the system does not say (outside Linux)."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
