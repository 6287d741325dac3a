"""What the site engine warns of, as problems: strict mode stops at each, and says which file it is in."""

from __future__ import annotations

import logging
import re

from toolkit.sources.problems import Problem

CONFIG = "mkdocs.yml"
ONLY_SOME = "A 'dirty' build is being performed"  # how the engine begins its warning when it renders some pages only


class WarningCollector(logging.Handler):
    """Keeps what the engine warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Adds a warning as a problem of the file that it names."""
        warning = record.getMessage()
        if warning.startswith(ONLY_SOME):
            return
        match = re.match(r"Doc file '([^']+)' (.*)", warning, re.DOTALL)
        self.problems.append(Problem(f"docs/{match[1]}", 0, match[2]) if match else Problem(CONFIG, 0, warning))
