"""The folders and files that a site is made from, and those beside them, seen from the root of the project."""

FOLDERS = ("docs", "data", "forms", "components", "browser", "styles", "macros", "overrides", "toolkit")
FILES = ("resources.yml", "mkdocs.yml", "hooks.py")
PARTNERSHIPS = "partnerships"
BESIDE = (".build", ".ci", ".git", ".venv", "benchmarks", "hosting", "requirements", "scripts", "tests")
