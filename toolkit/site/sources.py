"""What a site is made from: the project's own folders and files, seen from its root."""

FOLDERS = ("docs", "data", "forms", "components", "browser", "styles", "macros", "overrides", "toolkit")
FILES = ("resources.yml", "mkdocs.yml", "hooks.py")
PARTNERSHIPS = "partnerships"
BESIDE = (".build", ".ci", ".git", ".venv", "benchmarks", "hosting", "requirements", "scripts", "tests")
