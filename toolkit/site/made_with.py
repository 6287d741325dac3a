"""What pages are made with besides their texts and data: code, templates, the settings of the engine, packages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import macros
import toolkit
from toolkit.artefacts.artefact import fingerprint

CODE_FOLDERS = (Path(toolkit.__file__).parent, Path(macros.__file__).parent)
CODE_ENDINGS = frozenset({".py", ".typ"})
TEMPLATE_FOLDERS = ("components", "overrides")
ENGINE_SETTINGS = ("mkdocs.yml", "hooks.py")
# Those that have a say in what a page holds; what documents are made with, compose asks for itself.
PAGE_PACKAGES = (
    *("babel", "jinja2", "lunr", "lxml", "markdown", "markdown-it-py", "markupsafe", "mkdocs"),
    *("mkdocs-macros-plugin", "mkdocs-material", "properdocs", "pydantic", "pymdown-extensions", "segno", "selectolax"),
)


def made_with(root: Path) -> str:
    """A hash of all that the pages of the project at `root` are made with."""
    templates = [path for name in TEMPLATE_FOLDERS for path in sorted((root / name).rglob("*")) if path.is_file()]
    settings = [root / name for name in ENGINE_SETTINGS if (root / name).is_file()]
    return fingerprint(_code(), [(path.relative_to(root).as_posix(), path) for path in (*templates, *settings)])


@cache
def _code() -> str:
    """A hash of the code that this process runs, and of the packages that it uses."""
    files = [path for folder in CODE_FOLDERS for path in sorted(folder.rglob("*")) if path.suffix in CODE_ENDINGS]
    return fingerprint([(path.name, path) for path in files], list(_versions()))


def _versions() -> Iterator[tuple[str, str]]:
    for name in PAGE_PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, ""
