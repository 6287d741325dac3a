"""The folders and files that a site is made from, and those beside them, seen from the root of the project."""

from pathlib import Path

FOLDERS = ("docs", "data", "forms", "components", "browser", "styles", "macros", "overrides", "toolkit")
FILES = ("resources.yml", "mkdocs.yml", "hooks.py")
ROOT = Path(__file__).resolve().parents[2]  # the project that this software is part of
PARTNERSHIPS = "partnerships"
OTHER_FOLDERS = (".build", ".ci", ".git", ".venv", "benchmarks", "hosting", "requirements", "scripts", "tests")
