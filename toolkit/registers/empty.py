"""A register that is empty is one problem, not one for each place that names an entry of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from toolkit.registers.register import singular
from toolkit.sources.problems import Problems


def join_unknown(empty: Mapping[str, tuple[str, int]], problems: Problems) -> None:
    """One problem for each empty register in place of those that say that an entry of it is unknown.

    `empty` gives, by the key of a register, the file and the line where its entries belong.
    """
    for key, (file, line) in empty.items():
        pattern = re.compile(rf"\bunknown {singular(key)} '")
        unknown = [problem for problem in problems if pattern.search(problem.message)]
        if len(unknown) > 1:
            message = f"the list '{key}' is empty, and {len(unknown)} places name something in it"
            problems.entries = [problem for problem in problems if problem not in unknown]
            problems.add(file, line, f"{message}. Bring its entries back")
