"""How commands answer: problems and progress, in lines, and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

from toolkit.sources.problems import ProblemsFound

WRONG = 1
T = TypeVar("T")


def report_problems(work: Callable[[], T]) -> T | None:
    """The result of the work; None once its problems have been printed."""
    try:
        return work()
    except ProblemsFound as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        many = len(error.problems)
        print(f"{many} {'problem' if many == 1 else 'problems'} found. Nothing was changed.", file=sys.stderr)
        return None


def report(text: str) -> None:
    """Prints one line of progress at once."""
    print(text, flush=True)
