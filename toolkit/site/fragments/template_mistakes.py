"""Turns a mistake in a template of overrides/ into a problem with the template's file and line."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from toolkit.sources.problems import Problem, ProblemsFound


@contextmanager
def template_mistakes(root: Path) -> Iterator[None]:
    """Raises ProblemsFound in place of any error of Jinja; paths are relative to `root`."""
    try:
        yield
    except TemplateError as error:
        file, line = _place(error, root)
        raise ProblemsFound([Problem(file, line, f"the template cannot be rendered: {_reason(error)}")]) from error


def _reason(error: TemplateError) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.message}"
    return error.message or "Jinja gives no reason"


def _place(error: TemplateError, root: Path) -> tuple[str, int]:
    """The template and line nearest to the mistake; Jinja writes both into the traceback."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _from(root, error.filename), error.lineno
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".html")]
    return (_from(root, frames[-1].filename), frames[-1].lineno or 0) if frames else ("overrides", 0)


def _from(root: Path, file: str) -> str:
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file
